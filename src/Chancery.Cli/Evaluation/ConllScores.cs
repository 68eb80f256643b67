using System.Text.Json.Nodes;
using Chancery.Reading;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Evaluation;

/// <summary>F1 of each measure, from 0 to 1.</summary>
internal sealed record ConllScores(IReadOnlyList<(string Name, double Value)> Measures)
{
    /// <summary>Scores an analysis made from raw text.</summary>
    public static ConllScores Of(ConllWords gold, ConllWords system)
    {
        var match = ConllAlignment.Align(gold.Words, system.Words);
        double F1(double right, int a, int b) => 2 * right / (a + b);
        double Words(Func<ConllWord, ConllWord, bool> same)
        {
            var right = 0;
            for (var g = 0; g < match.Length; g++) if (match[g] >= 0 && same(gold.Words[g], system.Words[match[g]])) right++;
            return F1(right, gold.Words.Count, system.Words.Count);
        }
        bool Head(ConllWord g, ConllWord s) => g.Head < 0 || s.Head < 0 ? g.Head == s.Head : match[g.Head] == s.Head;
        return new([
            ("Tokens", F1(gold.Tokens.Intersect(system.Tokens).Count(), gold.Tokens.Count, system.Tokens.Count)),
            ("Words", Words((_, _) => true)),
            ("Sentences", F1(gold.Sentences.Intersect(system.Sentences).Count(), gold.Sentences.Count, system.Sentences.Count)),
            ("UPOS", Words((g, s) => g.Tag == s.Tag)),
            ("Features", Words((g, s) => g.Features == s.Features)),
            ("Lemmas", Words((g, s) => g.Lemma == "_" || g.Lemma == s.Lemma)),
            ("UAS", Words(Head)),
            ("LAS", Words((g, s) => Head(g, s) && g.Relation == s.Relation)),
        ]);
    }

    /// <summary>Scores an analysis of gold tokens, word by word.</summary>
    public static ConllScores Given(IReadOnlyList<ConlluSentence> gold, Document document, Lemmatiser lemmatiser)
    {
        var scores = SyntaxScores.Of(document, gold);
        var lemmas = 0;
        var index = 0;
        foreach (var word in gold.SelectMany(s => s.Words))
        {
            var lemma = lemmatiser.Lemma(document.Form(index), document.Tokens[index].Pos);
            if (word.Lemma == "_" || lemma == word.Lemma) lemmas++;
            index++;
        }
        return new([("Tokens", 1), ("Words", 1), ("Sentences", 1), ("UPOS", scores.Upos), ("Features", (double)scores.Features / scores.Words),
            ("Lemmas", (double)lemmas / scores.Words), ("UAS", scores.Uas), ("LAS", scores.Las)]);
    }

    public JsonNode ToJson() => new JsonObject(Measures.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)JsonValue.Create(Math.Round(m.Value, 5)))));
}
