namespace Chancery.Reading.Syntax;

/// <summary>The names of Universal Dependencies beside our enumerations.</summary>
public static class Labels
{
    private static readonly string[] Tags = [.. Enum.GetValues<Upos>().Select(u => u == Upos.None ? "_" : u.ToString().ToUpperInvariant())];
    private static readonly Dictionary<string, Upos> TagsByName = Enumerable.Range(1, Tags.Length - 1).ToDictionary(i => Tags[i], i => (Upos)i);
    private static readonly string[] Relations = [.. Enum.GetValues<Deprel>().Select(NameOf)];
    private static readonly Dictionary<string, Deprel> RelationsByName = Enumerable.Range(1, Relations.Length - 1).ToDictionary(i => Relations[i], i => (Deprel)i);

    /// <summary>Number of relations, with <see cref="Deprel.None"/>.</summary>
    public static int RelationCount => Relations.Length;

    /// <summary>Number of parts of speech, with <see cref="Upos.None"/>.</summary>
    public static int TagCount => Tags.Length;

    /// <summary>The name of a part of speech in UD, such as <c>PROPN</c>.</summary>
    public static string Name(Upos tag) => Tags[(int)tag];

    /// <summary>The name of a relation in UD, such as <c>nsubj:pass</c>.</summary>
    public static string Name(Deprel relation) => Relations[(int)relation];

    /// <summary>A part of speech by its name; <see cref="Upos.X"/> where UD has none such.</summary>
    public static Upos Tag(string name) => TagsByName.GetValueOrDefault(name, Upos.X);

    /// <summary>A relation by its name; a subtype that is not kept apart folds into its relation.</summary>
    public static Deprel Relation(string name)
    {
        if (RelationsByName.TryGetValue(name, out var relation)) return relation;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && RelationsByName.TryGetValue(name[..colon], out relation) ? relation : Deprel.Dep;
    }

    /// <summary>A relation's name without its subtype.</summary>
    public static string Universal(string relation)
    {
        var colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    /// <summary>The features of a CoNLL-U column that we keep.</summary>
    public static Morphology Features(string column)
    {
        var result = Morphology.None;
        foreach (var feature in column.Split('|'))
            result |= feature switch
            {
                "Tense=Past" => Morphology.Past,
                "Tense=Pres" => Morphology.Present,
                "Tense=Fut" => Morphology.Future,
                "VerbForm=Fin" => Morphology.Finite,
                "VerbForm=Inf" => Morphology.Infinitive,
                "VerbForm=Part" => Morphology.Participle,
                "VerbForm=Ger" => Morphology.Gerund,
                "Mood=Imp" => Morphology.Imperative,
                "Mood=Sub" or "Mood=Cnd" => Morphology.Subjunctive,
                "Voice=Pass" => Morphology.Passive,
                "Number=Plur" => Morphology.Plural,
                "Number=Sing" => Morphology.Singular,
                _ => Morphology.None,
            };
        return result;
    }

    // AclRelcl is acl:relcl: a capital inside the name opens the subtype.
    private static string NameOf(Deprel relation)
    {
        if (relation == Deprel.Csubjouter) return "csubj:outer";
        var name = relation.ToString();
        var capital = name.AsSpan(1).IndexOfAnyInRange('A', 'Z');
        return capital < 0 ? name.ToLowerInvariant() : $"{name[..(capital + 1)]}:{name[(capital + 1)..]}".ToLowerInvariant();
    }
}
