using Chancery.Server.Languages;
using System.Globalization;
using System.Text.Json;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Review;

/// <summary><c>/review</c>: open questions one at a time, decisions, who decided what.</summary>
internal static class ReviewFeature
{
    /// <summary>So many questions lie ready in the page: the answers go on while the server does not answer.</summary>
    private const int Ahead = 16;
    private const int Counted = 200;
    private const int Shown = 6;
    private const int HistorySize = 100;
    private const int LargestBatch = 100;

    private static readonly string[] s_kinds = ["merge", "dispute", "doubtful", "opinion"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", (HttpContext http, RegisterStore store, Visitor visitor, Wording words) =>
            new PageAnswer<ReviewView, ReviewPage>(Make(store, words, visitor.Signature, Kind(http)), ServerJsonOptions.Readable.ReviewPage)).RequireRole(Role.Reviewer);
        routes.MapPost("/review", Post).RequireRole(Role.Reviewer);
        routes.MapPost("/review/decisions", PostMany).RequireRole(Role.Reviewer);
        routes.MapGet("/review/history", (HttpContext http, RegisterStore store, Wording words) => History(http, store, words));
    }

    private static string? Kind(HttpContext http) => http.Request.Query["kind"].ToString() switch
    {
        "" => null,
        var kind when s_kinds.Contains(kind) => kind,
        var kind => throw new FormatException($"'{kind}' is no kind of question; write one of {string.Join(", ", s_kinds)}"),
    };

    private static ReviewPage Make(RegisterStore store, Wording words, string by, string? kind)
    {
        var cards = new ReviewCards(store, words);
        var decisions = new Decisions(store, words);
        var ties = store.Contested(Counted);
        var open = s_kinds.Select(k => (Kind: k, Label: words[$"review.kind.{k}"], Questions: k == "opinion" ? [] : store.Questions(Counted, Enum.Parse<QuestionKind>(k, true), by))).ToArray();
        var asked = open.Where(o => kind is null || o.Kind == kind).SelectMany(o => o.Questions).Select(cards.Of)
            .Concat(kind is null or "opinion" ? ties.Select(t => cards.Of(t, j => decisions.One(j))) : []);
        return new ReviewPage(by, kind, [.. open.Select(o => new OpenCount(o.Kind, o.Label, o.Kind == "opinion" ? ties.Length : o.Questions.Length, o.Questions.Length == Counted))],
            [.. asked.OfType<ReviewCard>().Take(Ahead)], decisions.Of(store.LatestJudgements(Shown, by)));
    }

    /// <summary>Without script: one decision, then the next question.</summary>
    private static async Task<IResult> Post(HttpContext http, RegisterStore store, Visitor visitor)
    {
        if (!http.Request.HasFormContentType) return Failure.Of(StatusCodes.Status400BadRequest, "Not understood", "A decision is sent as a form.");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        store.Judge(Decision.FromForm(form, visitor.Signature).Judgement(store, visitor.Signature));
        // Only back to a page of this server, whatever the form says.
        var back = form["back"].ToString();
        return Results.Redirect(back.StartsWith("/events/", StringComparison.Ordinal) || back.StartsWith("/review", StringComparison.Ordinal) ? back : "/review");
    }

    /// <summary>With script: what was decided since the server answered last, each taken or refused by itself.</summary>
    private static async Task<IResult> PostMany(HttpContext http, RegisterStore store, Visitor visitor)
    {
        Decision[] sent;
        try { sent = await JsonSerializer.DeserializeAsync(http.Request.Body, ServerJsonOptions.Readable.DecisionArray, http.RequestAborted) ?? []; }
        catch (JsonException e) { throw new FormatException($"the decisions are no JSON: {e.Message}"); }
        if (sent.Length > LargestBatch) throw new FormatException($"{LargestBatch} decisions at a time at most");
        return Results.Json([.. sent.Select(d => Take(store, d, visitor.Signature))], ServerJsonOptions.Readable.DecisionAnswerArray);
    }

    private static DecisionAnswer Take(RegisterStore store, Decision? sent, string by)
    {
        try
        {
            if (sent is null) throw new FormatException("an empty decision");
            return new DecisionAnswer(sent.Act, store.Judge(sent.Judgement(store, by)).Id, null);
        }
        catch (FormatException e) { return new DecisionAnswer(sent?.Act, 0, e.Message); }
    }

    private static PageAnswer<HistoryView, HistoryPage> History(HttpContext http, RegisterStore store, Wording words)
    {
        var by = http.Request.Query["by"].ToString() is { Length: > 0 and <= 200 } name ? name : null;
        var before = long.TryParse(http.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = store.LatestJudgements(HistorySize, by, before);
        var next = found.Count < HistorySize ? null : QueryString.Create(new Dictionary<string, string?> { ["by"] = by, ["before"] = found[^1].Id.ToString(CultureInfo.InvariantCulture) }.Where(p => p.Value is not null)).ToUriComponent();
        return new(new HistoryPage(by, new Decisions(store, words).Of(found), next is null ? null : "/review/history" + next), ServerJsonOptions.Readable.HistoryPage);
    }
}
