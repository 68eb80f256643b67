using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;
using Chancery.Reading.Places;
using Chancery.Reading.Tests.Knowledge;
using Chancery.Reading.Text;

namespace Chancery.Reading.Tests.Places;

public sealed class PlaceResolverTests(KnowledgeFixture knowledge)
{
    private (string Name, string Where)[] Read(string text)
    {
        var root = DataRoot.Find();
        var document = Abbreviations.Open(root, "en").Cut(new Article(text));
        knowledge.Pack.AssignWords(document);
        var shortForms = PlaceAbbreviations.Open(root, "en");
        var mentions = new PlaceFinder(knowledge.Pack, CommonWords.Open(root, "en"), shortForms).Find(document, adjectives: true);
        new PlaceResolver(knowledge.Pack, shortForms).Resolve(document, mentions);
        return [.. mentions.Select(m => (document.Span(m.First, m.End).Slice(text).ToString(), Where(m.Meaning)))];
    }

    private string Where(PlaceOption? meaning) => meaning is not { } place ? "" : place.IsState ? knowledge.Pack.State(place.Index).Iso3 : knowledge.Pack.Place(place.Index).Admin1;

    [Theory]
    [InlineData("The fair opens in Paris, Texas, on Friday.", "Paris", "US.TX")]
    [InlineData("He was born in Paris, Tenn., and lives there.", "Paris", "US.TN")]
    [InlineData("The minister flew to Paris on Friday.", "Paris", "FR.11")]
    [InlineData("The president of Kyrgyzstan opened a base in Kant near Bishkek.", "Kant", "KG.02")]
    [InlineData("Students in Moscow, Idaho, and Boise met.", "Moscow", "US.ID")]
    [InlineData("Georgia, Armenia and Azerbaijan will take part.", "Georgia", "GEO")]
    [InlineData("The governor spoke in Atlanta; Georgia, Alabama and Tennessee will take part.", "Georgia", "")]
    [InlineData("Jordan and Lebanon asked Egypt to mediate.", "Lebanon", "LBN")]
    public void ContextDecides(string text, string name, string where)
    {
        var found = Read(text).First(p => p.Name == name).Where;
        if (where.Length > 0) Assert.Equal(where, found); else Assert.StartsWith("US.", found, StringComparison.Ordinal);
    }

    [Fact]
    public void OneSenseAnArticle()
    {
        var places = Read("Fire broke out in Lebanon, Pa., on Monday. Crews from Hershey came to Lebanon, where the street was closed. Nobody in Lebanon was hurt.");
        Assert.All(places.Where(p => p.Name == "Lebanon"), p => Assert.Equal("US.PA", p.Where));
    }

    [Fact]
    public void PersonsAreNoPlaces() => Assert.DoesNotContain(Read("Mr. Lincoln met Boris Johnson and Bill Clinton."), p => p.Name is "Lincoln" or "Johnson" or "Clinton");

    [Fact]
    public void DistancesAreThoseOfTheSphere() => Assert.InRange(PlaceOption.Kilometres(55.75, 37.62, 42.87, 74.59), 2950, 3000);
}
