namespace Chancery.Reading;

/// <summary>A canonical text with its tokens and sentences. Stages of the pipeline add to the tokens; the text never changes.</summary>
/// <param name="Article">What was captured.</param>
/// <param name="Tokens">All tokens in order of the text.</param>
/// <param name="Sentences">Sentences in order; every token lies in exactly one.</param>
public sealed record Document(Article Article, Token[] Tokens, Sentence[] Sentences)
{
    /// <summary>The canonical text.</summary>
    public string Text => Article.Text;

    /// <summary>The surface of one token.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    /// <summary>The text from the first to the last token of a range (half-open).</summary>
    public TextSpan Span(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= token) low = middle; else high = middle - 1;
        }
        return low;
    }
}

/// <summary>A sentence as a half-open range of tokens.</summary>
/// <param name="First">First token.</param>
/// <param name="End">First token behind.</param>
/// <param name="Kind">What sort of line it stands in.</param>
public readonly record struct Sentence(int First, int End, SentenceKind Kind)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;
}

/// <summary>What sort of line a sentence stands in.</summary>
public enum SentenceKind : byte
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A headline, heading or caption: no full stop, mostly present tense for the past.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>An agency's dateline: place, day, agency.</summary>
    Dateline,

    /// <summary>Page furniture: share buttons, links to other articles, contacts.</summary>
    Furniture,
}
