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

    [Theory]
    [InlineData("Resignation of the Prime Minister of Kiribati", true)]
    [InlineData("A Resignation", false)]
    public void A_text_on_a_state_that_its_title_names_is_a_statement_where_nothing_else_is_told(string title, bool named)
    {
        const string text = "Ned Price, Department Spokesperson\n\nThe news from Tarawa is a disappointment for the people of Kiribati. A budget is needed now.";
        var events = s_reader.Read(new Article(text) { Title = title, Published = new DateOnly(2021, 5, 25) }).Events;
        if (!named) { Assert.Empty(events); return; }
        var statement = Assert.Single(events);
        Assert.Equal(("statement", "2021-05-25"), (statement.Type, statement.Start));
        Assert.Contains(statement.Participants, p => p is { Name: "Ned Price", Role: "speaker" });
        Assert.Contains(statement.Participants, p => p is { Country: "KIR", Role: "target" });
    }

    private static IEnumerable<Report> Read(string text) => s_reader.Read(new Article(text) { Published = new DateOnly(2021, 5, 25) }).Events;
}
