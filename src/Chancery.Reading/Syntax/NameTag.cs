namespace Chancery.Reading.Syntax;

/// <summary>Where a token stands in a name, and of what kind the name is.</summary>
public enum NameTag : byte
{
    /// <summary>In no name.</summary>
    None,

    /// <summary>First token of a person's name; titles that are written as part of it belong to it.</summary>
    PersonBegin,

    /// <summary>A later token of a person's name.</summary>
    PersonInside,

    /// <summary>First token of an organisation's name.</summary>
    OrganisationBegin,

    /// <summary>A later token of an organisation's name.</summary>
    OrganisationInside,

    /// <summary>First token of a place's name.</summary>
    PlaceBegin,

    /// <summary>A later token of a place's name.</summary>
    PlaceInside,
}
