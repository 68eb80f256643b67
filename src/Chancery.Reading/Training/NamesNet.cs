using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>The network of the name recogniser. A second head learns names as another corpus marks them, beside the one that ships.</summary>
internal sealed unsafe class NamesNet
{
    /// <summary>Tags of names.</summary>
    public const int Classes = NamePath.Tags;

    /// <summary>Rows of the table of contexts: parts of speech, then relations.</summary>
    public const int ContextRows = NameContext.Rows;

    private readonly NamesSettings _settings;
    private readonly Rng _rng;
    private readonly Mat _dy = new(0, 16), _dx = new(0, 16);
    private readonly HashSet<int> _touched = [];
    private readonly Parameter[] _dense;
    private int _steps;

    public NamesNet(NamesSettings settings, Lexicon lexicon, Mat? vectors)
    {
        (_settings, _rng) = (settings, new Rng(settings.Seed));
        Input = new InputLayer(lexicon, vectors, settings.Bag, settings.FeatureRows, _rng) { Forgetting = settings.Forgetting };
        Context = new Parameter(ContextRows, settings.Bag).Gaussian(_rng, 0.05f);
        Layers = [.. Enumerable.Range(0, settings.Layers).Select(i => new ConvLayer(i == 0 ? Input.Size : settings.Width, settings.Width, i > 0, _rng))];
        Output = new Linear(settings.Width, Classes, rectify: false, _rng);
        Second = new Linear(settings.Width, Classes, rectify: false, _rng);
        (Chain, SecondChain) = (new TagChain(), new TagChain());
        _dense = [.. Layers.SelectMany(l => new[] { l.W, l.B }), Output.W, Output.B, Second.W, Second.B, Chain.Transitions, SecondChain.Transitions];
    }

    public InputLayer Input { get; }

    /// <summary>Rows for parts of speech and relations.</summary>
    public Parameter Context { get; }

    public IReadOnlyList<ConvLayer> Layers { get; }

    public Linear Output { get; }

    /// <summary>The head of the other corpus; not part of the model that ships.</summary>
    public Linear Second { get; }

    /// <summary>Which tag follows which.</summary>
    public TagChain Chain { get; }

    private TagChain SecondChain { get; }

    public IEnumerable<Parameter> Dense => _dense;

    /// <summary>One batch: loss, with all gradients added up.</summary>
    public double Gradients(NamesBatch batch)
    {
        Input.Forward(batch.Forms, _rng, 0);
        var x = Input.X;
        for (var r = 0; r < x.Rows; r++)
        {
            foreach (var row in batch.Context[r]) AddContext(x.Row(r) + Input.Size - _settings.Bag, Context.W.Row(row));
        }
        var mask = new Mat(x.Rows, x.Cols);
        _rng.Mask(mask.Span, _settings.InputDropout);
        Multiply(x, mask);
        var y = x;
        foreach (var layer in Layers) y = layer.Forward(y, batch.Empty, _rng, _settings.Dropout);
        _dy.Shape(y.Rows, y.Cols).Clear();
        var weight = 1f / batch.Words;
        var loss = Train(Output, Chain, y, batch.Tags, weight) + Learn(y, batch.Beliefs, weight) + Train(Second, SecondChain, y, batch.Second, weight);
        Backward(batch, mask);
        return loss;
    }

    private double Train(Linear head, TagChain chain, Mat y, int[] targets, float weight)
    {
        if (targets.All(t => t < 0)) return 0;
        var scores = head.Forward(y);
        var loss = chain.Train(scores, targets, weight);
        head.Backward(scores, _dy);
        return loss;
    }

    private double Learn(Mat y, TagBeliefs?[] beliefs, float weight)
    {
        if (Array.TrueForAll(beliefs, b => b is null)) return 0;
        var scores = Output.Forward(y);
        var loss = Chain.Follow(scores, beliefs, weight);
        Output.Backward(scores, _dy);
        return loss;
    }

    private void Backward(NamesBatch batch, Mat mask)
    {
        var dy = _dy;
        var spare = _dx;
        for (var i = Layers.Count - 1; i >= 0; i--)
        {
            spare.Shape(dy.Rows, i == 0 ? Input.Size : _settings.Width).Clear();
            Layers[i].Backward(dy, spare);
            (dy, spare) = (spare, dy);
        }
        Multiply(dy, mask);
        for (var r = 0; r < dy.Rows; r++)
        {
            foreach (var row in batch.Context[r])
            {
                _touched.Add(row);
                AddContext(Context.G.Row(row), dy.Row(r) + Input.Size - _settings.Bag);
            }
        }
        Input.Backward(dy);
    }

    /// <summary>One step of Adam; gradients are clipped to a norm of 5.</summary>
    public void Step(float rate)
    {
        var norm = Math.Sqrt(_dense.Sum(p => p.SquaredNorm()));
        var step = AdamStep.At(++_steps, rate, norm > 5 ? (float)(5 / norm) : 1f);
        foreach (var parameter in _dense) parameter.Step(step);
        // Adam moves each of a word's thirty features as far as a layer's weight, so that together they learn single words by heart; they go slower.
        var slow = step with { Rate = step.Rate * _settings.TableRate };
        foreach (var row in _touched) Context.StepRow(slow, row);
        _touched.Clear();
        Input.Step(slow);
    }

    private void AddContext(float* target, float* source)
    {
        for (var j = 0; j < _settings.Bag; j += 16) (Vector512.Load(target + j) + Vector512.Load(source + j)).Store(target + j);
    }

    private static void Multiply(Mat x, Mat mask)
    {
        for (var i = 0; i < x.Rows * x.Cols; i += 16) (Vector512.Load(x.P + i) * Vector512.Load(mask.P + i)).Store(x.P + i);
    }
}

/// <summary>Sentences of a batch, an empty row before each and behind the last; -1 where there is no tag; contexts are rows of the context table.</summary>
internal sealed record NamesBatch(FormEntry?[] Forms, int[][] Context, bool[] Empty, int[] Tags, int[] Second, TagBeliefs?[] Beliefs, int Words);
