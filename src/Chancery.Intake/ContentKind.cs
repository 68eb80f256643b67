namespace Chancery.Intake;

/// <summary>What a file or a part of it is, by its content.</summary>
public enum ContentKind
{
    /// <summary>Plain text, perhaps behind a block of <c>key: value</c> lines.</summary>
    Text,

    /// <summary>Text with Markdown's marks.</summary>
    Markdown,

    /// <summary>A page or a piece of HTML.</summary>
    Html,

    /// <summary>RSS or Atom; each item is a document.</summary>
    Feed,

    /// <summary>One item of a feed.</summary>
    FeedItem,

    /// <summary>JSON Lines; each line is a document.</summary>
    JsonLines,

    /// <summary>JSON values one after another or in an array; each object is a document.</summary>
    JsonValues,

    /// <summary>One JSON object with <c>text</c> or <c>html</c>.</summary>
    JsonRow,

    /// <summary>gzip; what is inside counts.</summary>
    Gzip,

    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>XML that is neither a page nor a feed.</summary>
    Xml,

    /// <summary>No text at all.</summary>
    Binary,
}
