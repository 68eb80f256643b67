namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Strings of a pack by number; number 0 is the empty string.</summary>
internal sealed class TextPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];

    /// <summary>Number of a string; a new one where it was not yet there.</summary>
    public int Number(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        number = _texts.Count;
        _texts.Add(text);
        _numbers.Add(text, number);
        return number;
    }

    /// <summary>Strings in the order of their numbers.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Offsets (one more than strings) and letters.</summary>
    public static (int[] Offsets, char[] Chars) Flatten(IReadOnlyList<string> texts)
    {
        var offsets = new int[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++) offsets[i + 1] = offsets[i] + texts[i].Length;
        var chars = new char[offsets[^1]];
        for (var i = 0; i < texts.Count; i++) texts[i].CopyTo(0, chars, offsets[i], texts[i].Length);
        return (offsets, chars);
    }
}
