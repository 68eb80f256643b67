using System.Text.RegularExpressions;

namespace Chancery.Server.Languages;

/// <summary>Sentences that other parts of the program say in English (why a date is none, why a value was chosen), by the rows <c>said.…</c> of the table.</summary>
internal sealed partial class Wording
{
    private const string Rows = "said.";

    private readonly Lazy<(Regex Says, string Key)[]> _said = new(() => [.. English._language.Texts.Where(t => t.Key.StartsWith(Rows, StringComparison.Ordinal))
        .OrderByDescending(t => t.Value.Length).Select(t => (Pattern(t.Value), t.Key))]);

    /// <summary>The sentence in this language, or null where the table does not have it: it is then shown as English.</summary>
    public string? Said(string english)
    {
        if (IsEnglish) return english;
        var bare = english.TrimEnd('.');
        foreach (var (says, key) in _said.Value)
            if (says.Match(bare) is { Success: true } match) return this[key, [.. match.Groups.Values.Skip(1).Select(g => (object?)g.Value)]];
        return null;
    }

    private static Regex Pattern(string text) =>
        new("^" + Regex.Replace(Regex.Escape(text.TrimEnd('.')), @"\\\{[0-9]}", "(.+?)") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromMilliseconds(200));
}
