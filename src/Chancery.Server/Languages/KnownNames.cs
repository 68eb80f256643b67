using System.Collections.Frozen;

namespace Chancery.Server.Languages;

/// <summary>Names as people of any language of the pages write them, to what the register calls the same.</summary>
internal static class KnownNames
{
    private const int LongestName = 6;

    private static readonly FrozenDictionary<string, string> s_states = InterfaceLanguage.All.SelectMany(l => l.StateCodes).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Value, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, string> s_originals = Originals();

    /// <summary>Code of a state by code, by its English name or by its name in another language; null where it is none.</summary>
    public static string? State(string text) => Chancery.Register.States.Find(text) ?? s_states.GetValueOrDefault(text.Trim());

    /// <summary>A text with the names in it as the register writes them: "Путин Жапаров" is "Putin Japarov". Latin script is left alone.</summary>
    public static string? Original(string? text)
    {
        if (text is null || !text.Any(c => char.IsLetter(c) && c > '\u024f')) return text;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var (length, name) = Enumerable.Range(1, Math.Min(LongestName, words.Length - i)).Reverse().Select(n => (n, Find(string.Join(' ', words[i..(i + n)]).Trim(',', '"', '«', '»')))).FirstOrDefault(f => f.Item2 is not null);
            said.Add(name ?? words[i]);
            if (length > 1) i += length - 1;
        }
        return string.Join(' ', said);
    }

    private static string? Find(string name) => s_originals.GetValueOrDefault(name) ?? (s_states.TryGetValue(name, out var code) ? Chancery.Register.States.Name(code) : null);

    /// <summary>Whole names; and the last word of a name where no other name ends so.</summary>
    private static FrozenDictionary<string, string> Originals()
    {
        var whole = InterfaceLanguage.All.SelectMany(l => l.Originals).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.OrdinalIgnoreCase);
        foreach (var last in whole.Where(p => p.Key.Split(' ').Length is 2 or 3 && p.Value.Split(' ').Length is 2 or 3).GroupBy(p => p.Key.Split(' ')[^1], StringComparer.OrdinalIgnoreCase).ToArray())
            if (last.Select(p => p.Value.Split(' ')[^1]).Distinct().Count() == 1) whole.TryAdd(last.Key, last.First().Value.Split(' ')[^1]);
        return whole.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
