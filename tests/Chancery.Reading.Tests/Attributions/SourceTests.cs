using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Attributions;

/// <summary>Who is given as the source, in the ways of agencies.</summary>
public sealed class SourceTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    [Theory]
    [InlineData("Putin will visit Beijing on June 20, the Kremlin said.", "Kremlin", "said")]
    [InlineData("Putin met Xi Jinping in Beijing, according to state media.", "state media", "according")]
    [InlineData("Japarov visited Moscow on Tuesday, Interfax quoted spokesman Dmitry Peskov as saying.", "Dmitry Peskov", "quoted")]
    [InlineData("Putin will visit Beijing, TASS reported, citing the Kremlin.", "Kremlin", "citing")]
    [InlineData("Iran summoned the German ambassador, the state news agency IRNA reported on Monday.", "IRNA", "reported")]
    [InlineData("Lavrov met Fidan in Ankara on Monday, as reported by Anadolu.", "Anadolu", "reported")]
    // In a later sentence that speaks of the event again.
    [InlineData("India and Egypt will hold joint military exercises from June 20 to 24. These exercises are the first of their kind, as reported by defence officials.", "defence officials", "reported")]
    [InlineData("Kenyan President William Ruto will visit Uganda on June 20. The visit will last two days, according to his office.", "office", "according")]
    [InlineData("Peru expelled two Mexican diplomats on Tuesday. The move was expected, as noted by observers in Lima.", "observers in Lima", "noted")]
    [InlineData("Antony Blinken is to travel to Cairo, people familiar with the matter said.", "people familiar with the matter", "said")]
    public void Events_name_their_source(string text, string source, string cue)
    {
        var events = s_reader.Read(new Article(text) { Published = new DateOnly(2024, 6, 12) }).Events;
        Assert.Contains(Assert.Single(events).Attribution, a => a.Name == source && a.Cue == cue);
    }

    [Theory]
    [InlineData("The minister said that the road is open.", "the road is open", "minister")]
    [InlineData("\"The road is open,\" said the mayor.", "\"The road is open,\"", "mayor")]
    [InlineData("The mayor's claim that the road is open is wrong.", "that the road is open", "mayor")]
    [InlineData("The road is open, according to the mayor.", "The road is open", "mayor")]
    public void Contents_find_their_source(string text, string content, string source)
    {
        var start = text.IndexOf(content, StringComparison.Ordinal);
        var found = Assert.Single(s_reader.SourcesOf(new Article(text), [new TextSpan(start, start + content.Length)]));
        Assert.NotNull(found);
        Assert.Contains(source, text[found.Value.Source.Start..found.Value.Source.End], StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_that_goes_on_keeps_its_speaker()
    {
        const string text = "\"The road is open,\" the mayor said. \"It will stay so.\"";
        var found = s_reader.SourcesOf(new Article(text), [new TextSpan(0, 19), new TextSpan(37, text.Length)]);
        Assert.Equal(found[0]?.Source, found[1]?.Source);
    }
}
