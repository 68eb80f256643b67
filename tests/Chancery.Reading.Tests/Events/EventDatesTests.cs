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
    // Said of the noun: when it takes place.
    [InlineData("visit", "2023-11-09", "The visit to Kazakhstan of Russian President Vladimir Putin, planned for 9 November 2023, has been postponed.")]
    [InlineData("visit", "2023-11-06..2023-11-08", "Russian President Vladimir Putin recalled his visit to Kazakhstan, which took place from 6 to 8 November 2023.")]
    // At the time of the clause around it, or before it.
    [InlineData("signing", "2023-01", "In January 2023 Russian President Vladimir Putin paid a state visit to Kazakhstan, during which Russia and Kazakhstan signed a declaration in Astana.")]
    [InlineData("visit", "2019-11..", "Wang Yi became the first Chinese foreign minister to set foot in Reykjavik when he attended a meeting of the Arctic Council in November 2019.")]
    // A day of a stay need not be its first; who flies in may stay.
    [InlineData("visit", "2023-10..", "German President Frank-Walter Steinmeier, on a three-day visit to Kazakhstan, met Kazakh President Kassym-Jomart Tokayev in Astana on 11 October 2023.")]
    [InlineData("visit", "2019-06-06..2019-06-06", "Russian President Vladimir Putin flew to Bishkek on 6 June 2019.")]
    [InlineData("visit", "2023-12-12..2023-12-13", "Chinese President Xi Jinping landed in Hanoi on 12 December 2023. His state visit, on December 12 and 13, was his third.")]
    // Counted from what was said before.
    [InlineData("talks", "2017-12", "The emir was crowned on 6 June 2017. That December Russian President Vladimir Putin met Kyrgyz President Sooronbay Jeenbekov in Bishkek.")]
    [InlineData("talks", "1995-07-28", "The bridge was opened on 11 July 1995. On July 28 of that year Russian President Boris Yeltsin met Kyrgyz President Askar Akayev in Bishkek.")]
    public void Days_are_found(string type, string expected, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text)).Events, e => e.Type == type);
        Assert.Equal(expected.Contains("..", StringComparison.Ordinal) ? expected : $"{expected}..{expected}", $"{report.Start}..{report.End}");
    }

    [Theory]
    [InlineData("2023-10-16", "talks", "2023-10-13", "The summit ends on Friday. Sessions resume tomorrow. In the evening of Friday Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov.")]
    // By the day on which the text was written.
    [InlineData("2024-04-27", "talks", "2024-04-20", "ANKARA, April 26 (Wire) - The budget has been passed. On Saturday Turkish President Tayyip Erdogan met Kyrgyz President Sadyr Japarov in Istanbul.")]
    // Not the time of an aside.
    [InlineData("2024-05-07", "award", "2024-05-07", "Turkish President Tayyip Erdogan received the Emir of Kuwait, Sheikh Mishal al-Ahmad al-Sabah, in Ankara on Tuesday. It is the first journey of the emir since he took over in December. Erdogan also conferred the Order of State on Sheikh Mishal al-Ahmad al-Sabah.")]
    [InlineData("2024-12-03", "talks", "2024-12", "U.S. President Joe Biden arrived in Luanda on Tuesday. On the way he had stopped in Paris, where he conferred with President Emmanuel Macron.")]
    // The year that the paragraph tells of.
    [InlineData("2021-01-06", "signing", "2017-07-11", "The gates were closed on 5 June 2017. In Doha, on July 11, Qatar and the United States signed a memorandum on the financing of terrorism.")]
    [InlineData("2021-01-06", "signing", "2020-07-11", "The gates were closed on 5 June 2017.\n\nIn Doha, on July 11, Qatar and the United States signed a memorandum on the financing of terrorism.")]
    // To say it is the deed.
    [InlineData("1992-08-24", "other", "1992-08-22", "The flag was lowered on Monday. Taiwan announced on Saturday that it was breaking off relations with South Korea.")]
    [InlineData("2021-01-06", "visit", "2020-12", "The White House said that Jared Kushner travelled to Riyadh at the beginning of last month.")]
    [InlineData("2023-12-20", "signing", "2023-01-01", "Russia and Kyrgyzstan signed a treaty on New Year's Day.")]
    public void Days_are_found_from_publication(string published, string type, string expected, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text) { Published = DateOnly.Parse(published, CultureInfo.InvariantCulture) }).Events, e => e.Type == type);
        Assert.Equal(expected, report.Start);
    }

    [Fact]
    public void Days_told_once_for_several_stops_are_those_of_the_tour()
    {
        var visits = s_reader.Read(new Article("U.S. Secretary of State Antony Blinken will travel to Jerusalem, Ramallah, Cairo, and Amman May 24-27, 2021.") { Published = new DateOnly(2021, 5, 23) }).Events.Where(e => e.Type == "visit").ToList();
        Assert.Equal(["2021-05-24", "2021-05", "2021-05", "2021-05"], visits.Select(v => v.Start));
        Assert.All(visits, v => Assert.Null(v.End));
    }
}
