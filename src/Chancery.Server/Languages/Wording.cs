using System.Collections.Frozen;
using System.Globalization;

namespace Chancery.Server.Languages;

/// <summary>What the pages say, in one language. Pages take it as <c>W</c>, handlers as a service.</summary>
internal sealed partial class Wording
{
    private static readonly FrozenDictionary<string, Wording> s_all = InterfaceLanguage.All.ToFrozenDictionary(l => l.Code, l => new Wording(l), StringComparer.Ordinal);

    private readonly InterfaceLanguage _language;

    private Wording(InterfaceLanguage language) => _language = language;

    /// <summary>The words of the register itself, in which programs are answered.</summary>
    public static Wording English { get; } = s_all["en"];

    /// <summary>Code of the language.</summary>
    public string Code => _language.Code;

    /// <summary>True where the register's own words are used.</summary>
    public bool IsEnglish => ReferenceEquals(this, English);

    /// <summary>The words of a language.</summary>
    public static Wording Of(InterfaceLanguage language) => s_all[language.Code];

    /// <summary>A text; its key where nobody wrote it, which a test forbids.</summary>
    public string this[string key] => _language.Texts.GetValueOrDefault(key) ?? key;

    /// <summary>A text with what belongs into its gaps.</summary>
    public string this[string key, params object?[] gaps] => string.Format(CultureInfo.InvariantCulture, this[key], gaps);

    /// <summary>A number as people write it.</summary>
    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", this["number.group"], StringComparison.Ordinal);

    /// <summary>"12 events".</summary>
    public string Count(long number, string what) => $"{Number(number)} {Form(number, what)}";

    /// <summary>The form of a counted word without its number.</summary>
    public string Form(long number, string what)
    {
        var forms = this[$"n.{what}"].Split('|');
        return forms[Math.Min(_language.Plural.FormOf(number), forms.Length - 1)].Trim();
    }

    /// <summary>A share of one.</summary>
    public string Share(double share) => $"{Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture)}\u00a0%";

    /// <summary>A word of the register (a type, a status, an office) in words; where the table has none it is read as written.</summary>
    public string Of(string kind, string? word) => word is null ? "" : _language.Texts.GetValueOrDefault($"{kind}.{word}") ?? word.Replace('-', ' ');

    /// <summary>Whether the table has a word.</summary>
    public bool Has(string kind, string word) => _language.Texts.ContainsKey($"{kind}.{word}");

    /// <summary>The text with its first letter large.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
