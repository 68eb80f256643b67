using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Chancery.Intake.Decoding;
using Chancery.Intake.Feeds;
using Chancery.Intake.Html;
using Chancery.Intake.Json;
using Chancery.Intake.Languages;
using Chancery.Intake.Plain;
using Chancery.Intake.Sources;
using Chancery.Reading;
using Chancery.Reading.Text;

namespace Chancery.Intake;

/// <summary>Files, folders and standard input to articles, in two steps so that the second can run on several threads.</summary>
public sealed class ArticleIntake(IntakeOptions options)
{
    /// <summary>Cuts what lies at the paths into documents, in a stable order, holding one at a time.</summary>
    /// <param name="paths">Files, folders, or <c>-</c> for standard input.</param>
    public IEnumerable<SourceItem> Items(IReadOnlyCollection<string> paths)
    {
        if (options.Meter is { } meter && !paths.Contains("-"))
            meter.Total = PathWalker.Files(paths).Where(f => f.Refusal is null).Sum(f => new FileInfo(f.Path).Length);
        var reader = new SourceReader(options);
        foreach (var (path, refusal) in PathWalker.Files(paths))
        {
            if (refusal is not null) yield return new SourceItem(path, ContentKind.Binary, default, options.Clock.GetUtcNow(), refusal);
            else foreach (var item in reader.Items(path)) yield return item;
        }
    }

    /// <summary>Items and articles in one step, on this thread.</summary>
    public IEnumerable<IntakeResult> Articles(IReadOnlyCollection<string> paths) => Items(paths).Select(Read);

    /// <summary>Makes the article of one item. Safe on any thread.</summary>
    public IntakeResult Read(SourceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Refusal is not null) return new IntakeResult(item.Name, null, item.Refusal);
        try { return Read(item, Body(item)); }
        catch (RefusedException e) { return new IntakeResult(item.Name, null, e.Message) { Capture = item.Capture() }; }
        catch (Exception e) when (e is FormatException or XmlException or JsonException)
        {
            return new IntakeResult(item.Name, null, e.Message) { Capture = item.Capture() };
        }
    }

    private static (DocumentFields Fields, string Text) Body(SourceItem item) => item.Kind switch
    {
        ContentKind.JsonRow => OfRow(JsonRow.Read(item.Bytes)),
        ContentKind.FeedItem => OfFeedItem(item),
        ContentKind.Html => OfHtml(TextDecoder.Decode(item.Bytes.Span, Charset.Declared(item.Bytes.Span))),
        ContentKind.Markdown => OfMarkdown(CanonicalText.Of(TextDecoder.Decode(item.Bytes.Span))),
        _ => HeaderBlock.Split(CanonicalText.Of(TextDecoder.Decode(item.Bytes.Span))),
    };

    private static (DocumentFields, string) OfRow(JsonRow row)
    {
        if (!string.IsNullOrWhiteSpace(row.Text)) return (row.Fields, row.Text);
        if (string.IsNullOrWhiteSpace(row.Html)) throw new RefusedException("empty");
        var (fields, text) = OfHtml(row.Html);
        return (row.Fields.Or(fields), text);
    }

    private static (DocumentFields, string) OfHtml(string html)
    {
        if (!HtmlPage.IsPage(html)) return (DocumentFields.None, HtmlPage.OfPiece(html));
        var page = HtmlPage.OfPage(html);
        return (page.Fields, page.Text);
    }

    private static (DocumentFields, string) OfMarkdown(string source)
    {
        var (fields, text) = HeaderBlock.Split(source);
        return (fields.Or(new DocumentFields { Title = Markdown.Title(text) }), Markdown.ToText(text));
    }

    // An item's headline is not repeated in its body, and with a short description it is half of what is said.
    private static (DocumentFields, string) OfFeedItem(SourceItem item)
    {
        var element = XElement.Parse(System.Text.Encoding.UTF8.GetString(item.Bytes.Span));
        var fields = FeedFields.OfItem(element);
        var body = FeedFields.Body(element) is { } html ? HtmlPage.OfPiece(html) : "";
        var title = fields.Title is null ? null : HtmlPage.OfPiece(fields.Title);
        var text = title is null || body == title || body.StartsWith(title + "\n", StringComparison.Ordinal) ? body : body.Length == 0 ? title : title + "\n\n" + body;
        return ((fields with { Title = title }).Or(item.Inherited), text);
    }

    private IntakeResult Read(SourceItem item, (DocumentFields Fields, string Text) body)
    {
        var text = CanonicalText.Of(body.Text);
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedException(item.Kind is ContentKind.Html or ContentKind.JsonRow or ContentKind.FeedItem ? "no text in it" : "empty");
        if (text.Contains('\0')) throw new RefusedException("the text holds zero characters");
        if (text.Length > options.Limit) throw new RefusedException(BoundedBytes.TooLong("text of ", text.Length, options.Limit));
        var fields = body.Fields;
        var warnings = new List<string>();
        var (published, publishedFrom) = Published(fields, warnings);
        var (language, languageFrom) = Language(fields, text);
        var article = new Article(text)
        {
            Key = fields.Id ?? (item.Name == "-" ? null : item.Name),
            Source = options.Source ?? fields.Source ?? DocumentFields.Host(fields.Url),
            Url = fields.Url,
            Title = fields.Title,
            Published = published,
            PublishedFrom = publishedFrom,
            Language = language,
        };
        return new IntakeResult(item.Name, article, null) { Capture = item.Capture(), LanguageFrom = languageFrom, Warnings = warnings };
    }

    private (DateOnly?, string?) Published(DocumentFields fields, List<string> warnings)
    {
        if (options.Published is { } day) return (day, "option");
        if (fields.Published is null) return (null, null);
        if (PublicationDate.TryRead(fields.Published, out var written)) return (written, "metadata");
        warnings.Add($"day of publication '{fields.Published}' is not understood; write it as 2023-10-12");
        return (null, null);
    }

    private (string Language, string From) Language(DocumentFields fields, string text)
    {
        if (options.Language is { } language) return (language, "option");
        if (fields.Language is { } written && written.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } code) return (code, "metadata");
        var (guess, isDetected) = LanguageGuess.Of(text);
        return (guess, isDetected ? "detected" : "assumed");
    }
}
