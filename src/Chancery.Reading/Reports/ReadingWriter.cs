using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Reading.Reports;

/// <summary>Writes readings as JSON of the contract.</summary>
/// <remarks>By hand, and the same as <see cref="ReportJson"/> would write: a short article is read from a cold start in the time that
/// the serializer alone takes to get ready. A test compares the two.</remarks>
public sealed class ReadingWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    /// <summary>A writer; names stay readable in every script.</summary>
    public ReadingWriter() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes one reading as one line.</summary>
    public void WriteLine(Stream output, ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reading);
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WritePropertyName("document");
        Document(reading.Document);
        _json.WritePropertyName("events");
        _json.WriteStartArray();
        foreach (var report in reading.Events) Report(report);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        output.Write(_buffer.WrittenSpan);
        output.WriteByte((byte)'\n');
    }

    private void Document(DocumentHeader d)
    {
        _json.WriteStartObject();
        _json.WriteString("id", d.Id);
        _json.WriteString("key", d.Key);
        _json.WriteString("source", d.Source);
        _json.WriteString("url", d.Url);
        _json.WriteString("title", d.Title);
        _json.WriteString("published", d.Published);
        _json.WriteString("publishedFrom", d.PublishedFrom);
        _json.WriteString("language", d.Language);
        _json.WriteString("languageFrom", d.LanguageFrom);
        _json.WriteNumber("characters", d.Characters);
        if (d.Text is not null) _json.WriteString("text", d.Text);
        _json.WriteEndObject();
    }

    private void Report(Report r)
    {
        _json.WriteStartObject();
        _json.WriteString("id", r.Id);
        _json.WriteString("type", r.Type);
        _json.WriteString("subtype", r.Subtype);
        _json.WriteString("status", r.Status);
        _json.WriteString("start", r.Start);
        _json.WriteString("end", r.End);
        _json.WriteString("when", r.When);
        _json.WritePropertyName("place");
        Place(r.Place);
        _json.WriteStartArray("participants");
        foreach (var p in r.Participants) Participant(p);
        _json.WriteEndArray();
        Strings("topics", r.Topics);
        _json.WriteString("name", r.Name);
        _json.WriteStartArray("instruments");
        foreach (var i in r.Instruments) Instrument(i);
        _json.WriteEndArray();
        Pair("honour", r.Honour is { } h ? ("name", h.Name, "class", h.Class) : null);
        Anniversary(r.Anniversary);
        _json.WriteStartArray("attribution");
        foreach (var a in r.Attribution) Pair(null, ("name", a.Name, "cue", a.Cue));
        _json.WriteEndArray();
        _json.WriteString("partOf", r.PartOf);
        _json.WriteNumber("confidence", r.Confidence);
        _json.WriteStartObject("plover");
        _json.WriteString("event", r.Plover.Event);
        _json.WriteString("mode", r.Plover.Mode);
        Strings("contexts", r.Plover.Contexts);
        _json.WriteEndObject();
        _json.WriteStartArray("evidence");
        foreach (var e in r.Evidence) Evidence(e);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Place(EventPlace? p)
    {
        if (p is null) { _json.WriteNullValue(); return; }
        _json.WriteStartObject();
        _json.WriteString("name", p.Name);
        _json.WriteString("venue", p.Venue);
        _json.WriteString("country", p.Country);
        if (p.Latitude is { } latitude) _json.WriteNumber("latitude", latitude); else _json.WriteNull("latitude");
        if (p.Longitude is { } longitude) _json.WriteNumber("longitude", longitude); else _json.WriteNull("longitude");
        _json.WriteString("precision", p.Precision);
        _json.WriteEndObject();
    }

    private void Participant(Participant p)
    {
        _json.WriteStartObject();
        _json.WriteString("name", p.Name);
        _json.WriteString("kind", p.Kind);
        _json.WriteString("country", p.Country);
        _json.WriteString("office", p.Office);
        _json.WriteString("role", p.Role);
        _json.WriteString("wikidata", p.Wikidata);
        _json.WriteEndObject();
    }

    private void Instrument(Instrument i)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", i.Kind);
        _json.WriteString("title", i.Title);
        Number("count", i.Count);
        _json.WriteEndObject();
    }

    private void Anniversary(Anniversary? a)
    {
        if (a is null) { _json.WriteNull("anniversary"); return; }
        _json.WriteStartObject("anniversary");
        _json.WriteNumber("years", a.Years);
        _json.WriteString("of", a.Of);
        _json.WriteEndObject();
    }

    private void Evidence(Evidence e)
    {
        _json.WriteStartObject();
        _json.WriteNumber("start", e.Start);
        _json.WriteNumber("end", e.End);
        _json.WriteString("text", e.Text);
        _json.WriteString("field", e.Field);
        _json.WriteString("rule", e.Rule);
        _json.WriteEndObject();
    }

    private void Pair(string? name, (string, string?, string, string?)? pair)
    {
        if (name is not null) _json.WritePropertyName(name);
        if (pair is not var (first, value, second, other)) { _json.WriteNullValue(); return; }
        _json.WriteStartObject();
        _json.WriteString(first, value);
        _json.WriteString(second, other);
        _json.WriteEndObject();
    }

    private void Strings(string name, ImmutableArray<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    private void Number(string name, int? value)
    {
        if (value is { } number) _json.WriteNumber(name, number); else _json.WriteNull(name);
    }
}
