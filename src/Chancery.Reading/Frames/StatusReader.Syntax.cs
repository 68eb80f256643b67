using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

// What the graph says of a verb or noun.
internal sealed partial class StatusReader
{
    private int SubjectOf(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Nsubj) return i;
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.OblAgent) return i;
        return _tokens[verb].Relation is Deprel.Conj or Deprel.Xcomp && _tokens[verb].Head is >= 0 and var head && head >= _sentence.First ? SubjectOfShared(head) : -1;
    }

    private int SubjectOfShared(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Nsubj) return i;
        return -1;
    }

    private bool IsNegated(int token)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == token && _tokens[i].Relation is Deprel.Advmod or Deprel.Det or Deprel.Cc && words.Is(i, WordClass.Negation)) return true;
        return false;
    }

    private bool HasModal(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Modal) && words.Text(i) is not "would") return true;
        return false;
    }

    private bool HasObject(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == verb && _tokens[i].Relation is Deprel.Obj or Deprel.Iobj or Deprel.Obl && i > verb && _tokens[i].Pos is not Upos.Propn) return true;
        return false;
    }

    private bool HasCopula(int noun)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Cop) return true;
        return false;
    }

    private bool IsPastCopula(int noun)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Cop && (_tokens[i].Morphology & Morphology.Past) != 0) return true;
        return false;
    }

    private int PrepositionBefore(int noun)
    {
        for (var i = _sentence.First; i < noun; i++)
            if (_tokens[i].Head == noun && _tokens[i].Relation is Deprel.Case && !words.Is(i, WordClass.Possessive)) return i;
        return -1;
    }
}
