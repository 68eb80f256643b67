using System.Text;
using System.Text.Json;
using Chancery.Cli.Exports;
using Chancery.Register.Events;
using Chancery.Register.Exports;
using Chancery.Register.Historian;
using Chancery.Storage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Parquet;

namespace Chancery.Cli.Tests;

/// <summary>Each export is loaded again by something else than what wrote it, or checked by its format's own validator.</summary>
public sealed class ExportTests(MadeRegister made) : IClassFixture<MadeRegister>
{
    private static readonly string[] PloverRoots = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new NetTopologySuite.IO.Converters.GeoJsonConverterFactory() } };

    private string[] Ids => [.. made.Store.All(new EventQuery()).Select(e => e.Id)];

    private string Export(string format, string ending)
    {
        var path = Path.Combine(made.Folder, format + ending);
        ExportFormats.Write(made.Store, new EventQuery(), format, path);
        return path;
    }

    [Fact]
    public void Csv_comes_back_and_its_data_package_names_the_columns()
    {
        var rows = CsvText.Read(new StringReader(File.ReadAllText(Export("csv", ".csv")))).ToArray();
        Assert.Equal(Ids, rows.Skip(1).Select(r => r[0]));
        Assert.All(rows, r => Assert.Equal(EventTableExport.Columns.Count, r.Length));
        Assert.Contains(rows, r => r[7] == "Бишкек, \"Ala-Archa\"" && r[8] == "=SUM(A1)");
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(made.Folder, "datapackage.json")));
        var resource = package.RootElement.GetProperty("resources")[0];
        Assert.Equal(rows[0], resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.True(File.Exists(Path.Combine(made.Folder, resource.GetProperty("path").GetString()!)));
    }

    [Fact]
    public async Task Parquet_comes_back()
    {
        await using var reader = await ParquetReader.CreateAsync(Export("parquet", ".parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(EventTableExport.Columns.Select(c => c.Name), reader.Schema.GetDataFields().Select(f => f.Name));
        using var group = reader.OpenRowGroupReader(0);
        var ids = new string?[group.RowCount];
        await group.ReadAsync(reader.Schema.GetDataFields()[0], ids.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Ids, ids);
    }

    [Fact]
    public void Json_lines_come_back_as_the_same_events()
    {
        var back = File.ReadLines(Export("jsonl", ".jsonl")).Select(l => JsonSerializer.Deserialize(l, EventJsonOptions.Compact.EventSummary)!).ToArray();
        var events = made.Store.All(new EventQuery()).ToArray();
        Assert.Equal(events.Select(e => JsonSerializer.Serialize(e, EventJsonOptions.Compact.EventSummary)), back.Select(e => JsonSerializer.Serialize(e, EventJsonOptions.Compact.EventSummary)));
    }

    [Fact]
    public void Linked_data_has_both_selectors_for_each_slice()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Export("jsonld", ".jsonld")));
        var graph = document.RootElement.GetProperty("@graph").EnumerateArray().ToArray();
        var notes = graph.Where(n => n.GetProperty("@type") is { ValueKind: JsonValueKind.String } t && t.GetString() == "oa:Annotation").ToArray();
        Assert.NotEmpty(notes);
        Assert.All(notes, n => Assert.Equal(2, n.GetProperty("oa:hasTarget").GetProperty("oa:hasSelector").GetArrayLength()));
        var events = graph.Where(n => n.GetProperty("@type").ValueKind == JsonValueKind.Array).ToArray();
        Assert.Equal(Ids.Length, events.Length);
        Assert.Contains(events, e => e.GetProperty("eventStatus").GetString() == "https://schema.org/EventCancelled");
        var known = graph.Select(n => n.TryGetProperty("@id", out var id) ? id.GetString() : null).ToHashSet();
        Assert.All(events, e => Assert.All(e.GetProperty("prov:wasDerivedFrom").EnumerateArray(), r => Assert.Contains(r.GetString(), known)));
    }

    [Fact]
    public void Calendar_loads()
    {
        var text = File.ReadAllText(Export("ics", ".ics"));
        Assert.All(text.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        var calendar = Ical.Net.Calendar.Load(text)!;
        var dated = made.Store.All(new EventQuery()).Where(e => e.Start?.Length == 10).ToArray();
        Assert.Equal(dated.Select(e => $"{e.Id}@chancery").Order(), calendar.Events.Select(e => e.Uid).Order());
        var visit = calendar.Events.Single(e => e.Summary!.Contains("Владимир", StringComparison.Ordinal) && e.Summary.StartsWith("Official", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2023, 10, 12), new DateOnly(2023, 10, 14), "CONFIRMED"), (visit.Start!.Date, visit.End!.Date, visit.Status));
        Assert.Equal("=SUM(A1), Бишкек, \"Ala-Archa\", Kyrgyzstan", visit.Location);
    }

    [Fact]
    public void GeoJson_loads_with_longitude_first()
    {
        var features = JsonSerializer.Deserialize<NetTopologySuite.Features.FeatureCollection>(File.ReadAllText(Export("geojson", ".geojson")), GeoJson)!;
        Assert.Equal(Ids.Length, features.Count);
        var point = features.First(f => f.Geometry is not null).Geometry.Coordinate;
        Assert.Equal((74.59, 42.87), (point.X, point.Y));
    }

    [Fact]
    public void Plover_rows_are_whole_and_use_its_roots()
    {
        var rows = File.ReadAllLines(Export("plover", ".tsv")).Select(l => l.Split('\t')).ToArray();
        Assert.All(rows, r => Assert.Equal(PloverExport.Columns.Length, r.Length));
        Assert.All(rows.Skip(1), r => Assert.Contains(r[3], PloverRoots));
        Assert.DoesNotContain(rows.Skip(1), r => r[7].Length > 0 && r[7] == r[10]);
    }

    [Fact]
    public void FollowTheMoney_uses_only_properties_of_its_schemata()
    {
        // Of Thing, Interval, Analyzable, Event; of LegalEntity, Person, Organization and PublicBody (schema files of FollowTheMoney).
        HashSet<string> properties = ["name", "startDate", "endDate", "date", "summary", "location", "country", "keywords", "organizer", "involved", "recordId", "nationality", "position", "wikidataId"];
        var entities = File.ReadLines(Export("ftm", ".ftm.json")).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        var ids = entities.Select(e => e.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (var entity in entities)
        {
            var values = entity.GetProperty("properties");
            Assert.Equal(1, values.GetProperty("name").GetArrayLength());
            foreach (var property in values.EnumerateObject()) Assert.Contains(property.Name, properties);
            foreach (var link in new[] { "organizer", "involved" })
                if (values.TryGetProperty(link, out var linked)) Assert.All(linked.EnumerateArray(), l => Assert.Contains(l.GetString()!, ids));
        }
    }

    [Fact]
    public void The_chronology_opens_in_word_with_a_footnote_an_event()
    {
        using var word = WordprocessingDocument.Open(Export("chronology", ".docx"), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(Ids.Length + 2, word.MainDocumentPart!.FootnotesPart!.Footnotes!.ChildElements.Count);
    }

    [Fact]
    public void The_chronology_escapes_what_markdown_and_html_would_take_for_their_own()
    {
        var markdown = File.ReadAllText(Export("chronology", ".md"));
        Assert.Contains("On \\<border\\> & \\*trade\\*", markdown, StringComparison.Ordinal);
        Assert.Equal(Ids.Length, markdown.Split('\n').Count(l => l.StartsWith("[^", StringComparison.Ordinal)));
        var html = File.ReadAllText(Export("chronology", ".html"));
        Assert.Contains("On &lt;border&gt; &amp; *trade*", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<border>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chinavisits")]
    [InlineData("colt")]
    [InlineData("dyad-year")]
    [InlineData("country-year")]
    public void A_counting_view_names_its_rule(string format)
    {
        var lines = File.ReadAllLines(Export(format, ".csv"));
        Assert.StartsWith("# rule: ", lines[0], StringComparison.Ordinal);
        var rows = CsvText.Read(new StringReader(string.Join('\n', lines.Skip(1)))).ToArray();
        Assert.True(rows.Length > 1);
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
    }

    [Fact]
    public void Historian_counts_stays_and_leaves_out_what_was_cancelled()
    {
        var path = Path.Combine(made.Folder, "putin.csv");
        ExportFormats.Write(made.Store, new EventQuery { Person = "Владимир Путин" }, "historian", path);
        var stay = Assert.Single(HistorianCsv.Read(new StringReader(File.ReadAllText(path))));
        Assert.Equal(("Владимир Путин", "president", "Kyrgyzstan", new DateOnly(2023, 10, 12), new DateOnly(2023, 10, 13)), (stay.Principal, stay.Role, stay.Country, stay.Start, stay.End));
    }
}
