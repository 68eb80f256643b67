using Chancery.Reading.Reports;
using Chancery.Register.Merging;

namespace Chancery.Register.Tests;

/// <summary>Short ways to write a report down in a test.</summary>
internal static class Made
{
    public static SourceDocument Document(string id, string? published = null, string? source = null, string? text = null) => new(
        new DocumentHeader { Id = id, Source = source ?? id, Published = published, Language = "en", Characters = 0 }, "test")
    { Sketch = text is null ? [] : Sources.TextSketch.Of(text) };

    /// <summary>A report: "visit occurred 2023-10-12..2023-10-13 @Bishkek,KGZ Vladimir Putin/RUS/president/visitor; KGZ/host".</summary>
    public static Report Report(string line, string id = "e1")
    {
        var words = line.Split(' ', 5);
        var dates = words[2] == "-" ? [null, null] : words[2].Split("..") is [var a, var b] ? new[] { a, b.Length == 0 ? null : b } : [words[2], words[2]];
        var place = words[3] == "@" ? null : Place(words[3][1..]);
        var (type, subtype) = words[0].Split(':') is [var t, var s] ? (t, s) : (words[0], null);
        return new Report
        {
            Id = id, Type = type, Subtype = subtype, Status = words[1], Start = dates[0], End = dates[1], Place = place, Confidence = 0.9, Plover = new("CONSULT", null, []),
            Participants = [.. (words.Length > 4 ? words[4] : "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p[0] is not ('#' or '+' or '!')).Select(Participant)],
            Name = Tagged(words, '#'),
            Honour = Tagged(words, '+') is { } honour ? new Honour(honour, null) : null,
            Instruments = Tagged(words, '!') is { } title ? [new Instrument("agreement", title, null)] : [],
        };
    }

    public static Profile Profile(string line, string document, string? published = null) =>
        ProfileOf.Document(Document(document, published), [Report(line)])[0];

    private static string? Tagged(string[] words, char tag) => words.Length < 5 ? null
        : words[4].Split(';', StringSplitOptions.TrimEntries).Where(p => p.Length > 0 && p[0] == tag).Select(p => p[1..].Replace('_', ' ')).FirstOrDefault();

    private static EventPlace Place(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 1 ? new(null, null, parts[0], null, null, null) : new(parts[0].Replace('_', ' '), null, parts[1], null, null, null);
    }

    private static Participant Participant(string text)
    {
        var parts = text.Split('/');
        return parts switch
        {
            [var state, var role] when state.Length == 3 && state.All(char.IsUpper) => new(States.Name(state), "state", state, null, role),
            [var organisation, var role] => new(organisation, "organisation", null, null, role),
            [var name, var state, var role] => new(name, "person", state, null, role),
            [var name, var state, var office, var role] => new(name, "person", state.Length == 0 ? null : state, office.Length == 0 ? null : office, role),
            _ => throw new FormatException(text),
        };
    }
}
