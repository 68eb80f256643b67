using Chancery.Reading;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;

namespace Chancery.Cli.Evaluation;

/// <summary>A word as the CoNLL 2018 measures see it: its place among the characters that are no spaces, and what is said of it.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">First character behind; that of the whole token where the word is a part of one.</param>
/// <param name="Part">Whether the word is a part of a multiword token.</param>
/// <param name="Form">Form.</param>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="Features">Morphology, of those features that are kept.</param>
/// <param name="Lemma">Lemma.</param>
/// <param name="Head">Index of the head among all words; -1 for a root.</param>
/// <param name="Relation">Relation without subtype.</param>
internal readonly record struct ConllWord(int Start, int End, bool Part, string Form, string Tag, Morphology Features, string Lemma, int Head, string Relation);

/// <summary>Words, surface tokens and sentences of a file or of an analysis, on one scale of characters.</summary>
internal sealed record ConllWords(List<ConllWord> Words, HashSet<(int, int)> Tokens, HashSet<(int, int)> Sentences)
{
    /// <summary>The words of a treebank.</summary>
    public static ConllWords Of(IReadOnlyList<ConlluSentence> sentences)
    {
        var result = new ConllWords([], [], []);
        var at = 0;
        foreach (var sentence in sentences)
        {
            var (first, start, tokenStart) = (result.Words.Count, at, at);
            foreach (var word in sentence.Words)
            {
                if (word.Surface is not null || word.Part == 0) { tokenStart = at; at += Length(word.Surface ?? word.Form); result.Tokens.Add((tokenStart, at)); }
                result.Words.Add(new(tokenStart, at, word.Part > 0, word.Form, word.Upos, Labels.Features(word.Feats), word.Lemma, word.Head == 0 ? -1 : first + word.Head - 1, Labels.Universal(word.Relation)));
            }
            result.Sentences.Add((start, at));
        }
        return result;
    }

    /// <summary>The words of an analysed document. A clitic that no space parts from its word is a part of one token with it.</summary>
    public static ConllWords Of(Document document, Lemmatiser lemmatiser)
    {
        var result = new ConllWords([], [], []);
        var places = Places(document.Text);
        foreach (var sentence in document.Sentences)
        {
            result.Sentences.Add((places[document.Tokens[sentence.First].Start], places[document.Tokens[sentence.End - 1].End]));
            for (var i = sentence.First; i < sentence.End;)
            {
                var end = i + 1;
                while (end < sentence.End && Joined(document, end)) end++;
                var span = (Start: places[document.Tokens[i].Start], End: places[document.Tokens[end - 1].End]);
                result.Tokens.Add(span);
                for (var part = end - i > 1; i < end; i++)
                {
                    ref readonly var token = ref document.Tokens[i];
                    result.Words.Add(new(span.Start, span.End, part, document.Form(i).ToString(), Labels.Name(token.Pos), token.Morphology, lemmatiser.Lemma(document.Form(i), token.Pos), token.Head, Labels.Universal(Labels.Name(token.Relation))));
                }
            }
        }
        return result;
    }

    /// <summary>The text of a treebank: sentences joined as they follow each other, paragraphs parted by an empty line.</summary>
    public static string TextOf(IReadOnlyList<ConlluSentence> sentences) => TextAndEnds(sentences).Text;

    /// <summary>The same text, and where its sentences end.</summary>
    public static (string Text, HashSet<int> Ends) TextAndEnds(IReadOnlyList<ConlluSentence> sentences)
    {
        var ends = new HashSet<int>();
        var text = new System.Text.StringBuilder();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0 && sentence.OpensParagraph) { while (text[^1] == ' ') text.Length--; text.Append("\n\n"); }
            text.Append(CanonicalText.Of(sentence.Text ?? string.Concat(sentence.Words.Select(w => w.Form + " "))).TrimEnd());
            ends.Add(text.Length);
            var last = sentence.Words[^1];
            if (last.Part > 0 ? last.SurfaceSpaceAfter : last.SpaceAfter) text.Append(' ');
        }
        return (text.ToString(), ends);
    }

    // "'s", "n't", and the later halves of "cannot" and "gonna": parts that begin where a letter ends, without a space.
    private static bool Joined(Document document, int token)
    {
        var start = document.Tokens[token].Start;
        if ((document.Tokens[token].Shape & TokenShape.SpaceBefore) != 0 || !char.IsLetterOrDigit(document.Text[start - 1])) return false;
        var form = document.Form(token);
        return form.Length > 1 && form[0] is '\'' or '’' && char.IsLetter(form[1]) || char.IsLetter(form[0]) && char.IsLetter(document.Text[start - 1]);
    }

    private static int[] Places(string text)
    {
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++) places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return places;
    }

    private static int Length(string form) => CanonicalText.Of(form).Count(c => !char.IsWhiteSpace(c));
}
