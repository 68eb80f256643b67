using Chancery.Reading.Syntax;

namespace Chancery.Reading.Tests.Syntax;

/// <summary>Names of lists found in running text.</summary>
public sealed class NamePhrasesTests
{
    private static readonly NamePhrases Table = NamePhrases.Of(new Dictionary<string, uint> { ["New York"] = 1, ["New York Times"] = 2, ["Walmart"] = 4, ["York"] = 1 });

    [Theory]
    [InlineData("in new york today", 1, 3, 0)]
    [InlineData("the New York Times wrote", 1, 4, 1)]
    [InlineData("at Wal - Mart", 1, 4, 2)]
    public void WhateverCapitalsSpacesAndHyphens(string text, int first, int end, int kind)
    {
        var hints = Find(text.Split(' '));
        for (var i = 0; i < hints.Length; i++) Assert.Equal(i >= first && i < end, hints[i].Any(h => h / 6 == kind));
    }

    [Fact]
    public void TheLongestOfAKindFromTheLeft()
    {
        var hints = Find(["New", "York", "York"]);
        Assert.Equal([3], hints[0].Select(h => (int)h));
        Assert.Equal([5], hints[1].Select(h => (int)h));
        Assert.Equal([1], hints[2].Select(h => (int)h));
    }

    private static short[][] Find(string[] forms)
    {
        var document = Conllu.ToDocument([new ConlluSentence([.. forms.Select(f => new ConlluWord(f, "_", "_", "_", "_", 0, "_", true, 0))], null, false, null)]);
        var hints = new short[forms.Length * NamePhrases.Most];
        Table.Find(document, document.Sentences[0], hints);
        return [.. hints.Chunk(NamePhrases.Most).Select(c => c.TakeWhile(h => h >= 0).ToArray())];
    }
}
