namespace Chancery.Reading;

/// <summary>Which events a reader looks for.</summary>
public enum ReaderScope : byte
{
    /// <summary>The register of diplomacy: what happens between or against states, organisations of states and their people.</summary>
    Diplomacy,

    /// <summary>All political events in the sense of PLOVER: police, courts, crowds, rebels and companies act too, nobody need be named, and
    /// roots follow the PLOVER manual, so that a thing only promised is AGREE and one only threatened THREATEN.</summary>
    Plover,
}
