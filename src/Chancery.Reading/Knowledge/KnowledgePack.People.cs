using System.Runtime.InteropServices;

namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    private ReadOnlySpan<TenureRow> TenureRows => _file.Section<TenureRow>((int)PackSection.Tenures);

    /// <summary>Number of people.</summary>
    public int PersonCount => RowCount(PackTable.People);

    /// <summary>A person by row.</summary>
    public Person Person(int index)
    {
        var row = Row(PackTable.People, index);
        return new Person(index, Text(row[0]), Text(row[1]), Text(row[2]));
    }

    /// <summary>A person by id, or null.</summary>
    public Person? PersonById(ReadOnlySpan<char> id) => IndexOf(PackTable.People, id) is >= 0 and var index ? Person(index) : null;

    /// <summary>Offices that a person held, the earliest first.</summary>
    public IEnumerable<Tenure> TenuresOf(Person person) => TenuresOf(person.Index);

    /// <summary>Offices that a person held, the earliest first.</summary>
    public Tenure[] TenuresOf(int person)
    {
        var bounds = _file.Section<int>((int)PackSection.TenuresOfPerson);
        var rows = TenureRows[bounds[person]..bounds[person + 1]];
        var tenures = new Tenure[rows.Length];
        for (var i = 0; i < rows.Length; i++) tenures[i] = View(rows[i]);
        return tenures;
    }

    /// <summary>Whether a person held an office of a rank (or a higher one, which is a smaller number) of some state or organisation on a day.</summary>
    public bool HeldRank(int person, int rank, DateOnly when)
    {
        foreach (var tenure in TenuresOf(person))
            if (tenure.CoversOrMay(when) && Office(tenure.Office).Rank <= rank) return true;
        return false;
    }

    /// <summary>Who held an office of a state (ISO3) or organisation (id) on a day, or null.</summary>
    /// <remarks>Of several (an acting holder, sources that disagree) the one who took office last before the day is given.</remarks>
    public Person? HolderOf(string office, string stateOrOrganisation, DateOnly when) =>
        TenureAt(office, stateOrOrganisation, when) is { } tenure ? Person(tenure.Person) : null;

    /// <summary>The tenure behind <see cref="HolderOf"/>, or null.</summary>
    public Tenure? TenureAt(string office, string stateOrOrganisation, DateOnly when)
    {
        var officeRow = IndexOf(PackTable.Offices, office);
        if (officeRow < 0 || HolderKey(stateOrOrganisation) is not { } holder) return null;
        var rows = TenureRows;
        var order = _file.Section<int>((int)PackSection.TenuresByHolder);
        Tenure? best = null;
        for (var i = FirstOf(rows, order, holder, officeRow); i < order.Length && rows[order[i]].Holder == holder && rows[order[i]].Office == officeRow; i++)
        {
            var tenure = View(rows[order[i]]);
            if (tenure.CoversOrMay(when) && tenure.Start.IsKnown) best = tenure;
        }
        return best;
    }

    private int? HolderKey(string code)
    {
        if (IndexOf(PackTable.States, code) is >= 0 and var state) return state;
        return IndexOf(PackTable.Organisations, code) is >= 0 and var organisation ? ~organisation : null;
    }

    private static int FirstOf(ReadOnlySpan<TenureRow> rows, ReadOnlySpan<int> order, int holder, int office)
    {
        int low = 0, high = order.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            ref readonly var row = ref rows[order[middle]];
            if (row.Holder < holder || row.Holder == holder && row.Office < office) low = middle + 1; else high = middle;
        }
        return low;
    }

    private Tenure View(in TenureRow row) => new(row.Person, row.Office, row.Holder == int.MaxValue ? -1 : row.Holder < 0 ? ~row.Holder : row.Holder, row.Holder < 0,
        PartialDate.Unpack(row.Start), PartialDate.Unpack(row.End), Text(row.Note), row.AsOf);
}

// Holder is the row of a state, or the complement of the row of an organisation; int.MaxValue for none.
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TenureRow
{
    public int Person, Office, Holder, Start, End, Note, AsOf;
}
