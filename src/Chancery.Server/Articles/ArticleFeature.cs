using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Articles;

/// <summary><c>/articles/{id}</c>: the text with what was read marked in place. The id is a printed number or <c>sha256:…</c>.</summary>
internal static class ArticleFeature
{
    private const int LongestId = 128;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/articles/{id}", (RegisterStore store, Wording words, string id) => Find(store, words, id) is { } page
        ? new PageAnswer<ArticleView, ArticlePage>(page, ServerJsonOptions.Readable.ArticlePage)
        : Failure.NotFound("There is no such article in this register."));

    /// <summary>The page of an article, or null where there is none.</summary>
    public static ArticlePage? Find(RegisterStore store, Wording words, string id) => id.Length <= LongestId && store.Document(id) is { } found ? Make(store, words, found.Document, [.. found.Reports]) : null;

    private static ArticlePage Make(RegisterStore store, Wording words, SourceDocument document, IReadOnlyList<(SourcedReport Report, string Event)> reports)
    {
        ArticleReport[] read = [.. reports.Select(r => new ArticleReport(r.Event, Title(store, words, r), r.Report.Report))];
        var header = document.Header;
        return new ArticlePage(RegisterId.Print(document.Number, 'd'), header, document.ReaderVersion, document.Text, [.. read])
        {
            Title = header.Title ?? string.Join(", ", new[] { document.Publisher, header.Published }.OfType<string>()),
            Original = Addresses.Web(header.Url),
            Pieces = document.Text is { } text ? MarkedText.Of(text, read, words) : [],
        };
    }

    private static string Title(RegisterStore store, Wording words, (SourcedReport Report, string Event) r) => words.Title(store.Event(r.Event)?.Summary ?? Projection.Of([r.Report], []).Summary);
}
