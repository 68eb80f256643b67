using System.Globalization;

namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    private readonly State?[] _states;

    /// <summary>Number of states, former states and territories.</summary>
    public int StateCount => _states.Length;

    /// <summary>A state by its row.</summary>
    public State State(int index) => _states[index] ??= ReadState(index);

    /// <summary>A state by its code, or null.</summary>
    public State? ByIso3(ReadOnlySpan<char> iso3) => IndexOf(PackTable.States, iso3) is >= 0 and var index ? State(index) : null;

    private State ReadState(int index)
    {
        var row = Row(PackTable.States, index);
        return new State(index, Text(row[0]), Text(row[1]))
        {
            Iso2 = Text(row[2]), Cow = Number(row[3]), GleditschWard = Number(row[4]), Wikidata = Text(row[5]), GeoNames = Text(row[6]),
            Start = Date(row[7]), End = Date(row[8]), Successors = [.. Text(row[9]).Split('|', StringSplitOptions.RemoveEmptyEntries)], Of = Text(row[10]),
            Capital = Text(row[11]), Latitude = Degrees(row[12]), Longitude = Degrees(row[13]), CapitalPlace = Number(row[14]) ?? -1,
        };
    }

    /// <summary>A venue by its row.</summary>
    public Venue Venue(int index)
    {
        var row = Row(PackTable.Venues, index);
        return new Venue(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Degrees(row[4]), Degrees(row[5]), Text(row[6]));
    }

    /// <summary>An organisation by its row.</summary>
    public Organisation Organisation(int index)
    {
        var row = Row(PackTable.Organisations, index);
        return new Organisation(index, Text(row[0]), Text(row[1]), Text(row[2]))
        {
            Seat = Text(row[3]), Start = Date(row[4]), End = Date(row[5]), Parent = Text(row[6]), Wikidata = Text(row[7]),
        };
    }

    /// <summary>An organisation by its id, or null.</summary>
    public Organisation? OrganisationById(ReadOnlySpan<char> id) => IndexOf(PackTable.Organisations, id) is >= 0 and var index ? Organisation(index) : null;

    /// <summary>Memberships of an organisation on a day; all there ever were where <paramref name="when"/> is null.</summary>
    public List<Membership> MembersOf(Organisation organisation, DateOnly? when)
    {
        var members = new List<Membership>();
        var id = organisation.Id;
        for (var i = FirstMembership(id); i < RowCount(PackTable.Memberships); i++)
        {
            var row = Row(PackTable.Memberships, i);
            if (!TextSpan(row[0]).SequenceEqual(id)) break;
            var membership = new Membership(organisation.Index, IndexOf(PackTable.States, TextSpan(row[1])), Date(row[2]), Date(row[3]), Text(row[4]));
            if (when is not { } day || membership.Start.First <= day && day <= membership.End.Last) members.Add(membership);
        }
        return members;
    }

    private int FirstMembership(string organisation)
    {
        int low = 0, high = RowCount(PackTable.Memberships);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (TextSpan(Row(PackTable.Memberships, middle)[0]).SequenceCompareTo(organisation) < 0) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>A body by its row.</summary>
    public Body Body(int index)
    {
        var row = Row(PackTable.Bodies, index);
        return new Body(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]));
    }

    /// <summary>Number of offices.</summary>
    public int OfficeCount => RowCount(PackTable.Offices);

    internal int OutletCount => RowCount(PackTable.Outlets);

    internal int OrganisationCount => RowCount(PackTable.Organisations);

    /// <summary>An office by its row.</summary>
    public Office Office(int index)
    {
        var row = Row(PackTable.Offices, index);
        return new Office(index, Text(row[0]), Text(row[1]), Number(row[2]) ?? 9, Text(row[3]));
    }

    /// <summary>Row of an office by its id, -1 where there is none.</summary>
    public int OfficeIndex(ReadOnlySpan<char> id) => IndexOf(PackTable.Offices, id);

    /// <summary>An honour by its row.</summary>
    public Honour Honour(int index)
    {
        var row = Row(PackTable.Honours, index);
        return new Honour(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]));
    }

    /// <summary>A series of exercises by its row.</summary>
    public Series Exercise(int index) => ReadSeries(PackTable.Exercises, index);

    /// <summary>A series of summits by its row.</summary>
    public Series Summit(int index) => ReadSeries(PackTable.Summits, index);

    private Series ReadSeries(PackTable table, int index)
    {
        var row = Row(table, index);
        return new Series(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]));
    }

    /// <summary>An outlet by its row.</summary>
    public Outlet Outlet(int index)
    {
        var row = Row(PackTable.Outlets, index);
        return new Outlet(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]) is "yes" or "true" or "1", Text(row[5]));
    }

    /// <summary>A kind of document by its row.</summary>
    public DocumentKind Document(int index)
    {
        var row = Row(PackTable.Documents, index);
        return new DocumentKind(index, Text(row[0]), Text(row[1]));
    }

    /// <summary>A general description of actors by its row.</summary>
    public GenericActor Generic(int index)
    {
        var row = Row(PackTable.Generic, index);
        return new GenericActor(index, Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]));
    }

    private PartialDate Date(int text) => PartialDate.Parse(TextSpan(text));

    private int? Number(int text) => int.TryParse(TextSpan(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private double Degrees(int text) => double.TryParse(TextSpan(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
