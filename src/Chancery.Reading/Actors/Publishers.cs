using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>The state of which a page is: a ministry or president's office by its name ("Ministry of Foreign Affairs of Japan", "The White House") or address ("mfa.gov.by"), else an agency that the state owns.</summary>
internal sealed class Publishers
{
    private readonly List<(string Phrase, string State)> _houses = [];
    private readonly List<string> _governments = [];
    private Dictionary<string, string>? _owners;
    private (string Name, int Row)[]? _organisations;

    /// <summary>Knows nobody.</summary>
    public static Publishers None { get; } = new();

    /// <summary>Reads <c>publishers.tsv</c> of a language.</summary>
    public static Publishers Open(DataRoot root, string language)
    {
        var path = root.Language(language, "publishers.tsv");
        if (!File.Exists(path)) return None;
        var publishers = new Publishers();
        var table = Tsv.Read(path);
        for (var i = 0; i < table.Count; i++)
            if (table[i][table.Column("state")] is { Length: > 0 } state) publishers._houses.Add((table[i][table.Column("phrase")], state));
            else publishers._governments.Add(table[i][table.Column("phrase")]);
        return publishers;
    }

    /// <summary>Code of the state whose office or ministry publishes under a name; null where it is none, or of an organisation.</summary>
    public string? GovernmentOf(string source, KnowledgePack pack)
    {
        foreach (var (phrase, state) in _houses) if (Holds(source, phrase)) return state;
        if (!_governments.Exists(w => Holds(source, w))) return null;
        var address = !source.Contains(' ', StringComparison.Ordinal) && source.Contains('.', StringComparison.Ordinal);
        State? best = null;
        for (var i = 0; i < pack.StateCount; i++)
        {
            var state = pack.State(i);
            if (state.End.IsKnown || !(address ? source.EndsWith('.' + state.Iso2, StringComparison.OrdinalIgnoreCase) && state.Iso2.Length > 0 : Holds(source, state.Name))) continue;
            if (best is null || state.Name.Length > best.Name.Length) best = state;
        }
        return best?.Iso3;
    }

    /// <summary>Code of the state that owns the agency of this name or address, or null.</summary>
    public string? OwnerOf(string source, KnowledgePack pack) => (_owners ??= Owners(pack)).GetValueOrDefault(source);

    /// <summary>Row of the organisation with whose name a publisher's begins ("United Nations Press Release"), or -1.</summary>
    public int OrganisationOf(string source, KnowledgePack pack)
    {
        foreach (var (name, row) in _organisations ??= Organisations(pack))
            if (source.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return row;
        return -1;
    }

    // Made once; two threads that make it at the same time make the same.
    private static Dictionary<string, string> Owners(KnowledgePack pack)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < pack.OutletCount; i++)
            if (pack.Outlet(i) is { StateOwned: true, Kind: "agency", Country.Length: > 0 } outlet)
            {
                owners.TryAdd(outlet.Name, outlet.Country);
                if (outlet.Domain.Length > 0) owners.TryAdd(outlet.Domain, outlet.Country);
            }
        return owners;
    }

    private static (string Name, int Row)[] Organisations(KnowledgePack pack) =>
        [.. Enumerable.Range(0, pack.OrganisationCount).Select(i => (pack.Organisation(i).Name, i)).Where(o => o.Name.Length > 6)];

    // Whole words, whatever the letters' case.
    private static bool Holds(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLetter(phrase[0])) && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]) || !char.IsLetter(phrase[^1]))) return true;
        return false;
    }
}
