using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Writes Latin letters without their marks, by the table <c>data/languages/letters.tsv</c>.</summary>
public sealed class LetterPlainer
{
    private readonly Dictionary<char, string> _plain = [];

    /// <summary>Reads the table; without it nothing is changed.</summary>
    public LetterPlainer(string path)
    {
        if (!File.Exists(path)) return;
        var table = Tsv.Read(path);
        int letter = table.Column("letter"), plain = table.Column("plain");
        for (var i = 0; i < table.Count; i++) _plain[table[i][letter][0]] = table[i][plain];
    }

    /// <summary>The text with plain letters.</summary>
    public string Plain(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var result = new System.Text.StringBuilder(text.Length + 4);
        foreach (var c in text)
            if (c >= 128 && _plain.TryGetValue(c, out var plain)) result.Append(plain); else result.Append(c);
        return result.ToString();
    }
}
