using System.Globalization;
using Chancery.Register.Events;
using Chancery.Storage.Sql;

namespace Chancery.Storage.Ingest;

/// <summary>A row of <c>tally</c>, or what is added to it.</summary>
internal readonly record struct TallyKey(string A, string B, string Type, int Year) : IComparable<TallyKey>
{
    public int CompareTo(TallyKey other) =>
        string.CompareOrdinal(A, other.A) is not 0 and var a ? a : string.CompareOrdinal(B, other.B) is not 0 and var b ? b : string.CompareOrdinal(Type, other.Type) is not 0 and var t ? t : Year.CompareTo(other.Year);
}

/// <summary>Keeps the counts by pair, state, type and year in step with the events: what went is taken off, what came is added.</summary>
internal static class TallyTable
{
    /// <summary>Takes events off and adds others, in the transaction that replaces them.</summary>
    public static void Move(SqlWriter writer, IEnumerable<EventSummary> gone, IEnumerable<EventSummary> come)
    {
        var deltas = new Dictionary<TallyKey, int>();
        foreach (var e in gone) Count(deltas, e, -1);
        foreach (var e in come) Count(deltas, e, 1);
        // In the order of the key, so that neighbours in the table are written together.
        var moved = deltas.Where(d => d.Value != 0).OrderBy(d => d.Key).Select(d => (d.Key, d.Value)).ToArray();
        if (moved.Length > 0) writer.AddTallies(moved);
    }

    private static void Count(Dictionary<TallyKey, int> deltas, EventSummary e, int by)
    {
        if (e.Rejected) return;
        var year = (e.Start ?? e.End) is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0;
        void Add(string a, string b)
        {
            var key = new TallyKey(a, b, e.Type, year);
            deltas[key] = deltas.GetValueOrDefault(key) + by;
        }
        Add("", "");
        foreach (var state in e.States) Add(state, "");
        if (e.States.Length > EventTable.Widest) return;
        for (var i = 0; i < e.States.Length; i++)
            for (var j = i + 1; j < e.States.Length; j++) Add(e.States[i], e.States[j]);
    }
}
