using System.Text.RegularExpressions;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Data.People;

/// <summary>Turns the words of a position ("Minister of Foreign Affairs and Trade", "Acting President") into the id of an office, by the language's list of titles.</summary>
internal sealed partial class PositionReader
{
    private readonly Dictionary<string, string> _offices = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);

    public PositionReader(Sources sources, string titles)
    {
        foreach (var office in sources.Hand("offices")) _ranks[office["id"]] = int.Parse(office["rank"], System.Globalization.CultureInfo.InvariantCulture);
        if (!File.Exists(titles)) return;
        var table = Tsv.Read(titles);
        int text = table.Column("text"), id = table.Column("office"), number = table.Column("number");
        for (var i = 0; i < table.Count; i++)
            if (table[i][number] != "plural") _offices.TryAdd(table[i][text], table[i][id]);
    }

    /// <summary>Rank of an office, 9 for an unknown one.</summary>
    public int Rank(string office) => _ranks.GetValueOrDefault(office, 9);

    /// <summary>Office and note ("acting") of a position, or null.</summary>
    public (string Office, string Note)? Read(string position, string country)
    {
        var note = Acting().IsMatch(position) ? "acting" : "";
        var text = Acting().Replace(position, "").Trim();
        if (text.StartsWith("ambassador to", StringComparison.OrdinalIgnoreCase)) return Known("ambassador", note, country, text);
        var bare = Parenthesis().Replace(text, " ").Replace("  ", " ", StringComparison.Ordinal).Trim();
        foreach (var form in new[] { text, bare }.Concat(Parenthesis().Matches(text).Select(m => m.Value.Trim('(', ')', ' '))))
            if (_offices.TryGetValue(form, out var office)) return Known(office, note, country, text);
        return Shortened(bare, country, note);
    }

    /// <summary>Longest title at the head of words: its office and number of words; null where there is none.</summary>
    public (string Office, int Words)? TitleAt(ReadOnlySpan<string> words)
    {
        for (var count = Math.Min(words.Length, 10); count > 0; count--)
            if (_offices.TryGetValue(string.Join(' ', words[..count].ToArray()), out var office)) return (office, count);
        return null;
    }

    // "Minister of Foreign Affairs and Trade": the longest head of it that is a title, where the rest only goes on.
    private (string, string)? Shortened(string text, string country, string note)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length - 1; count >= 2; count--)
        {
            if (words[count] is not ("of" or "and" or "&" or "in" or "for" or "-" or "/") && !words[count - 1].EndsWith(',')) continue;
            if (_offices.TryGetValue(string.Join(' ', words[..count]).TrimEnd(','), out var office)) return Known(office, note, country, text);
        }
        return null;
    }

    // "Secretary of State" is the foreign minister of one state only; elsewhere it is some minister.
    private (string, string)? Known(string office, string note, string country, string text) =>
        office is "secretary-of-state" or "secretary-of-defense" or "deputy-secretary-of-state" or "assistant-secretary-of-state" && country != "USA"
            ? text.Contains("Foreign", StringComparison.Ordinal) ? ("foreign-minister", note) : text.Contains("Defence", StringComparison.Ordinal) ? ("defence-minister", note) : _ranks.ContainsKey("minister") ? ("minister", note) : null
            : _ranks.ContainsKey(office) ? (office, note) : null;

    [GeneratedRegex(@"\b(acting|interim|caretaker|transition|transitional|ad interim)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Acting();

    [GeneratedRegex(@"\(.*?\)")]
    private static partial Regex Parenthesis();
}
