using System.Text;
using Chancery.Reading;

namespace Chancery.Cli.Evaluation;

/// <summary>One row of PLV: a sentence, who does it to whom, and the root that a person gave.</summary>
/// <param name="Id">Number of the sentence.</param>
/// <param name="Text">The sentence without marks.</param>
/// <param name="Sources">Where the source stands.</param>
/// <param name="Targets">Where the target stands.</param>
/// <param name="Root">PLOVER root; YIELD for CONCEDE and RETREAT.</param>
/// <param name="IsPlanned">The modality column says that it is yet to be done.</param>
internal sealed record PloverGold(int Id, string Text, List<TextSpan> Sources, List<TextSpan> Targets, string Root, bool IsPlanned)
{
    /// <summary>Patterns are developed on sentences with an even number; those with an odd one are only measured.</summary>
    public bool IsHeldOut => Id % 2 == 1;

    /// <summary>Rows of a file, by the names in its header.</summary>
    public static List<PloverGold> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split('\t');
        int id = Column("sentence_id"), marked = Column("marked_sentence"), root = Column("gold_root"), modality = Column("modality_L2");
        return [.. lines.Skip(1).Select(l => l.Split('\t')).Where(f => f.Length == header.Length)
            .Select(f => Row(int.Parse(f[id], System.Globalization.CultureInfo.InvariantCulture), f[marked], f[root], f[modality]))];

        int Column(string name) => Array.IndexOf(header, name) is >= 0 and var at ? at : throw new InvalidDataException($"{path}: no column {name}");
    }

    /// <summary>Whether a root that was read is the gold one.</summary>
    public bool Is(string root) => root == Root || Root == "YIELD" && root is "CONCEDE" or "RETREAT";

    private static PloverGold Row(int id, string marked, string root, string modality)
    {
        var text = new StringBuilder();
        List<TextSpan> sources = [], targets = [];
        int source = 0, target = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("<s>")) { source = text.Length; i += 2; }
            else if (rest.StartsWith("<t>")) { target = text.Length; i += 2; }
            else if (rest.StartsWith("</s>")) { sources.Add(new TextSpan(source, text.Length)); i += 3; }
            else if (rest.StartsWith("</t>")) { targets.Add(new TextSpan(target, text.Length)); i += 3; }
            else text.Append(marked[i]);
        }
        return new PloverGold(id, text.ToString(), sources, targets, root, modality == "todo");
    }
}
