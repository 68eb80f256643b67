using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Answers;

/// <summary>In which form an answer is wanted.</summary>
internal enum AnswerForm
{
    Page,
    Json,
    Csv,
    Calendar,
    Atom,
    Docx,
}

/// <summary>Every page has twins: <c>.json</c>, and for lists <c>.csv</c>, <c>.ics</c> and <c>.atom</c>, for chronologies <c>.docx</c>, behind its path.</summary>
internal static class AnswerForms
{
    private static readonly (string Suffix, AnswerForm Form)[] s_suffixes = [(".json", AnswerForm.Json), (".csv", AnswerForm.Csv), (".ics", AnswerForm.Calendar), (".atom", AnswerForm.Atom), (".docx", AnswerForm.Docx)];

    /// <summary>Takes the suffix off the path before it is routed, so that a feature maps one route for all forms.</summary>
    public static Task TakeSuffix(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "/";
        foreach (var (suffix, form) in s_suffixes)
        {
            if (!path.EndsWith(suffix, StringComparison.Ordinal)) continue;
            http.Items[typeof(AnswerForm)] = form;
            http.Request.Path = path[..^suffix.Length] is var bare && bare == "/index" ? "/" : bare;
            break;
        }
        return next(http);
    }

    /// <summary>The form wanted: by suffix, else by <c>Accept</c>, else a page.</summary>
    public static AnswerForm Of(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(AnswerForm), out var form)) return (AnswerForm)form!;
        if (http.Request.Path.StartsWithSegments("/v1", out var below) && below.HasValue || http.Request.Path.StartsWithSegments("/health")) return AnswerForm.Json;
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) ? AnswerForm.Json : AnswerForm.Page;
    }

    /// <summary>Path of the next page: the twin's where the twin is asked, else the page's.</summary>
    public static string Here(HttpContext http, string page) =>
        http.Request.Path.StartsWithSegments("/v1") ? http.Request.Path.ToUriComponent() : Of(http) == AnswerForm.Json ? page + ".json" : page;

    /// <summary>Address of a twin of the page being answered, with its query.</summary>
    public static string Twin(HttpContext http, string suffix) => (http.Request.Path == "/" ? "/index" : http.Request.Path.ToUriComponent()) + suffix + http.Request.QueryString.ToUriComponent();
}
