using System.Collections.Concurrent;
using System.Globalization;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Status;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Keeping;

/// <summary>Answers again what was answered already while nothing was written, before anything is asked of the register; what many ask for at once is made once.</summary>
internal sealed class AnswerKeeping(RegisterStore store, RecentFaults faults)
{
    private const int MostBytes = 64 << 20;

    /// <summary>Cookies that say who asks; what follows from that stands in the key by itself.</summary>
    private static readonly string[] s_signs = ["chancery-session", "chancery-form"];

    private readonly KeptAnswers _kept = new(MostBytes);
    private readonly ConcurrentDictionary<string, Task<MadeAnswer?>> _making = new(StringComparer.Ordinal);

    /// <summary>Behind the gate: who comes here may see the answer.</summary>
    public async Task Pass(HttpContext http, Visitor visitor, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<KeptFor>() is not { } kept)
        {
            await next(http);
            return;
        }
        // Asked before the register is: an answer made while another writes is kept under the state before, and so never given again.
        var state = string.Create(CultureInfo.InvariantCulture, $"{store.State()}|{store.Today:yyyyMMdd}|{faults.Total}");
        var key = Key(http, visitor, kept);
        if ((_kept.Find(state, key) ?? await Made(http, state, key, next)) is { } made) await Send(http, made);
    }

    /// <summary>What another is just making, or null where this request made and sent it itself.</summary>
    private async Task<MadeAnswer?> Made(HttpContext http, string state, string key, RequestDelegate next)
    {
        var mine = new TaskCompletionSource<MadeAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var under = $"{state}|{key}";
        var making = _making.GetOrAdd(under, mine.Task);
        // What was not kept (a redirect, a fault) each finds out by itself.
        if (making != mine.Task && await making is { } made) return made;
        var place = new KeptPlace(_kept, state, key);
        http.Features.Set(place);
        try { await next(http); }
        finally
        {
            mine.SetResult(place.Made);
            if (making == mine.Task) _making.TryRemove(under, out _);
        }
        return null;
    }

    private static Task Send(HttpContext http, MadeAnswer made)
    {
        if (made.Vary.Count > 0) http.Response.Headers.Vary = made.Vary;
        if (made.Link.Count > 0) http.Response.Headers.Link = made.Link;
        return Tagged.Send(http, made);
    }

    /// <summary>Everything that an answer follows from beside the register and the day. A cookie or a language that no page knows makes a key of its own, which costs memory and is never wrong.</summary>
    private static string Key(HttpContext http, Visitor visitor, KeptFor kept)
    {
        var request = http.Request;
        var cookies = string.Join(';', request.Cookies.Where(c => !s_signs.Any(s => c.Key.StartsWith(s, StringComparison.Ordinal))).Select(c => $"{c.Key}={c.Value}").Order(StringComparer.Ordinal));
        return string.Join('\n', AnswerForms.Of(http), visitor.Role, visitor.IsLocal, kept.EachPerson ? visitor.Name : "", request.Scheme, request.Host.Value, request.Path.Value, request.QueryString.Value,
            request.Headers.AcceptLanguage.ToString(), cookies);
    }
}
