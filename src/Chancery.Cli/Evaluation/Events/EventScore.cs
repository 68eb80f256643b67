using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>Counts of right, missed and wrong; measures are 1 where there was nothing to find.</summary>
internal sealed class Tally
{
    public int Gold { get; set; }
    public int Read { get; set; }
    public int MatchedGold { get; set; }
    public int MatchedRead { get; set; }

    public double Precision => Read == 0 ? 1 : MatchedRead / (double)Read;
    public double Recall => Gold == 0 ? 1 : MatchedGold / (double)Gold;
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Everything that is counted over a set of annotated articles.</summary>
internal sealed class EventScore
{
    private readonly Names _names;
    private readonly EventPairing _pairing;
    private readonly FieldChecks _checks;

    public EventScore(Names names)
    {
        _names = names;
        _pairing = new EventPairing(names);
        _checks = new FieldChecks(names);
    }

    public int Articles { get; private set; }
    public int Eventless { get; private set; }
    public int ReadInEventless { get; private set; }
    public Tally All { get; } = new();

    /// <summary>Single participants (name and role) of matched events.</summary>
    public Tally Participants { get; } = new();

    public SortedDictionary<string, Tally> ByType { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, Tally> ByStatus { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, Tally> ByStyle { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, (int Right, int Looked)> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts one article and tells <paramref name="faults"/>, if any, what was wrong.</summary>
    public void Add(GoldArticle article, IReadOnlyList<Report> read, EventFaults? faults)
    {
        var gold = article.Reading.Events;
        var match = _pairing.Match(gold, read);
        Articles++;
        if (gold.IsEmpty) { Eventless++; ReadInEventless += read.Count; }
        var style = article.Style.Length > 0 ? article.Style : "no style";
        var dated = article.Reading.Document.Published is null ? "undated" : "dated";
        for (var g = 0; g < gold.Length; g++)
        {
            Tally[] rows = [All, Row(ByType, gold[g].Type), Row(ByStatus, gold[g].Status), Row(ByStyle, style), Row(ByStyle, dated)];
            foreach (var row in rows) { row.Gold++; if (match[g] >= 0) row.MatchedGold++; }
            if (match[g] >= 0) Compare(article, g, read, match, faults);
            else faults?.Miss(article, gold[g], read, _pairing);
        }
        for (var r = 0; r < read.Count; r++)
        {
            var found = Array.IndexOf(match, r) >= 0;
            Tally[] rows = [All, Row(ByType, read[r].Type), Row(ByStatus, read[r].Status), Row(ByStyle, style), Row(ByStyle, dated)];
            foreach (var row in rows) { row.Read++; if (found) row.MatchedRead++; }
            if (!found) faults?.Extra(article, read[r], gold, _pairing);
        }
    }

    private void Compare(GoldArticle article, int g, IReadOnlyList<Report> read, int[] match, EventFaults? faults)
    {
        var (gold, other) = (article.Reading.Events[g], read[match[g]]);
        foreach (var check in _checks.Of(gold, other, PartOf(article.Reading.Events, gold, read, other, match)))
        {
            var (right, looked) = Fields.GetValueOrDefault(check.Field);
            Fields[check.Field] = (right + (check.IsRight ? 1 : 0), looked + 1);
            if (!check.IsRight) faults?.Wrong(article, gold, check);
        }
        bool Found(Participant p, IEnumerable<Participant> others) => others.Any(q => p.Role == q.Role && _names.IsSame(p, q));
        Participants.Gold += gold.Participants.Length;
        Participants.Read += other.Participants.Length;
        Participants.MatchedGold += gold.Participants.Count(p => Found(p, other.Participants));
        Participants.MatchedRead += other.Participants.Count(p => Found(p, gold.Participants));
    }

    // Only where the annotation says so and what it names was found: a missed visit is counted once, as missed.
    private static bool? PartOf(IReadOnlyList<Report> golds, Report gold, IReadOnlyList<Report> read, Report other, int[] match)
    {
        if (gold.PartOf is null) return null;
        for (var i = 0; i < golds.Count; i++)
            if (golds[i].Id == gold.PartOf) return match[i] < 0 ? null : other.PartOf == read[match[i]].Id;
        return null;
    }

    private static Tally Row(SortedDictionary<string, Tally> rows, string key) => rows.TryGetValue(key, out var row) ? row : rows[key] = new Tally();
}
