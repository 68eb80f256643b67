using System.Text;
using System.Text.Json;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Reports;

public sealed class ReadingWriterTests
{
    private static readonly Report s_full = new()
    {
        Id = "r:1", Type = "visit", Subtype = "state", Status = "occurred", Start = "2023-10-12", End = "2023-10", When = "2023-10-12/2023-10",
        Place = new("Bishkek", "Ala-Archa", "KGZ", 42.87, 74.59, "city"),
        Participants = [new("Čaputová “Z” \n 😀", "person", "SVK", "president", "visitor") { Wikidata = "Q1" }, new("CSTO", "organisation", null, null, "host")],
        Topics = ["gas", "water"], Name = "N", Instruments = [new("treaty", "T", 2), new("agreement", null, null)], Honour = new("Order", "first"), Anniversary = new(20, "the base"),
        Attribution = [new("TASS", "said"), new("X", null)], PartOf = "r:0", Confidence = 0.94, Plover = new("CONSULT", "visit", ["diplomatic"]),
        Evidence = [new(1, 5, "text", "trigger", "en.x"), new(7, 8, "é", "who", null)],
    };

    private static readonly Report s_bare = new() { Id = "r:2", Type = "call", Status = "planned", Confidence = 1, Plover = new("CONSULT", null, []) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_writes_what_the_serializer_writes(bool full)
    {
        var header = new DocumentHeader { Id = "sha256:0", Language = "en", Characters = 3, Key = full ? "k" : null, Title = full ? "<T> & \"q\"" : null, Published = full ? "2023-10-12" : null, Text = full ? "a\tb" : null };
        var reading = new ArticleReading(header, full ? [s_full, s_bare] : [s_bare]);
        using var written = new MemoryStream();
        var writer = new ReadingWriter();
        writer.WriteLine(written, reading);
        writer.WriteLine(written, reading);
        var line = JsonSerializer.Serialize(reading, ReportJsonOptions.Compact.ArticleReading) + "\n";
        Assert.Equal(line + line, Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public void Nothing_of_a_report_is_left_unwritten() =>
        Assert.All(typeof(Report).GetProperties().Where(p => p.Name != "EqualityContract"), p => Assert.NotNull(p.GetValue(s_full)));
}
