using System.Collections.Frozen;

namespace Chancery.Intake.Languages;

/// <summary>Says what language a text is in by its script and its commonest words.</summary>
internal static class LanguageGuess
{
    // Enough for any article's opening; longer tells no more.
    private const int Words = 400;
    private const int Needed = 3;

    private static readonly Lazy<Table> s_table = new(Table.Load);

    /// <summary>The language and whether the text said so (else it is assumed to be English).</summary>
    public static (string Language, bool IsDetected) Of(string text)
    {
        var table = s_table.Value;
        Span<int> hits = stackalloc int[table.Languages.Length];
        hits.Clear();
        var words = table.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[24];
        var seen = 0;
        for (var at = 0; at < text.Length && seen < Words; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                if (table.Letters.TryGetValue(text[at], out var byLetter)) foreach (var language in byLetter) hits[language]++;
                at++;
            }
            if (at == start) continue;
            seen++;
            if (at - start <= lower.Length && words.TryGetValue(lower[..text.AsSpan(start, at - start).ToLowerInvariant(lower)], out var byWord))
                foreach (var language in byWord) hits[language]++;
        }
        return Best(table, hits);
    }

    private static (string, bool) Best(Table table, ReadOnlySpan<int> hits)
    {
        int best = 0, second = 0;
        for (var i = 1; i < hits.Length; i++) if (hits[i] > hits[best]) best = i;
        for (var i = 0; i < hits.Length; i++) if (i != best) second = Math.Max(second, hits[i]);
        return hits[best] >= Needed && hits[best] > second ? (table.Languages[best], true) : ("en", false);
    }

    private sealed record Table(string[] Languages, FrozenDictionary<string, int[]> Words, FrozenDictionary<char, int[]> Letters)
    {
        public static Table Load()
        {
            var languages = new List<string>();
            var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var letters = new Dictionary<char, List<int>>();
            foreach (var row in EmbeddedTable.Rows("languages.tsv"))
            {
                var language = languages.Count;
                languages.Add(row[0]);
                foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(words, word, language);
                foreach (var letter in row[2]) if (letter != ' ') Add(letters, letter, language);
            }
            return new Table([.. languages],
                words.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal),
                letters.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray()));
        }

        private static void Add<T>(Dictionary<T, List<int>> table, T key, int language) where T : notnull
        {
            if (!table.TryGetValue(key, out var list)) table[key] = list = [];
            list.Add(language);
        }
    }
}
