using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>Whether the server can read its register.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Version">Of the program; this and what follows only for people whom the register knows.</param>
/// <param name="Documents">In the register.</param>
/// <param name="Events">In the register.</param>
public sealed record HealthAnswer(string Status, string? Version, long? Documents, long? Events);

/// <summary><c>/health</c>: 200 where the register answers, 503 where it does not.</summary>
internal static class HealthFeature
{
    private static readonly string s_version = typeof(HealthFeature).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", (RegisterStore store, Visitor visitor) =>
    {
        var size = store.Size();
        var answer = visitor.May(Role.Reader) ? new HealthAnswer("ok", s_version, size.Documents, size.Events) : new HealthAnswer("ok", null, null, null);
        return Results.Json(answer, ServerJsonOptions.Readable.HealthAnswer);
    }).OpenToAll();
}
