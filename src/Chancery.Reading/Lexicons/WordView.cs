namespace Chancery.Reading.Lexicons;

/// <summary>The words of one document seen through a lexicon: classes and forms by token. Reused from document to document.</summary>
internal sealed class WordView(Lexicon lexicon)
{
    private Document _document = null!;
    private WordClass[] _classes = [];
    private short[] _lexeme = [];
    private FormKind[] _form = [];
    private FormReading[][] _readings = [];

    public Lexicon Lexicon => lexicon;

    /// <summary>Looks up all tokens of a document once.</summary>
    public void Bind(Document document)
    {
        _document = document;
        var count = document.Tokens.Length;
        if (_classes.Length < count)
        {
            var size = Math.Max(count, _classes.Length * 2);
            (_classes, _lexeme, _form, _readings) = (new WordClass[size], new short[size], new FormKind[size], new FormReading[size][]);
        }
        for (var i = 0; i < count; i++)
        {
            _classes[i] = WordClass.None;
            _lexeme[i] = -1;
            foreach (var reading in _readings[i] = lexicon.Found(document.Form(i)))
            {
                var lexeme = lexicon.Lexemes[reading.Lexeme];
                if (lexeme.Particle is { } particle && !HasParticle(i, particle)) continue;
                _classes[i] |= lexeme.Classes;
                if (_lexeme[i] >= 0 && lexeme.Particle is null) continue;
                _lexeme[i] = (short)reading.Lexeme;
                _form[i] = reading.Form;
            }
            // "US" is not "us".
            if (document.Tokens[i].Length == 2 && (document.Tokens[i].Shape & TokenShape.AllCaps) != 0) _classes[i] &= ~WordClass.Speaker;
        }
    }

    // "called the visit off", "put off": the particle stands within four tokens.
    private bool HasParticle(int token, string particle)
    {
        var limit = Math.Min(token + 5, _document.Tokens.Length);
        for (var i = token + 1; i < limit; i++)
            if (_document.Form(i).Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public WordClass Classes(int token) => (uint)token < (uint)_document.Tokens.Length ? _classes[token] : WordClass.None;

    public bool Is(int token, WordClass any) => (Classes(token) & any) != 0;

    /// <summary>Readings of the surface, all parts of speech.</summary>
    public ReadOnlySpan<FormReading> Readings(int token) => (uint)token < (uint)_document.Tokens.Length ? _readings[token] : [];

    /// <summary>Tagged as a verb or auxiliary.</summary>
    public bool IsVerbLike(int token) => Pos(token) is Syntax.Upos.Verb or Syntax.Upos.Aux;

    /// <summary>Tagged as an adverb.</summary>
    public bool IsAdverb(int token) => Pos(token) is Syntax.Upos.Adv;

    /// <summary>A lower-case word that tells of what kind a noun is, by its tag: "newly appointed", "embattled", "conservative".</summary>
    public bool IsAttribute(int token) => !IsCapital(token) && (Pos(token) is Syntax.Upos.Adj || Pos(token) is Syntax.Upos.Verb && (_document.Tokens[token].Morphology & Syntax.Morphology.Participle) != 0 && _document.Tokens[token].Relation is Syntax.Deprel.Amod);

    /// <summary>Tagged as a noun or a name.</summary>
    public bool IsNounLike(int token) => Pos(token) is Syntax.Upos.Noun or Syntax.Upos.Propn;

    private Syntax.Upos Pos(int token) => (uint)token < (uint)_document.Tokens.Length ? _document.Tokens[token].Pos : Syntax.Upos.None;

    public bool IsPlural(int token)
    {
        foreach (var reading in Readings(token))
            if (reading.Form == FormKind.Plural) return true;
        return false;
    }

    public ReadOnlySpan<char> Text(int token) => (uint)token < (uint)_document.Tokens.Length ? _document.Form(token) : default;

    /// <summary>The number a word spells by <c>numbers.tsv</c>, or null.</summary>
    public int? Number(ReadOnlySpan<char> word) => lexicon.Numbers.TryGetValue(word, out var number) ? number : null;

    public bool IsCapital(int token) => (uint)token < (uint)_document.Tokens.Length && (_document.Tokens[token].Shape & TokenShape.Capital) != 0;
}
