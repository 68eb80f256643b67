using System.Globalization;

namespace Chancery.Server.Languages;

/// <summary>Which form a counted word has: the conditions of CLDR, as far as whole numbers need them (<c>i % 10 = 2..4 and i % 100 != 12..14</c>).</summary>
internal sealed class PluralRule
{
    private readonly Func<long, bool>[] _forms;

    private PluralRule(Func<long, bool>[] forms) => _forms = forms;

    /// <summary>Forms that a counted word has.</summary>
    public int Forms => _forms.Length;

    /// <summary>Reads <c>one: i = 1; other</c>.</summary>
    /// <exception cref="FormatException">No such condition.</exception>
    public static PluralRule Parse(string text) => new([.. text.Split(';').Select(form => form.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? Any(form[(at + 1)..]) : _ => true)]);

    /// <summary>Place of the form for a number.</summary>
    public int FormOf(long number) => Array.FindIndex(_forms, f => f(Math.Abs(number))) is >= 0 and var form ? form : _forms.Length - 1;

    private static Func<long, bool> Any(string text)
    {
        Func<long, bool>[] parts = [.. text.Split(" or ").Select(All)];
        return n => Array.Exists(parts, p => p(n));
    }

    private static Func<long, bool> All(string text)
    {
        Func<long, bool>[] parts = [.. text.Split(" and ").Select(One)];
        return n => Array.TrueForAll(parts, p => p(n));
    }

    private static Func<long, bool> One(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not (["i", "%", _, "=" or "!=", _] or ["i", "=" or "!=", _])) throw new FormatException($"'{text}' is no condition of a plural; write i % 10 = 2..4");
        var divisor = words.Length == 5 ? Number(words[2]) : 0;
        var ranges = words[^1].Split(',').Select(r => r.Split("..")).Select(r => (From: Number(r[0]), To: Number(r[^1]))).ToArray();
        var equal = words[^2] == "=";
        return n => (divisor == 0 ? n : n % divisor) is var value && equal == Array.Exists(ranges, r => r.From <= value && value <= r.To);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
