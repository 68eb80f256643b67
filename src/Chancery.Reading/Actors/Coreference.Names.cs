using System.Buffers;
using System.Globalization;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;

namespace Chancery.Reading.Actors;

/// <content>How a name is made up: family names of several parts, names in capitals, the family name first.</content>
internal sealed partial class Coreference
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    // "Ponevács-Pana" is one family name, "al-Araji" is Araji.
    private int SurnameFrom(int first, int end)
    {
        var at = end - 1;
        while (at - 2 >= first && words.Text(at - 1) is "-" && !words.Is(at - 2, WordClass.NameParticle) && IsTight(at - 1) && IsTight(at)) at -= 2;
        return at;
    }

    private bool IsTight(int token) => (_document.Tokens[token].Shape & TokenShape.SpaceBefore) == 0;

    // A family name alone, particles apart: "Araji", "Al-Araji", "Van Rompuy".
    private bool IsSingle(int first, int end)
    {
        var at = SurnameFrom(first, end);
        while (at > first && (words.Is(at - 1, WordClass.NameParticle) || words.Text(at - 1) is "-" && at - 2 >= first && words.Is(at - 2, WordClass.NameParticle))) at--;
        return at == first;
    }

    private string SurnameOf(int first, int end)
    {
        if (IsFamilyInCapitals(first, end) is > 0 and var given) end = given;
        // "Ferdinand Marcos Jr."
        while (end - first > 1 && (orders.IsSuffix(words.Text(end - 1)) || words.Text(end - 1) is "," or ".")) end--;
        return Text(SurnameFrom(first, end), end).ToLowerInvariant();
    }

    private string Text(int first, int end) => _document.Text[_document.Tokens[first].Start.._document.Tokens[end - 1].End].Replace('\n', ' ');

    // "KAMIKAWA Yoko" of a state that writes the family name last is Yoko Kamikawa.
    private string NameText(int first, int end, string? country)
    {
        var given = IsFamilyInCapitals(first, end);
        if (given > 0 && (country is null || !orders.IsFamilyFirst(country))) return $"{Plain(given, end)} {Plain(first, given)}";
        return Plain(first, end);
    }

    // "Caroline KENNEDY" is written without capitals.
    private string Plain(int first, int end)
    {
        var text = Text(first, end).ToCharArray();
        var start = _document.Tokens[first].Start;
        for (var i = first; i < end; i++)
            if (IsShouted(i))
                for (var at = _document.Tokens[i].Start - start + 1; at < _document.Tokens[i].End - start; at++)
                    if (char.IsLetter(text[at - 1])) text[at] = char.ToLower(text[at], CultureInfo.InvariantCulture);
        return new string(text);
    }

    // A word in capitals that is neither initials ("JD") nor a number ("III").
    private bool IsShouted(int token) => (_document.Tokens[token].Shape & TokenShape.AllCaps) != 0 && words.Text(token).IndexOf('.') < 0 && !orders.IsSuffix(words.Text(token))
        && (words.Text(token).Length > 2 || words.Text(token).ContainsAny(Vowels));

    // Where the given name begins in "KAMIKAWA Yoko"; 0 where the family name is not in capitals before it.
    private int IsFamilyInCapitals(int first, int end)
    {
        var at = first;
        while (at < end && (IsShouted(at) || at > first && words.Text(at) is "-")) at++;
        if (at == first || at == end) return 0;
        for (var i = at; i < end; i++) if (IsShouted(i)) return 0;
        return at;
    }

    private bool SameName(Entity e, int first, int end, string surname)
    {
        var text = Text(first, end);
        if (e.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        if (IsSingle(first, end)) return e.Surname == surname || IsFirstFamily(e.Name, surname);
        return e.Surname == surname && SharesGiven(e.Name, words.Text(IsFamilyInCapitals(first, end) is > 0 and var given ? given : first));
    }

    // "Meade" of José Antonio Meade Kuribreña, "López Obrador": the first of two family names.
    private static bool IsFirstFamily(string name, string word)
    {
        var parts = name.Split(' ');
        return parts.Length >= 3 && parts[^2].Length > 3 && parts[^2].Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    private static bool SharesGiven(string name, ReadOnlySpan<char> given) =>
        name.AsSpan().StartsWith(given, StringComparison.OrdinalIgnoreCase) || !name.Contains(' ', StringComparison.Ordinal);

    // Whom the article has introduced: by family name, else by the first word ("Kim Jong Un").
    private Entity? ByShortName(int first, int end, string surname)
    {
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && !e.Inferred && e.Surname == surname && e.Name.Contains(' ', StringComparison.Ordinal)) return e;
        if (end - first > 1) return null;
        var word = words.Text(first);
        foreach (var e in _entities)
            if (e.Kind == EntityKind.Person && !e.Inferred && e.Name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) && e.Name.AsSpan(word.Length).StartsWith(" ")) return e;
        return null;
    }

    // By the match of the scanner, else by the name without its middle initials ("Antony J. Blinken"), with the family name last ("LAVROV Sergey").
    private ReadOnlySpan<Candidate> CandidatesOf(Mention m)
    {
        if (m.Match.Count > 0) return pack.Candidates(m.Match);
        if (m.NameFirst < 0 || m.NameEnd - m.NameFirst is < 2 or > 9) return [];
        // "Ferdinand R. Marcos, Jr." may be listed with the suffix or without.
        for (var suffixed = true; ; suffixed = false)
        {
            var found = pack.Find(Bare(m, suffixed));
            if (found.Length > 0) return found;
            if (!suffixed) break;
        }
        if (IsFamilyInCapitals(m.NameFirst, m.NameEnd) is not (> 0 and var given)) return [];
        int[] turned = [.. Words(given, m.NameEnd, false), .. Words(m.NameFirst, given, false)];
        return pack.Find(turned);
    }

    private int[] Bare(Mention m, bool suffixed) => Words(m.NameFirst, m.NameEnd, suffixed) is { Length: > 1 } bare ? bare : [];

    // The words of a name without its initials.
    private int[] Words(int first, int end, bool suffixed)
    {
        var ids = new List<int>(end - first);
        for (var i = first; i < end; i++)
            if (orders.IsSuffix(words.Text(i)) ? suffixed : words.Text(i).Length > 2 || words.Text(i) is [_, not '.'] or "-") ids.Add(_document.Tokens[i].Word);
        return [.. ids];
    }
}
