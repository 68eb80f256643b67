using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Events;

public sealed class SpokenStatementTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    [Theory]
    [InlineData("Antony J. Blinken, Secretary of State\n\nOn behalf of my country I congratulate the people of Kiribati on their Independence Day.", "KIR")]
    [InlineData("Antony J. Blinken, Secretary of State\n\nLast night another newspaper was closed in Minsk. We call on the Belarusian authorities to release all journalists.", "BLR")]
    public void A_text_that_congratulates_or_condemns_under_a_name_is_a_statement(string text, string country)
    {
        var statement = Assert.Single(Read(text));
        Assert.Equal(("statement", "2021-05-25"), (statement.Type, statement.Start));
        Assert.Contains(statement.Participants, p => p is { Name: "Antony Blinken", Role: "speaker", Country: "USA" });
        Assert.Contains(statement.Participants, p => p.Role == "target" && p.Country == country);
    }

    [Theory]
    [InlineData("Antony J. Blinken, Secretary of State\n\nThe Secretary will take part in a conference on oceans. I congratulate our athletes on their medals.")]
    [InlineData("On behalf of my country I congratulate the people of Kiribati on their Independence Day.")]
    [InlineData("Antony J. Blinken, Secretary of State\n\nWashington, DC\n\nSECRETARY BLINKEN: I congratulate the people of Kiribati.")]
    public void Without_a_name_in_the_head_or_somebody_abroad_it_is_none(string text) => Assert.Empty(Read(text));

    private static IEnumerable<Report> Read(string text) => s_reader.Read(new Article(text) { Published = new DateOnly(2021, 5, 25) }).Events;
}
