using System.Collections.Immutable;
using Chancery.Intake.Extraction;
using Chancery.Intake.Fetching;
using Chancery.Register;
using Chancery.Register.Events;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Articles;
using Chancery.Server.Failures;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Server.Add;

/// <summary><c>/add</c>: a text, files or an address; first what would be read, then it is kept.</summary>
internal static class AddFeature
{
    private const long LargestUpload = 24 * 1024 * 1024;

    public static void AddAdding(this IServiceCollection services)
    {
        services.AddSingleton(_ => Readers.OfPacks());
        services.AddSingleton<OuterWeb>();
        services.AddSingleton<AddedTexts>();
        services.AddSingleton(_ => new Previews(TimeProvider.System));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/add", () => Form(new AddPage(null))).RequireRole(Role.Reviewer);
        routes.MapPost("/add", Preview).RequireRole(Role.Reviewer).TakesUpTo(LargestUpload);
        routes.MapPost("/add/keep", Keep).RequireRole(Role.Reviewer).TakesUpTo(LargestUpload);
        VisitFeature.Map(routes);
    }

    private static PageAnswer<AddView, AddPage> Form(AddPage page) =>
        new(page, ServerJsonOptions.Readable.AddPage, page.Message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Preview(HttpContext http, RegisterStore store, AddedTexts texts, Previews previews, Visitor visitor, Wording words)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            var (items, refused) = await texts.Read(form, http.RequestAborted);
            if (items.Count == 0) return Form(new AddPage(string.Join("; ", refused.DefaultIfEmpty("nothing in it can be read")), form["text"], form["address"]));
            var id = previews.Put(visitor.Signature, items);
            return new PageAnswer<PreviewView, PreviewPage>(new PreviewPage(id, [.. items.Select((item, i) => Document(store, words, item, i))], [.. refused]), ServerJsonOptions.Readable.PreviewPage);
        }
        catch (Exception e) when (e is FormatException or IOException and not RegisterStoreException)
        {
            return Form(new AddPage(e.Message, form["text"], form["address"]));
        }
    }

    private static PreviewDocument Document(RegisterStore store, Wording words, IngestItem item, int index)
    {
        var reports = item.Article.Events;
        var titles = reports.Select(r => words.Title(Projection.Of([new SourcedReport(new SourceDocument(item.Article.Document, item.ReaderVersion), r)], []).Summary)).ToImmutableArray();
        return new PreviewDocument(item.Article.Document, item.Text!, reports, store.Known([item.Article.Document.Id], item.ReaderVersion).Count > 0)
        {
            Titles = titles,
            Pieces = MarkedText.Of(item.Text!, [.. reports.Select((r, i) => new ArticleReport($"r{index}-{i}", titles[i], r))], words),
        };
    }

    private static async Task<IResult> Keep(HttpContext http, RegisterStore store, Previews previews, Visitor visitor)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var id = form["id"].ToString();
        if (previews.Find(id, visitor.Signature) is not { } items)
            return Failure.Of(StatusCodes.Status410Gone, "This preview is gone", "It was kept for an hour, or the server was started anew meanwhile. Nothing was added; add the text again.");
        var events = new Keeping(store, visitor.Signature).Keep(items, form);
        previews.Forget(id);
        var documents = items.Where((_, d) => form[$"d{d}"].Count > 0).ToArray();
        http.Says(string.Join(' ', documents.Select(d => d.Article.Document.Id)));
        return Results.Redirect(documents.Length == 1 ? "/articles/" + RegisterId.Print(RegisterId.Document(documents[0].Article.Document.Id), 'd') : events.Count == 1 ? Addresses.Event(events[0]) : "/events?order=changed");
    }
}
