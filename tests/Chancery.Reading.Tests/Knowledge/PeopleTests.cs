using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Tests.Knowledge;

public sealed class PeopleTests(KnowledgeFixture knowledge)
{
    [Theory]
    [InlineData("president", "RUS", "2023-10-12", "Vladimir Putin")]
    [InlineData("president", "RUS", "2010-06-01", "Dmitry Medvedev")]
    [InlineData("president", "USA", "1999-01-01", "Bill Clinton")]
    [InlineData("president", "USA", "2026-01-01", "Donald Trump")]
    [InlineData("prime-minister", "GBR", "2024-12-01", "Keir Starmer")]
    [InlineData("foreign-minister", "RUS", "2015-05-05", "Sergey Lavrov")]
    [InlineData("chancellor", "DEU", "2025-06-01", "Friedrich Merz")]
    public void OfficesHaveHoldersByDay(string office, string state, string day, string name)
    {
        var holder = knowledge.Pack.HolderOf(office, state, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(name.Split(' ')[^1], holder?.Name.Split(' ')[^1]);
    }

    [Fact]
    public void SpellingsAreOnePerson()
    {
        int[] People(string text) => [.. knowledge.Longest(text).Candidates.Where(c => c.Kind == EntryKind.Person).Select(c => c.Index)];
        Assert.Equal(People("Sergey Lavrov"), People("Sergei Lavrov"));
        Assert.Single(People("Recep Tayyip Erdoğan"));
        Assert.Equal(People("Recep Tayyip Erdoğan"), People("Recep Tayyip Erdogan"));
    }

    [Fact]
    public void SurnamesGiveEveryoneOfThatName()
    {
        var people = knowledge.Longest("Bush").Candidates.Where(c => c.Kind == EntryKind.Person).ToArray();
        Assert.True(people.Length >= 2);
        Assert.All(people, c => Assert.Equal(NameForm.Surname, c.Form));
    }

    [Fact]
    public void TenuresAreInOrderAndTheirOfficesKnown()
    {
        var person = knowledge.Pack.PersonById("Q7747");
        Assert.NotNull(person);
        var tenures = knowledge.Pack.TenuresOf(person.Index);
        Assert.True(tenures.Length >= 3);
        Assert.Equal(tenures.Select(t => t.Start.First).Order(), tenures.Select(t => t.Start.First));
        Assert.All(tenures, t => Assert.NotEmpty(knowledge.Pack.Office(t.Office).Id));
    }

    [Theory]
    [InlineData("2021-01-28", 2021, 1, 28)]
    [InlineData("2021-02", 2021, 2, 28)]
    [InlineData("2021", 2021, 12, 31)]
    public void DatesAreAsPreciseAsTheirText(string text, int year, int month, int day)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal(text, date.ToString());
        Assert.Equal(new DateOnly(year, month, day), date.Last);
    }

    [Theory]
    [InlineData("2021-13")]
    [InlineData("2021-02-30")]
    [InlineData("soon")]
    public void WrongDatesAreRefused(string text) => Assert.Throws<FormatException>(() => PartialDate.Parse(text));
}
