using Chancery.Reading.Packs;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Layout;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Add;

/// <summary><c>/add/visit</c>: a visit that a person enters, with its programme, delegations and documents.</summary>
internal static class VisitFeature
{
    private const long LargestForm = 256 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/add/visit", () => Form(VisitDraft.Empty)).RequireRole(Role.Reviewer);
        routes.MapPost("/add/visit", Post).RequireRole(Role.Reviewer).TakesUpTo(LargestForm);
    }

    private static PageAnswer<VisitView, VisitDraft> Form(VisitDraft draft) =>
        new(draft, ServerJsonOptions.Readable.VisitDraft, draft.Message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Post(HttpContext http, RegisterStore store, Visitor visitor)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = VisitDraft.Of(form);
        if (form["more"].Count > 0) return Form(draft);
        try
        {
            var entered = store.Enter(visitor.Signature, draft.Entry());
            http.Says(entered.Reports[0].Event);
            return Results.Redirect(Addresses.Event(entered.Reports[0].Event));
        }
        catch (FormatException e)
        {
            return Form(draft with { Message = e.Message });
        }
    }
}

/// <summary>Offices and kinds of documents to choose from, out of the data packs.</summary>
internal static class Choices
{
    private static readonly Lazy<string[]> s_offices = new(() => Column(root => Path.Combine(root.Source, "knowledge", "offices.tsv"), "id"));
    private static readonly Lazy<string[]> s_documents = new(() => Column(root => root.Language("en", "documents.tsv"), "kind"));

    public static string[] Offices => s_offices.Value;

    public static string[] Documents => s_documents.Value;

    private static string[] Column(Func<DataRoot, string> file, string name)
    {
        // Suggestions only: without the packs the fields take what is written.
        try
        {
            var table = Tsv.Read(file(DataRoot.Find()));
            var column = table.Column(name);
            return [.. Enumerable.Range(0, table.Count).Select(i => table[i][column]).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (IOException) { return []; }
    }
}
