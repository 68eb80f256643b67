using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax;

/// <summary>Tagger and dependency parser: one network of two recurrent layers over words and their spelling.</summary>
/// <remarks>Safe to share among threads. The same text gives the same analysis on every machine, whatever stands beside it in a batch.
/// A sentence longer than <see cref="LongestPiece"/> tokens is analysed in pieces of at most that length, cut behind a mark where there is one;
/// the later pieces hang from the root of the first as parataxis.</remarks>
public sealed class SyntaxModel
{
    /// <summary>Longest stretch of tokens that is analysed as one; cost grows with the cube of it.</summary>
    public const int LongestPiece = 160;

    private const int BatchTokens = 640;
    private readonly ConcurrentBag<SyntaxScratch> _scratch = [];
    private readonly SyntaxEncoder _encoder;
    private readonly SyntaxDecoder _decoder;

    private SyntaxModel(ModelFile file) => (_encoder, _decoder) = (new(file), new(file));

    /// <summary>Reads a model (<c>data/languages/CODE/models/syntax.bin</c>).</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public static SyntaxModel Load(string path) => new(ModelFile.Read(path));

    /// <summary>Fills part of speech, morphology, relation and head of the tokens of some sentences.</summary>
    /// <param name="document">Tokens and sentences; its tokens are written to.</param>
    /// <param name="sentences">Indices of sentences, in any order.</param>
    public void Analyse(Document document, ReadOnlySpan<int> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_scratch.TryTake(out var scratch)) scratch = new SyntaxScratch();
        scratch.Pieces.Clear();
        foreach (var index in sentences) Cut(document, document.Sentences[index], scratch.Pieces);
        // Sentences of like length share a batch; the order decides nothing but speed.
        scratch.Pieces.Sort((a, b) => a.Count != b.Count ? b.Count - a.Count : a.First - b.First);
        for (int from = 0, to = 0, tokens = 0; from < scratch.Pieces.Count; from = to, tokens = 0)
        {
            while (to < scratch.Pieces.Count && (to == from || tokens + scratch.Pieces[to].Count <= BatchTokens)) tokens += scratch.Pieces[to++].Count;
            var batch = CollectionsMarshal.AsSpan(scratch.Pieces)[from..to];
            _encoder.Encode(document, batch, scratch);
            _decoder.Decode(document, batch, scratch);
        }
        foreach (var index in sentences) if (document.Sentences[index].Count > LongestPiece) Join(document, document.Sentences[index]);
        _scratch.Add(scratch);
    }

    private static void Cut(Document document, Sentence sentence, List<(int First, int Count)> pieces)
    {
        var first = sentence.First;
        while (sentence.End - first > LongestPiece)
        {
            var end = first + LongestPiece;
            for (var i = end; i > first + LongestPiece / 2; i--)
                if (document.Text[document.Tokens[i - 1].Start] is ',' or ';' or ':' or '.' or '–' or '—') { end = i; break; }
            pieces.Add((first, end - first));
            first = end;
        }
        if (sentence.End > first) pieces.Add((first, sentence.End - first));
    }

    private static void Join(Document document, Sentence sentence)
    {
        var root = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            ref var token = ref document.Tokens[i];
            if (token.Head != -1) continue;
            if (root < 0) { root = i; continue; }
            (token.Head, token.Relation) = (root, Deprel.Parataxis);
        }
    }
}
