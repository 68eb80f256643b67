using Chancery.Reading.Knowledge.Compile;

namespace Chancery.Cli.Data.People;

/// <summary>Whether two spellings may be the name of one person.</summary>
internal sealed class NameLikeness(LetterPlainer plainer)
{
    /// <summary>Lower-case words without marks and hyphens.</summary>
    public string[] Words(string name) =>
        plainer.Plain(name).ToLowerInvariant().Split([' ', '-', '\'', '’', '.', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Words of a name as one key.</summary>
    public string Key(string name) => string.Join(' ', Words(name));

    /// <summary>Whether family name and some given name agree, with a letter or two of difference as transliterations have.</summary>
    public bool Alike(string[] a, string[] b, string[] familyOfB)
    {
        if (a.Length == 0 || b.Length == 0) return false;
        if (a.AsSpan().SequenceEqual(b)) return true;
        string[] family = familyOfB.Length > 0 ? familyOfB : [b[^1]];
        if (!family.All(f => Particle(f) || a.Any(w => Close(w, f)))) return false;
        // A name that opens with what its source marks (XI Jinping, SALMAN bin …) must open so in the other spelling too.
        if (familyOfB.Length > 0 && b[0] == familyOfB[0] && !Close(a[0], b[0])) return false;
        var (givenOfA, givenOfB) = (Given(a, family), Given(b, family));
        if (givenOfB.Length == 0) return true;
        if (givenOfA.Length == 0) return false;
        // All given names of the shorter name stand in the longer one.
        var (few, many) = givenOfA.Length < givenOfB.Length ? (givenOfA, givenOfB) : (givenOfB, givenOfA);
        return few.All(f => many.Any(m => Close(f, m) || (f.Length == 1 || m.Length == 1) && f[0] == m[0]));
    }

    private static string[] Given(string[] words, string[] family) => [.. words.Where(w => !Particle(w) && !family.Any(f => Close(w, f)))];

    /// <summary>Whether the family name alone is shared.</summary>
    public bool SharesFamily(string[] a, string[] familyOfB) => familyOfB.Any(f => f.Length > 2 && !Particle(f) && a.Any(w => Close(w, f)));

    private static bool Particle(string word) => word is "al" or "el" or "bin" or "ibn" or "de" or "da" or "dos" or "van" or "der" or "den" or "la" or "jr";

    /// <summary>Equal, or as near as spellings of one name are: one edit from five letters on, two from seven where letters are added or left out, as transliterations do (Deguang and Dejiang are two people), or from nine.</summary>
    public static bool Close(string a, string b)
    {
        if (a == b) return true;
        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter >= 9 || shorter >= 7 && a.Length != b.Length ? 2 : shorter >= 5 ? 1 : 0;
        return allowed > 0 && Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b, allowed) <= allowed;
    }

    private static int Distance(string a, string b, int limit)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
                best = Math.Min(best, next);
            }
            if (best > limit) return best;
        }
        return row[b.Length];
    }
}
