using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Chancery.Cli.Evaluation;

/// <summary>A toponym of a gold article.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">First behind.</param>
/// <param name="Phrase">Its text.</param>
/// <param name="Id">GeoNames id, 0 where the gold has none.</param>
/// <param name="Name">Name of the gold entry.</param>
/// <param name="Class">GeoNames feature code, or empty.</param>
/// <param name="Country">GeoNames id of its country, 0 where unknown.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record GoldToponym(int Start, int End, string Phrase, int Id, string Name, string Class, int Country, double Latitude, double Longitude);

/// <summary>A gold article with its toponyms.</summary>
internal sealed record GoldPlacesDocument(string Id, string Source, string Text, List<GoldToponym> Toponyms)
{
    /// <summary>Reads LGL or GeoVirus XML, packed or not.</summary>
    /// <exception cref="InvalidDataException">No such XML.</exception>
    public static List<GoldPlacesDocument> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        XDocument xml;
        try { xml = XDocument.Load(stream, LoadOptions.PreserveWhitespace); }
        catch (System.Xml.XmlException e) { throw new InvalidDataException($"{path}: {e.Message}", e); }
        return [.. xml.Root!.Elements("article").Select(Article)];
    }

    private static GoldPlacesDocument Article(XElement article)
    {
        var text = article.Element("text")!.Value;
        var id = (string?)article.Attribute("docid") ?? article.Element("source")?.Value ?? "";
        var toponyms = article.Element("toponyms")?.Elements("toponym").Select(Lgl) ?? article.Element("locations")?.Elements("location").Select(GeoVirus) ?? [];
        return new GoldPlacesDocument(id, article.Element("domain")?.Value ?? "", text, [.. toponyms.OrderBy(t => t.Start)]);
    }

    private static GoldToponym Lgl(XElement toponym)
    {
        if (toponym.Element("gaztag") is not { } tag || tag.Element("lat") is null) return Untagged(toponym);
        var country = tag.Element("country")?.Attribute("geonameid")?.Value;
        var code = tag.Element("fcode")?.Value ?? "";
        var id = int.Parse(tag.Attribute("geonameid")!.Value, CultureInfo.InvariantCulture);
        return new GoldToponym(Number(toponym, "start"), Number(toponym, "end"), toponym.Element("phrase")!.Value, id, tag.Element("name")!.Value, code,
            country is null ? code.StartsWith("PCL", StringComparison.Ordinal) ? id : 0 : int.Parse(country, CultureInfo.InvariantCulture), Degrees(tag, "lat"), Degrees(tag, "lon"));
    }

    // A toponym that the annotators could not place counts for finding only.
    private static GoldToponym Untagged(XElement toponym) =>
        new(Number(toponym, "start"), Number(toponym, "end"), toponym.Element("phrase")!.Value, 0, "", "", 0, double.NaN, double.NaN);

    private static GoldToponym GeoVirus(XElement location) =>
        new(Number(location, "start") - 1, Number(location, "end") - 1, location.Element("name")!.Value, 0, "", "", 0, Degrees(location, "lat"), Degrees(location, "lon"));

    private static int Number(XElement element, string name) => int.Parse(element.Element(name)!.Value, CultureInfo.InvariantCulture);

    private static double Degrees(XElement element, string name) => double.Parse(element.Element(name)!.Value, CultureInfo.InvariantCulture);
}
