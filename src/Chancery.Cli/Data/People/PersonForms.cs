namespace Chancery.Cli.Data.People;

/// <summary>Forms under which a person is also named: without middle names, the family name alone, other spellings of the given name.</summary>
internal sealed class PersonForms
{
    private static readonly HashSet<string> FamilyFirst = new(StringComparer.Ordinal) { "CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "KHM", "VNM", "SGP" };

    // States whose people put the family name first at home and last in the tables.
    private static readonly HashSet<string> FamilyFirstAtHome = new(StringComparer.Ordinal) { "JPN", "HUN" };
    private readonly Dictionary<string, string[]> _variants = new(StringComparer.OrdinalIgnoreCase);

    public PersonForms(Sources sources)
    {
        foreach (var row in sources.Hand("given-names"))
        {
            var group = row["variants"].Split('|');
            foreach (var name in group) _variants[name] = group;
        }
    }

    /// <summary>Family names by the customs of the state: the last word, with the particles before it; the first in East Asia.</summary>
    public static IEnumerable<string> Families(string name, string country)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "Hussein of Jordan" has no family name there.
        if (words.Contains("of", StringComparer.Ordinal)) words = words[..Array.IndexOf(words, "of")];
        if (words.Length < 2 || words.Skip(1).Any(w => w.All(c => c is 'I' or 'V' or 'X'))) yield break;
        if (FamilyFirst.Contains(country) && words.Length <= 4 && !words[0].Contains('.', StringComparison.Ordinal))
        {
            // "Lee Hsien Loong", "Kim Jong-un"; but "Lawrence Wong".
            if (words[0].Length <= 5) yield return words[0];
            // "Minister Son" of Bui Thanh Son: in Viet Nam the last name is the one a title goes with.
            if (country is not ("SGP" or "HKG" or "VNM")) yield break;
        }
        var last = words[^1] is "Jr." or "Jr" or "Sr." && words.Length > 2 ? words.Length - 2 : words.Length - 1;
        yield return words[last].TrimEnd(',');
        var first = last;
        while (first > 1 && char.IsLower(words[first - 1][0]) || first > 1 && words[first - 1] is "Van" or "De" or "Von" or "El" or "Al" or "Le" or "La" or "Der" or "Ben" or "Bin") first--;
        if (first < last) yield return string.Join(' ', words[first..(last + 1)]);
        foreach (var article in new[] { "al-", "Al-", "el-", "El-" })
            if (words[last].StartsWith(article, StringComparison.Ordinal) && words[last].Length > 5) yield return words[last][3..];
    }

    /// <summary>First and family name alone, where there are names between; where the family name comes first there is no such form.</summary>
    public static string? Brief(string name, string country)
    {
        if (FamilyFirst.Contains(country)) return null;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 3 or 4 && words.All(w => char.IsUpper(w[0]) && w.Length > 1 && w.Any(char.IsLower)) ? $"{words[0]} {words[^1]}" : null;
    }

    /// <summary>"Kishida Fumio" of Fumio Kishida: as the state itself writes it. Null where that is no other form.</summary>
    public static string? AtHome(string name, string country)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return FamilyFirstAtHome.Contains(country) && words.Length == 2 ? $"{words[1]} {words[0]}" : null;
    }

    /// <summary>"Mohammed Al-Thani" of Mohammed Al Thani and the reverse: the article is written with a hyphen or without. Null where there is none.</summary>
    public static string? Hyphened(string name)
    {
        foreach (var article in new[] { "Al", "al", "El", "el" })
        {
            if (name.Contains($" {article}-", StringComparison.Ordinal)) return name.Replace($" {article}-", $" {article} ", StringComparison.Ordinal);
            if (name.Contains($" {article} ", StringComparison.Ordinal)) return name.Replace($" {article} ", $" {article}-", StringComparison.Ordinal);
        }
        return null;
    }

    /// <summary>The name with other spellings of its given name.</summary>
    public IEnumerable<string> Respelled(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !_variants.TryGetValue(name[..space], out var group)) yield break;
        foreach (var other in group)
            if (!other.Equals(name[..space], StringComparison.OrdinalIgnoreCase)) yield return other + name[space..];
    }
}
