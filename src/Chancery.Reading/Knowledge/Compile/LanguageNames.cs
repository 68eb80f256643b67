namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Takes names and words from the lists of one language.</summary>
internal static class LanguageNames
{
    public static void Collect(PackSources sources, string language)
    {
        Offices(sources, language);
        Documents(sources, language);
        Generic(sources, language);
        Words(sources, language);
    }

    private static void Offices(PackSources sources, string language)
    {
        if (PackSources.Table(sources.Root.Language(language, "offices.tsv")) is not { } table) return;
        int text = table.Column("text"), office = table.Column("office"), number = table.Column("number");
        for (var i = 0; i < table.Count; i++)
            sources.Names.Add(EntryKind.Office, sources.IndexOf(PackTable.Offices, table[i][office]), table[i][number] == "plural" ? NameForm.Plural : NameForm.Name, sources.Language(language), 128, table[i][text]);
    }

    private static void Documents(PackSources sources, string language)
    {
        if (PackSources.Table(sources.Root.Language(language, "documents.tsv")) is not { } table) return;
        int text = table.Column("text"), kind = table.Column("kind");
        for (var i = 0; i < table.Count; i++)
        {
            var row = sources.Append(PackTable.Documents, table[i][text], table[i][kind]);
            sources.Names.Add(EntryKind.Document, row, NameForm.Name, sources.Language(language), 128, table[i][text]);
        }
    }

    private static void Generic(PackSources sources, string language)
    {
        if (PackSources.Table(sources.Root.Language(language, "generic.tsv")) is not { } table) return;
        int text = table.Column("text"), number = table.Column("number"), kind = table.Column("kind"), office = table.Column("office");
        for (var i = 0; i < table.Count; i++)
        {
            var row = sources.Append(PackTable.Generic, table[i][text], table[i][number], table[i][kind], table[i][office]);
            sources.Names.Add(EntryKind.Generic, row, NameForm.Name, sources.Language(language), 128, table[i][text]);
        }
    }

    // Every word that some list or rule of the language names has an id, so that rules can match over ids.
    private static void Words(PackSources sources, string language)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(sources.Root.Source, "languages", language)).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".yaml", StringComparison.Ordinal))
                foreach (var line in File.ReadLines(file)) sources.Names.AddWords(line);
            else if (file.EndsWith(".tsv", StringComparison.Ordinal))
                foreach (var line in File.ReadLines(file))
                    foreach (var cell in line.Split('\t')) sources.Names.AddWords(cell);
        }
    }
}
