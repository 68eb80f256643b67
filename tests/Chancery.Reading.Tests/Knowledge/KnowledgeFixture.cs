using Chancery.Reading.Knowledge;
using Chancery.Reading.Packs;
using Chancery.Reading.Tests.Knowledge;
using Chancery.Reading.Text;

[assembly: AssemblyFixture(typeof(KnowledgeFixture))]

namespace Chancery.Reading.Tests.Knowledge;

/// <summary>The pack of the repository, opened once for all tests.</summary>
public sealed class KnowledgeFixture : IDisposable
{
    public KnowledgePack Pack { get; } = KnowledgePack.Open(DataRoot.Find());

    public void Dispose() => Pack.Dispose();

    /// <summary>Tokens of a text with their words.</summary>
    public Token[] Tokens(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "St" or "Mr" or "Gen", tokens);
        Token[] array = [.. tokens];
        Pack.AssignWords(text, array);
        return array;
    }

    /// <summary>The longest name that begins at a token: number of its tokens and its candidates.</summary>
    public (int Count, Candidate[] Candidates) Longest(string text, int start = 0)
    {
        Span<NameMatch> matches = stackalloc NameMatch[16];
        var found = Pack.Match(Tokens(text), start, matches);
        return found == 0 ? (0, []) : (matches[found - 1].Count, Pack.Candidates(matches[found - 1]).ToArray());
    }
}
