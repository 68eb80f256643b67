using System.Collections.Immutable;
using Chancery.Register;

namespace Chancery.Server.Listing;

/// <summary>Finds the states that a search names, so that "Russia Kyrgyzstan" leads to their chronology.</summary>
internal static class Suggestions
{
    private const int LongestName = 5;

    public static ImmutableArray<Suggestion> Of(string? text)
    {
        if (text is null) return [];
        var states = Named(text.Split([' ', ',', '/', '–', '-', '"'], StringSplitOptions.RemoveEmptyEntries)).Distinct().Take(3).ToArray();
        var pairs = states.Length < 2 ? [] : new[] { new Suggestion($"{States.Name(states[0])} and {States.Name(states[1])}", $"/relations/{states[0]}/{states[1]}") };
        return [.. pairs, .. states.Select(s => new Suggestion(States.Name(s), $"/states/{s}"))];
    }

    private static IEnumerable<string> Named(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var n = Math.Min(LongestName, words.Length - i); n > 0; n--)
            {
                if (Find(string.Join(' ', words[i..(i + n)])) is not { } state) continue;
                yield return state;
                i += n - 1;
                break;
            }
        }
    }

    /// <summary>A code only in capitals: "and" and "can" are words first.</summary>
    private static string? Find(string words) => words.Length > 3 || words.Length == 3 && words.All(char.IsAsciiLetterUpper) ? States.Find(words) : null;
}
