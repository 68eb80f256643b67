using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Frames;

/// <summary>Constructions that plain reports use and that mechanisms, not single patterns, must see through.</summary>
public sealed class PlainWordsTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    private static IReadOnlyList<Report> Read(string text) => s_reader.Read(new Article(text) { Published = new DateOnly(2025, 6, 27) }).Events;

    [Theory]
    [InlineData("Russian President Vladimir Putin and US President Donald Trump plan to meet in Riyadh next month, the Kremlin said.", "talks", "planned", "2025-07")]
    [InlineData("Canada's Prime Minister Mark Carney is heading to Kyiv on Monday.", "visit", "planned", "2025-06-30")]
    [InlineData("Indonesian President Prabowo Subianto has accepted an invitation to visit Moscow in July, the Kremlin said.", "visit", "planned", "2025-07")]
    [InlineData("Tehran denied reports that Iranian President Masoud Pezeshkian was to visit Cairo in July.", "visit", "denied", "2025-07")]
    [InlineData("New Zealand's foreign minister, Winston Peters, departs for New Delhi today.", "visit", "ongoing", "2025-06-27")]
    public void Travels_are_dated_by_their_tense_and_told_of_whom_they_concern(string text, string type, string status, string start)
    {
        var report = Assert.Single(Read(text), e => e.Type == type);
        Assert.Equal((status, start), (report.Status, report.Start));
    }

    [Theory]
    [InlineData("Bangladesh and Pakistan normalised relations in 1974.", "other", "BGD", "PAK")]
    [InlineData("Britain froze trade talks with Israel on May 20.", "sanction", "GBR", "ISR")]
    [InlineData("In Nancy on May 9, France and Poland put their signatures under a treaty of friendship.", "signing", "FRA", "POL")]
    [InlineData("Thai Prime Minister Paetongtarn Shinawatra crossed into Cambodia on April 23.", "visit", "THA", "KHM")]
    [InlineData("Russia released American teacher Marc Fogel on February 11.", "concession", "RUS", "USA")]
    [InlineData("South African President Cyril Ramaphosa was at the White House on May 21.", "visit", "ZAF", "USA")]
    [InlineData("Australia and Indonesia held their ninth 2+2 in Canberra on May 28.", "talks", "AUS", "IDN")]
    public void Short_clauses_have_both_their_sides(string text, string type, string one, string other)
    {
        var report = Assert.Single(Read(text), e => e.Type == type);
        Assert.Equal("occurred", report.Status);
        var sides = report.Participants.Select(p => p.Country).Append(report.Place?.Country).ToHashSet();
        Assert.Contains(one, sides);
        Assert.Contains(other, sides);
    }

    [Fact]
    public void A_paper_named_before_is_the_one_that_was_signed()
    {
        var signing = Assert.Single(Read("The foreign ministers of Croatia and Serbia agreed on a treaty in Zagreb on Monday. They signed it in Belgrade on Tuesday."), e => e.Type == "signing");
        Assert.Equal(("2025-06-24", "SRB"), (signing.Start, signing.Place?.Country));
    }

    [Theory]
    [InlineData("US Vice President JD Vance was at the White House on Monday.")]
    [InlineData("A call between the foreign ministers of Russia and Vietnam has not been confirmed.")]
    [InlineData("Macron declined an invitation to visit Moscow.")]
    public void What_moves_nobody_is_no_event(string text) => Assert.Empty(Read(text));
}
