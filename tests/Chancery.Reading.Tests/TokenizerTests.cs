using Chancery.Reading.Text;

namespace Chancery.Reading.Tests;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Putin's visit isn't over.", "Putin|'s|visit|is|n't|over|.")]
    [InlineData("The U.S. and U.K. met.", "The|U.S.|and|U.K.|met|.")]
    [InlineData("on Oct. 12, 2023", "on|Oct.|12|,|2023")]
    [InlineData("October 9-13 in Ala-Archa", "October|9|-|13|in|Ala|-|Archa")]
    [InlineData("“Brotherhood – 2023” (CSTO)", "“|Brotherhood|–|2023|”|(|CSTO|)")]
    [InlineData("$1,250.50 or 20th at tass.ru", "$|1,250.50|or|20th|at|tass.ru")]
    [InlineData("Sana'a and don’t", "Sana'a|and|do|n’t")]
    public void Splits(string text, string expected)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "Oct", tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(t => text.Substring(t.Start, t.Length))));
    }

    [Theory]
    [InlineData("He met Mr. Smith on Oct. 12. They talked.", 2)]
    [InlineData("“We agree.” He left.", 2)]
    [InlineData("Headline here\n\nBISHKEK, Oct. 12. Putin came.", 3)]
    public void CutsSentences(string text, int expected)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "Oct" or "Mr", tokens);
        Assert.Equal(expected, SentenceSplitter.Split(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)).Count);
    }
}
