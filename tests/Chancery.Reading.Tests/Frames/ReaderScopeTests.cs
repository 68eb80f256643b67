using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Frames;

/// <summary>The register leaves domestic events out; the wide scope reads them by the PLOVER manual.</summary>
public sealed class ReaderScopeTests
{
    private static readonly Reader s_narrow = Reader.Open(DataRoot.Find());
    private static readonly Reader s_wide = Reader.Open(DataRoot.Find(), scope: ReaderScope.Plover);

    private static IReadOnlyList<Report> Read(Reader reader, string text) => reader.Read(new Article(text) { Published = new DateOnly(2024, 6, 12) }).Events;

    [Theory]
    [InlineData("Police arrested dozens of protesters in the capital.", "COERCE")]
    [InlineData("Teachers went on strike for better pay.", "PROTEST")]
    [InlineData("A court freed the journalist on Monday.", "RETREAT")]
    [InlineData("Gunmen attacked an army camp near the border.", "ASSAULT")]
    [InlineData("The Taliban attacked an army base in western Afghanistan.", "ASSAULT")]
    [InlineData("Prosecutors charged the banker with fraud.", "ACCUSE")]
    public void Domestic_events_are_read_in_the_wide_scope_alone(string text, string root)
    {
        Assert.Empty(Read(s_narrow, text));
        Assert.Contains(Read(s_wide, text), e => e.Plover.Event == root && e.Participants.Length > 0);
    }

    [Fact]
    public void Sanctions_coerce_in_either_scope()
    {
        foreach (var reader in new[] { s_narrow, s_wide })
            Assert.Equal("COERCE", Assert.Single(Read(reader, "The European Union imposed sanctions on Belarus.")).Plover.Event);
    }

    [Fact]
    public void What_is_only_announced_agrees_by_the_manual()
    {
        const string text = "Vladimir Putin will meet Recep Tayyip Erdogan in Ankara.";
        Assert.Equal("CONSULT", Assert.Single(Read(s_narrow, text)).Plover.Event);
        Assert.Equal("AGREE", Assert.Single(Read(s_wide, text)).Plover.Event);
    }

    [Fact]
    public void What_is_condemned_is_no_second_event_in_the_wide_scope() =>
        Assert.Equal("ACCUSE", Assert.Single(Read(s_wide, "Germany condemned the Russian attack on Ukraine.")).Plover.Event);

    [Fact]
    public void A_statement_accuses_only_when_it_condemns()
    {
        Assert.Equal("CONSULT", Assert.Single(Read(s_narrow, "Russia and Kyrgyzstan issued a joint statement on Monday."), e => e.Type == "statement").Plover.Event);
        Assert.Equal("ACCUSE", Assert.Single(Read(s_narrow, "The Arab League condemned Iraq on Friday."), e => e.Type == "statement").Plover.Event);
    }
}
