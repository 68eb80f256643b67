using System.Collections.Frozen;

namespace Chancery.Register.Sources;

/// <summary>Whose own word a source is: ministries, presidencies and governments by their address or by the name an article gives (<c>data/register/readouts.tsv</c>).</summary>
public static class Readouts
{
    private static readonly FrozenDictionary<string, string> Table = EmbeddedTable.Rows("readouts.tsv").ToFrozenDictionary(
        r => r["source"], r => r["state"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The state whose government publishes there: the table, else the domain of a government (<c>mfa.gov.kg</c>); null for anybody else.</summary>
    public static string? StateOf(string source)
    {
        if (Table.TryGetValue(source, out var state)) return state;
        var labels = source.Split('.');
        for (var i = 1; i < labels.Length - 1; i++)
            if (Table.TryGetValue(string.Join('.', labels[i..]), out state)) return state;
        if (labels.Length >= 2 && labels[^2] is "gov" or "go" or "gob" or "gouv" or "govt" or "mil" && labels[^1].Length == 2) return States.Find(labels[^1] == "uk" ? "GB" : labels[^1]);
        return labels.Length >= 2 && labels[0] is "mfa" or "mofa" or "president" or "presidency" && labels[^1].Length == 2 ? States.Find(labels[^1]) : null;
    }

    /// <summary>States whose own word a report is: of the publisher and of those it quotes.</summary>
    public static IEnumerable<string> Of(SourcedReport report)
    {
        if (StateOf(report.Document.Publisher) is { } own) yield return own;
        foreach (var attribution in report.Report.Attribution.IsDefault ? [] : report.Report.Attribution)
            if (StateOf(attribution.Name) is { } quoted) yield return quoted;
    }
}
