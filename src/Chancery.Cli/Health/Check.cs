namespace Chancery.Cli.Health;

/// <summary>How a thing is.</summary>
internal enum State
{
    Right,

    /// <summary>Works, but somebody may want to know.</summary>
    Note,
    Wrong,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">The thing.</param>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do, or null.</param>
internal sealed record Check(string What, State State, string Found, string? Remedy = null);
