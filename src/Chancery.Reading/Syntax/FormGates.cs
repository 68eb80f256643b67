namespace Chancery.Reading.Syntax;

/// <summary>What the first layer makes of a form before it looks at the neighbours: the same wherever the form stands, so it is kept from text to text.</summary>
/// <remarks>Forms stay that came while there was room, which frequent ones do soon; what comes later is known only within its batch.</remarks>
internal sealed unsafe class FormGates
{
    /// <summary>So many forms stay; 20 MB for the networks in use, touched only as forms come.</summary>
    private const int Kept = 4096;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<ulong> _fresh = [];
    private readonly Store<float> _ahead = new(), _back = new();
    private int _known, _width, _room;

    /// <summary>Rows read forwards; those of new forms are to be filled from <see cref="FreshAhead"/> on.</summary>
    public float* Ahead { get; private set; }

    /// <summary>Rows read backwards.</summary>
    public float* Back { get; private set; }

    /// <summary>New forms of this batch.</summary>
    public int Fresh => _fresh.Count;

    public float* FreshAhead => Ahead + (long)_known * _width;

    public float* FreshBack => Back + (long)_known * _width;

    /// <summary>Makes room for a batch.</summary>
    /// <param name="most">At most so many new forms.</param>
    /// <param name="width">Length of a row.</param>
    public void Begin(int most, int width)
    {
        if (_known + most <= _room) return;
        _room = Kept + Math.Max(most, 640);
        _width = width;
        Ahead = _ahead.Take(_room * width);
        Back = _back.Take(_room * width);
        // What was kept is lost when the buffers grow.
        _rows.Clear();
        _known = 0;
    }

    /// <summary>Row of a form by its key; one more in <see cref="Fresh"/> when it is new.</summary>
    public int RowOf(ulong key)
    {
        ref var row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var known);
        if (known) return row;
        row = _known + _fresh.Count;
        _fresh.Add(key);
        return row;
    }

    /// <summary>The batch is done: its new forms stay if there is room.</summary>
    public void End()
    {
        if (_known + _fresh.Count <= Kept) _known += _fresh.Count;
        else foreach (var key in _fresh) _rows.Remove(key);
        _fresh.Clear();
    }
}
