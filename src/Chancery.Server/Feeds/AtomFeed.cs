using System.Globalization;
using System.Text;
using System.Xml;
using Chancery.Register.Events;
using Chancery.Server.Answers;
using Chancery.Server.Layout;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Feeds;

/// <summary>The latest changes of a list as Atom (RFC 4287): an entry is an event as it stands, and comes again when it changed.</summary>
internal sealed class AtomFeed(RegisterStore store, EventQuery query, string title) : IResult
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 50;

    public Task ExecuteAsync(HttpContext http)
    {
        var events = store.Find(query with { Order = EventOrder.Changed, Limit = MostEntries, After = null }).Items;
        using var to = new MemoryStream();
        using (var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, Indent = true, NewLineChars = "\n" })) Feed(xml, http, events);
        return Tagged.Write(http, "application/atom+xml; charset=utf-8", to.ToArray());
    }

    private void Feed(XmlWriter xml, HttpContext http, IReadOnlyList<EventSummary> events)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var here = root + AnswerForms.Twin(http, ".atom");
        xml.WriteStartElement("feed", Namespace);
        xml.WriteElementString("id", Namespace, here);
        Text(xml, "title", $"{title} · Chancery");
        xml.WriteElementString("updated", Namespace, Instant(events.Count == 0 ? DateTimeOffset.UnixEpoch : events.Max(e => e.Changed) ?? DateTimeOffset.UnixEpoch));
        Link(xml, "self", here);
        Link(xml, "alternate", root + AnswerForms.Twin(http, ""));
        foreach (var e in events) Entry(xml, root, e);
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, string root, EventSummary e)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, $"urn:chancery:{Uri.EscapeDataString(e.Id)}");
        Text(xml, "title", $"{Words.When(e, true)}: {e.Title}");
        xml.WriteElementString("updated", Namespace, Instant(e.Changed ?? DateTimeOffset.UnixEpoch));
        Link(xml, "alternate", root + Addresses.Event(e.Id));
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", e.QuoteSource ?? "Chancery");
        xml.WriteEndElement();
        foreach (var term in new[] { e.Type, e.Status })
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", term);
            xml.WriteEndElement();
        }
        Text(xml, "summary", string.Join(" — ", new[] { e.Status, Words.Facts(e), e.Quote is { } quote ? $"“{quote}”" : "" }.Where(t => t.Length > 0)));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // Plain text only, and without the control characters that XML has no way to write.
    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
