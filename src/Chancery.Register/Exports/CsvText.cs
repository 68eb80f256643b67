using System.Text;

namespace Chancery.Register.Exports;

/// <summary>CSV by RFC 4180 with LF: a cell with comma, quote or line break is quoted. A cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
public static class CsvText
{
    /// <summary>One row with its line end.</summary>
    public static string Row(params ReadOnlySpan<string?> cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) row.Append(',');
            row.Append(Cell(cells[i] ?? ""));
        }
        return row.Append('\n').ToString();
    }

    /// <summary>Rows of a CSV text.</summary>
    /// <exception cref="FormatException">A quote is never closed.</exception>
    public static IEnumerable<string[]> Read(TextReader from)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int c; (c = from.Read()) >= 0;)
        {
            if (quoted)
            {
                if (c != '"') cell.Append((char)c);
                else if (from.Peek() == '"') cell.Append((char)from.Read());
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') End(cells, cell);
            else if (c == '\n')
            {
                End(cells, cell);
                yield return [.. cells];
                cells.Clear();
            }
            else if (c != '\r') cell.Append((char)c);
        }
        if (quoted) throw new FormatException("a quoted cell is never closed");
        if (cells.Count > 0 || cell.Length > 0)
        {
            End(cells, cell);
            yield return [.. cells];
        }
    }

    private static void End(List<string> cells, StringBuilder cell)
    {
        var text = cell.ToString();
        cells.Add(text is ['\'', '=' or '+' or '-' or '@' or '\t', ..] ? text[1..] : text);
        cell.Clear();
    }

    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t', ..] && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
