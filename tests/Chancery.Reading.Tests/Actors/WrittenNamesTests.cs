using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Actors;

/// <summary>Persons whom no table lists, in the ways in which ministries and agencies write them.</summary>
public sealed class WrittenNamesTests
{
    [Theory]
    [InlineData("Prime Minister Orlen Tavik of Estonia held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "prime-minister")]
    [InlineData("Foreign Minister Orlen Tavik (Estonia) held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("Estonia's newly appointed foreign minister Orlen Tavik held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("The embattled Estonian right-wing foreign minister, Orlen Tavik, held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("H.E. Mr. Orlen TAVIK, Minister for Foreign Affairs of Estonia, held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("Mr. TAVIK Orlen, Minister for Foreign Affairs of Estonia, held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("H.E. Mr. KWAN Sang-ho, Minister of Foreign Affairs of the Republic of Korea, held talks with Iceland's foreign minister in Oslo.", "Kwan Sang-ho", "KOR", "foreign-minister")]
    [InlineData("Estonian Foreign Minister Orlen R. Tavik, Jr. held talks with Iceland's foreign minister in Oslo.", "Orlen R. Tavik, Jr.", "EST", "foreign-minister")]
    [InlineData("Jean-Noël Émiac, the ambassador of France, held talks with Iceland's foreign minister in Oslo.", "Jean-Noël Émiac", "FRA", "ambassador")]
    [InlineData("The foreign minister of Iraq, Hashem Al-Tavik, held talks with Iceland's foreign minister in Oslo.", "Hashem Al-Tavik", "IRQ", "foreign-minister")]
    [InlineData("Estonian Foreign Minister Orlen Tavik-Lepp addressed the press. Tavik-Lepp held talks with Iceland's foreign minister in Oslo.", "Orlen Tavik-Lepp", "EST", "foreign-minister")]
    [InlineData("Dutch Foreign Minister Jan van Tavik addressed the press. Van Tavik held talks with Iceland's foreign minister in Oslo.", "Jan van Tavik", "NLD", "foreign-minister")]
    [InlineData("Swiss Foreign Minister Urs Berger met his Estonian counterpart Orlen Tavik in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("Swiss Foreign Minister Urs Berger met Orlen Tavik, his counterpart from Estonia, in Oslo.", "Orlen Tavik", "EST", "foreign-minister")]
    [InlineData("Nawaf Zaiter, the foreign minister of Lebanon, held talks with Iceland's foreign minister in Oslo.", "Nawaf Zaiter", "LBN", "foreign-minister")]
    [InlineData("Mr. Ferdinand R. Marcos, Jr., President of the Republic of the Philippines, held talks with Iceland's foreign minister in Oslo.", "Ferdinand Marcos Jr.", "PHL", "president")]
    [InlineData("Ms. KAMIKAWA Yoko, Minister for Foreign Affairs, held talks with Iceland's foreign minister in Oslo.", "Yoko Kamikawa", "JPN", "foreign-minister")]
    public void Are_read_with_state_and_office(string text, string name, string country, string office)
    {
        var events = Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events;
        Assert.Contains(events, e => e.Type == "talks" && e.Participants.Any(p => p.Name == name && p.Country == country && p.Office == office));
    }

    [Theory]
    [InlineData("Foreign Minister Orlen Tavik and his Latvian counterpart signed a treaty in Riga on Monday. Estonia and Latvia had negotiated it for years. Latvia will ratify it in June, Estonia in July.", "signing", "Orlen Tavik", "EST")]
    [InlineData("Swedish Foreign Minister Tobias Billstrom arrived in Tallinn on Monday. He met Estonian President Alar Karis and Economy Minister Orlen Tavik.", "talks", "Orlen Tavik", "EST")]
    [InlineData("The Kremlin received the ambassadors of Estonia, Orlen Tavik; of Kenya, Peter Mutua; and of Malta, Joe Vella. Russian President Vladimir Putin met the ambassadors of Estonia, Orlen Tavik; of Kenya, Peter Mutua.", "talks", "Peter Mutua", "KEN")]
    [InlineData("On 24 April 2013 European Union foreign policy chief Catherine Ashton met Iranian President Mahmoud Ahmadinejad in Tehran.", "talks", "Catherine Ashton", null)]
    public void Are_of_the_state_that_the_text_tells(string text, string type, string name, string? country) =>
        Assert.Contains(Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events, e => e.Type == type && e.Participants.Any(p => p.Name == name && p.Country == country));

    [Theory]
    [InlineData("Secretary of State Antony J. Blinken spoke today with Israeli Foreign Minister Yair Lapid. The Secretary will travel to Kuwait City on July 28.", "Reuters")]
    [InlineData("The Secretary will travel to Kuwait City on July 28.", "state.gov")]
    public void The_secretary_is_no_minister(string text, string source)
    {
        var events = Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2021, 7, 26), Source = source }).Events;
        Assert.Contains(events, e => e.Type == "visit" && e.Participants.Any(p => p.Name == "Antony Blinken" && p.Role == "visitor"));
    }

    [Theory]
    [InlineData("First Vice Foreign Minister Orlen Tavik met U.S. Deputy Secretary of State Wendy Sherman in Washington on Thursday.", "Yonhap", "KOR")]
    [InlineData("Foreign Minister Orlen Tavik met his Japanese counterpart in Tokyo on Thursday.", "mfa.gov.by", "BLR")]
    public void Offices_without_a_state_are_of_the_one_that_publishes(string text, string source, string country)
    {
        var events = Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2021, 7, 26), Source = source }).Events;
        Assert.Contains(events, e => e.Type == "talks" && e.Participants.Any(p => p.Name == "Orlen Tavik" && p.Country == country));
    }

    [Theory]
    [InlineData("HRH Prince Mohammed bin Salman received His Highness Sheikh Tamim bin Hamad Al Thani in Riyadh on Thursday.", "Tamim bin Hamad Al Thani", "QAT")]
    [InlineData("UAE President His Highness Sheikh Mohamed bin Zayed Al Nahyan received His Majesty King Abdullah II in Abu Dhabi on Thursday.", "Mohamed bin Zayed Al Nahyan", "ARE")]
    public void Forms_of_address_are_no_part_of_a_name(string text, string name, string country) =>
        Assert.Contains(Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events, e => e.Type == "talks" && e.Participants.Any(p => p.Name == name && p.Country == country));

    [Fact]
    public void Offices_of_an_organisation_are_those_of_the_publisher()
    {
        var article = new Article("The Secretary-General met the President of Kenya, William Ruto, in Nairobi on Monday.") { Published = new DateOnly(2024, 5, 14), Source = "United Nations" };
        Assert.Contains(Reader.Open(DataRoot.Find()).Read(article).Events, e => e.Participants.Any(p => p.Name == "António Guterres" && p.Country is null));
    }

    [Theory]
    [InlineData("The Trump-Putin summit is being prepared, and Orlen Tavik of Estonia wrote of it.")]
    [InlineData("A Chinese leader is expected to visit Japan at an appropriate time.")]
    public void Are_not_made_of_others(string text) =>
        Assert.DoesNotContain(Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events, e => e.Participants.Any(p => p.Name is "Xi Jinping" || p.Name.Contains('-', StringComparison.Ordinal)));
}
