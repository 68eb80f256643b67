namespace Chancery.Cli.Data.People;

/// <summary>Closes tenures that a source left open, where another person is known to have taken the same office later.</summary>
internal static class Successions
{
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "president", "monarch", "emir", "sultan", "emperor", "grand-duke", "supreme-leader", "governor-general", "prime-minister", "chancellor", "foreign-minister", "secretary-of-state",
        "secretary-of-defense", "defence-minister", "interior-minister", "finance-minister", "secretary-general", "commission-president", "council-president", "high-representative", "pope",
        "general-secretary", "security-council-secretary", "chief-of-general-staff",
    };

    public static void Close(IEnumerable<PersonEntry> people)
    {
        var posts = people.SelectMany(p => p.Tenures.Select(t => (Person: p, Tenure: t)))
            .Where(x => Single.Contains(x.Tenure.Office) && x.Tenure.Start.Length > 0 && x.Tenure.Holder.Length > 0)
            .GroupBy(x => (x.Tenure.Office, x.Tenure.Holder));
        foreach (var post in posts)
        {
            var order = post.OrderBy(x => x.Tenure.Start, StringComparer.Ordinal).ThenBy(x => x.Person.Id, StringComparer.Ordinal).ToArray();
            for (var i = 0; i < order.Length - 1; i++)
            {
                var (person, tenure) = order[i];
                // The row of the same year may be the same change of office told twice.
                if (tenure.End.Length > 0 || order.Skip(i + 1).FirstOrDefault(o => o.Person != person && string.CompareOrdinal(o.Tenure.Start, tenure.Start) > 0) is not { Person: not null } next) continue;
                tenure.End = next.Tenure.Start;
                tenure.Note = tenure.Note.Length > 0 ? tenure.Note + "; until successor" : "until successor";
            }
        }
    }
}
