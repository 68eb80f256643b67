using System.Globalization;
using Chancery.Register;

namespace Chancery.Server.Layout;

/// <summary>Addresses of pages, and which addresses of others may be links.</summary>
internal static class Addresses
{
    public static string Event(string id) => $"/events/{Uri.EscapeDataString(id)}";

    public static string Person(string name) => $"/persons/{Uri.EscapeDataString(name)}";

    public static string Organisation(string name) => $"/organisations/{Uri.EscapeDataString(name)}";

    public static string State(string code) => $"/states/{Uri.EscapeDataString(code)}";

    public static string Pair(string a, string b) => $"/relations/{a}/{b}";

    /// <summary>An article, opened at a code point of its text where given.</summary>
    public static string Article(SourceDocument document, int? at = null) =>
        $"/articles/{RegisterId.Print(document.Number, 'd')}{(at is { } c ? string.Create(CultureInfo.InvariantCulture, $"#c{c}") : "")}";

    /// <summary>An address that came with a document, where it is one of the web: <c>javascript:</c> and the like never become links.</summary>
    public static string? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
