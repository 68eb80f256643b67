using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary>Sentences with what a teacher believes of their names: those of the other corpus, which nobody marked for the first head, and raw ones.</summary>
internal static class Taught
{
    // Longer ones are lists and tables, shorter ones headings.
    private const int Shortest = 4, Longest = 80;

    public static List<NamedSentence> Of(List<NamedSentence> train, IEnumerable<string> files, string language, SyntaxModel syntax, NameModel[] teachers, NamesSettings settings)
    {
        var random = new Random((int)settings.Seed + 12);
        var marked = train.Where(s => s.Second).ToList();
        return [.. train.Where(s => !s.Second), .. Believed(marked, teachers), .. Believed([.. files.Where(RawSentences.IsRaw).SelectMany(f => Read(f, language, random, settings.RawWords, syntax))], teachers)];
    }

    private static List<NamedSentence> Read(string file, string language, Random random, int words, SyntaxModel syntax)
    {
        var sentences = Corpus.Sentences(RawText.Read(file), language).Where(s => s.Length is >= Shortest and <= Longest).DistinctBy(s => string.Join(' ', s)).ToArray();
        random.Shuffle(sentences);
        var chosen = sentences.TakeWhile(s => (words -= s.Length) > 0).ToList();
        var document = NamesTraining.DocumentOf(chosen);
        syntax.Analyse(document, [.. Enumerable.Range(0, chosen.Count)]);
        return [.. chosen.Select((forms, i) =>
        {
            var tokens = document.Tokens.AsSpan(document.Sentences[i].First, forms.Length).ToArray();
            return new NamedSentence(forms, [.. tokens.Select(t => t.Pos)], [.. tokens.Select(t => t.Relation)], null, false);
        })];
    }

    private static IEnumerable<NamedSentence> Believed(List<NamedSentence> sentences, NameModel[] teachers)
    {
        if (sentences.Count == 0) return [];
        var document = NamesTraining.DocumentOf([.. sentences.Select(s => s.Forms)]);
        var token = 0;
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Forms.Length; i++, token++) (document.Tokens[token].Pos, document.Tokens[token].Relation) = (sentence.Pos[i], sentence.Relations[i]);
        var beliefs = Array.ConvertAll(teachers, t => t.Beliefs(document, [.. Enumerable.Range(0, sentences.Count)]));
        return sentences.Select((s, i) => s with { Beliefs = TagBeliefs.Mean([.. beliefs.Select(b => b[i])]) });
    }
}
