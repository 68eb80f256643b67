using System.Text;
using Chancery.Reading.Knowledge.Compile;
using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Cli.Evaluation.Events;

/// <summary>Tells whether two names mean the same, so that a spelling is no error of reading.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, string> _organisations = new(StringComparer.Ordinal);
    private readonly LetterPlainer _letters;

    private Names(LetterPlainer letters) => _letters = letters;

    /// <summary>Names and acronyms of organisations as the pack has them.</summary>
    public static Names Of(DataRoot root)
    {
        var names = new Names(new LetterPlainer(Path.Combine(root.Source, "languages", "letters.tsv")));
        var table = Tsv.Read(Path.Combine(root.Source, "knowledge", "organisation-names.tsv"));
        var (organisation, text) = (table.Column("organisation"), table.Column("text"));
        for (var i = 0; i < table.Count; i++) names._organisations.TryAdd(names.Plain(table[i][text]), table[i][organisation]);
        return names;
    }

    /// <summary>What stands for a participant among the parties of an event: its state, else the organisation or the name.</summary>
    public string Party(Participant participant) => participant.Country ?? Organisation(participant.Name);

    /// <summary>The organisation's id, else the plain name.</summary>
    public string Organisation(string name) => Plain(name) is var plain && _organisations.TryGetValue(plain, out var id) ? id : plain;

    /// <summary>True for the same participant: states by code, organisations by id, persons by family name and a first name that does not contradict.</summary>
    public bool IsSame(Participant a, Participant b)
    {
        if (a.Kind != b.Kind) return Plain(a.Name) == Plain(b.Name);
        if (a.Kind == "state" && a.Country is not null) return a.Country == b.Country;
        if (a.Kind == "person") return IsSamePerson(a.Name, b.Name);
        return Organisation(a.Name) == Organisation(b.Name) || Contains(a.Name, b.Name);
    }

    /// <summary>True where family names agree and first names, where both are given, begin alike.</summary>
    public bool IsSamePerson(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        if (x.Length == 0 || y.Length == 0) return false;
        if (x.SequenceEqual(y)) return true;
        // "Xi Jinping" and "Xi", "bin Salman" and "Mohammed bin Salman".
        if (x.All(w => y.Contains(w)) || y.All(w => x.Contains(w))) return true;
        return x[^1] == y[^1] && x[0][0] == y[0][0];
    }

    /// <summary>True where the words of one are all in the other ("Kremlin", "the Kremlin's press service").</summary>
    public bool Contains(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        return x.Length > 0 && y.Length > 0 && (x.All(w => y.Contains(w)) || y.All(w => x.Contains(w)));
    }

    /// <summary>Lower-case without accents, articles and marks.</summary>
    public string Plain(string name) => string.Join(' ', Words(name));

    private string[] Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in _letters.Plain(name).Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal))
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("the" or "a" or "an"))];
    }
}
