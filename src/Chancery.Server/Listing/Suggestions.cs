using System.Collections.Immutable;
using Chancery.Server.Api;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Storage;

namespace Chancery.Server.Listing;

/// <summary>Finds whom a search names, so that "Russia Kyrgyzstan", "RUS KGZ" and "Putin Japarov" lead to a chronology, and a name to its page, however it is spelt.</summary>
internal static class Suggestions
{
    private const int LongestName = 5;
    private const int MostStates = 3;
    private const int MostPersons = 4;
    private static readonly char[] s_between = [' ', ',', '/', '–', '-', '"', '“', '”', '«', '»', '?', '&', '+'];

    public static ImmutableArray<Suggestion> Of(RegisterStore store, Wording words, string? text)
    {
        if (text is null) return [];
        var (states, left) = Named(text.Split(s_between, StringSplitOptions.RemoveEmptyEntries));
        var persons = left.Length == 0 ? [] : Persons(new ActorSearch(store), left);
        string[] sides = [.. states.Concat(persons.Select(p => p.Country).OfType<string>()).Distinct().Take(MostStates)];
        var pairs = states.Count + persons.Length >= 2 && sides.Length >= 2 ? new[] { new Suggestion(words.Pair(sides[0], sides[1]), Addresses.Pair(sides[0], sides[1])) { Note = words["search.pair"] } } : [];
        return [.. pairs, .. persons.Select(p => Person(p, words)), .. states.Take(MostStates).Select(s => new Suggestion(words.State(s), Addresses.State(s)) { Note = words["search.state"] })];
    }

    private static Suggestion Person(ActorRow p, Wording words) => new(words.Name(p.Name), Addresses.Person(p.Name))
    {
        Note = string.Join(", ", new[] { p.Office is { } office ? words.Of("office", office) : null, p.Country is { } country ? words.State(country) : null }.OfType<string>()),
    };

    /// <summary>A name of several words first; else each word may be a name of its own.</summary>
    private static ActorRow[] Persons(ActorSearch search, string[] words)
    {
        var whole = search.Persons(string.Join(' ', words)).Take(MostPersons).ToArray();
        if (words.Length == 1 || whole.Length > 0 && words.All(w => whole[0].Name.Contains(w, StringComparison.OrdinalIgnoreCase))) return whole;
        var each = words.Where(w => w.Length > 2).Take(MostPersons).SelectMany(w => search.Persons(w).Take(1)).DistinctBy(p => p.Name).ToArray();
        return each.Length > 1 || whole.Length == 0 ? each : whole;
    }

    /// <summary>States that the words name, and the words that name none.</summary>
    private static (List<string> States, string[] Left) Named(string[] words)
    {
        var (states, left) = (new List<string>(), new List<string>());
        for (var i = 0; i < words.Length; i++)
        {
            var length = Enumerable.Range(1, Math.Min(LongestName, words.Length - i)).Reverse().FirstOrDefault(n => Find(string.Join(' ', words[i..(i + n)])) is not null);
            if (length == 0) { left.Add(words[i]); continue; }
            states.Add(Find(string.Join(' ', words[i..(i + length)]))!);
            i += length - 1;
        }
        return ([.. states.Distinct()], [.. left.Where(w => w.Length > 2 || w.Any(char.IsUpper))]);
    }

    /// <summary>A code only in capitals: "and" and "can" are words first.</summary>
    private static string? Find(string words) => words.Length > 3 || words.Length == 3 && words.All(char.IsAsciiLetterUpper) ? KnownNames.State(words) : null;
}
