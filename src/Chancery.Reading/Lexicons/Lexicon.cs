using Chancery.Reading.Packs;

namespace Chancery.Reading.Lexicons;

/// <summary>The words of a language that patterns and status depend on, found by any of their forms.</summary>
public sealed class Lexicon
{
    private readonly List<Lexeme> _lexemes = [];
    private readonly Dictionary<(string, bool), int> _byLemma = [];
    private readonly Dictionary<string, FormReading[]> _forms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FormReading[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Inflection _inflection;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    private Lexicon(Inflection inflection)
    {
        _inflection = inflection;
        _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads <c>classes.tsv</c>, <c>inflection.tsv</c> and <c>irregular.tsv</c> of a language.</summary>
    public static Lexicon Open(DataRoot root, string language)
    {
        var lexicon = new Lexicon(Inflection.Open(root, language));
        var table = Tsv.Read(root.Language(language, "classes.tsv"));
        int lemma = table.Column("lemma"), pos = table.Column("pos"), of = table.Column("class");
        for (var i = 0; i < table.Count; i++)
        {
            var row = table[i];
            if (!Enum.TryParse<WordClass>(row[of], out var wordClass)) throw new FormatException($"{table.Path}: no word class {row[of]}");
            foreach (var word in row[lemma].Split('|')) lexicon.Add(word, row[pos] == "verb", row[pos] == "noun").Classes |= wordClass;
        }
        var numbers = Tsv.Read(root.Language(language, "counting.tsv"));
        for (var i = 0; i < numbers.Count; i++) lexicon._numbers[numbers[i][0]] = int.Parse(numbers[i][1], System.Globalization.CultureInfo.InvariantCulture);
        return lexicon;
    }

    /// <summary>All lexemes by index.</summary>
    public IReadOnlyList<Lexeme> Lexemes => _lexemes;

    /// <summary>Number words, cardinal and ordinal.</summary>
    internal Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers => _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a word with its forms, or returns the one there is.</summary>
    public Lexeme Add(string lemma, bool verb, bool noun)
    {
        if (_byLemma.TryGetValue((lemma, verb), out var known))
        {
            if (noun) foreach (var (form, kind) in _inflection.FormsOf(lemma, "noun")) AddForm(form, new FormReading(known, kind, verb));
            return _lexemes[known];
        }
        // A phrasal verb is found by its first word and checked for its particle.
        var space = verb ? lemma.IndexOf(' ', StringComparison.Ordinal) : -1;
        var stem = space < 0 ? lemma : lemma[..space];
        var lexeme = new Lexeme(_lexemes.Count, lemma, verb) { Particle = space < 0 ? null : lemma[(space + 1)..] };
        _lexemes.Add(lexeme);
        _byLemma[(lemma, verb)] = lexeme.Index;
        AddForm(stem, new FormReading(lexeme.Index, FormKind.Base, verb));
        if (verb || noun)
            foreach (var (form, kind) in _inflection.FormsOf(stem, verb ? "verb" : "noun")) AddForm(form, new FormReading(lexeme.Index, kind, verb));
        return lexeme;
    }

    /// <summary>All readings of a surface form; empty where the pack does not know it.</summary>
    public ReadOnlySpan<FormReading> Readings(ReadOnlySpan<char> form) => Found(form);

    /// <summary>The same as an array that is to be kept, not changed.</summary>
    internal FormReading[] Found(ReadOnlySpan<char> form) => _lookup.TryGetValue(form, out var readings) ? readings : [];

    private void AddForm(string form, FormReading reading)
    {
        if (!_forms.TryGetValue(form, out var readings)) _forms[form] = [reading];
        else if (!readings.Contains(reading)) _forms[form] = [.. readings, reading];
    }
}
