using Chancery.Reading.Times;

namespace Chancery.Reading.Tests.Times;

public sealed class TimeResolverTests
{
    [Theory]
    // A weekday, "tomorrow" and the like count from publication.
    [InlineData("They met on Wednesday.", "2023-10-13", "Wednesday=2023-10-11")]
    [InlineData("They will meet tomorrow.", "2023-10-13", "tomorrow=2023-10-14")]
    // ... or from the dateline where it is older than the page.
    [InlineData("BISHKEK, October 12. /TASS/. They will meet tomorrow.", "2023-10-16", "October 12=2023-10-12 | tomorrow=2023-10-13")]
    // A missing year comes from publication, by tense and nearness.
    [InlineData("He will come on January 15.", "2023-12-20", "January 15=2024-01-15")]
    [InlineData("He came on December 28.", "2024-01-03", "December 28=2023-12-28")]
    // A weekday that was said picks the year.
    [InlineData("They met on Thursday, October 12.", null, "Thursday, October 12=XXXX-10-12")]
    // ... else from a year that the text names.
    [InlineData("He came on October 12. The exercise Indestructible Brotherhood – 2023 goes on.", null, "October 12=2023-10-12 | 2023=2023")]
    [InlineData("On October 12 they marked the 20th anniversary of the base, which was opened in 2003.", null, "October 12=2023-10-12 | 2003=2003")]
    // ... else it is left out.
    [InlineData("He came on October 12.", null, "October 12=XXXX-10-12")]
    [InlineData("They met last month.", null, "last month=XXXX-XX")]
    // The nearest verb tells where a weekday or a month lies.
    [InlineData("The talks are set to resume Monday.", "2023-10-13", "Monday=2023-10-16")]
    [InlineData("He will come in January.", "2023-10-13", "January=2024-01")]
    [InlineData("The troops must leave by February.", "2023-10-13", "February=2024-02")]
    [InlineData("They have met since January.", "2023-10-13", "January=2023-01")]
    // Earlier mentions are anchors.
    [InlineData("He came on May 30, 2021 and left the following day.", null, "May 30, 2021=2021-05-30 | the following day=2021-05-31")]
    [InlineData("It was founded in 2003. That year a base was opened.", "2023-10-13", "2003=2003 | That year=2003")]
    public void Resolves(string text, string? published, string expected) => Assert.Equal(expected, TimesFixture.Line(text, published));

    [Theory]
    [InlineData("They go on Monday.", TenseHint.Future, "Monday=2023-10-16")]
    [InlineData("They go on Monday.", TenseHint.Past, "Monday=2023-10-09")]
    public void TenseOfTheCallerDecides(string text, TenseHint tense, string expected) => Assert.Equal(expected, TimesFixture.Line(text, "2023-10-13", tense));

    [Theory]
    [InlineData("The exercise runs October 9-13.", "2023-10-09", "2023-10-13")]
    [InlineData("from 3 to 5 May 2021", "2021-05-03", "2021-05-05")]
    [InlineData("They met May 30 - June 2, 2022", "2022-05-30", "2022-06-02")]
    public void RangesHaveTwoEnds(string text, string start, string end)
    {
        var mention = Assert.Single(TimesFixture.Read(text, new DateOnly(2023, 10, 13)));
        Assert.Equal((start, end), (mention.Value!.Start?.ToString("yyyy-MM-dd"), mention.Value.End?.ToString("yyyy-MM-dd")));
        Assert.Equal(2, mention.Parts.Length);
    }

    [Fact]
    public void ExchangeableNumbersKeepBothReadings()
    {
        var value = Assert.Single(TimesFixture.Read("signed 03/04/2021", new DateOnly(2021, 3, 6))).Value!;
        Assert.Equal("2021-03-04", value.Value);
        Assert.Equal("2021-04-03", Assert.Single(value.Alternatives).Value);
    }

    [Theory]
    [InlineData("early October 2023", TimeModifier.Start, TimePrecision.Month)]
    [InlineData("mid-2021", TimeModifier.Mid, TimePrecision.Year)]
    [InlineData("around October 12, 2023", TimeModifier.Approx, TimePrecision.Day)]
    [InlineData("the summer of 2014", TimeModifier.None, TimePrecision.Season)]
    public void KeepsModifierAndPrecision(string text, TimeModifier modifier, TimePrecision precision)
    {
        var value = Assert.Single(TimesFixture.Read($"They met in {text}.", null)).Value!;
        Assert.Equal((modifier, precision), (value.Modifier, value.Precision));
    }
}
