using System.Runtime.CompilerServices;

namespace Chancery.Reading.Knowledge;

public sealed unsafe partial class KnowledgePack
{
    // Bit of a root entry: some name below needs no capital at its first word.
    internal const int LowerCaseBit = unchecked((int)0x80000000);

    private int* _root;
    private int* _nodeWord;
    private int* _nodeFirst;
    private int* _nodeCandidates;
    private Candidate* _candidates;

    private void OpenNames()
    {
        _root = _file.Pointer<int>(PackSection.Root, out _);
        _nodeWord = _file.Pointer<int>(PackSection.NodeWord, out _);
        _nodeFirst = _file.Pointer<int>(PackSection.NodeFirst, out _);
        _nodeCandidates = _file.Pointer<int>(PackSection.NodeCandidates, out _);
        _candidates = _file.Pointer<Candidate>(PackSection.Candidates, out _);
    }

    /// <summary>Finds all names that begin at a token, the shortest first. Names do not cross paragraphs; their capitals are checked.</summary>
    /// <param name="tokens">Tokens with their words assigned.</param>
    /// <param name="start">Token to begin at.</param>
    /// <param name="into">Where the matches go; 16 are enough for any name in use, more are dropped.</param>
    /// <returns>Number of matches.</returns>
    public int Match(ReadOnlySpan<Token> tokens, int start, Span<NameMatch> into)
    {
        ref readonly var first = ref tokens[start];
        if ((uint)first.Word >= (uint)WordCount) return 0;
        var entry = _root[first.Word];
        if (entry == 0) return 0;
        if (entry > 0 && (first.Shape & (TokenShape.Capital | TokenShape.Letter)) == TokenShape.Letter) return 0;
        var capitals = new Capitals();
        var found = 0;
        var node = entry & ~LowerCaseBit;
        for (var at = start; ;)
        {
            capitals.Add(tokens[at].Shape);
            if (_nodeCandidates[node] != _nodeCandidates[node + 1])
            {
                var match = Allowed(node, at - start + 1, capitals.Level);
                if (match.First < match.End) { if (found == into.Length) break; into[found++] = match; }
            }
            if (++at >= tokens.Length || (tokens[at].Shape & TokenShape.ParagraphBefore) != 0) break;
            node = Child(node, tokens[at].Word);
            if (node < 0) break;
        }
        return found;
    }

    /// <summary>All entries that a name may stand for; those that need more capitals first, then by kind, the best known first.</summary>
    public ReadOnlySpan<Candidate> Candidates(NameMatch match) => new(_candidates + match.First, match.End - match.First);

    /// <summary>Looks one name up by its words, whatever its capitals; an empty span where there is none.</summary>
    /// <param name="words">Ids of its words.</param>
    public ReadOnlySpan<Candidate> Find(ReadOnlySpan<int> words)
    {
        if (words.IsEmpty || (uint)words[0] >= (uint)WordCount || _root[words[0]] == 0) return [];
        var node = _root[words[0]] & ~LowerCaseBit;
        for (var i = 1; i < words.Length && node >= 0; i++) node = Child(node, words[i]);
        return node < 0 ? [] : new(_candidates + _nodeCandidates[node], _nodeCandidates[node + 1] - _nodeCandidates[node]);
    }

    // Candidates of a node are sorted by the capitals they need, so that those allowed are its tail.
    private NameMatch Allowed(int node, int count, NameCase level)
    {
        var first = _nodeCandidates[node];
        var end = _nodeCandidates[node + 1];
        while (first < end && _candidates[first].Needs > level) first++;
        return new NameMatch(count, first, end);
    }

    private int Child(int node, int word)
    {
        if (word < 0) return -1;
        int low = _nodeFirst[node], high = _nodeFirst[node + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var here = _nodeWord[middle];
            if (here == word) return middle;
            if (here < word) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }

    // Which capitals the tokens seen so far have; punctuation counts for nothing.
    private struct Capitals
    {
        private bool _any, _first, _last, _lower;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(TokenShape shape)
        {
            if ((shape & TokenShape.Letter) == 0) return;
            _last = (shape & (TokenShape.Capital | TokenShape.Digit)) != 0;
            if (!_any) (_any, _first) = (true, _last);
            _lower |= (shape & TokenShape.AllCaps) == 0;
        }

        // A name of figures alone ("9/11") has all the capitals there are.
        public readonly NameCase Level => !_any || _first && !_lower ? NameCase.AllCaps : _first ? _last ? NameCase.FirstAndLast : NameCase.First : NameCase.Free;
    }
}
