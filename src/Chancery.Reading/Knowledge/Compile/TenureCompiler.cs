using System.Globalization;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Turns tenures into rows of fixed size, in the order of persons and, by a second index, of offices; and tells how known a person is.</summary>
internal static class TenureCompiler
{
    public static void Compile(PackSources sources, PackWriter writer)
    {
        var rows = Read(sources);
        rows.Sort((a, b) => a.Person != b.Person ? a.Person.CompareTo(b.Person) : a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Office != b.Office ? a.Office.CompareTo(b.Office) : a.Holder.CompareTo(b.Holder));
        var bounds = new int[sources.Rows(PackTable.People).Count + 1];
        foreach (var row in rows) bounds[row.Person + 1]++;
        for (var i = 1; i < bounds.Length; i++) bounds[i] += bounds[i - 1];
        writer.Set<TenureRow>(PackSection.Tenures, [.. rows]);
        writer.Set<int>(PackSection.TenuresOfPerson, bounds);
        writer.Set<int>(PackSection.TenuresByHolder, [.. Enumerable.Range(0, rows.Count).OrderBy(i => rows[i].Holder).ThenBy(i => rows[i].Office).ThenBy(i => rows[i].Start).ThenBy(i => i)]);
        sources.Fame = Fame(sources, rows);
    }

    private static List<TenureRow> Read(PackSources sources)
    {
        var rows = new List<TenureRow>();
        if (PackSources.Table(sources.Knowledge("tenures")) is not { } table) return rows;
        int person = table.Column("person"), office = table.Column("office"), holder = table.Column("holder"), start = table.Column("start"), end = table.Column("end"), note = table.Column("note"), asOf = table.Column("asof");
        for (var i = 0; i < table.Count; i++)
        {
            var cells = table[i];
            int who = sources.IndexOf(PackTable.People, cells[person]), what = sources.IndexOf(PackTable.Offices, cells[office]);
            if (who < 0 || what < 0) continue;
            rows.Add(new TenureRow
            {
                Person = who, Office = what, Holder = HolderOf(sources, cells[holder]),
                Start = PartialDate.Parse(cells[start]).Packed, End = PartialDate.Parse(cells[end]).Packed,
                Note = sources.Texts.Number(cells[note]), AsOf = cells[asOf].Length >= 4 ? int.Parse(cells[asOf].AsSpan(0, 4), CultureInfo.InvariantCulture) : 0,
            });
        }
        return rows;
    }

    private static int HolderOf(PackSources sources, string holder)
    {
        if (holder.Length == 0) return int.MaxValue;
        if (sources.IndexOf(PackTable.States, holder) is >= 0 and var state) return state;
        return sources.IndexOf(PackTable.Organisations, holder) is >= 0 and var organisation ? ~organisation : int.MaxValue;
    }

    // The best office a person held, and the size of the state it was held for.
    private static byte[] Fame(PackSources sources, List<TenureRow> rows)
    {
        var fame = new byte[sources.Rows(PackTable.People).Count];
        var offices = sources.Rows(PackTable.Offices);
        foreach (var row in rows)
        {
            var rank = int.TryParse(offices[row.Office][2], CultureInfo.InvariantCulture, out var r) ? r : 9;
            double value = rank switch { 1 => 130, 2 => 120, 3 => 90, 4 => 50, _ => 30 };
            if (row.Holder >= 0 && row.Holder < sources.Population.Length) value += 13 * Math.Log10(sources.Population[row.Holder] + 1);
            else if (row.Holder < 0) value += 100;
            fame[row.Person] = Math.Max(fame[row.Person], (byte)Math.Clamp(value, 1, 255));
        }
        return fame;
    }
}
