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
    [InlineData("I cannot; he's gonna go", "I|can|not|;|he|'s|gon|na|go")]
    [InlineData("non-proliferation, pro-Russian, mid-October", "non-proliferation|,|pro-Russian|,|mid|-|October")]
    [InlineData("at 7:30pm, 40m in the 1990s and 1980's, 5G", "at|7:30|pm|,|40|m|in|the|1990s|and|1980's|,|5G")]
    [InlineData("Call 202-555-0143 or mail Jane.Doe@example.org.", "Call|202-555-0143|or|mail|Jane.Doe@example.org|.")]
    [InlineData("No. 5, etc. and so on. No. He left, etc. They", "No.|5|,|etc.|and|so|on|.|No|.|He|left|,|etc|.|They")]
    [InlineData("Really?! See NOTE.PDF :-)", "Really|?!|See|NOTE.PDF|:-)")]
    public void Splits(string text, string expected)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "Oct" or "No" or "etc", tokens);
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
