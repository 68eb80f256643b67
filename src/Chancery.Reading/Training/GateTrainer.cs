using Chancery.Reading.Frames;

namespace Chancery.Reading.Training;

/// <summary>Trains the gate before the parser on what the reader itself reads without one.</summary>
public sealed class GateTrainer
{
    private const int Folds = 5, LeastSeen = 8;
    private readonly List<(int Fold, bool Field, SeenSentence Sentence)> _sentences = [];
    private int _documents;

    /// <summary>Share of the sentences that are evidence of printed events which must stay open when the gate has not learned from their document.</summary>
    public double Keep { get; init; } = 0.99;

    /// <summary>Passes over the data.</summary>
    public int Passes { get; init; } = 4;

    /// <summary>Reads an article without gate and keeps what its triggers gave.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="article">An article.</param>
    /// <param name="field">It is of the kind that will be read, so that shares are measured on it.</param>
    public void Add(Reader reader, Article article, bool field)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var fold = _documents++ % Folds;
        foreach (var sentence in reader.Triggers(article)) _sentences.Add((fold, field, sentence));
    }

    /// <summary>Trains and writes the gate; returns what it keeps and what it spares, measured on documents left out in turn.</summary>
    public GateScores Run(string path)
    {
        var scores = new List<(float Score, SeenSentence Sentence)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var gate = Fit([.. _sentences.Where(s => s.Fold != fold).Select(s => s.Sentence)], 0);
            scores.AddRange(_sentences.Where(s => s.Fold == fold && s.Field).Select(s => (gate.Best(s.Sentence), s.Sentence)));
        }
        var told = scores.Where(s => s.Sentence.Told).Select(s => s.Score).Order().ToArray();
        if (told.Length == 0) throw new FormatException("no event in any document: nothing to learn a gate from");
        var threshold = told[(int)((1 - Keep) * told.Length)];
        Fit([.. _sentences.Select(s => s.Sentence)], threshold).Gate().Write(path);
        return Shares(scores, threshold);
    }

    private static GateScores Shares(List<(float Score, SeenSentence Sentence)> scores, float threshold)
    {
        double Kept(Func<SeenSentence, bool> which) => Math.Round((double)scores.Count(s => which(s.Sentence) && s.Score >= threshold) / scores.Count(s => which(s.Sentence)), 4);
        double Share(Func<(float Score, SeenSentence Sentence), bool> which) => Math.Round((double)scores.Where(which).Sum(s => s.Sentence.Tokens) / scores.Sum(s => s.Sentence.Tokens), 4);
        return new(scores.Count, Kept(s => s.Drafted), Kept(s => s.Told), Share(s => s.Score >= threshold), Share(s => float.IsPositiveInfinity(s.Score)), Share(s => s.Sentence.Drafted), Share(s => s.Sentence.Told));
    }

    private GateFit Fit(SeenSentence[] sentences, float threshold)
    {
        var triggers = sentences.SelectMany(s => s.Triggers).ToArray();
        var (lexemes, patterns) = (Often(triggers.Select(t => t.Lexeme)), Often(triggers.SelectMany(t => t.Patterns)));
        var fit = new GateFit([.. triggers.Where(t => lexemes.Contains(t.Lexeme)).SelectMany(t => t.Patterns.Where(patterns.Contains).Select(p => TriggerGate.Key(p, t.Lexeme)))], threshold);
        var rng = new Rng(1);
        for (var pass = 0; pass < Passes; pass++)
        {
            rng.Shuffle<SeenTrigger>(triggers);
            foreach (var trigger in triggers) fit.Learn(trigger);
        }
        return fit;
    }

    private static HashSet<uint> Often(IEnumerable<uint> keys) => [.. keys.CountBy(k => k).Where(k => k.Value >= LeastSeen).Select(k => k.Key)];
}

/// <summary>What a gate keeps and spares on documents that it has not learned from.</summary>
/// <param name="Sentences">Sentences that the words let through.</param>
/// <param name="Drafts">Share of those with a draft of an event that it opens.</param>
/// <param name="Told">Share of those that are evidence of a printed event that it opens.</param>
/// <param name="Open">Share of all their tokens that it opens.</param>
/// <param name="Unlearned">Share of their tokens in sentences that it opens because something in them is new to it.</param>
/// <param name="InDrafts">Share of their tokens that lie in sentences with a draft.</param>
/// <param name="InTold">Share of their tokens that lie in sentences with evidence.</param>
public sealed record GateScores(int Sentences, double Drafts, double Told, double Open, double Unlearned, double InDrafts, double InTold);
