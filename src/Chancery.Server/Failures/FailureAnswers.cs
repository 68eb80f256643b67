using Chancery.Server.Status;
using Chancery.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Server.Failures;

/// <summary>Turns exceptions and bare status codes into pages with a plain message.</summary>
internal static partial class FailureAnswers
{
    public static async Task Catch(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Explain(http, e).ExecuteAsync(http);
            return;
        }
        if (http.Response.HasStarted || http.Response.StatusCode < StatusCodes.Status400BadRequest || http.Response.ContentType is not null) return;
        await Bare(http.Response.StatusCode).ExecuteAsync(http);
    }

    private static IResult Explain(HttpContext http, Exception e)
    {
        switch (e)
        {
            case FormatException: return Failure.Of(StatusCodes.Status400BadRequest, "Not understood", Sentence(e.Message));
            case BadHttpRequestException bad: return Bare(bad.StatusCode);
            // What went wrong while a form was read for its token.
            case AntiforgeryValidationException { InnerException: BadHttpRequestException bad }: return Bare(bad.StatusCode);
            case AntiforgeryValidationException or InvalidDataException: return Bare(StatusCodes.Status400BadRequest);
            case RegisterStoreException:
                return Failure.Of(StatusCodes.Status503ServiceUnavailable, "The register does not answer", Sentence(e.Message));
        }
        // The message of an unknown fault may hold anything; it goes to the log and not to the reader.
        http.RequestServices.GetRequiredService<RecentFaults>().Add(http.Request.Path, e);
        Log(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Chancery.Server"), http.Request.Path, e);
        return Failure.Of(StatusCodes.Status500InternalServerError, "Something failed here", "The fault is on this side and was written to the log of the server. Nothing was changed.");
    }

    private static IResult Bare(int status) => status switch
    {
        StatusCodes.Status404NotFound => Failure.NotFound(),
        StatusCodes.Status405MethodNotAllowed => Failure.Of(status, "Not allowed", "This address can only be read."),
        StatusCodes.Status408RequestTimeout => Failure.Of(status, "Too slow", "The request did not arrive in time."),
        StatusCodes.Status413PayloadTooLarge => Failure.Of(status, "Too large", "The request is larger than this server takes."),
        _ => Failure.Of(status, "Not understood", "The request could not be understood."),
    };

    private static string Sentence(string message) => message.Length == 0 ? message : char.ToUpperInvariant(message[0]) + message[1..] + (message[^1] == '.' ? "" : ".");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed")]
    private static partial void Log(ILogger logger, string path, Exception e);
}
