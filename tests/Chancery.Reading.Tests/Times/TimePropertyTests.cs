using CsCheck;

namespace Chancery.Reading.Tests.Times;

public sealed class TimePropertyTests
{
    private static readonly string[] s_words = ["October", "12", ",", "2023", "last", "week", "-", "the", "of", "May", "from", "to", "1990s", "three", "days", "ago", "é", "Friday", "\n", "in", "early", "a", ".", "31.02.2023", "12th", "9999", "20th", "anniversary", "next", "quarter", "’s", "𝒳"];
    private static readonly Gen<string> s_texts = Gen.Int[0, s_words.Length - 1].Array[0, 40].Select(w => string.Join(' ', w.Select(i => s_words[i])));

    [Fact]
    public void MentionsSliceBackInOrderWithoutOverlap() => s_texts.Sample(text =>
    {
        var end = 0;
        foreach (var mention in TimesFixture.Read(text, new DateOnly(2023, 10, 13)))
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Length && mention.Span.Length > 0);
            Assert.All(mention.Parts, p => Assert.True(mention.Span.Contains(p.Span)));
            if (mention.Value is { Start: { } first, End: { } last }) Assert.True(first <= last);
            end = mention.Span.End;
        }
    });

    [Fact]
    public void ReadingTwiceGivesTheSame() => s_texts.Sample(text =>
        Assert.Equal(TimesFixture.Line(text, "2023-10-13"), TimesFixture.Line(text, "2023-10-13")));
}
