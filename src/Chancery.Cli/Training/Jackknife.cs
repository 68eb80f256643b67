using Chancery.Reading;
using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Cli.Training;

/// <summary>Parts of speech and relations as they will be found in new text: each half of the sentences is read by a tagger that was trained without it.
/// The tagger that ships has learned these very sentences and would teach the name recogniser to trust it too much.</summary>
internal sealed class Jackknife
{
    private const int Passes = 6;
    private readonly SyntaxModel[] _models;
    private readonly Dictionary<string, int> _halves = [];

    /// <summary>Trains one small tagger for each half of the treebanks, cut between documents.</summary>
    public Jackknife(IReadOnlyList<ConlluSentence> treebanks, WordVectors? vectors, WordMarks marks, ulong seed, Action<string> log)
    {
        var half = 0;
        var parts = new List<ConlluSentence>[] { [], [] };
        foreach (var sentence in treebanks)
        {
            if (sentence.Document is not null) half = 1 - half;
            parts[half].Add(sentence);
            _halves.TryAdd(Key(sentence.Words.Select(w => w.Form)), half);
        }
        _models = [.. parts.Reverse().Select(part => Train(part, vectors, marks, seed, log))];
    }

    /// <summary>Sets parts of speech and relations of all sentences of a document; each is, or was made of, a sentence of the treebanks or of none.</summary>
    public void Analyse(Document document, IReadOnlyList<string[]> origins)
    {
        var halves = Enumerable.Range(0, origins.Count).ToLookup(i => _halves.GetValueOrDefault(Key(origins[i])));
        for (var half = 0; half < _models.Length; half++) _models[half].Analyse(document, [.. halves[half]]);
    }

    private static SyntaxModel Train(List<ConlluSentence> part, WordVectors? vectors, WordMarks marks, ulong seed, Action<string> log)
    {
        var path = Path.GetTempFileName();
        try
        {
            var trainer = new SyntaxTrainer(new SyntaxSettings { Epochs = Passes, Seed = seed, Averaged = 400 }, part, vectors, marks, log);
            trainer.Run(_ => { });
            trainer.Write(path);
            return SyntaxModel.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Key(IEnumerable<string> forms) => string.Join(' ', forms);
}
