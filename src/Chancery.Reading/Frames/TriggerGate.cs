using System.Runtime.InteropServices;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <summary>A small linear model that tells from the words around a trigger whether an event may be read there; made by <c>chancery train gate</c> from what the reader reads without it.</summary>
/// <remarks>It is silent about what it has not learned: a pattern never seen at a word, and a pattern or a word seen seldom, always open, so that new patterns are read before it is trained anew.</remarks>
internal sealed class TriggerGate : ITriggerJudge
{
    /// <summary>Rows of the table; a power of two.</summary>
    public const int Rows = 1 << 17;

    private readonly sbyte[] _weights;
    private readonly HashSet<uint> _known;
    private readonly float _scale, _threshold;

    /// <summary>A gate of its parts.</summary>
    /// <param name="weights">Weights in units of <paramref name="scale"/>.</param>
    /// <param name="scale">Unit of the weights.</param>
    /// <param name="threshold">Least sum that opens.</param>
    /// <param name="known">Words with patterns that were seen often enough (<see cref="Key"/>).</param>
    public TriggerGate(sbyte[] weights, float scale, float threshold, IEnumerable<uint> known) =>
        (_weights, _scale, _threshold, _known) = (weights, scale, threshold, [.. known]);

    /// <summary>Reads a model (<c>data/languages/CODE/models/gate.bin</c>); null where it was made for other features.</summary>
    public static TriggerGate? Load(string path)
    {
        var file = ModelFile.Read(path);
        return file.Get<int>("version")[0] != TriggerView.Version ? null : new(file.Get<sbyte>("weights"), file.Get<float>("scale")[0], file.Get<float>("threshold")[0], file.Get<uint>("known"));
    }

    /// <summary>Writes the model.</summary>
    public void Write(string path) => ModelFile.Write(path,
    [
        ("version", MemoryMarshal.AsBytes<int>([TriggerView.Version]).ToArray()), ("scale", MemoryMarshal.AsBytes<float>([_scale]).ToArray()), ("threshold", MemoryMarshal.AsBytes<float>([_threshold]).ToArray()),
        ("known", MemoryMarshal.AsBytes<uint>([.. _known.Order()]).ToArray()), ("weights", MemoryMarshal.AsBytes<sbyte>(_weights).ToArray()),
    ]);

    /// <inheritdoc/>
    public bool OpensAnyway => false;

    /// <inheritdoc/>
    public bool Opens(in SentenceView at, TriggerView view, int trigger, uint lexeme, List<ReadyPattern> patterns)
    {
        foreach (var pattern in patterns) if (!_known.Contains(Key(pattern.Key, lexeme))) return true;
        Span<uint> features = stackalloc uint[TriggerView.Capacity];
        return Score(features[..view.Write(at, trigger, lexeme, patterns, features)]) >= _threshold;
    }

    /// <summary>The sum of the weights of some features.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features) sum += _weights[feature & (Rows - 1)];
        return sum * _scale;
    }

    /// <summary>A pattern at a word.</summary>
    public static uint Key(uint pattern, uint lexeme) => TriggerView.Mix(pattern, lexeme);
}
