using Chancery.Reading.Packs;

namespace Chancery.Reading.Actors;

/// <summary>Offices whose name alone names the state ("Secretary of State"), and states whose "leader" is the head of government.</summary>
internal sealed class OfficeStates
{
    private readonly Dictionary<string, string> _states = [];
    private readonly Dictionary<string, string> _governed = [];

    /// <summary>Reads <c>office-states.tsv</c> of a language.</summary>
    public static OfficeStates Open(DataRoot root, string language)
    {
        var states = new OfficeStates();
        var table = Tsv.Read(root.Language(language, "office-states.tsv"));
        for (var i = 0; i < table.Count; i++) states._states[table[i][0]] = table[i][1];
        states.Publishers = Publishers.Open(root, language);
        var leaders = Tsv.Read(Path.Combine(root.Source, "knowledge", "leaders.tsv"));
        for (var i = 0; i < leaders.Count; i++) states._governed[leaders[i][leaders.Column("state")]] = leaders[i][leaders.Column("since")];
        return states;
    }

    /// <summary>Whether a state's head is a monarch who reigns or a president who represents, so that its "leader" is the head of government.</summary>
    public bool IsLedByGovernment(string iso3, DateOnly day) =>
        _governed.TryGetValue(iso3, out var since) && (since.Length == 0 || string.CompareOrdinal(since, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) <= 0);

    /// <summary>Whose page a text stands on.</summary>
    public Publishers Publishers { get; private set; } = Publishers.None;

    /// <summary>The office that a word alone means at home: "the Secretary" of the United States; null where there is none.</summary>
    public string? Home(string word, string state) => _states.Where(s => s.Value == state && s.Key.StartsWith(word + "-", StringComparison.Ordinal)).Select(s => s.Key).FirstOrDefault();

    /// <summary>The state of an office, or null where its name leaves that open.</summary>
    public string? Of(string office) => _states.GetValueOrDefault(office);
}
