using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Scores every word of a sentence as head of every other: a bilinear form of both, and a bias for how far apart they stand.</summary>
internal sealed unsafe class ArcScorer
{
    /// <summary>Distances up to this count one by one, farther ones as this.</summary>
    public const int Reach = 24;

    private readonly int _size;
    private readonly Linear _dependent, _head, _form;
    private readonly Mat _heads = new(0, 16), _headsT = new(0, 16), _scores = new(0, 16), _scoresT = new(0, 16), _dQuery = new(0, 16), _dHead = new(0, 16), _dDependent = new(0, 16), _dHeads = new(0, 16);

    public ArcScorer(int input, int size, Rng rng)
    {
        _size = size;
        _dependent = new Linear(input, size, rectify: true, rng);
        _head = new Linear(input, size, rectify: true, rng);
        _form = new Linear(size, size, rectify: false, rng);
        Root = new Parameter(1, size).Gaussian(rng, 0.1f);
        Distance = new Parameter(1, 64);
    }

    public Linear Dependent => _dependent;

    public Linear Head => _head;

    public Linear Form => _form;

    public Parameter Root { get; }

    public Parameter Distance { get; }

    public IEnumerable<Parameter> Parameters => [_dependent.W, _dependent.B, _head.W, _head.B, _form.W, _form.B, Root, Distance];

    /// <summary>Place of the bias of a head that stands so far to the right.</summary>
    public static int Bucket(int distance) => Math.Clamp(distance, -Reach, Reach) + Reach;

    /// <summary>Loss of the gold heads (0 the root, else 1 + position) and gradients; rows of <paramref name="y"/> lie sentence by sentence.</summary>
    public double Train(Mat y, Packing packing, int[] gold, float weight, Rng rng, float dropout, Mat dy)
    {
        var dependents = _dependent.Forward(y, rng, dropout);
        var heads = _head.Forward(y, rng, dropout);
        var query = _form.Forward(dependents);
        _dQuery.Shape(y.Rows, _size).Clear();
        _dHead.Shape(y.Rows, _size).Clear();
        double loss = 0;
        for (var s = 0; s < packing.Sentences; s++) loss += TrainSentence(query, heads, packing.First[s], packing.Lengths[s], gold, weight);
        _dDependent.Shape(y.Rows, _size).Clear();
        _form.Backward(_dQuery, _dDependent);
        _dependent.Backward(_dDependent, dy);
        _head.Backward(_dHead, dy);
        return loss;
    }

    private double TrainSentence(Mat query, Mat heads, int first, int n, int[] gold, float weight)
    {
        var padded = (n + 1 + 15) / 16 * 16;
        _heads.Shape(padded, _size).Clear();
        Root.W.Span.CopyTo(_heads.RowSpan(0));
        for (var i = 0; i < n; i++) heads.RowSpan(first + i).CopyTo(_heads.RowSpan(i + 1));
        _heads.TransposeTo(_headsT);
        _scores.Shape(n, padded);
        Gemm.Multiply(query.Row(first), _size, 1, _headsT.P, padded, _scores.P, padded, n, padded, _size, accumulate: false);
        double loss = 0;
        for (var i = 0; i < n; i++)
        {
            var row = _scores.RowSpan(i);
            for (var j = 1; j <= n; j++) row[j] += Distance.W.P[Bucket(j - 1 - i)];
            row[i + 1] = -1e9f;
            loss += CrossEntropy.Row(row, gold[first + i], n + 1, weight);
            for (var j = 1; j <= n; j++) Distance.G.P[Bucket(j - 1 - i)] += row[j];
        }
        Gemm.Multiply(_scores.P, padded, 1, _heads.P, _size, _dQuery.Row(first), _size, n, _size, padded, accumulate: true);
        _dHeads.Shape(padded, _size);
        Gemm.Multiply(_scores.P, 1, padded, query.Row(first), _size, _dHeads.P, _size, padded, _size, n, accumulate: false);
        Add(Root.G.P, _dHeads.Row(0));
        for (var i = 0; i < n; i++) Add(_dHead.Row(first + i), _dHeads.Row(i + 1));
        return loss;
    }

    private void Add(float* target, float* source)
    {
        for (var j = 0; j < _size; j += 16) (Vector512.Load(target + j) + Vector512.Load(source + j)).Store(target + j);
    }
}
