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
}
