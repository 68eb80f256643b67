using Chancery.Server.Answers;

namespace Chancery.Server.Keeping;

/// <summary>
/// Answers made since the register last changed, of all addresses together no more than so many bytes. They are of one state of the register; with the first question after
/// a write all are gone, so that nobody ever reads what is no longer so.
/// </summary>
internal sealed class KeptAnswers(int mostBytes)
{
    private readonly Lock _lock = new();
    private Dictionary<string, MadeAnswer> _young = new(StringComparer.Ordinal);
    private Dictionary<string, MadeAnswer> _old = new(StringComparer.Ordinal);
    private string _state = "";
    private int _bytes;

    /// <summary>The answer under a key, or null where none was made in this state of the register.</summary>
    public MadeAnswer? Find(string state, string key)
    {
        lock (_lock)
        {
            Turn(state);
            if (_young.TryGetValue(key, out var made)) return made;
            if (_old.TryGetValue(key, out made)) Add(key, made);
            return made;
        }
    }

    /// <summary>Keeps an answer to a question that was asked in some state of the register; where it has changed meanwhile, it is let go.</summary>
    public void Put(string state, string key, MadeAnswer made)
    {
        // What is larger than a part of the room would push everything else out.
        if (made.Size > mostBytes / 16) return;
        lock (_lock)
            if (state == _state) Add(key, made);
    }

    // Two halves: when the younger is full, it becomes the older and what nobody asked for meanwhile is dropped.
    private void Add(string key, MadeAnswer made)
    {
        if (_bytes > mostBytes / 2) (_old, _young, _bytes) = (_young, new(StringComparer.Ordinal), 0);
        if (_young.TryAdd(key, made)) _bytes += made.Size + 2 * key.Length;
    }

    private void Turn(string state)
    {
        if (state == _state) return;
        (_old, _young, _bytes, _state) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), 0, state);
    }
}
