using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Reading.Reports;

namespace Chancery.Server.Articles;

/// <summary>An article with what was read in it.</summary>
/// <param name="Id">Printed number.</param>
/// <param name="Document">Its header.</param>
/// <param name="Reader">Which reader read it.</param>
/// <param name="Text">Canonical text, or null where only the reading was handed in.</param>
/// <param name="Reports">What it says, each with its event.</param>
public sealed record ArticlePage(string Id, DocumentHeader Document, string Reader, string? Text, ImmutableArray<ArticleReport> Reports)
{
    /// <summary>The text cut where evidence begins and ends.</summary>
    [JsonIgnore]
    public ImmutableArray<Piece> Pieces { get; init; } = [];

    /// <summary>Headline, else publisher and day.</summary>
    [JsonIgnore]
    public string Title { get; init; } = "";

    /// <summary>Address of the original where it is one of the web, or null.</summary>
    [JsonIgnore]
    public string? Original { get; init; }
}

/// <summary>A report of the article.</summary>
/// <param name="Event">Id of its event.</param>
/// <param name="Title">Title of the event.</param>
/// <param name="Report">What the article says.</param>
public sealed record ArticleReport(string Event, string Title, Report Report);

/// <summary>A piece of the text.</summary>
/// <param name="Start">First code point.</param>
/// <param name="Text">The piece.</param>
/// <param name="Event">Event that it is evidence of, or null.</param>
/// <param name="Note">Which fields of which events it says, or null.</param>
/// <param name="Field">Field that colours it, or null.</param>
public sealed record Piece(int Start, string Text, string? Event, string? Note, string? Field);
