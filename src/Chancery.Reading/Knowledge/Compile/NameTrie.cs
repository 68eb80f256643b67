namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Names as a trie over word ids, laid out breadth first so that the children of a node lie together, sorted by word.</summary>
internal sealed class NameTrie
{
    public required int[] Root { get; init; }

    public required int[] NodeWord { get; init; }

    /// <summary>First child of each node, and one more.</summary>
    public required int[] NodeFirst { get; init; }

    /// <summary>First candidate of each node, and one more.</summary>
    public required int[] NodeCandidates { get; init; }

    public required Candidate[] Candidates { get; init; }

    /// <summary>Builds the trie.</summary>
    /// <param name="names">Names whose words are final ids.</param>
    /// <param name="wordCount">Number of words.</param>
    public static NameTrie Build(List<(int[] Words, Candidate Candidate)> names, int wordCount)
    {
        names.Sort((a, b) => a.Words.AsSpan().SequenceCompareTo(b.Words) is not 0 and var byWords ? byWords : Compare(a.Candidate, b.Candidate));
        int[] root = new int[wordCount];
        List<int> nodeWord = [-1], nodeFirst = [], nodeCandidates = [];
        List<Candidate> candidates = [];
        // Queue of nodes: each a range of names that share its words.
        var queue = new Queue<(int Low, int High, int Depth)>();
        queue.Enqueue((0, names.Count, 0));
        while (queue.TryDequeue(out var range))
        {
            var (low, high, depth) = range;
            nodeFirst.Add(nodeWord.Count);
            nodeCandidates.Add(candidates.Count);
            while (low < high && names[low].Words.Length == depth) AddDistinct(candidates, nodeCandidates[^1], names[low++].Candidate);
            for (var next = low; low < high; low = next)
            {
                var word = names[low].Words[depth];
                var free = false;
                for (; next < high && names[next].Words[depth] == word; next++) free |= names[next].Candidate.Needs == NameCase.Free;
                if (depth == 0) root[word] = nodeWord.Count | (free ? KnowledgePack.LowerCaseBit : 0);
                nodeWord.Add(word);
                queue.Enqueue((low, next, depth + 1));
            }
        }
        nodeFirst.Add(nodeWord.Count);
        nodeCandidates.Add(candidates.Count);
        return new NameTrie { Root = root, NodeWord = [.. nodeWord], NodeFirst = [.. nodeFirst], NodeCandidates = [.. nodeCandidates], Candidates = [.. candidates] };
    }

    // Of one entry the name that needs fewest capitals stays: "Foreign Ministry" and "foreign ministry" are met in both ways.
    private static void AddDistinct(List<Candidate> candidates, int from, Candidate candidate)
    {
        for (var i = from; i < candidates.Count; i++)
        {
            var other = candidates[i];
            if (other.Kind == candidate.Kind && other.Index == candidate.Index && other.Language == candidate.Language
                && (other.Form == candidate.Form || candidate.Kind is not (EntryKind.State or EntryKind.Office)))
            {
                candidates.RemoveAt(i);
                break;
            }
        }
        candidates.Add(candidate);
    }

    private static int Compare(Candidate a, Candidate b)
    {
        var order = b.Needs.CompareTo(a.Needs);
        if (order == 0) order = a.Kind.CompareTo(b.Kind);
        if (order == 0) order = b.Prior.CompareTo(a.Prior);
        if (order == 0) order = a.Index.CompareTo(b.Index);
        if (order == 0) order = a.Form.CompareTo(b.Form);
        return order == 0 ? a.Language.CompareTo(b.Language) : order;
    }
}
