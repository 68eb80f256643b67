using System.Globalization;
using Chancery.Register.Exports;

namespace Chancery.Register.Historian;

/// <summary>Stays as CSV of the contract, and back.</summary>
public static class HistorianCsv
{
    /// <summary>Columns of the contract.</summary>
    public static readonly string[] Columns = ["principal", "role", "country", "locales", "start", "end", "remarks"];

    /// <summary>Writes stays in order of person, first and last day.</summary>
    public static void Write(TextWriter to, IEnumerable<HistorianStay> stays)
    {
        to.Write(CsvText.Row(Columns));
        foreach (var s in stays.OrderBy(s => s.Start).ThenBy(s => s.End).ThenBy(s => s.Principal, StringComparer.Ordinal).ThenBy(s => s.Country, StringComparer.Ordinal)
                     .ThenBy(s => s.Locales, StringComparer.Ordinal).ThenBy(s => s.Remarks, StringComparer.Ordinal))
            to.Write(CsvText.Row(s.Principal, s.Role, s.Country, s.Locales, Day(s.Start), Day(s.End), s.Remarks));
    }

    /// <summary>Reads stays.</summary>
    /// <exception cref="FormatException">Other columns, or a cell that is no day.</exception>
    public static IEnumerable<HistorianStay> Read(TextReader from)
    {
        using var rows = CsvText.Read(from).GetEnumerator();
        if (!rows.MoveNext() || !rows.Current.SequenceEqual(Columns)) throw new FormatException($"the first row must be {string.Join(',', Columns)}");
        while (rows.MoveNext())
        {
            if (rows.Current is not [var principal, var role, var country, var locales, var start, var end, var remarks]) throw new FormatException($"a row of {rows.Current.Length} cells");
            yield return new HistorianStay(principal, role, country, locales, Day(start), Day(end), remarks) { Where = HistorianCountries.StateOf(country) ?? country };
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
