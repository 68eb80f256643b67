using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Server.Tests;

/// <summary>Made documents: a visit with its talks and its signing in two sources that disagree on the last day, a plan, a plan nobody spoke of again.</summary>
internal static class Seeds
{
    public const string Text = "Vladimir Putin 👋 arrived in Bishkek on Thursday. He held talks with Sadyr Japarov.\nA protocol was signed.";

    public static IReadOnlyList<IngestItem> Visit()
    {
        var visit = Report("v", "visit", "occurred", "2023-10-12", "2023-10-13") with { Subtype = "official", Evidence = [Slice("arrived", "trigger", "en.visit.arrive"), Slice("Vladimir Putin", "who", "en.who"), Slice("Thursday", "when", "en.when"), Slice("Bishkek", "where", "en.where")] };
        var talks = Report("t", "talks", "occurred", "2023-10-12", "2023-10-12") with { PartOf = "v", Topics = ["trade"], Evidence = [Slice("talks", "trigger", "en.talks.hold")] };
        var signing = Report("s", "signing", "occurred", "2023-10-12", "2023-10-12") with { PartOf = "v", Instruments = [new("protocol", "Protocol on the border", null)], Evidence = [Slice("signed", "trigger", "en.sign")] };
        var plan = Report("p", "visit", "planned", "2023-12-05", "2023-12-05") with { Participants = [new("Sadyr Japarov", "person", "KGZ", "president", "visitor")], Place = new("Moscow", null, "RUS", null, null, "city"), Evidence = [new(0, 7, "Vladimi", "trigger", "en.plan")] };
        var silent = plan with { Id = "u", Start = "2023-09-05", End = "2023-09-05", Type = "call", Place = null, Participants = [new("Russia", "state", "RUS", null, "party"), new("Kyrgyzstan", "state", "KGZ", null, "party")] };
        var later = visit with { End = "2023-10-14", Evidence = [new(0, 9, "The visit", "trigger", "en.visit.noun"), new(10, 20, "until 14 October", "when", "en.when")] };
        return
        [
            Item("kremlin", "kremlin.ru", "2023-10-12", Text, visit, talks, signing, plan, silent) ,
            Item("kabar", "kabar.kg", "2023-10-14", null, later),
            Item("other", "afp.com", "2021-02-03", "No event here.", Report("x", "talks", "occurred", "2021-02-02", "2021-02-02") with { Participants = [new("Emmanuel Macron", "person", "FRA", "president", "party"), new("Olaf Scholz", "person", "DEU", "chancellor", "party")], Place = null, Evidence = [new(0, 2, "No", "trigger", "en.talks")] }),
        ];
    }

    /// <summary>A document with script in every field that holds text.</summary>
    public static IngestItem Hostile()
    {
        const string bad = "<script>alert(1)</script>";
        var text = $"Before {bad} & \"quoted\" after.";
        var report = new Report
        {
            Id = $"h{bad}", Type = "visit", Subtype = bad, Status = "occurred", Start = "2023-10-01", End = "2023-10-01", Place = new(bad + "City", bad + "Venue", "KGZ", null, null, bad), Name = bad,
            Participants = [new(bad + "Person", "person", "RUS", bad, "visitor"), new(bad + "Host", "person", "KGZ", bad, "host"), new(bad + "Org", "organisation", null, null, bad)],
            Topics = [bad], Instruments = [new(bad, bad, 2)], Honour = new(bad, bad), Anniversary = new(3, bad), Attribution = [new(bad, bad)], Confidence = 0.9, Plover = new(bad, bad, [bad]),
            Evidence = [new(7, 31, bad, "trigger", bad), new(7, 15, "<script>", "\" onmouseover=\"x", bad)],
        };
        var header = new DocumentHeader { Id = "sha256:hostile", Key = bad, Source = bad + ".example", Url = "javascript:alert(1)", Title = bad, Published = "2023-10-02", PublishedFrom = bad, Language = bad, Characters = text.Length };
        return new IngestItem(new ArticleReading(header, [report]), bad) { Text = text };
    }

    private static IngestItem Item(string id, string source, string published, string? text, params Report[] reports) =>
        new(new ArticleReading(new DocumentHeader { Id = $"sha256:{id}", Source = source, Url = $"https://{source}/1", Title = $"Article of {source}", Published = published, Language = "en", Characters = 100 }, [.. reports]), "test") { Text = text };

    private static Report Report(string id, string type, string status, string start, string end) => new()
    {
        Id = id, Type = type, Status = status, Start = start, End = end, Place = new("Bishkek", null, "KGZ", 42.87, 74.59, "city"), Confidence = 0.9, Plover = new("CONSULT", null, []),
        Participants = [new("Vladimir Putin", "person", "RUS", "president", type == "visit" ? "visitor" : "party"), new("Sadyr Japarov", "person", "KGZ", "president", type == "visit" ? "host" : "party")],
    };

    private static Evidence Slice(string words, string field, string rule)
    {
        var start = Text[..Text.IndexOf(words, StringComparison.Ordinal)].EnumerateRunes().Count();
        return new(start, start + words.Length, words, field, rule);
    }
}
