using System.Runtime.InteropServices;

namespace Chancery.Reading.Knowledge;

/// <summary>A place as it lies in the pack: a view, cheap to make; only <see cref="Name"/> and its like allocate, once.</summary>
public readonly struct Place
{
    private readonly KnowledgePack _pack;

    internal Place(KnowledgePack pack, int index) => (_pack, Index) = (pack, index);

    /// <summary>Row in the pack.</summary>
    public int Index { get; }

    private ref readonly PlaceRow Row => ref _pack.PlaceRows[Index];

    /// <summary>GeoNames id; 0 for divisions whose id is not known.</summary>
    public int GeoNames => Row.Id;

    /// <summary>Usual name.</summary>
    public string Name => _pack.Text(Row.Name);

    /// <summary>Row of the state, -1 where none.</summary>
    public int State => Row.State;

    /// <summary>Code of the state, or empty.</summary>
    public string Country => Row.State < 0 ? "" : _pack.State(Row.State).Iso3;

    /// <summary>GeoNames code of the first division (<c>US.TX</c>), or empty.</summary>
    public string Admin1 => _pack.Text(Row.Admin1);

    /// <summary>Number that is the same for all places of one first division; 0 for none.</summary>
    public int Admin1Key => Row.Admin1;

    /// <summary>Number that is the same for all places of one second division; 0 for none.</summary>
    public int Admin2Key => Row.Admin2;

    /// <summary>Degrees north.</summary>
    public double Latitude => Row.Latitude;

    /// <summary>Degrees east.</summary>
    public double Longitude => Row.Longitude;

    /// <summary>Inhabitants; 0 where unknown.</summary>
    public int Population => Row.Population;

    /// <summary>GeoNames feature code (PPL, PPLA, PPLC, ADM1, ADM2 …).</summary>
    public string Feature => _pack.Text(Row.Feature);

    /// <summary>What sort of place it is.</summary>
    public PlaceClass Class => (PlaceClass)Row.Class;

    /// <summary>Whether it is a capital of a state or territory.</summary>
    public bool IsCapital => Row.Class == (byte)PlaceClass.Capital;
}

/// <summary>Rough sorts of place.</summary>
public enum PlaceClass : byte
{
    /// <summary>A town, village or other populated place.</summary>
    Town,

    /// <summary>Seat of a first division.</summary>
    Seat,

    /// <summary>Capital of a state or territory.</summary>
    Capital,

    /// <summary>Part of a town.</summary>
    Quarter,

    /// <summary>First division of a state.</summary>
    Division1,

    /// <summary>Second division.</summary>
    Division2,

    /// <summary>Continent, sea, region, mountains and the like.</summary>
    Region,
}

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PlaceRow
{
    public int Id;
    public int Name;
    public int Admin1;
    public int Admin2;
    public int Feature;
    public int Population;
    public float Latitude;
    public float Longitude;
    public short State;
    public byte Class;
    public byte Unused;
}

/// <summary>A residence, palace, base, hall.</summary>
/// <param name="Index">Row in the pack.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Usual name.</param>
/// <param name="City">City it stands in or near, or empty.</param>
/// <param name="Country">Code of the state, or empty.</param>
/// <param name="Latitude">Degrees north, NaN where unknown.</param>
/// <param name="Longitude">Degrees east, NaN where unknown.</param>
/// <param name="Kind">residence, palace, base, hall …</param>
public sealed record Venue(int Index, string Id, string Name, string City, string Country, double Latitude, double Longitude, string Kind);
