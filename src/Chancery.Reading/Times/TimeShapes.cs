using System.Collections.Immutable;

namespace Chancery.Reading.Times;

/// <summary>Classes of tokens with digits: what a number could be in a time. The same in every language but for the endings of the pack.</summary>
internal sealed class TimeShapes(IReadOnlyDictionary<string, string[]> suffixes, IReadOnlyDictionary<string, string> orders)
{
    /// <summary>Names in patterns; the index is the bit.</summary>
    public static readonly ImmutableArray<string> Names =
        ["#int", "#day", "#year", "#short-year", "#ordinal", "#decade", "#short-decade", "#clock", "#hour", "#numeric", "#month", "#decimal", "#fraction"];

    /// <summary>Field that each fills.</summary>
    public static readonly ImmutableArray<TimeSlot> Slots =
        [TimeSlot.Count, TimeSlot.Day, TimeSlot.Year, TimeSlot.ShortYear, TimeSlot.Ordinal, TimeSlot.Decade, TimeSlot.ShortDecade, TimeSlot.Clock,
         TimeSlot.Hour, TimeSlot.Day, TimeSlot.Month, TimeSlot.Count, TimeSlot.Hundredths];

    public const ulong Int = 1, Day = 2, Year = 4, ShortYear = 8, Ordinal = 16, Decade = 32, ShortDecade = 64, Clock = 128, Hour = 256,
        Numeric = 512, Month = 1024, Decimal = 2048, Fraction = 4096;

    /// <summary>Bit of an ambiguous numeric date in its packed value.</summary>
    public const int AmbiguousBit = 1 << 30;

    /// <summary>What a token with a digit could be (bits of <see cref="Names"/>), and its number.</summary>
    public ulong Classify(ReadOnlySpan<char> form, out int number)
    {
        number = 0;
        if (form.Length > 12 || !char.IsAsciiDigit(form[0])) return 0;
        var digits = 0;
        while (digits < form.Length && char.IsAsciiDigit(form[digits])) { if (digits < 8) number = number * 10 + (form[digits] - '0'); digits++; }
        if (digits == form.Length) return OfDigits(form, number);
        var rest = form[digits..];
        if (digits > 4) return 0;
        if (char.IsLetter(rest[0])) return OfSuffix(rest, digits, ref number);
        return rest[0] switch
        {
            ':' => OfClock(rest, ref number),
            ',' => OfGrouped(form, ref number),
            '.' or '/' => OfParts(form, rest[0], ref number),
            _ => 0,
        };
    }

    private static ulong OfDigits(ReadOnlySpan<char> form, int number)
    {
        if (form.Length > 7) return 0;
        ulong mask = Int;
        if (form.Length <= 2)
        {
            if (number is >= 1 and <= 31) mask |= Day;
            if (number is >= 1 and <= 12) mask |= Month;
            if (number <= 24) mask |= Hour;
            if (form.Length == 2) mask |= ShortYear;
        }
        else if (form.Length == 4 && number is >= 1000 and < 2200) mask |= Year;
        return mask;
    }

    private ulong OfSuffix(ReadOnlySpan<char> suffix, int digits, ref int number)
    {
        if (Among("ordinal", suffix)) return number is >= 1 and <= 31 ? Ordinal | Day : Ordinal;
        if (Among("decade", suffix) && number % 10 == 0)
        {
            if (digits == 4 && number is >= 1000 and < 2200) { number /= 10; return Decade; }
            if (digits == 2) { number /= 10; return ShortDecade; }
        }
        if (number > 12 || Meridiem(suffix) is not { } half) return 0;
        number = (number % 12 + half) * 60;
        return Clock;
    }

    private int? Meridiem(ReadOnlySpan<char> suffix) => Among("am", suffix) ? 0 : Among("pm", suffix) ? 12 : null;

    private bool Among(string kind, ReadOnlySpan<char> suffix)
    {
        if (!suffixes.TryGetValue(kind, out var list)) return false;
        foreach (var one in list)
            if (suffix.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private ulong OfClock(ReadOnlySpan<char> rest, ref int number)
    {
        if (rest.Length < 3 || number > 24 || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2])) return 0;
        var minutes = (rest[1] - '0') * 10 + rest[2] - '0';
        if (minutes > 59) return 0;
        if (rest.Length > 3 && char.IsLetter(rest[3]))
        {
            if (Meridiem(rest[3..]) is not { } half || number > 12) return 0;
            number = number % 12 + half;
        }
        else if (rest.Length > 3 && rest[3] != ':') return 0;
        number = number * 60 + minutes;
        return Clock;
    }

    private static ulong OfGrouped(ReadOnlySpan<char> form, ref int number)
    {
        number = 0;
        foreach (var c in form)
        {
            if (c == ',') continue;
            if (!char.IsAsciiDigit(c) || number > 9_999_999) return 0;
            number = number * 10 + (c - '0');
        }
        return Int;
    }

    private ulong OfParts(ReadOnlySpan<char> form, char separator, ref int number)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        foreach (var range in form.Split(separator))
        {
            if (count == 3 || !int.TryParse(form[range], System.Globalization.NumberStyles.None, null, out parts[count])) return 0;
            lengths[count++] = form[range].Length;
        }
        if (count == 3) return OfDate(parts, lengths, orders.GetValueOrDefault(separator.ToString(), "dmy"), ref number);
        if (separator == '/' && parts[1] is > 1 and <= 10 && parts[0] < parts[1]) { number = parts[0] * 100 / parts[1]; return Fraction; }
        if (separator != '.' || lengths[1] > 2) return 0;
        number = parts[0] * 100 + (lengths[1] == 1 ? parts[1] * 10 : parts[1]);
        return Decimal;
    }

    private static ulong OfDate(ReadOnlySpan<int> parts, ReadOnlySpan<int> lengths, string order, ref int number)
    {
        var (year, month, day) = lengths[0] == 4 ? (parts[0], parts[1], parts[2]) : order == "mdy" ? (parts[2], parts[0], parts[1]) : (parts[2], parts[1], parts[0]);
        if (lengths[0] != 4 && lengths[2] is not (2 or 4)) return 0;
        if (lengths[0] != 4 && lengths[2] == 2) year += year < 50 ? 2000 : 1900;
        number = 0;
        if (month > 12 && day <= 12) (month, day) = (day, month);
        else if (lengths[0] != 4 && order == "mdy" && day <= 12 && month != day) number = AmbiguousBit;
        if (month is < 1 or > 12 || day is < 1 or > 31 || year is < 1000 or > 2199) return 0;
        number |= year * 512 + month * 32 + day;
        return Numeric;
    }
}
