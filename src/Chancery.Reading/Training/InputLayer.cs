using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Turns forms into vectors: a fixed vector learned from raw text, beside the sum of what was learned for the word and its spelling.</summary>
internal sealed unsafe class InputLayer
{
    private readonly Lexicon _lexicon;
    private readonly Mat? _vectors;
    private readonly int _fixed, _bag;
    private readonly List<(int Row, int Table, int Entry)> _used = [];
    private readonly HashSet<int> _touchedWords = [], _touchedFeatures = [];
    private readonly Mat _mask = new(0, 16);

    public InputLayer(Lexicon lexicon, Mat? vectors, int bag, int featureRows, Rng rng)
    {
        (_lexicon, _vectors, _bag) = (lexicon, vectors, bag);
        _fixed = vectors?.Cols ?? 0;
        Words = new Parameter(lexicon.TrainedWords + 1, bag);
        Features = new Parameter(featureRows, bag).Gaussian(rng, 0.05f);
    }

    public Parameter Words { get; }

    public Parameter Features { get; }

    public int Size => _fixed + _bag;

    /// <summary>How often a word seen so many times is forgotten half of the time.</summary>
    public float Forgetting { get; init; } = 0.5f;

    public Mat X { get; } = new(0, 16);

    /// <summary>Fills <see cref="X"/>. While training (<paramref name="rng"/> given) rare words are forgotten now and then, so that spelling is learned.</summary>
    public void Forward(ReadOnlySpan<FormEntry?> forms, Rng? rng, float dropout)
    {
        X.Shape(forms.Length, Size).Clear();
        _used.Clear();
        for (var r = 0; r < forms.Length; r++)
        {
            if (forms[r] is not { } form) continue;
            var forget = rng is not null && Forgetting > 0 && rng.Uniform() < Forgetting / (Forgetting + _lexicon.CountOf(form.Word)) + 0.02f;
            // Now and then the vector goes too: some words of a new text were never seen anywhere.
            var blind = forget && rng!.Uniform() < 0.3f;
            if (_vectors is not null && form.Word > 0 && !blind) _vectors.RowSpan(form.Word).CopyTo(X.RowSpan(r));
            if (form.Word > 0 && form.Word <= _lexicon.TrainedWords && !forget) Add(r, 0, form.Word);
            for (var k = forget ? 1 : 0; k < form.Features.Length; k++) Add(r, 1, form.Features[k]);
        }
        if (rng is null || dropout == 0) { _mask.Shape(0, 16); return; }
        rng.Mask(_mask.Shape(X.Rows, X.Cols).Span, dropout);
        for (var i = 0; i < X.Rows * X.Cols; i += 16) (Vector512.Load(X.P + i) * Vector512.Load(_mask.P + i)).Store(X.P + i);
    }

    private void Add(int row, int table, int entry)
    {
        _used.Add((row, table, entry));
        AddTo(X.Row(row) + _fixed, (table == 0 ? Words : Features).W.Row(entry));
    }

    private void AddTo(float* target, float* source)
    {
        for (var j = 0; j < _bag; j += 16) (Vector512.Load(target + j) + Vector512.Load(source + j)).Store(target + j);
    }

    public void Backward(Mat dx)
    {
        if (_mask.Rows > 0) for (var i = 0; i < dx.Rows * dx.Cols; i += 16) (Vector512.Load(dx.P + i) * Vector512.Load(_mask.P + i)).Store(dx.P + i);
        foreach (var (row, table, entry) in _used)
        {
            (table == 0 ? _touchedWords : _touchedFeatures).Add(entry);
            AddTo((table == 0 ? Words : Features).G.Row(entry), dx.Row(row) + _fixed);
        }
    }

    public void Step(in AdamStep step)
    {
        foreach (var row in _touchedWords) Words.StepRow(step, row);
        foreach (var row in _touchedFeatures) Features.StepRow(step, row);
        _touchedWords.Clear();
        _touchedFeatures.Clear();
    }
}
