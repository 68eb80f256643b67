using System.Text;
using System.Xml;
using System.Xml.Linq;
using Chancery.Intake.Decoding;
using Chancery.Intake.Sources;

namespace Chancery.Intake.Feeds;

/// <summary>Cuts RSS (0.9 to 2.0) and Atom into items.</summary>
/// <remarks>A document type is prohibited: it could expand entities without end or fetch files.</remarks>
internal sealed class FeedCutter(string path, IntakeOptions options)
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    public IEnumerable<SourceItem> Cut(Stream stream)
    {
        var meter = new MeteredStream(stream, options.Limit);
        using var xml = XmlReader.Create(new StreamReader(meter, Encoding(meter.Stream), detectEncodingFromByteOrderMarks: true), s_settings);
        var feed = DocumentFields.None;
        var number = 0;
        while (true)
        {
            XElement? element = null;
            string? broken = null;
            try
            {
                element = Next(xml);
                meter.Restart();
            }
            catch (Exception e) when (e is XmlException or ArgumentException) { broken = Reason(e); }
            if (broken is not null)
            {
                yield return new SourceItem($"{path}#{number + 1}", ContentKind.FeedItem, default, options.Clock.GetUtcNow(), broken);
                yield break;
            }
            if (element is null) break;
            if (!IsItem(element.Name.LocalName)) { feed = FeedFields.OfFeed(feed, element); continue; }
            var bytes = System.Text.Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
            yield return new SourceItem($"{path}#{++number}", ContentKind.FeedItem, bytes, options.Clock.GetUtcNow()) { Inherited = feed };
        }
        if (number == 0) yield return new SourceItem(path, ContentKind.FeedItem, default, options.Clock.GetUtcNow(), "a feed without items");
    }

    private static Encoding Encoding(Stream stream) =>
        stream is HeadStream head && Charset.Declared(head.Head) is { } declared && !Charset.IsUtf8(declared)
            ? Charset.Encoding(declared) : new UTF8Encoding(false, throwOnInvalidBytes: true);

    // Moves to the next child of the feed or channel, whole.
    private static XElement? Next(XmlReader xml)
    {
        if (xml.ReadState == ReadState.Initial) xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) { xml.Read(); continue; }
            if (xml.LocalName is "rss" or "channel" or "feed" or "RDF" && !xml.IsEmptyElement)
            {
                var language = xml.XmlLang;
                xml.Read();
                if (language.Length > 0) return new XElement("language", language);
                continue;
            }
            return (XElement)XNode.ReadFrom(xml);
        }
        return null;
    }

    private static bool IsItem(string name) => name is "item" or "entry";

    private static string Reason(Exception e) => e is DecoderFallbackException
        ? "the feed is not in the encoding it declares (UTF-8 where it declares none); the items behind this one are not read"
        : $"broken XML: {e.Message}; the items behind it are not read";
}
