using System.IO.Compression;
using System.Text;

namespace Chancery.Reading.Syntax;

/// <summary>A word of a CoNLL-U file.</summary>
/// <param name="Form">Form.</param>
/// <param name="Lemma">Lemma.</param>
/// <param name="Upos">Universal part of speech as written there.</param>
/// <param name="Xpos">The treebank's own tag.</param>
/// <param name="Feats">Features, as written.</param>
/// <param name="Head">Number of the head in the sentence, 0 for the root.</param>
/// <param name="Relation">Relation with its subtype.</param>
/// <param name="SpaceAfter">Whether a space follows.</param>
/// <param name="Part">Position inside a multiword token: 0 none, 1 its first word, 2 a later one.</param>
public sealed record ConlluWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Relation, bool SpaceAfter, int Part)
{
    /// <summary>Surface of the multiword token that this word opens, or null.</summary>
    public string? Surface { get; init; }

    /// <summary>The last column.</summary>
    public string Misc { get; init; } = "_";

    /// <summary>Whether a space follows the multiword token that this word belongs to.</summary>
    public bool SurfaceSpaceAfter { get; init; } = true;
}

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Words">Syntactic words in order; empty nodes are left out.</param>
/// <param name="Text">The comment <c>text</c>, or null.</param>
/// <param name="OpensParagraph">Whether a comment says that a paragraph or a document begins.</param>
/// <param name="Document">Id of the document if one begins here.</param>
public sealed record ConlluSentence(IReadOnlyList<ConlluWord> Words, string? Text, bool OpensParagraph, string? Document);

/// <summary>Reads treebanks in the CoNLL-U format, plain or gzipped.</summary>
public static class Conllu
{
    /// <summary>All sentences of a file.</summary>
    /// <exception cref="FormatException">A line does not have ten columns; the message names file and line.</exception>
    public static IEnumerable<ConlluSentence> Read(string path)
    {
        using var reader = Open(path);
        var words = new List<ConlluWord>();
        string? text = null, document = null, surface = null;
        var opens = false;
        int number = 0, partEnd = 0;
        var surfaceSpace = true;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return new ConlluSentence([.. words], text, opens, document);
                words.Clear();
                (text, document, surface, opens, partEnd) = (null, null, null, false, 0);
                continue;
            }
            if (line[0] == '#')
            {
                if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
                else if (line.StartsWith("# newdoc", StringComparison.Ordinal)) (document, opens) = (line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(), true);
                else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_block", StringComparison.Ordinal)) opens = true;
                continue;
            }
            var cells = line.Split('\t');
            if (cells.Length != 10) throw new FormatException($"{path}:{number}: {cells.Length} columns where CoNLL-U has 10");
            if (cells[0].Contains('.', StringComparison.Ordinal)) continue;
            var space = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            var dash = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                (surface, surfaceSpace) = (cells[1], space);
                partEnd = int.Parse(cells[0].AsSpan(dash + 1), provider: null);
                continue;
            }
            words.Add(WordOf(cells, words.Count + 1 <= partEnd, space) with { Misc = cells[9] });
            var index = words.Count - 1;
            if (words[index].Part == 0) continue;
            words[index] = words[index] with { Part = surface is null ? 2 : 1, Surface = surface, SurfaceSpaceAfter = surfaceSpace, SpaceAfter = index + 1 == partEnd && surfaceSpace };
            surface = null;
        }
        if (words.Count > 0) yield return new ConlluSentence([.. words], text, opens, document);
    }

    private static ConlluWord WordOf(string[] cells, bool part, bool space) =>
        new(cells[1], cells[2], cells[3], cells[4], cells[5], int.TryParse(cells[6], out var head) ? head : 0, cells[7], space, part ? 1 : 0);

    /// <summary>A text file, unpacked where its name ends in <c>.gz</c>.</summary>
    public static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(stream, Encoding.UTF8);
    }

    /// <summary>A document of the given words: gold tokens and sentences, nothing else.</summary>
    public static Document ToDocument(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var tokens = new List<Token>();
        var bounds = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            foreach (var word in sentence.Words)
            {
                var spaced = text.Length == 0 || char.IsWhiteSpace(text[^1]);
                tokens.Add(new Token { Start = text.Length, Length = word.Form.Length, Word = -1, Head = -2, Shape = spaced ? TokenShape.SpaceBefore : TokenShape.None });
                text.Append(word.Form);
                if (word.SpaceAfter) text.Append(' ');
            }
            text.Append('\n');
            bounds.Add(new Sentence(first, tokens.Count, SentenceKind.Prose));
        }
        return new Document(new Article(text.ToString()), [.. tokens], [.. bounds]);
    }
}
