using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Chancery.Register.Events;

namespace Chancery.Register.Chronologies;

/// <summary>The chronology as a Word document with real footnotes to the sources.</summary>
public static class ChronologyDocx
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Types = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/></Types>";
    private const string Rels = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string DocumentRels = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/></Relationships>";
    private const string Styles = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles xmlns:w=\"" + W + "\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style></w:styles>";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream to, string title, ImmutableArray<Section> sections)
    {
        var notes = new List<EventSummary>();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", Rels);
        Part(zip, "word/_rels/document.xml.rels", DocumentRels);
        Part(zip, "word/styles.xml", Styles);
        Part(zip, "word/document.xml", Xml("document", body =>
        {
            body.WriteStartElement("w", "body", W);
            Paragraph(body, "Title", 0, () => Run(body, title));
            foreach (var section in sections)
            {
                Paragraph(body, "Heading1", 0, () => Run(body, section.Heading));
                foreach (var entry in section.Entries) Entry(body, entry, 0, notes);
            }
            body.WriteEndElement();
        }));
        Part(zip, "word/footnotes.xml", Xml("footnotes", x =>
        {
            Footnote(x, -1, "separator", null);
            Footnote(x, 0, "continuationSeparator", null);
            for (var i = 0; i < notes.Count; i++) Footnote(x, i + 1, null, ChronologyText.Note(notes[i]));
        }));
    }

    private static void Entry(XmlWriter x, Entry entry, int depth, List<EventSummary> notes)
    {
        notes.Add(entry.Event);
        var number = notes.Count;
        Paragraph(x, null, depth, () =>
        {
            Run(x, ChronologyText.Date(entry.Event) + "  ", bold: true);
            Run(x, entry.Event.Title + ChronologyText.Facts(entry.Event) + ChronologyText.Status(entry.Event));
            x.WriteStartElement("w", "r", W);
            x.WriteStartElement("w", "rPr", W);
            Value(x, "vertAlign", "superscript");
            x.WriteEndElement();
            x.WriteStartElement("w", "footnoteReference", W);
            x.WriteAttributeString("w", "id", W, number.ToString(CultureInfo.InvariantCulture));
            x.WriteEndElement();
            x.WriteEndElement();
        });
        foreach (var part in entry.Parts) Entry(x, part, depth + 1, notes);
    }

    private static void Paragraph(XmlWriter x, string? style, int depth, Action content)
    {
        x.WriteStartElement("w", "p", W);
        if (style is not null || depth > 0)
        {
            x.WriteStartElement("w", "pPr", W);
            if (style is not null) Value(x, "pStyle", style);
            if (depth > 0)
            {
                x.WriteStartElement("w", "ind", W);
                x.WriteAttributeString("w", "left", W, (depth * 400).ToString(CultureInfo.InvariantCulture));
                x.WriteEndElement();
            }
            x.WriteEndElement();
        }
        content();
        x.WriteEndElement();
    }

    private static void Run(XmlWriter x, string text, bool bold = false)
    {
        x.WriteStartElement("w", "r", W);
        if (bold)
        {
            x.WriteStartElement("w", "rPr", W);
            x.WriteElementString("w", "b", W, null);
            x.WriteEndElement();
        }
        x.WriteStartElement("w", "t", W);
        x.WriteAttributeString("xml", "space", null, "preserve");
        x.WriteString(new string([.. text.Where(XmlConvert.IsXmlChar)]));
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static void Footnote(XmlWriter x, int id, string? kind, string? text)
    {
        x.WriteStartElement("w", "footnote", W);
        if (kind is not null) x.WriteAttributeString("w", "type", W, kind);
        x.WriteAttributeString("w", "id", W, id.ToString(CultureInfo.InvariantCulture));
        Paragraph(x, null, 0, () =>
        {
            if (text is not null)
            {
                x.WriteStartElement("w", "r", W);
                x.WriteElementString("w", "footnoteRef", W, null);
                x.WriteEndElement();
                Run(x, " " + text);
                return;
            }
            x.WriteStartElement("w", "r", W);
            x.WriteElementString("w", kind!, W, null);
            x.WriteEndElement();
        });
        x.WriteEndElement();
    }

    private static void Value(XmlWriter x, string name, string value)
    {
        x.WriteStartElement("w", name, W);
        x.WriteAttributeString("w", "val", W, value);
        x.WriteEndElement();
    }

    private static string Xml(string root, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var x = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            x.WriteStartElement("w", root, W);
            content(x);
            x.WriteEndElement();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
