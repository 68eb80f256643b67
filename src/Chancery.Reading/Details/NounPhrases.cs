using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Details;

/// <summary>Short texts of noun phrases, without articles, relative clauses and other ballast.</summary>
internal static class NounPhrases
{
    /// <summary>The head with its compounds and adjectives, as written: "bilateral trade", "air base".</summary>
    public static TextSpan Core(Document document, in Sentence sentence, int head)
    {
        int first = head, end = head + 1;
        for (var i = head - 1; i >= sentence.First; i--)
        {
            ref readonly var token = ref document.Tokens[i];
            var inside = token.Head >= first && token.Head < end && token.Relation is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.Nummod or Deprel.Punct or Deprel.NmodPoss
                || token.Head >= first && token.Head < end && (token.Shape & TokenShape.Capital) != 0 && token.Relation is Deprel.Nmod or Deprel.Appos
                || token.Relation is Deprel.Punct && token.Head == i - 1 && document.Form(i) is "-" && i > sentence.First;
            if (!inside || token.Relation is Deprel.Punct && document.Form(i) is not "-") break;
            first = i;
        }
        while (end < sentence.End && document.Tokens[end].Head is var h && h >= first && h < end && document.Tokens[end].Relation is Deprel.Flat or Deprel.Compound) end++;
        return document.Span(first, end);
    }

    /// <summary>The whole phrase below a head, left to right, without its determiner and without clauses that hang on it.</summary>
    public static TextSpan Whole(Document document, in Sentence sentence, int head, WordView words)
    {
        int first = head, end = head + 1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!IsBelow(document, i, head)) continue;
            first = Math.Min(first, i);
            end = Math.Max(end, i + 1);
        }
        while (first < head && (words.Is(first, WordClass.Definite) || document.Tokens[first].Relation is Deprel.Det or Deprel.Case or Deprel.Mark or Deprel.Punct or Deprel.Cc || document.Tokens[first].Pos is Upos.Adp or Upos.Punct)) first++;
        while (end > head + 1 && document.Tokens[end - 1].Relation is Deprel.Punct) end--;
        return document.Span(first, end);
    }

    private static bool IsBelow(Document document, int token, int head)
    {
        for (var steps = 0; steps < 12 && token >= 0; steps++)
        {
            if (token == head) return true;
            if (document.Tokens[token].Relation is Deprel.AclRelcl or Deprel.Acl or Deprel.Parataxis or Deprel.Advcl or Deprel.Appos or Deprel.Conj) return false;
            token = document.Tokens[token].Head;
        }
        return false;
    }

    /// <summary>The text of a span with line breaks as spaces.</summary>
    public static string Text(Document document, TextSpan span) => document.Text[span.Start..span.End].Replace('\n', ' ');
}
