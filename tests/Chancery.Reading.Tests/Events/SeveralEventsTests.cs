using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Events;

/// <summary>How many events a text tells of one type, and with which states on which day.</summary>
public sealed class SeveralEventsTests
{
    [Theory]
    [InlineData("visit", "BHR 2025-06-17|OMN 2025-06-16|QAT 2025-06-17", "Kuwaiti Emir Sheikh Mishal Al-Ahmad Al-Jaber Al-Sabah flew to Muscat on June 16 and to Manama and Doha the next day.")]
    [InlineData("visit", "ARG 2025-07-04|GHA 2025-07-02|NAM 2025-07-09", "Indian Prime Minister Narendra Modi will visit Ghana (July 2-3), Argentina (July 4-5) and Namibia (July 9).")]
    [InlineData("visit", "RUS 2019|RUS 2025-06-23", "Vietnamese Prime Minister Pham Minh Chinh arrived in Moscow on Monday. It was the first visit by a Vietnamese prime minister to Russia since 2019.")]
    [InlineData("visit", "RUS 2025-06-23", "Vietnamese Prime Minister Pham Minh Chinh arrived in Moscow on Monday. It was his first visit there since taking office.")]
    [InlineData("call", "IRN 2025-06-23|ISR 2025-06-23", "German Chancellor Friedrich Merz phoned Israeli Prime Minister Benjamin Netanyahu and Iranian President Masoud Pezeshkian on Monday.")]
    [InlineData("call", "", "A reporter phoned the foreign ministers of Iran and Israel on Monday.")]
    [InlineData("talks", "GEO 2025-06-26|GEO 2025-06-26", "Georgian Prime Minister Irakli Kobakhidze met Armenian Prime Minister Nikol Pashinyan in Yerevan on Thursday. Afterwards the two prime ministers chaired the 14th session of the Armenian-Georgian Intergovernmental Commission on Economic Cooperation.")]
    [InlineData("talks", "HRV 2025-06-24|HRV 2026", "The third round of political consultations between Kyrgyzstan and Croatia was held in Bishkek on Tuesday. The next round is to be held in Zagreb next year.")]
    [InlineData("talks", "IND 2025-07-03|IND 2025-07-03", "Nepalese Foreign Minister Arzu Rana Deuba will visit India on July 3.\n\n- 10:00 Meeting with Foreign Minister Subrahmanyam Jaishankar\n\n- 13:00 Call on Prime Minister Narendra Modi")]
    [InlineData("talks", "", "Indian Prime Minister Narendra Modi arrived in Colombo on Friday. The Asian Cricket Council holds its next meeting in Dubai.")]
    [InlineData("ceremony", "ITA 2025-06-26", "Kyrgyz President Sadyr Japarov arrived in Rome on Thursday on an official visit. An official welcoming ceremony was then held at the Chigi Palace.")]
    [InlineData("ceremony", "", "Kenyan President William Ruto opened a hospital in Nairobi on Monday. A reception was then held at the hospital.")]
    [InlineData("ceremony", "HUN 2025-06-23|HUN 2025-06-23", "Mongolian President Ukhnaagiin Khurelsukh was given a ceremonial welcome in Budapest by Hungarian President Tamas Sulyok on Monday and laid a wreath at Heroes' Square.")]
    public void Are_told_apart(string type, string expected, string text)
    {
        var events = Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2025, 6, 27) }).Events.Where(e => e.Type == type);
        var wanted = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(wanted.Select(w => w[4..]).Order(), events.Select(e => e.Start).Order());
        foreach (var w in wanted) Assert.Contains(events, e => e.Start == w[4..] && (e.Place?.Country == w[..3] || e.Participants.Any(p => p.Country == w[..3])));
    }
}
