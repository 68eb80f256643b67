namespace Chancery.Storage.Sql;

/// <summary>Words of what a person typed into a search box: all must be there; "…" keeps words together; a trailing * takes any ending.</summary>
internal static class TextWords
{
    public static IEnumerable<(string Text, bool Prefix)> Of(string typed)
    {
        var parts = typed.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                if (Clean(parts[i]) is { Length: > 0 } phrase) yield return (phrase, false);
                continue;
            }
            foreach (var word in parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (Clean(word) is { Length: > 0 } clean) yield return (clean, word.EndsWith('*'));
        }
    }

    private static string Clean(string text)
    {
        var letters = text.Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        return string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
