using System.Net;
using System.Text.Json;
using Chancery.Register.Exports;

namespace Chancery.Cli.Render;

/// <summary>Rows of an answer as JSON, CSV, Markdown or HTML. A row is cells by name, all rows with the same names.</summary>
internal static class RowPrinter
{
    /// <summary>Forms beside the table of the terminal.</summary>
    public static readonly string[] Formats = ["table", "md", "html", "json", "csv"];

    /// <param name="to">Where to.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="title">Heading of a document.</param>
    /// <param name="format">json, csv, md or html.</param>
    /// <param name="beside">Documents set the rows beside each other, one a column, and the names at the left.</param>
    public static void Write(TextWriter to, IReadOnlyList<Dictionary<string, string>> rows, string title, string format, bool beside = false)
    {
        string[] names = rows.Count == 0 ? [] : [.. rows[0].Keys];
        switch (format)
        {
            case "json":
                to.WriteLine(JsonSerializer.Serialize([.. rows], CliJson.Default.DictionaryStringStringArray));
                break;
            case "csv":
                to.Write(CsvText.Row(names));
                foreach (var row in rows) to.Write(CsvText.Row([.. names.Select(n => row[n])]));
                break;
            default:
                var table = beside ? Turned(names, rows) : [names, .. rows.Select(r => names.Select(n => r[n]).ToArray())];
                if (format == "md") Markdown(to, table, title); else Html(to, table, title);
                break;
        }
    }

    private static string[][] Turned(string[] names, IReadOnlyList<Dictionary<string, string>> rows) => [.. names.Where(n => rows.Any(r => r[n].Length > 0)).Select(n => rows.Select(r => r[n]).Prepend(n).ToArray())];

    private static void Markdown(TextWriter to, string[][] table, string title)
    {
        to.WriteLine($"# {title}\n");
        if (table.Length == 0) return;
        to.WriteLine($"| {string.Join(" | ", table[0].Select(Cell))} |\n|{string.Concat(table[0].Select(_ => "---|"))}");
        foreach (var row in table[1..]) to.WriteLine($"| {string.Join(" | ", row.Select(Cell))} |");
        static string Cell(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '|' or '\\' or '<' or '>' or '*' or '_' or '`' or '[' or ']' ? $"\\{c}" : $"{c}"));
    }

    private static void Html(TextWriter to, string[][] table, string title)
    {
        to.WriteLine($"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n<table>");
        for (var i = 0; i < table.Length; i++)
            to.WriteLine($"<tr>{string.Concat(table[i].Select(c => i == 0 ? $"<th>{WebUtility.HtmlEncode(c)}</th>" : $"<td>{WebUtility.HtmlEncode(c)}</td>"))}</tr>");
        to.WriteLine("</table>\n</html>");
    }
}
