namespace Chancery.Server.Access;

/// <summary>What a person may do; each may what those before it may.</summary>
public enum Role
{
    /// <summary>Reads everything.</summary>
    Reader,

    /// <summary>Also decides open questions, corrects, adds articles and visits.</summary>
    Reviewer,

    /// <summary>Also keeps sources, settings and people, and reads the log.</summary>
    Keeper,
}
