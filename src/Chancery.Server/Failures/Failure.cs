using Chancery.Server.Answers;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Failures;

/// <summary>What went wrong, for people.</summary>
public sealed record FailurePage(int Status, string Title, string Message);

/// <summary>Answers that say what went wrong.</summary>
internal static class Failure
{
    public static IResult NotFound(string message = "There is no such page.") => Of(StatusCodes.Status404NotFound, "Not found", message);

    public static IResult Of(int status, string title, string message) =>
        new PageAnswer<FailureView, FailurePage>(new FailurePage(status, title, message), ServerJsonOptions.Readable.FailurePage, status);
}
