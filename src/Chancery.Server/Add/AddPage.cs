using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Reading.Reports;
using Chancery.Server.Articles;

namespace Chancery.Server.Add;

/// <summary>Where texts are added.</summary>
/// <param name="Message">What was wrong with the last try, or null.</param>
/// <param name="Text">Text of the last try, so that nothing is typed twice.</param>
/// <param name="Address">Address of the last try.</param>
public sealed record AddPage(string? Message, string? Text = null, string? Address = null);

/// <summary>What would be kept.</summary>
/// <param name="Id">Id of the preview; it is kept for an hour.</param>
/// <param name="Documents">Documents that were read.</param>
/// <param name="Refused">What could not be read, with the reason.</param>
public sealed record PreviewPage(string Id, ImmutableArray<PreviewDocument> Documents, ImmutableArray<string> Refused);

/// <summary>A document as it was read.</summary>
/// <param name="Header">What is known of it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Reports">What was read.</param>
/// <param name="AlreadyThere">True where the register has it already, read by the same reader.</param>
public sealed record PreviewDocument(DocumentHeader Header, string Text, ImmutableArray<Report> Reports, bool AlreadyThere)
{
    /// <summary>The text cut where evidence begins and ends.</summary>
    [JsonIgnore]
    public ImmutableArray<Piece> Pieces { get; init; } = [];

    /// <summary>Titles of the events.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Titles { get; init; } = [];
}
