namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Collects the names of everything.</summary>
internal static class NameCompiler
{
    public static void Collect(PackSources sources)
    {
        States(sources);
        People(sources);
        Places(sources);
        foreach (var (kind, table) in new[] { (EntryKind.Venue, PackTable.Venues), (EntryKind.Exercise, PackTable.Exercises), (EntryKind.Summit, PackTable.Summits), (EntryKind.Outlet, PackTable.Outlets) })
            WithAliases(sources, kind, table);
        WithNameTable(sources, EntryKind.Organisation, PackTable.Organisations, "organisation-names", "organisation");
        WithNameTable(sources, EntryKind.Body, PackTable.Bodies, "body-names", "body");
        WithNameTable(sources, EntryKind.Honour, PackTable.Honours, "honour-names", "honour");
        foreach (var language in sources.Languages.Skip(1)) LanguageNames.Collect(sources, language);
    }

    private static void States(PackSources sources)
    {
        var states = sources.Rows(PackTable.States);
        for (var i = 0; i < states.Count; i++) sources.Names.Add(EntryKind.State, i, NameForm.Name, 0, StatePrior(states[i]), states[i][1]);
        if (PackSources.Table(sources.Knowledge("state-names")) is not { } table) return;
        int state = table.Column("state"), language = table.Column("language"), kind = table.Column("kind"), text = table.Column("text");
        for (var i = 0; i < table.Count; i++)
        {
            var index = sources.IndexOf(PackTable.States, table[i][state]);
            if (index >= 0) sources.Names.Add(EntryKind.State, index, FormOf(table[i][kind]), sources.Language(table[i][language]), StatePrior(states[index]), table[i][text]);
        }
    }

    // Living states before former ones, sovereign ones before territories.
    private static byte StatePrior(string[] row) => (byte)(row[8].Length > 0 ? 120 : row[10].Length > 0 ? 160 : 250);

    private static void People(PackSources sources)
    {
        var people = sources.Rows(PackTable.People);
        // A single word is no full name, even where nothing else is known.
        for (var i = 0; i < people.Count; i++) sources.Names.Add(EntryKind.Person, i, people[i][1].Contains(' ', StringComparison.Ordinal) ? NameForm.Name : NameForm.Surname, 0, sources.Fame[i], people[i][1]);
        if (PackSources.Table(sources.Knowledge("person-names")) is not { } table) return;
        int person = table.Column("person"), kind = table.Column("kind"), text = table.Column("text");
        for (var i = 0; i < table.Count; i++)
        {
            var index = sources.IndexOf(PackTable.People, table[i][person]);
            if (index >= 0) sources.Names.Add(EntryKind.Person, index, FormOf(table[i][kind]), 0, sources.Fame[index], table[i][text]);
        }
    }

    private static void Places(PackSources sources)
    {
        var row = 0;
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in PlaceCompiler.Files)
        {
            if (PackSources.Table(sources.Knowledge("")[..^4] + file) is not { } table) continue;
            int id = table.Column("id"), name = table.Column("name");
            for (var i = 0; i < table.Count; i++, row++)
            {
                byId[table[i][id]] = row;
                sources.Names.Add(EntryKind.Place, row, NameForm.Name, 0, sources.PlacePriors[row], table[i][name]);
            }
        }
        foreach (var file in new[] { "place-names.tsv", "place-names-small.tsv.gz" })
        {
            if (PackSources.Table(sources.Knowledge("")[..^4] + file) is not { } table) continue;
            int place = table.Column("place"), text = table.Column("text");
            for (var i = 0; i < table.Count; i++)
                if (byId.TryGetValue(table[i][place], out var index)) sources.Names.Add(EntryKind.Place, index, NameForm.Alias, 0, sources.PlacePriors[index], table[i][text]);
        }
    }

    private static void WithAliases(PackSources sources, EntryKind kind, PackTable pack)
    {
        if (PackSources.Table(sources.Knowledge(TableLayout.File(pack))) is not { } table) return;
        int id = table.Column("id"), name = table.Column("name"), aliases = table.Column("aliases");
        for (var i = 0; i < table.Count; i++)
        {
            var index = sources.IndexOf(pack, table[i][id]);
            sources.Names.Add(kind, index, NameForm.Name, 0, 128, table[i][name]);
            foreach (var alias in table[i][aliases].Split('|', StringSplitOptions.RemoveEmptyEntries)) sources.Names.Add(kind, index, NameForm.Alias, 0, 128, alias.Trim());
        }
    }

    private static void WithNameTable(PackSources sources, EntryKind kind, PackTable pack, string file, string column)
    {
        var rows = sources.Rows(pack);
        for (var i = 0; i < rows.Count; i++) sources.Names.Add(kind, i, NameForm.Name, 0, 128, rows[i][1]);
        if (PackSources.Table(sources.Knowledge(file)) is not { } table) return;
        int id = table.Column(column), text = table.Column("text");
        var form = table.Columns.Contains("kind") ? table.Column("kind") : -1;
        var language = table.Columns.Contains("language") ? table.Column("language") : -1;
        for (var i = 0; i < table.Count; i++)
            sources.Names.Add(kind, sources.IndexOf(pack, table[i][id]), form < 0 ? NameForm.Alias : FormOf(table[i][form]), language < 0 ? 0 : sources.Language(table[i][language]), 128, table[i][text]);
    }

    /// <summary>Form of a kind of name in the tables.</summary>
    internal static NameForm FormOf(string kind) => kind switch
    {
        "name" => NameForm.Name,
        "short" => NameForm.Short,
        "acronym" => NameForm.Acronym,
        "adjective" => NameForm.Adjective,
        "demonym" => NameForm.Demonym,
        "demonym-plural" => NameForm.DemonymPlural,
        "metonym" => NameForm.Metonym,
        "surname" => NameForm.Surname,
        "full" => NameForm.FullName,
        "plural" => NameForm.Plural,
        "code" => NameForm.Code,
        _ => NameForm.Alias,
    };
}
