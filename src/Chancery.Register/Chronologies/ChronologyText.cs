using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Chancery.Register.Events;

namespace Chancery.Register.Chronologies;

/// <summary>The chronology as a document: Markdown and HTML, each entry with a footnote to its source.</summary>
public static class ChronologyText
{
    /// <summary>Writes Markdown with footnotes.</summary>
    public static void Markdown(TextWriter to, string title, ImmutableArray<Section> sections)
    {
        var notes = new List<EventSummary>();
        to.Write($"# {Md(title)}\n");
        foreach (var section in sections)
        {
            to.Write($"\n## {section.Heading}\n\n");
            foreach (var entry in section.Entries) Item(entry, "");
        }
        to.Write('\n');
        for (var i = 0; i < notes.Count; i++) to.Write(string.Create(CultureInfo.InvariantCulture, $"[^{i + 1}]: {Md(Note(notes[i]))}\n"));

        void Item(Entry entry, string indent)
        {
            notes.Add(entry.Event);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{indent}- **{Date(entry.Event)}** {Md(entry.Event.Title)}{Md(Facts(entry.Event))}{Status(entry.Event)}[^{notes.Count}]\n"));
            foreach (var part in entry.Parts) Item(part, indent + "  ");
        }
    }

    /// <summary>Writes one HTML page that needs nothing else, prints well and is readable in the dark.</summary>
    public static void Html(TextWriter to, string title, ImmutableArray<Section> sections)
    {
        var notes = new List<EventSummary>();
        to.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(title)}</title>\n<style>{Style}</style></head>\n<body>\n<h1>{E(title)}</h1>\n");
        foreach (var section in sections)
        {
            to.Write($"<h2>{E(section.Heading)}</h2>\n<ul>\n");
            foreach (var entry in section.Entries) Item(entry);
            to.Write("</ul>\n");
        }
        to.Write("<h2>Sources</h2>\n<ol>\n");
        for (var i = 0; i < notes.Count; i++) to.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"n{i + 1}\">{E(Note(notes[i]))}</li>\n"));
        to.Write("</ol>\n</body>\n</html>\n");

        void Item(Entry entry)
        {
            notes.Add(entry.Event);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{E(entry.Event.Id)}\"><time>{E(Date(entry.Event))}</time> <strong>{E(entry.Event.Title)}</strong>{E(Facts(entry.Event))}{E(Status(entry.Event))}<sup><a href=\"#n{notes.Count}\">{notes.Count}</a></sup>"));
            if (!entry.Parts.IsEmpty)
            {
                to.Write("\n<ul>\n");
                foreach (var part in entry.Parts) Item(part);
                to.Write("</ul>\n");
            }
            to.Write("</li>\n");
        }
    }

    /// <summary>Date of an entry under the heading of its month.</summary>
    public static string Date(EventSummary e) => DateWords.Short(e.Start, e.End) is { Length: > 0 } date ? date : "undated";

    /// <summary>", Ala-Archa, Bishkek; on trade": what the title does not say.</summary>
    public static string Facts(EventSummary e)
    {
        var where = string.Join(", ", new[] { e.Place?.Venue, e.Place?.Name }.OfType<string>().Where(p => !e.Title.Contains(p, StringComparison.Ordinal)));
        return (where.Length > 0 ? $", {where}" : "") + (e.Topics.IsEmpty ? "" : $"; on {string.Join(", ", e.Topics)}");
    }

    /// <summary>" (planned)" for all but what occurred.</summary>
    public static string Status(EventSummary e) => e.Status == "occurred" ? "" : $" ({e.Status})";

    /// <summary>The source behind an entry, for its footnote.</summary>
    public static string Note(EventSummary e)
    {
        var others = e.Sources > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {e.Sources - 1} more") : "";
        var days = e.FirstReported is null ? "" : e.FirstReported == e.LastReported ? $", {e.FirstReported}" : $", {e.FirstReported} to {e.LastReported}";
        return $"{e.QuoteSource ?? "source"}{others}{days}{(e.Quote is { } q ? $": “{q}”" : "")} [{e.Id}]";
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Md(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color-scheme:light dark}time{display:inline-block;min-width:6em;font-weight:600}ul{list-style:none;padding-left:0}ul ul{padding-left:2em}li{margin:.4em 0}ol li{font-size:.9em}@media print{body{margin:0;max-width:none}}";
}
