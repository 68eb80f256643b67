using Chancery.Reading.Reports;
using Chancery.Storage;

namespace Chancery.Browser.Tests;

/// <summary>Made documents that leave questions: doubtful readings, and two reports that may be one event.</summary>
internal static class Questions
{
    /// <summary>So many doubtful readings, each of another pair of days.</summary>
    public static IReadOnlyList<IngestItem> Doubtful(int count) => [.. Enumerable.Range(0, count).Select(i => Item($"doubt{i}", "wire.example", $"Talks were perhaps held on day {i}.",
        new Report
        {
            Id = "t", Type = "talks", Status = "occurred", Start = new DateOnly(2022, 1, 1).AddDays(i * 9).ToString("yyyy-MM-dd"), Confidence = 0.3 + i * 0.005, Plover = new("CONSULT", null, []),
            Participants = [new("Russia", "state", "RUS", null, "party"), new("Kyrgyzstan", "state", "KGZ", null, "party")], Evidence = [new(0, 5, "Talks", "trigger", "en.talks.hold")],
        }))];

    /// <summary>Two reports of an expulsion, one of which names only one side: only a person can say whether they are one.</summary>
    public static IReadOnlyList<IngestItem> Twins() =>
    [
        Item("twin1", "wire.example", "Kyrgyzstan expelled the Russian ambassador in April.", Expulsion(new Participant("Kyrgyzstan", "state", "KGZ", null, "party"), new Participant("Russia", "state", "RUS", null, "target"))),
        Item("twin2", "other.example", "Kyrgyzstan sent an ambassador home in April.", Expulsion(new Participant("Kyrgyzstan", "state", "KGZ", null, "party"))),
    ];

    private static Report Expulsion(params Participant[] parties) => new()
    {
        Id = "v", Type = "expulsion", Status = "occurred", Start = "2022-04", End = "2022-04", Confidence = 0.9, Plover = new("SANCTION", "expel", []), Participants = [.. parties],
        Evidence = [new(11, 18, "expelled", "trigger", "en.expulsion.expel")],
    };

    private static IngestItem Item(string id, string source, string text, Report report) =>
        new(new ArticleReading(new DocumentHeader { Id = $"sha256:{id}", Source = source, Title = $"Article {id}", Published = "2022-12-31", Language = "en", Characters = text.Length }, [report]), "test") { Text = text };
}
