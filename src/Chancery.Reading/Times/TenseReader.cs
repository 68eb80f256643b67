using Chancery.Reading.Syntax;

namespace Chancery.Reading.Times;

/// <summary>Guesses the tense that goes with a time from the nearest verb, by tags where the tokens have them and by words otherwise.</summary>
internal sealed class TenseReader(TimeLexicon lexicon, TimePack pack)
{
    private readonly int _tense = lexicon.Class("tense");
    private readonly int _tenseTo = lexicon.Class("tense-to");
    private readonly int _infinitive = lexicon.Class("infinitive");
    private readonly int _direction = lexicon.Class("direction");
    private readonly string[] _past = pack.Suffixes.GetValueOrDefault("past", []);

    /// <summary>Tense of the verb that stands nearest before the mention in its sentence, else nearest behind.</summary>
    public TenseHint Of(Document document, TimeMention mention)
    {
        var sentence = document.Sentences[document.SentenceOf(mention.First)];
        if (mention.First > sentence.First && Word(document, mention.First - 1) is var before && (before.Mask & 1UL << _direction) != 0) return (TenseHint)before.Values[_direction];
        for (var i = mention.First - 1; i >= sentence.First; i--)
            if (At(document, i) is var hint and not TenseHint.Unknown) return hint;
        for (var i = mention.End; i < sentence.End; i++)
            if (At(document, i) is var hint and not TenseHint.Unknown) return hint;
        return TenseHint.Unknown;
    }

    private TimeLexicon.Entry Word(Document document, int token) => lexicon.Entries[lexicon.Find(document.Form(token))];

    private TenseHint At(Document document, int index)
    {
        ref readonly var token = ref document.Tokens[index];
        if ((token.Shape & TokenShape.Letter) == 0) return TenseHint.Unknown;
        var form = document.Form(index);
        var entry = Word(document, index);
        // "Is set to meet", "hopes to visit": with the mark of an infinitive behind, what comes is still to come.
        if ((entry.Mask & 1UL << _tenseTo) != 0 && index + 1 < document.Tokens.Length && (Word(document, index + 1).Mask & 1UL << _infinitive) != 0) return (TenseHint)entry.Values[_tenseTo];
        if ((entry.Mask & 1UL << _tense) != 0) return (TenseHint)entry.Values[_tense];
        if (token.Pos is not Upos.None) return OfTags(token);
        if ((token.Shape & TokenShape.Capital) != 0) return TenseHint.Unknown;
        foreach (var suffix in _past)
            if (form.Length > suffix.Length + 2 && form.EndsWith(suffix, StringComparison.Ordinal)) return TenseHint.Past;
        return TenseHint.Unknown;
    }

    private static TenseHint OfTags(in Token token)
    {
        if (token.Pos is not (Upos.Verb or Upos.Aux)) return TenseHint.Unknown;
        if ((token.Morphology & Morphology.Future) != 0) return TenseHint.Future;
        if ((token.Morphology & Morphology.Past) != 0) return TenseHint.Past;
        return (token.Morphology & (Morphology.Present | Morphology.Finite)) == (Morphology.Present | Morphology.Finite) ? TenseHint.Present : TenseHint.Unknown;
    }
}
