using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Events;

public sealed class SpokenHeadTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    [Theory]
    [InlineData("Antony J. Blinken, Secretary of State\n\nJerusalem, Israel\n\nDavid Citadel Hotel\n\nSECRETARY BLINKEN: Good evening, everyone.", "ISR")]
    [InlineData("Antony J. Blinken, Secretary of State\n\nKangerlussuaq, Greenland\n\nQUESTION: Good morning.", "GRL")]
    public void Who_speaks_in_another_country_is_there(string text, string country)
    {
        var visit = Assert.Single(Read(text));
        Assert.Equal(("visit", "occurred", "2021-05-25", country), (visit.Type, visit.Status, visit.Start, visit.Place?.Country));
        Assert.Equal(("Antony Blinken", "visitor"), (visit.Participants[0].Name, visit.Participants[0].Role));
        var where = visit.Evidence.First(e => e.Field == "trigger");
        Assert.Equal("head.place", where.Rule);
        Assert.Equal(text[where.Start..where.End], where.Text);
    }

    [Theory]
    [InlineData("Antony J. Blinken, Secretary of State\n\nWashington, DC\n\nSECRETARY BLINKEN: Good evening, everyone.")]
    [InlineData("Antony J. Blinken, Secretary of State\n\nVia Teleconference\n\nBrussels, Belgium\n\nSECRETARY BLINKEN: Good evening, everyone.")]
    [InlineData("Virtual remarks\n\nAntony J. Blinken, Secretary of State\n\nBrussels, Belgium\n\nSECRETARY BLINKEN: Good evening, everyone.")]
    [InlineData("Antony J. Blinken, Secretary of State\n\nThe Belgian Economy\n\nSECRETARY BLINKEN: Good evening, everyone.")]
    public void At_home_over_a_wire_or_without_a_place_nobody_is_abroad(string text) => Assert.Empty(Read(text));

    private static IEnumerable<Report> Read(string text) => s_reader.Read(new Article(text) { Published = new DateOnly(2021, 5, 25) }).Events;
}
