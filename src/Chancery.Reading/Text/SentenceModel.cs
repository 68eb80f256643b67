using Chancery.Reading.Syntax;

namespace Chancery.Reading.Text;

/// <summary>Decides whether a sentence ends between two tokens of one paragraph: a linear model over the words around, learned from the treebanks.</summary>
/// <remarks>It knows what the rules cannot: abbreviations in their company, greetings and signatures without a mark, lists. Sums are of integers.</remarks>
public sealed class SentenceModel
{
    /// <summary>Rows of the table of weights; a power of two.</summary>
    internal const int Rows = 1 << 16;

    /// <summary>Most features of one place.</summary>
    internal const int Capacity = 24;

    private readonly short[] _weights;

    internal SentenceModel(short[] weights) => _weights = weights;

    /// <summary>Reads a model (<c>data/languages/CODE/models/sentences.bin</c>).</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public static SentenceModel Load(string path) => new(ModelFile.Read(path).Get<short>("weights"));

    /// <summary>Whether a sentence that began with token <paramref name="first"/> ends behind token <paramref name="last"/>; another token must follow.</summary>
    internal bool Ends(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (!MayEnd(text, tokens, last)) return false;
        Span<int> features = stackalloc int[Capacity];
        var n = Write(text, tokens, first, last, features);
        var sum = 0;
        foreach (var feature in features[..n]) sum += _weights[feature];
        return sum > 0;
    }

    /// <summary>Whether the place is worth a thought: behind a mark, or before a word that looks like a beginning.</summary>
    internal static bool MayEnd(string text, ReadOnlySpan<Token> tokens, int last) =>
        !char.IsLetterOrDigit(text[tokens[last].End - 1]) || !char.IsLower(text[tokens[last + 1].Start]);

    /// <summary>Writes the features of the place behind <paramref name="last"/>.</summary>
    internal static int Write(string text, ReadOnlySpan<Token> tokens, int first, int last, Span<int> features)
    {
        ulong here = Word(text, tokens, last), next = Word(text, tokens, last + 1), before = last > first ? Word(text, tokens, last - 1) : 1, after = Word(text, tokens, last + 2);
        ulong hereShape = Shape(text, tokens, last), nextShape = Shape(text, tokens, last + 1), beforeShape = last > first ? Shape(text, tokens, last - 1) : 1, afterShape = Shape(text, tokens, last + 2);
        var space = (ulong)(tokens[last + 1].Shape & (TokenShape.SpaceBefore | TokenShape.LineBefore));
        var length = (ulong)Math.Min(last - first + 1, 12);
        var n = 0;
        void Add(Span<int> target, ulong kind, ulong a, ulong b = 0, ulong c = 0) => target[n++] = Row(kind, a, b, c);
        Add(features, 1, 0);
        Add(features, 2, here);
        Add(features, 3, next);
        Add(features, 4, here, nextShape);
        Add(features, 5, hereShape, next);
        Add(features, 6, here, next);
        Add(features, 7, before, here);
        Add(features, 8, before, here, nextShape);
        Add(features, 9, hereShape, nextShape, space);
        Add(features, 10, beforeShape, hereShape, nextShape);
        Add(features, 11, hereShape, nextShape, afterShape);
        Add(features, 12, next, after);
        Add(features, 13, length, hereShape, nextShape);
        Add(features, 14, here, space, length);
        Add(features, 15, Word(text, tokens, first), hereShape, length);
        Add(features, 16, Open(text, tokens, first, last), hereShape, nextShape);
        Add(features, 17, nextShape, after);
        Add(features, 18, before, hereShape, next);
        return n;
    }

    // Quotes and brackets that the sentence has opened and not closed.
    private static ulong Open(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        int quotes = 0, brackets = 0;
        for (var i = Math.Max(first, last - 60); i <= last; i++)
            switch (text[tokens[i].Start])
            {
                case '"': quotes ^= 1; break;
                case '“': quotes = 1; break;
                case '”': quotes = 0; break;
                case '(' or '[': brackets = 1; break;
                case ')' or ']': brackets = 0; break;
            }
        return (ulong)(quotes + 2 * brackets);
    }

    private static ulong Word(string text, ReadOnlySpan<Token> tokens, int index)
    {
        if (index >= tokens.Length) return 2;
        Span<char> normal = stackalloc char[64];
        return FormFeatures.Key(normal[..FormFeatures.Normalise(text.AsSpan(tokens[index].Start, tokens[index].Length), normal)]);
    }

    private static ulong Shape(string text, ReadOnlySpan<Token> tokens, int index)
    {
        if (index >= tokens.Length) return 2;
        var shape = (ulong)(tokens[index].Shape & (TokenShape.Capital | TokenShape.AllCaps | TokenShape.Digit | TokenShape.Letter | TokenShape.Punctuation));
        var c = text[tokens[index].End - 1];
        var length = (ulong)Math.Min(tokens[index].Length, 4);
        return shape << 24 | (char.IsLetterOrDigit(c) ? 0 : (ulong)c) << 4 | length;
    }

    private static int Row(ulong kind, ulong a, ulong b, ulong c)
    {
        var hash = kind * 0x9E3779B97F4A7C15 ^ a;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9 + b;
        hash = (hash ^ (hash >> 32)) * 0x94D049BB133111EB + c;
        hash = (hash ^ (hash >> 29)) * 0xD6E8FEB86659FD93;
        return (int)(hash >> 40) & (Rows - 1);
    }
}
