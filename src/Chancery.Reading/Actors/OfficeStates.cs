using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>Offices whose English name alone names the state: "Secretary of State".</summary>
internal sealed class OfficeStates
{
    private readonly Dictionary<string, string> _states = [];

    /// <summary>Reads <c>office-states.tsv</c> of a language.</summary>
    public static OfficeStates Open(DataRoot root, string language)
    {
        var states = new OfficeStates();
        var table = Tsv.Read(root.Language(language, "office-states.tsv"));
        for (var i = 0; i < table.Count; i++) states._states[table[i][0]] = table[i][1];
        return states;
    }

    /// <summary>The state of an office, or null where its name leaves that open.</summary>
    public string? Of(string office) => _states.GetValueOrDefault(office);
}
