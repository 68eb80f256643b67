using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>The network of tagger and parser: inputs, two layers that read both ways, and the heads that decide.</summary>
internal sealed unsafe class SyntaxNet
{
    private readonly SyntaxSettings _settings;
    private readonly Rng _rng;
    private readonly Mat _natural = new(0, 16), _dNatural = new(0, 16), _d2 = new(0, 16), _d1 = new(0, 16), _dx = new(0, 16), _dTag = new(0, 16);
    private readonly Parameter[] _dense;
    private int _steps;

    public SyntaxNet(SyntaxSettings settings, Lexicon lexicon, Mat? vectors, int morphologies, int extraTags)
    {
        (_settings, Morphologies, ExtraTags) = (settings, morphologies, extraTags);
        _rng = new Rng(settings.Seed);
        Input = new InputLayer(lexicon, vectors, settings.Bag, settings.FeatureRows, _rng) { Forgetting = settings.Forgetting };
        var width = 2 * settings.Hidden;
        First = new BiLstm(Input.Size, settings.Hidden, _rng);
        Second = new BiLstm(width, settings.Hidden, _rng);
        TagHidden = new Linear(width, settings.Tag, rectify: true, _rng);
        Tags = new Linear(TagHidden.W.W.Cols, Labels.TagCount, rectify: false, _rng);
        Morphology = new Linear(TagHidden.W.W.Cols, morphologies, rectify: false, _rng);
        Extra = new Linear(TagHidden.W.W.Cols, extraTags, rectify: false, _rng);
        Arcs = new ArcScorer(width, settings.Arc, _rng);
        Relations = new LabelScorer(width, settings.Label, Labels.RelationCount, _rng);
        _dense = [.. First.Parameters, .. Second.Parameters, TagHidden.W, TagHidden.B, Tags.W, Tags.B, Morphology.W, Morphology.B, Extra.W, Extra.B, .. Arcs.Parameters, .. Relations.Parameters];
    }

    public InputLayer Input { get; }

    public BiLstm First { get; }

    public BiLstm Second { get; }

    public Linear TagHidden { get; }

    public Linear Tags { get; }

    public Linear Morphology { get; }

    /// <summary>The treebanks' own tags: learned beside the others because it helps them, not part of the model that ships.</summary>
    public Linear Extra { get; }

    public ArcScorer Arcs { get; }

    public LabelScorer Relations { get; }

    public int Morphologies { get; }

    public int ExtraTags { get; }

    /// <summary>Every dense parameter.</summary>
    public IReadOnlyList<Parameter> Dense => _dense;

    /// <summary>One batch: loss a word, with all gradients added up.</summary>
    public double Gradients(SyntaxBatch batch)
    {
        var (packing, s) = (batch.Packing, _settings);
        Input.Forward(batch.Forms, _rng, s.InputDropout);
        var y1 = First.Forward(Input.X, packing, _rng, s.Dropout, s.StateDropout);
        var y2 = Second.Forward(y1, packing, _rng, s.Dropout, s.StateDropout);
        _natural.Shape(y2.Rows, y2.Cols);
        for (var r = 0; r < y2.Rows; r++) y2.RowSpan(r).CopyTo(_natural.RowSpan(packing.Natural[r]));
        _dNatural.Shape(y2.Rows, y2.Cols).Clear();
        var weight = 1f / y2.Rows;
        var loss = TrainTags(batch, weight);
        loss += Arcs.Train(_natural, packing, batch.Heads, weight, _rng, s.Dropout, _dNatural);
        loss += Relations.Train(_natural, packing, batch.Heads, batch.Relations, weight, _rng, s.Dropout, _dNatural);
        _d2.Shape(y2.Rows, y2.Cols);
        for (var r = 0; r < y2.Rows; r++) _dNatural.RowSpan(packing.Natural[r]).CopyTo(_d2.RowSpan(r));
        Second.Backward(_d2, _d1.Shape(y1.Rows, y1.Cols).Cleared());
        First.Backward(_d1, _dx.Shape(y1.Rows, Input.Size).Cleared());
        Input.Backward(_dx);
        return loss;
    }

    private double TrainTags(SyntaxBatch batch, float weight)
    {
        var hidden = TagHidden.Forward(_natural, _rng, _settings.Dropout);
        _dTag.Shape(hidden.Rows, hidden.Cols).Clear();
        var loss = Train(Tags, hidden, batch.Tags, Labels.TagCount, weight)
            + Train(Morphology, hidden, batch.Morphologies, Morphologies, 0.5f * weight)
            + Train(Extra, hidden, batch.Extra, ExtraTags, 0.5f * weight);
        TagHidden.Backward(_dTag, _dNatural);
        return loss;
    }

    private double Train(Linear layer, Mat hidden, int[] targets, int classes, float weight)
    {
        var scores = layer.Forward(hidden);
        var loss = CrossEntropy.Of(scores, targets, classes, weight);
        layer.Backward(scores, _dTag);
        return loss;
    }

    /// <summary>One step of Adam; gradients are clipped to a norm of 5.</summary>
    public void Step(float rate)
    {
        var norm = Math.Sqrt(_dense.Sum(p => p.SquaredNorm()));
        var step = AdamStep.At(++_steps, rate, norm > 5 ? (float)(5 / norm) : 1f);
        foreach (var parameter in _dense) parameter.Step(step);
        Input.Step(step);
    }
}

/// <summary>Sentences of a batch: forms row by row as packed; targets sentence by sentence, -1 where unknown.</summary>
internal sealed record SyntaxBatch(Packing Packing, FormEntry[] Forms, int[] Tags, int[] Morphologies, int[] Extra, int[] Heads, int[] Relations);
