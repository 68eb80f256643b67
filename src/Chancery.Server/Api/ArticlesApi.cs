using Chancery.Server.Languages;
using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Server.Answers;
using Chancery.Server.Articles;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>An article in a list.</summary>
/// <param name="Id">Printed number.</param>
/// <param name="Document">Its header.</param>
/// <param name="Reader">Which reader read it.</param>
/// <param name="Reports">How many events it tells of.</param>
public sealed record ArticleRow(string Id, DocumentHeader Document, string Reader, int Reports);

/// <summary>A page of articles.</summary>
/// <param name="Articles">Articles, the latest first.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record ArticlesPage(ImmutableArray<ArticleRow> Articles, string? Next);

/// <summary><c>/v1/articles</c>: what was read.</summary>
internal static class ArticlesApi
{
    private const string Path = "/v1/articles";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
        {
            var page = store.Documents(SourceFilters.Read(http.Request.Query));
            var next = SourceFilters.Next(http, page.Next);
            ArticleRow Row(ListedDocument d) => new(RegisterId.Print(d.Document.Number, 'd'), d.Document.Header, d.Document.ReaderVersion, d.Reports);
            return new JsonAnswer<ArticlesPage>(new ArticlesPage([.. page.Items.Select(Row)], next), ServerJsonOptions.Readable.ArticlesPage, next);
        }).Describes<ArticlesPage>(new ApiOperation("listArticles", "Articles, the latest first.", "/v1/articles?since=2023-10")
        {
            Parameters = [.. SourceFilters.Parameters()],
            Description = "Articles without a day of publication come last, and not at all where `since` or `until` is given.",
        });
        routes.MapGet(Path + "/{id}", (RegisterStore store, string id) => ArticleFeature.Find(store, Wording.English, id) is { } page
            ? new JsonAnswer<ArticlePage>(page, ServerJsonOptions.Readable.ArticlePage)
            : Failure.NotFound("There is no such article in this register."))
        .Describes<ArticlePage>(new ApiOperation("getArticle", "An article with its text and what was read in it.", "/v1/articles/{article}")
        {
            Parameters = [ApiParameters.InPath("id", "Printed number, or `sha256:` and the hash of the text.", "d0abc123def456")],
            Description = "Offsets count code points of the text.",
        });
    }
}
