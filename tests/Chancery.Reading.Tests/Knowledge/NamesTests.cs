using Chancery.Reading.Knowledge;

namespace Chancery.Reading.Tests.Knowledge;

public sealed class NamesTests(KnowledgeFixture knowledge)
{
    [Theory]
    [InlineData("Kyrgyzstan signed", 1, "KGZ", NameForm.Name)]
    [InlineData("the Kyrgyz Republic", 2, "KGZ", NameForm.Alias)]
    [InlineData("Russian troops", 1, "RUS", NameForm.Adjective)]
    [InlineData("Britons voted", 1, "GBR", NameForm.DemonymPlural)]
    public void StatesHaveNamesAdjectivesAndDemonyms(string text, int count, string code, NameForm form)
    {
        var at = text.StartsWith("the ", StringComparison.Ordinal) ? 1 : 0;
        var (found, candidates) = knowledge.Longest(text, at);
        Assert.Equal(count, found);
        Assert.Contains(candidates, c => c.Kind == EntryKind.State && knowledge.Pack.State(c.Index).Iso3 == code && c.Form == form);
    }

    [Theory]
    [InlineData("us citizens")]
    [InlineData("It is march")]
    [InlineData("a nice reading of most")]
    public void CommonWordsAreNoNames(string text)
    {
        var tokens = knowledge.Tokens(text);
        var matches = new NameMatch[16];
        for (var i = 0; i < tokens.Length; i++)
            Assert.DoesNotContain(matches[..knowledge.Pack.Match(tokens, i, matches)], m => knowledge.Pack.Candidates(m).ToArray().Any(c => c.Kind is EntryKind.State or EntryKind.Place));
    }

    [Fact]
    public void AmbiguityIsKept()
    {
        var georgia = knowledge.Longest("Georgia").Candidates;
        Assert.Contains(georgia, c => c.Kind == EntryKind.State && knowledge.Pack.State(c.Index).Iso3 == "GEO");
        Assert.Contains(georgia, c => c.Kind == EntryKind.Place && knowledge.Pack.Place(c.Index) is { Admin1: "US.GA", Class: PlaceClass.Division1 });
        Assert.True(knowledge.Longest("Victoria").Candidates.Count(c => c.Kind == EntryKind.Place) > 3);
    }

    [Fact]
    public void ThePopulousPlaceComesFirst()
    {
        var first = knowledge.Longest("Paris").Candidates.First(c => c.Kind == EntryKind.Place);
        var place = knowledge.Pack.Place(first.Index);
        Assert.Equal("FRA", place.Country);
        Assert.True(place.IsCapital);
        Assert.InRange(place.Latitude, 48.5, 49.2);
        Assert.True(first.Prior > 0.9f);
    }

    [Theory]
    [InlineData("São Paulo", "Sao Paulo")]
    [InlineData("Saint-Étienne", "Saint Etienne")]
    [InlineData("N'Djamena", "NDjamena")]
    public void VariantsAreFound(string name, string variant)
    {
        var place = knowledge.Longest(name).Candidates.First(c => c.Kind == EntryKind.Place).Index;
        Assert.Contains(knowledge.Longest(variant).Candidates, c => c.Kind == EntryKind.Place && c.Index == place);
    }

    [Fact]
    public void NamesDoNotCrossParagraphs()
    {
        Assert.Equal(2, knowledge.Longest("New York").Count);
        Assert.DoesNotContain(knowledge.Longest("New\n\nYork").Candidates, c => c.Kind == EntryKind.Place);
    }

    [Fact]
    public void WordsFoldCaseAndComeBack()
    {
        var id = knowledge.Pack.Word("Kyrgyzstan");
        Assert.True(id >= 0);
        Assert.Equal(id, knowledge.Pack.Word("KYRGYZSTAN"));
        Assert.Equal("kyrgyzstan", knowledge.Pack.WordText(id));
        Assert.Equal(-1, knowledge.Pack.Word("xqzzyqx"));
        Assert.Equal(-1, knowledge.Pack.Word(new string('a', 100)));
    }

    [Fact]
    public void TokensGetTheWordOfTheirForm()
    {
        const string text = "The President of France met the president of Kyrgyzstan; PRESIDENT Macron's visit to Élysée ended. The end of the visit was the END.";
        foreach (var token in knowledge.Tokens(text)) Assert.Equal(knowledge.Pack.Word(text.AsSpan(token.Start, token.Length)), token.Word);
    }

    [Fact]
    public void EveryWordHasItsOwnId()
    {
        for (var id = 0; id < knowledge.Pack.WordCount; id += 97)
            if (knowledge.Pack.WordText(id) is { Length: <= 64 } word) Assert.Equal(id, knowledge.Pack.Word(word));
    }
}
