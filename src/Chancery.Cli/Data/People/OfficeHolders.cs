namespace Chancery.Cli.Data.People;

/// <summary>Claims of the two tables with Wikidata ids, and of the list of effective leaders.</summary>
internal static class OfficeHolders
{
    /// <summary>Tenures of the 21st century; an empty end means open when the table was made.</summary>
    public static IEnumerable<PersonClaim> Tenures(Sources sources, StateTable states, PositionReader positions, Func<string, string?> organisation)
    {
        if (!sources.Has("officeholders.tsv")) yield break;
        var divisions = Divisions(sources, states);
        foreach (var c in sources.Lines("officeholders.tsv").Where(c => c.Length >= 6 && c[0] != "country"))
        {
            var (country, position, holder) = (c[0], c[1], c[0]);
            if (country.Length == 0)
            {
                // "Deputy Secretary-General of the United Nations": the organisation stands in the position.
                var of = position.IndexOf(" of the ", StringComparison.Ordinal);
                if (of < 0 || organisation(position[(of + 8)..]) is not { } id) continue;
                (position, holder) = (position[..of], id);
            }
            else if (!states.Has(country) || IsOfDivision(position, country, divisions)) continue;
            if (positions.Read(position, country) is not { } office) continue;
            var end = c[5].Length > 0 && string.CompareOrdinal(c[5], c[4]) < 0 ? "" : c[5];
            yield return new PersonClaim(c[2], country, office.Office, holder, c[4], end, "officeholders", "2022") { Qid = c[3], Note = office.Note };
        }
    }

    // "Secretary of State of Ohio" holds no office of the United States.
    private static bool IsOfDivision(string position, string country, HashSet<(string, string)> divisions)
    {
        var of = position.LastIndexOf(" of ", StringComparison.Ordinal);
        return of > 0 && divisions.Contains((country, position[(of + 4)..])) && !position.Contains("overnor", StringComparison.Ordinal);
    }

    private static HashSet<(string, string)> Divisions(Sources sources, StateTable states)
    {
        if (!sources.Has("admin1CodesASCII.txt")) return [];
        return [.. from c in sources.Lines("admin1CodesASCII.txt") where c.Length > 1 let country = states.ByIso2(c[0][..2]) where country is not null select (country, c[1])];
    }

    /// <summary>Heads of state and government as of October 2022, by year.</summary>
    public static IEnumerable<PersonClaim> Leaders(Sources sources, StateTable states, PositionReader positions)
    {
        if (!sources.Has("world-leaders-2021-wikidata.csv")) yield break;
        foreach (var c in sources.Csv("world-leaders-2021-wikidata.csv").Where(c => c.Length >= 8 && c[0].StartsWith('Q')))
        {
            if (states.ByName(c[1]) is not { } country) continue;
            var position = c[3].Replace(" of " + c[1], "", StringComparison.OrdinalIgnoreCase).Replace(" of the " + c[1], "", StringComparison.OrdinalIgnoreCase);
            if (positions.Read(position, country) is not { } office) continue;
            yield return new PersonClaim(c[5], country, office.Office, country, c[6], c[7], "world-leaders", "2022") { Qid = c[4], Note = office.Note };
        }
    }

    /// <summary>Effective leaders, from 1988 on; their office is not told.</summary>
    public static IEnumerable<PersonClaim> Effective(Sources sources, StateTable states)
    {
        if (!sources.Has("reign-leaderlist_3_21.csv")) yield break;
        var byCow = states.Rows.Where(s => s.Cow.Length > 0).ToLookup(s => s.Cow, s => s.Id);
        foreach (var c in sources.Csv("reign-leaderlist_3_21.csv").Where(c => c.Length >= 9 && c[0] != "stateabb"))
        {
            var end = c[8].Length == 0 ? "" : Month(c[8], c[7]);
            if (end.Length > 0 && string.CompareOrdinal(end, "1988") < 0 || byCow[c[1]].FirstOrDefault() is not { } country) continue;
            var acting = c[3].Contains("(acting)", StringComparison.OrdinalIgnoreCase);
            // "Soglo, N": the letter only tells two of one name apart.
            var name = c[3].Replace("(acting)", "", StringComparison.OrdinalIgnoreCase).Split(',')[0].Trim();
            yield return new PersonClaim(name, country, "leader", country, Month(c[6], c[5]), end, "reign", "2021") { Note = acting ? "acting" : "", Surname = name.Contains(' ', StringComparison.Ordinal) ? "" : name };
        }
    }

    private static string Month(string year, string month) => month.Length == 0 ? year : $"{year}-{month.PadLeft(2, '0')}";
}
