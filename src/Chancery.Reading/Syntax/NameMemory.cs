namespace Chancery.Reading.Syntax;

/// <summary>What a document has called by a name stays of one kind: a name that was recognised more often as another kind is set right,
/// and a capitalised word that is elsewhere the last name of a person, or a name by itself, is one here too.</summary>
internal sealed class NameMemory
{
    private readonly Dictionary<ulong, Votes> _names = [];

    /// <summary>Goes over the sentences of a document whose tokens have been tagged.</summary>
    public void Settle(Document document, ReadOnlySpan<int> sentences)
    {
        _names.Clear();
        foreach (var index in sentences) Visit(document, document.Sentences[index], remember: true);
        if (_names.Count == 0) return;
        foreach (var index in sentences) Visit(document, document.Sentences[index], remember: false);
    }

    private void Visit(Document document, Sentence sentence, bool remember)
    {
        for (var i = sentence.First; i < sentence.End;)
        {
            var end = i + 1;
            var name = document.Tokens[i].Name;
            if (name != NameTag.None) while (end < sentence.End && IsInside(document.Tokens[end].Name)) end++;
            if (remember) { if (name != NameTag.None) Remember(document, i, end, name); }
            else if (name != NameTag.None) Correct(document, i, end, name);
            else if (IsBare(document, sentence, i)) Recall(document, i);
            i = end;
        }
    }

    private void Remember(Document document, int first, int end, NameTag name)
    {
        if (!char.IsUpper(document.Text[document.Tokens[first].Start])) return;
        var kind = Kind(name);
        Vote(Key(document, first, end), kind);
        if (kind == 0 && end - first > 1 && document.Tokens[end - 1].Length > 2) Vote(Key(document, end - 1, end), kind);
    }

    private void Correct(Document document, int first, int end, NameTag name)
    {
        if (!_names.TryGetValue(Key(document, first, end), out var votes)) return;
        var best = votes.Best;
        if (best == Kind(name) || votes[best] < 2 * votes[Kind(name)]) return;
        document.Tokens[first].Name = (NameTag)(2 * best + 1);
        for (var i = first + 1; i < end; i++) document.Tokens[i].Name = (NameTag)(2 * best + 2);
    }

    private void Recall(Document document, int token)
    {
        if (_names.TryGetValue(Key(document, token, token + 1), out var votes) && votes[votes.Best] >= 2) document.Tokens[token].Name = (NameTag)(2 * votes.Best + 1);
    }

    // A proper noun with a capital and small letters that no name or other proper noun stands beside.
    private static bool IsBare(Document document, Sentence sentence, int i) =>
        document.Tokens[i].Pos == Upos.Propn && document.Tokens[i].Length > 2 && char.IsUpper(document.Text[document.Tokens[i].Start]) && char.IsLower(document.Text[document.Tokens[i].Start + 1])
        && (i == sentence.First || document.Tokens[i - 1].Pos != Upos.Propn) && (i + 1 == sentence.End || document.Tokens[i + 1].Pos != Upos.Propn);

    private void Vote(ulong key, int kind) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_names, key, out _)[kind]++;

    private static ulong Key(Document document, int first, int end) =>
        FormFeatures.Key(document.Text.AsSpan(document.Tokens[first].Start, document.Tokens[end - 1].End - document.Tokens[first].Start));

    private static bool IsInside(NameTag name) => name != NameTag.None && (int)name % 2 == 0;

    private static int Kind(NameTag name) => ((int)name - 1) / 2;

    [System.Runtime.CompilerServices.InlineArray(3)]
    private struct Votes
    {
        private int _first;

        public readonly int Best => this[1] > this[0] ? this[2] > this[1] ? 2 : 1 : this[2] > this[0] ? 2 : 0;
    }
}
