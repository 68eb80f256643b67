using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Places;

/// <summary>One of the places that a mention may mean: a row of the places, or a state.</summary>
/// <param name="Kind"><see cref="EntryKind.Place"/> or <see cref="EntryKind.State"/>.</param>
/// <param name="Index">Row in the table of its kind.</param>
/// <param name="State">Row of the state it lies in (or is), -1 where none.</param>
/// <param name="Admin1">Number of its first division, 0 for none.</param>
/// <param name="Admin2">Number of its second division, 0 for none.</param>
/// <param name="Class">Rough sort; meaningless for states.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Prior">How known it is, 0 to 1.</param>
public readonly record struct PlaceOption(EntryKind Kind, int Index, int State, int Admin1, int Admin2, PlaceClass Class, float Latitude, float Longitude, float Prior)
{
    /// <summary>Whether it is a state.</summary>
    public bool IsState => Kind == EntryKind.State;

    /// <summary>Kilometres to another place over a sphere of 6,371 km.</summary>
    public double DistanceTo(in PlaceOption other) => Kilometres(Latitude, Longitude, other.Latitude, other.Longitude);

    /// <summary>Kilometres between two points.</summary>
    public static double Kilometres(double north1, double east1, double north2, double east2)
    {
        const double radians = Math.PI / 180;
        double dn = (north2 - north1) * radians / 2, de = (east2 - east1) * radians / 2;
        var a = Math.Sin(dn) * Math.Sin(dn) + Math.Cos(north1 * radians) * Math.Cos(north2 * radians) * Math.Sin(de) * Math.Sin(de);
        return 12742 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Whether it is the division or state that another place lies in.</summary>
    public bool Holds(in PlaceOption other) => IsState
        ? other.State == Index && !other.IsState
        : Class == PlaceClass.Division1 && Admin1 != 0 && other.Admin1 == Admin1 && !(other.Class == PlaceClass.Division1 && other.Kind == EntryKind.Place)
        || Class == PlaceClass.Division2 && Admin2 != 0 && other.Admin2 == Admin2 && other.Class is not (PlaceClass.Division1 or PlaceClass.Division2);
}

/// <summary>A mention of a place in a document, with what it may mean and, once resolved, what it means.</summary>
/// <param name="First">First token.</param>
/// <param name="End">First token behind.</param>
public sealed record PlaceMention(int First, int End)
{
    /// <summary>What it may mean, the best known first; empty for a name the tables do not know.</summary>
    public PlaceOption[] Options { get; set; } = [];

    /// <summary>Index of the option it means; -1 until resolved, or where there is none.</summary>
    public int Chosen { get; set; } = -1;

    /// <summary>Share of the chosen option among all, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>What it means, or null.</summary>
    public PlaceOption? Meaning => Chosen < 0 ? null : Options[Chosen];
}
