namespace Chancery.Reading.Syntax;

/// <summary>Counts of words right and wrong, as accuracies where tokens are given.</summary>
/// <param name="Words">Words.</param>
/// <param name="Tags">Words with the right part of speech.</param>
/// <param name="Heads">Words with the right head.</param>
/// <param name="Labelled">Words with the right head and universal relation (without subtype, as CoNLL 2018 counts).</param>
/// <param name="Features">Words with the right morphology, of those features that are kept.</param>
/// <param name="Verbs">Verbs and auxiliaries.</param>
/// <param name="VerbFeatures">Of these, with the right morphology.</param>
public readonly record struct SyntaxScores(int Words, int Tags, int Heads, int Labelled, int Features, int Verbs, int VerbFeatures)
{
    /// <summary>Part of speech.</summary>
    public double Upos => (double)Tags / Words;

    /// <summary>Unlabelled attachment.</summary>
    public double Uas => (double)Heads / Words;

    /// <summary>Labelled attachment.</summary>
    public double Las => (double)Labelled / Words;

    /// <summary>Scores a document made of gold tokens (<see cref="Conllu.ToDocument"/>) after it was analysed.</summary>
    public static SyntaxScores Of(Document document, IReadOnlyList<ConlluSentence> gold)
    {
        int words = 0, tags = 0, heads = 0, labelled = 0, features = 0, verbs = 0, verbFeatures = 0;
        foreach (var sentence in gold)
        {
            var first = words;
            foreach (var word in sentence.Words)
            {
                ref readonly var token = ref document.Tokens[words++];
                if (token.Pos == Labels.Tag(word.Upos)) tags++;
                var right = token.Morphology == Labels.Features(word.Feats);
                if (right) features++;
                if (word.Upos is "VERB" or "AUX") { verbs++; if (right) verbFeatures++; }
                if ((token.Head < 0 ? 0 : token.Head - first + 1) != word.Head) continue;
                heads++;
                if (Labels.Universal(Labels.Name(token.Relation)) == Labels.Universal(word.Relation)) labelled++;
            }
        }
        return new(words, tags, heads, labelled, features, verbs, verbFeatures);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"UPOS {Upos:P2} UAS {Uas:P2} LAS {Las:P2} features {(double)Features / Words:P2}, of verbs {(double)VerbFeatures / Verbs:P2}";
}
