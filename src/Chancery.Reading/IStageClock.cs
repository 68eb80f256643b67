namespace Chancery.Reading;

/// <summary>Told when a stage of reading has ended; what measures its share of the time.</summary>
public interface IStageClock
{
    /// <summary>The stage that has just ended.</summary>
    void Mark(string stage);
}
