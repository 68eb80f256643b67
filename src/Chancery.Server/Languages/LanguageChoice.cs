using Chancery.Server.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chancery.Server.Languages;

/// <summary>In which language a page is answered: as its address says (<c>?lang=ru</c>), as was chosen before, as the browser asks. Programs are answered in English.</summary>
internal static class LanguageChoice
{
    /// <summary>Name of the parameter and of the cookie that keeps the choice.</summary>
    public const string Name = "lang";

    private static readonly TimeSpan s_kept = TimeSpan.FromDays(365);

    /// <summary>The words of a request.</summary>
    public static Wording Of(HttpContext? http) => http is null || AnswerForms.Of(http) != AnswerForm.Page ? Wording.English : Wording.Of(Chosen(http) ?? Asked(http) ?? InterfaceLanguage.All[0]);

    /// <summary>Keeps a language that an address names.</summary>
    public static Task Keep(HttpContext http, RequestDelegate next)
    {
        if (InterfaceLanguage.Find(http.Request.Query[Name]) is { } language && http.Request.Cookies[Name] != language.Code)
            http.Response.Cookies.Append(Name, language.Code, new CookieOptions { MaxAge = s_kept, HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        return next(http);
    }

    /// <summary>Address of the page being answered in another language.</summary>
    public static string Address(HttpContext http, InterfaceLanguage language)
    {
        // What was posted has no address of its own: the language is changed on the page that one returns to.
        var (path, query) = HttpMethods.IsGet(http.Request.Method) ? (http.Request.PathBase + http.Request.Path, http.Request.Query.Where(q => q.Key != Name)) : ("/", []);
        return path.ToUriComponent() + QueryString.Create([.. query, new(Name, language.Code)]).ToUriComponent();
    }

    private static InterfaceLanguage? Chosen(HttpContext http) => InterfaceLanguage.Find(http.Request.Query[Name]) ?? InterfaceLanguage.Find(http.Request.Cookies[Name]);

    private static InterfaceLanguage? Asked(HttpContext http) => StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var asked)
        ? asked.OrderByDescending(a => a.Quality ?? 1).Select(a => InterfaceLanguage.Find(a.Value.Value?.Split('-')[0])).FirstOrDefault(l => l is not null) : null;
}
