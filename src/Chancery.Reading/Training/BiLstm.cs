using System.Runtime.Intrinsics;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>A layer that reads each sentence both ways; dropout drops the same units all through a sentence.</summary>
internal sealed unsafe class BiLstm(int input, int hidden, Rng rng)
{
    private readonly Mat _reversed = new(0, 16), _dReversed = new(0, 16), _dForward = new(0, 16), _dBackward = new(0, 16);
    private readonly Mat _mask = new(0, 16), _forwardState = new(0, 16), _backwardState = new(0, 16);
    private Packing _packing = null!;
    private bool _masked;

    public Lstm Ahead { get; } = new(input, hidden, rng);

    public Lstm Back { get; } = new(input, hidden, rng);

    public Mat Y { get; } = new(0, 16);

    public IEnumerable<Parameter> Parameters => [Ahead.Wx, Ahead.Wh, Ahead.B, Back.Wx, Back.Wh, Back.B];

    public Mat Forward(Mat x, Packing packing, Rng? random, float dropout, float stateDropout)
    {
        _packing = packing;
        var sentences = packing.Sentences;
        _masked = random is not null;
        if (random is not null)
        {
            random.Mask(_forwardState.Shape(sentences, hidden).Span, stateDropout);
            random.Mask(_backwardState.Shape(sentences, hidden).Span, stateDropout);
            random.Mask(_mask.Shape(sentences, 2 * hidden).Span, dropout);
        }
        Permute(x, _reversed.Shape(x.Rows, x.Cols));
        Ahead.Forward(x, packing, _masked ? _forwardState : null);
        Back.Forward(_reversed, packing, _masked ? _backwardState : null);
        Y.Shape(x.Rows, 2 * hidden);
        for (var r = 0; r < x.Rows; r++)
        {
            Ahead.Hidden.RowSpan(r).CopyTo(Y.RowSpan(r));
            Back.Hidden.RowSpan(packing.Reverse[r]).CopyTo(Y.RowSpan(r)[hidden..]);
        }
        if (_masked) ApplyMask(Y);
        return Y;
    }

    public void Backward(Mat dy, Mat? dx)
    {
        if (_masked) ApplyMask(dy);
        _dForward.Shape(dy.Rows, hidden);
        _dBackward.Shape(dy.Rows, hidden);
        for (var r = 0; r < dy.Rows; r++)
        {
            dy.RowSpan(r)[..hidden].CopyTo(_dForward.RowSpan(r));
            dy.RowSpan(r)[hidden..].CopyTo(_dBackward.RowSpan(_packing.Reverse[r]));
        }
        Ahead.Backward(_dForward, dx);
        if (dx is null) { Back.Backward(_dBackward, null); return; }
        _dReversed.Shape(dx.Rows, dx.Cols).Clear();
        Back.Backward(_dBackward, _dReversed);
        for (var r = 0; r < dx.Rows; r++)
        {
            float* target = dx.Row(r), source = _dReversed.Row(_packing.Reverse[r]);
            for (var j = 0; j < dx.Cols; j += 16) (Vector512.Load(target + j) + Vector512.Load(source + j)).Store(target + j);
        }
    }

    private void Permute(Mat source, Mat target)
    {
        for (var r = 0; r < source.Rows; r++) source.RowSpan(r).CopyTo(target.RowSpan(_packing.Reverse[r]));
    }

    private void ApplyMask(Mat m)
    {
        for (var r = 0; r < m.Rows; r++)
        {
            float* row = m.Row(r), mask = _mask.Row(_packing.Sentence[r]);
            for (var j = 0; j < m.Cols; j += 16) (Vector512.Load(row + j) * Vector512.Load(mask + j)).Store(row + j);
        }
    }
}
