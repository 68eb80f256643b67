namespace Chancery.Intake;

/// <summary>What a document or its container says of itself, as written.</summary>
internal sealed record DocumentFields
{
    public static DocumentFields None { get; } = new();

    public string? Id { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Published { get; init; }
    public string? Source { get; init; }
    public string? Language { get; init; }

    /// <summary>These, and where one is missing that of <paramref name="other"/>.</summary>
    public DocumentFields Or(DocumentFields other) => new()
    {
        Id = Id ?? other.Id,
        Url = Url ?? other.Url,
        Title = Title ?? other.Title,
        Published = Published ?? other.Published,
        Source = Source ?? other.Source,
        Language = Language ?? other.Language,
    };

    /// <summary>The host of an address without <c>www.</c>, or null.</summary>
    public static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host
            : null;
}
