using System.Globalization;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Events;

/// <summary>Days of events that the text tells in a roundabout way.</summary>
public sealed class EventDatesTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    // The day that a story has reached.
    [Theory]
    [InlineData("talks", "2023-10-12", "On 12 October 2023 the square was closed to cars. Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov in Bishkek.")]
    [InlineData("signing", "2023-10-12", "On 12 October 2023 Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov in Bishkek. Following the talks, the presidents signed a joint declaration.")]
    // Weekdays and bare days without a day of publication.
    [InlineData("talks", "2023-10-13", "Putin arrived in Bishkek on 12 October 2023. On Friday he met Kyrgyz President Sadyr Japarov.")]
    [InlineData("talks", "2023-10-14", "Putin arrived in Bishkek on 12 October 2023. On the 14th he met Kyrgyz President Sadyr Japarov.")]
    // Counted from another event.
    [InlineData("expulsion", "2023-10-11", "Iran summoned the ambassador of Sweden on 12 October 2023, a day after Sweden had expelled two Iranian diplomats.")]
    [InlineData("talks", "2023-10-10", "The summit opened in Astana on 12 October 2023. Two days before the meeting Chinese President Xi Jinping met Russian President Vladimir Putin.")]
    // The day of a promise is not that of what was promised.
    [InlineData("visit", "2023-10-11..", "Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov in Bishkek on 12 October 2023 on the second day of his visit to Kyrgyzstan.")]
    [InlineData("visit", "2023-11-06..", "Russian President Vladimir Putin will travel to Kazakhstan on 6 November 2023.")]
    [InlineData("visit", "2023-11-06..2023-11-06", "Russian President Vladimir Putin will pay a one-day visit to Kazakhstan on 6 November 2023.")]
    public void Days_are_found(string type, string expected, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text)).Events, e => e.Type == type);
        Assert.Equal(expected.Contains("..", StringComparison.Ordinal) ? expected : $"{expected}..{expected}", $"{report.Start}..{report.End}");
    }

    [Theory]
    [InlineData("2023-10-16", "talks", "2023-10-13", "The summit ends on Friday. Sessions resume tomorrow. In the evening of Friday Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov.")]
    [InlineData("2023-12-20", "signing", "2023-01-01", "Russia and Kyrgyzstan signed a treaty on New Year's Day.")]
    public void Days_are_found_from_publication(string published, string type, string expected, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text) { Published = DateOnly.Parse(published, CultureInfo.InvariantCulture) }).Events, e => e.Type == type);
        Assert.Equal(expected, report.Start);
    }
}
