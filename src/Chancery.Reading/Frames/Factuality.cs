namespace Chancery.Reading.Frames;

/// <summary>How real an event is in the words of the article.</summary>
internal enum Factuality : byte
{
    /// <summary>Happened, or nothing says otherwise.</summary>
    Occurred,

    /// <summary>Goes on.</summary>
    Ongoing,

    /// <summary>To come.</summary>
    Planned,

    /// <summary>Put off.</summary>
    Postponed,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Said not to be.</summary>
    Denied,

    /// <summary>Wished, asked for, imagined, conditional, negated: no event.</summary>
    Unreal,
}

/// <summary>What was decided, the token that decided it, and who says so.</summary>
/// <param name="Status">How real.</param>
/// <param name="Cue">Token that decided, or -1.</param>
/// <param name="Speaker">Head token of the source, or -1.</param>
/// <param name="SpeechVerb">Token of the attributing word, or -1.</param>
internal record struct Factual(Factuality Status, int Cue, int Speaker, int SpeechVerb)
{
    /// <summary>The words leave the time open (a bare noun): the date decides.</summary>
    public bool Open { get; set; }

    public readonly string Name => Status switch
    {
        Factuality.Planned => "planned",
        Factuality.Ongoing => "ongoing",
        Factuality.Postponed => "postponed",
        Factuality.Cancelled => "cancelled",
        Factuality.Denied => "denied",
        _ => "occurred",
    };
}
