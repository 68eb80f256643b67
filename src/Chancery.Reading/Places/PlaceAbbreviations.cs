using Chancery.Reading.Packs;

namespace Chancery.Reading.Places;

/// <summary>Short forms of divisions that stand behind a place ("Paris, Tenn."), by <c>place-abbreviations.tsv</c> of a language.</summary>
public sealed class PlaceAbbreviations
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _codes;

    private PlaceAbbreviations(Dictionary<string, string> codes) => _codes = codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the table of a language; a language without one has none.</summary>
    public static PlaceAbbreviations Open(DataRoot root, string language)
    {
        ArgumentNullException.ThrowIfNull(root);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = root.Language(language, "place-abbreviations.tsv");
        if (File.Exists(path))
        {
            var table = Tsv.Read(path);
            int text = table.Column("text"), division = table.Column("division");
            for (var i = 0; i < table.Count; i++) codes[table[i][text]] = table[i][division];
        }
        return new PlaceAbbreviations(codes);
    }

    /// <summary>Code of the first division (<c>US.TN</c>) that a form stands for, or null. The final dot may be left out.</summary>
    public string? Division(ReadOnlySpan<char> form) =>
        _codes.TryGetValue(form, out var code) || form.Length > 1 && form[^1] == '.' && _codes.TryGetValue(form[..^1], out code) ? code : null;
}
