using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Chancery.Cli.Data.People;

/// <summary>Chiefs of state and heads of government of the Factbook: "President Sadyr JAPAROV (since 28 January 2021)"; capitals mark the family name.</summary>
internal static partial class FactbookLeaders
{
    public static IEnumerable<PersonClaim> Read(Sources sources, StateTable states, PositionReader positions)
    {
        if (!sources.Has("factbook.tar.gz")) yield break;
        foreach (var (file, json) in sources.JsonFilesOf("factbook.tar.gz"))
        {
            using (json)
            {
                if (states.ByFips(Path.GetFileNameWithoutExtension(file)) is not { } country || states.Rows.First(s => s.Id == country).Of.Length > 0) continue;
                if (!json.RootElement.TryGetProperty("Government", out var government) || !government.TryGetProperty("Executive branch", out var branch)) continue;
                foreach (var field in new[] { "chief of state", "head of government" })
                    if (branch.TryGetProperty(field, out var value) && value.TryGetProperty("text", out var text))
                        foreach (var claim in Claims(text.GetString()!, country, field == "chief of state" ? "president" : "prime-minister", positions)) yield return claim;
            }
        }
    }

    /// <summary>Claims of one text of the Factbook.</summary>
    /// <param name="text">The text.</param>
    /// <param name="country">Code of the state.</param>
    /// <param name="usual">Office of one who stands there without a title.</param>
    /// <param name="positions">Reads titles.</param>
    public static IEnumerable<PersonClaim> Claims(string text, string country, string usual, PositionReader positions)
    {
        text = Tag().Replace(WebUtility.HtmlDecode(text), " ");
        // A monarch of another state, and who stands for him: only the second is an office of this one.
        var represented = text.Contains("represented by", StringComparison.Ordinal);
        foreach (var part in Parts().Split(text))
        {
            var match = Since().Match(part);
            if (!match.Success) continue;
            var lead = Parenthesis().Replace(match.Groups["lead"].Value.Replace("represented by", "", StringComparison.Ordinal), " ");
            if (Claim(lead, match.Groups["date"].Value, country, usual, positions) is not { } claim) continue;
            if (!represented || claim.Office is not ("monarch" or "president")) yield return claim;
        }
    }

    private static PersonClaim? Claim(string lead, string date, string country, string usual, PositionReader positions)
    {
        var words = lead.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        string? office = null;
        var note = "";
        var at = 0;
        while (at < words.Length)
        {
            if (words[at] is "Acting" or "Interim" or "Transition" or "Transitional" or "Caretaker") { note = "acting"; at++; }
            else if (words[at] is "and" or "Sir" or "Dame" or "Dr." or "Sr." or "Gen." or "General" or "Col." or "Capt." or "Captain" or "Archbishop" or "Grand" or "Ratu" or "GNU" or "CNSP" || words[at].EndsWith(':')) at++;
            else if (positions.TitleAt(words.AsSpan(at)) is { } title) { office ??= title.Office; at += title.Words; }
            else break;
        }
        if (at == 0 && words.Length <= 4) office = usual;
        // Without a title known, or with one that goes on ("Chairperson of the Presidency of …"), the name cannot be told from it.
        if (office is null || at >= words.Length || words[at] is "of" or "the" || !words[at..].Any(IsFamily) && !IsFamilyFirst(words[at])) return null;
        var name = words[at..].TakeWhile(w => w is not ("of" or "also" or "is")).ToArray();
        if (name.Contains("and", StringComparer.Ordinal)) return null;
        var family = string.Join(' ', name.Where((w, i) => IsFamily(w) || i == 0 && IsFamilyFirst(w)).Select(Cased));
        return new PersonClaim(string.Join(' ', name.Select((w, i) => i == 0 && IsFamilyFirst(w) ? Title(w) : Cased(w))), country, office, country, Day(date), "", "factbook", "2026") { Note = note, Surname = family };
    }

    private static bool IsFamily(string word) => word.Count(char.IsUpper) > 1 && !word.Any(char.IsLower) && !Roman().IsMatch(word) || word.StartsWith("al-", StringComparison.Ordinal) && word[3..].All(c => !char.IsLower(c));

    // "XI" opens a name; behind one it is a number.
    private static bool IsFamilyFirst(string word) => Roman().IsMatch(word) && word.Length > 1;

    private static string Title(string word) => word[0] + word[1..].ToLowerInvariant();

    private static string Cased(string word)
    {
        if (!IsFamily(word)) return word;
        if (word is "BIN" or "DE" or "VAN" or "DER" or "DA" or "DOS") return word.ToLowerInvariant();
        var result = word.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < result.Length; i++)
            if ((i == 0 || result[i - 1] is '-' or '.') && !(i == 0 && word.StartsWith("al-", StringComparison.Ordinal))) result[i] = char.ToUpperInvariant(result[i]);
        return new string(result);
    }

    private static string Day(string text)
    {
        text = text.Trim();
        foreach (var (format, form) in new[] { ("d MMMM yyyy", "yyyy-MM-dd"), ("d MMM yyyy", "yyyy-MM-dd"), ("MMMM yyyy", "yyyy-MM"), ("yyyy", "yyyy") })
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day.ToString(form, CultureInfo.InvariantCulture);
        return "";
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@";|, represented by|\band Co-prince\b")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\s*(?<lead>.+?)\s*\((?:[^()]*\b)?since (?<date>[^),;]+)")]
    private static partial Regex Since();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex("^[IVX]+$")]
    private static partial Regex Roman();
}
