using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Events;

/// <summary>Places of events that the text tells in a roundabout way.</summary>
public sealed class EventPlacesTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    [Theory]
    // Who receives is at home, who calls on somebody is not.
    [InlineData("talks", "KGZ", "Kyrgyz President Sadyr Japarov received Russian Foreign Minister Sergey Lavrov on 12 October 2023.")]
    [InlineData("talks", "KGZ", "Russian Foreign Minister Sergey Lavrov was received by Kyrgyz President Sadyr Japarov on 12 October 2023.")]
    // Of host and guest the dateline says who is the host; of two guests it says nothing.
    [InlineData("signing", "KGZ", "BISHKEK, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty on Thursday.")]
    [InlineData("signing", null, "LONDON, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty on Thursday.")]
    [InlineData("signing", "GBR", "LONDON, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty here on Thursday.")]
    // The place of another clause.
    [InlineData("statement", null, "Sweden condemned on 12 October 2023 the attack that Russia carried out in Kyiv.")]
    // What is spoken of is elsewhere.
    [InlineData("statement", null, "Sweden condemned on 12 October 2023 the bombings of embassies in Kenya and Tanzania.")]
    // Namesakes far away.
    [InlineData("talks", "CHE", "Dayton, Ohio, was the first choice of the United States. U.S. Secretary of State Warren Christopher met Russian Foreign Minister Andrei Kozyrev in Geneva on 8 September 1995.")]
    [InlineData("talks", "GBR", "British Prime Minister Keir Starmer met German Chancellor Friedrich Merz in Kensington on 17 July 2025.")]
    // Written at home, done abroad.
    [InlineData("signing", "TUR", "CAIRO, September 4, 2024 (Nile Wire) - Egyptian President Abdel Fattah el-Sisi paid a visit to Ankara on Wednesday. Egypt and Turkey signed a memorandum on Wednesday.")]
    // A decree is signed nobody says where, also beside a visit.
    [InlineData("award", null, "Russian President Vladimir Putin arrived in Kyrgyzstan on 12 October 2023. Earlier Putin signed a decree awarding the Order of Honour to Kyrgyz President Sadyr Japarov.")]
    public void Places_are_found(string type, string? country, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text)).Events, e => e.Type == type);
        Assert.Equal(country, report.Place?.Country);
    }

    [Fact]
    public void Papers_are_signed_where_the_talks_were()
    {
        const string text = "Russian President Vladimir Putin met Kyrgyz President Sadyr Japarov in Bishkek on 12 October 2023. After the talks the two presidents signed a declaration. Putin and Japarov then attended a ceremony for the 20th anniversary of the air base in Kant, Kyrgyzstan.";
        var events = s_reader.Read(new Article(text)).Events;
        Assert.Equal("Bishkek", Assert.Single(events, e => e.Type == "signing").Place?.Name);
        Assert.Equal("Kant", Assert.Single(events, e => e.Type == "ceremony").Place?.Name);
    }

    [Theory]
    [InlineData("IRL", "DUBLIN, March 29 (Wire) - Russian Ambassador Yury Filatov was summoned to the Department of Foreign Affairs.")]
    [InlineData("PHL", "MANILA, March 29 (Wire) - A law was passed. The Department of Foreign Affairs summoned Chinese Ambassador Huang Xilian on Monday.")]
    public void A_ministry_that_summons_is_that_of_the_place(string country, string text)
    {
        var summons = Assert.Single(s_reader.Read(new Article(text) { Published = new DateOnly(2025, 3, 29) }).Events, e => e.Type == "statement");
        Assert.Contains(summons.Participants, p => p.Role == "speaker" && p.Country == country);
    }

    [Fact]
    public void Margins_of_a_gathering_are_where_the_guest_is_and_each_is_met_by_himself()
    {
        const string text = "Kyrgyz President Sadyr Japarov, who is in Baku for a summit, met European Council President Charles Michel today. Michel recalled an accord that was signed in Brussels on June 25. Earlier in the day, Japarov held bilateral meetings with Prime Minister of Georgia Irakli Kobakhidze and President of Switzerland Viola Amherd.";
        var talks = s_reader.Read(new Article(text) { Published = new DateOnly(2024, 11, 12) }).Events.Where(e => e.Type == "talks").ToList();
        Assert.Equal(3, talks.Count);
        Assert.All(talks, e => Assert.Equal(("2024-11-12", "AZE"), (e.Start, e.Place?.Country)));
    }

    [Fact]
    public void The_host_of_one_stop_is_not_that_of_another_and_a_tour_is_longer_than_its_last_stop()
    {
        const string text = "U.S. President Donald Trump arrived in the United Arab Emirates on Thursday, the last stop of a four-day tour that took him to Saudi Arabia and Qatar. He was welcomed at the airport by President Sheikh Mohamed bin Zayed Al Nahyan.";
        var visits = s_reader.Read(new Article(text) { Published = new DateOnly(2025, 5, 15) }).Events.Where(e => e.Type == "visit").ToList();
        Assert.Equal(["ARE", "SAU", "QAT"], visits.Select(v => v.Place?.Country));
        Assert.Null(visits[0].End);
        Assert.DoesNotContain(visits.Skip(1), v => v.Participants.Any(p => p.Country == "ARE"));
    }

    [Theory]
    // Five are five, or nobody; the leaders are all whom the list names.
    [InlineData("talks", 5, "Chinese President Xi Jinping chaired a summit in Xi'an on Friday. Presidents Kassym-Jomart Tokayev of Kazakhstan, Sadyr Japarov of Kyrgyzstan, Emomali Rahmon of Tajikistan, Serdar Berdimuhamedow of Turkmenistan and Shavkat Mirziyoyev of Uzbekistan attended. Before the summit Xi held separate talks with the five presidents.")]
    [InlineData("talks", 0, "Chinese President Xi Jinping met Kazakh President Kassym-Jomart Tokayev in 2020. This year Xi would like to speak of trade. Xi held separate talks with the five presidents.")]
    public void Counted_people_are_as_many_as_are_said(string type, int count, string text)
    {
        var events = s_reader.Read(new Article(text) { Published = new DateOnly(2023, 5, 19) }).Events;
        Assert.Equal(count, events.Count(e => e.Type == type && e.Start is null or { Length: >= 7 }));
    }

    [Fact]
    public void A_city_named_later_is_not_the_place_of_what_was_told_before()
    {
        const string text = "The Russian Foreign Ministry summoned U.S. Ambassador John Sullivan. The United States closed its consulate in Vladivostok in December.";
        var summons = Assert.Single(s_reader.Read(new Article(text) { Published = new DateOnly(2021, 4, 15) }).Events, e => e.Type == "statement");
        Assert.NotEqual("Vladivostok", summons.Place?.Name);
    }

    [Fact]
    public void The_town_of_a_name_is_a_place()
    {
        const string text = "Presidents Vladimir Putin of Russia and Askar Akayev of Kyrgyzstan took part in the opening ceremony of an air base in the town of Kant, 20 kilometers east of Bishkek, on 23 October 2003.";
        Assert.Equal("Kant", Assert.Single(s_reader.Read(new Article(text)).Events, e => e.Type == "ceremony").Place?.Name);
    }
}
