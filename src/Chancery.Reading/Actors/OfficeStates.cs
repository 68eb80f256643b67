using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>Offices whose name alone names the state ("Secretary of State"), and states whose "leader" is the head of government.</summary>
internal sealed class OfficeStates
{
    private readonly Dictionary<string, string> _states = [];
    private readonly Dictionary<string, string> _governed = [];
    private string[] _governments = [];

    /// <summary>Reads <c>office-states.tsv</c> of a language.</summary>
    public static OfficeStates Open(DataRoot root, string language)
    {
        var states = new OfficeStates();
        var table = Tsv.Read(root.Language(language, "office-states.tsv"));
        for (var i = 0; i < table.Count; i++) states._states[table[i][0]] = table[i][1];
        var heads = root.Language(language, "heads.tsv");
        if (File.Exists(heads))
        {
            var words = Tsv.Read(heads);
            states._governments = [.. Enumerable.Range(0, words.Count).Where(i => words[i][words.Column("kind")] == "government").Select(i => words[i][words.Column("phrase")])];
        }
        var leaders = Tsv.Read(Path.Combine(root.Source, "knowledge", "leaders.tsv"));
        for (var i = 0; i < leaders.Count; i++) states._governed[leaders[i][leaders.Column("state")]] = leaders[i][leaders.Column("since")];
        return states;
    }

    /// <summary>Whether a state's head is a monarch who reigns or a president who represents, so that its "leader" is the head of government.</summary>
    public bool IsLedByGovernment(string iso3, DateOnly day) =>
        _governed.TryGetValue(iso3, out var since) && (since.Length == 0 || string.CompareOrdinal(since, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) <= 0);

    /// <summary>Whether a publisher's name is that of a ministry, court or office of a state.</summary>
    public bool IsGovernment(string publisher) => Array.Exists(_governments, w => publisher.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>The state of an office, or null where its name leaves that open.</summary>
    public string? Of(string office) => _states.GetValueOrDefault(office);
}
