using System.Runtime.InteropServices;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;

namespace Chancery.Reading.Tests.Syntax;

/// <summary>The English models that ship.</summary>
public sealed class SyntaxModelTests
{
    private static readonly string Models = DataRoot.Find().Language("en", "models");
    private static readonly SyntaxModel Model = SyntaxModel.Load(Path.Combine(Models, "syntax.bin"));
    private static readonly SentenceModel Sentences = SentenceModel.Load(Path.Combine(Models, "sentences.bin"));

    private static Document Read(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "Gen" or "Mr" or "Oct", tokens);
        var sentences = SentenceSplitter.Split(text, CollectionsMarshal.AsSpan(tokens), Sentences);
        return new Document(new Article(text), [.. tokens], [.. sentences]);
    }

    private static Document Analysed(string text)
    {
        var document = Read(text);
        Model.Analyse(document, Enumerable.Range(0, document.Sentences.Length).ToArray());
        return document;
    }

    [Theory]
    [InlineData("Putin arrived in Bishkek on Thursday.", "Putin:PROPN:nsubj:arrived arrived:VERB:root: in:ADP:case:Bishkek Bishkek:PROPN:obl:arrived")]
    [InlineData("The agreement was signed by the two ministers.", "agreement:NOUN:nsubj:pass:signed was:AUX:aux:pass:signed ministers:NOUN:obl:agent:signed")]
    [InlineData("The president will visit Japan next week.", "president:NOUN:nsubj:visit will:AUX:aux:visit Japan:PROPN:obj:visit")]
    public void ParsesEasySentences(string text, string expected)
    {
        var document = Analysed(text);
        var found = Enumerable.Range(0, document.Tokens.Length).Select(i => Describe(document, i)).ToHashSet();
        foreach (var arc in expected.Split(' ')) Assert.Contains(arc, found);
    }

    private static string Describe(Document document, int i)
    {
        ref readonly var token = ref document.Tokens[i];
        return $"{document.Form(i)}:{Labels.Name(token.Pos)}:{Labels.Name(token.Relation)}:{(token.Head < 0 ? "" : document.Form(token.Head))}";
    }

    [Fact]
    public void TellsTenseAndVoice()
    {
        var document = Analysed("The minister arrived. The treaty was signed. She visits Paris.");
        Morphology Of(string form) => document.Tokens.Single(t => document.Text.Substring(t.Start, t.Length) == form).Morphology;
        Assert.True(Of("arrived").HasFlag(Morphology.Past | Morphology.Finite));
        Assert.True(Of("signed").HasFlag(Morphology.Participle | Morphology.Passive));
        Assert.True(Of("visits").HasFlag(Morphology.Present | Morphology.Finite));
    }

    [Fact]
    public void GivesTheSameWhateverStandsBeside()
    {
        const string Text = "The foreign ministers of the two countries met in Geneva on Monday. They discussed trade, and a joint statement was issued after the talks.\n\nHe left.";
        var together = Analysed(Text);
        var alone = Read(Text);
        for (var i = alone.Sentences.Length - 1; i >= 0; i--) Model.Analyse(alone, [i]);
        var parallel = Enumerable.Range(0, 8).AsParallel().Select(_ => Analysed(Text)).ToList();
        foreach (var other in parallel.Append(alone)) Assert.Equal(together.Tokens, other.Tokens);
    }

    [Fact]
    public void LongSentencesAreCutAndJoined()
    {
        var document = Analysed(string.Join(" and ", Enumerable.Repeat("the minister of trade met the new envoy", 60)) + ".");
        Assert.All(document.Sentences, s =>
        {
            var tokens = document.Tokens[s.First..s.End];
            Assert.Single(tokens, t => t.Head == -1);
            Assert.All(tokens, t => Assert.True(t.Head == -1 || t.Head >= s.First && t.Head < s.End));
        });
        Assert.Contains(document.Sentences, s => s.Count > SyntaxModel.LongestPiece);
    }

    [Theory]
    [InlineData("He met Gen. Smith. They talked.", 2)]
    [InlineData("The U.S. Secretary of State left. \"We agree,\" he said.", 2)]
    public void CutsSentences(string text, int expected) => Assert.Equal(expected, Read(text).Sentences.Length);

    [Theory]
    [InlineData("visited", Upos.Verb, "visit")]
    [InlineData("met", Upos.Verb, "meet")]
    [InlineData("countries", Upos.Noun, "country")]
    [InlineData("signing", Upos.Verb, "sign")]
    [InlineData("Putin", Upos.Propn, "Putin")]
    [InlineData("went", Upos.Verb, "go")]
    [InlineData("presidents", Upos.Noun, "president")]
    public void FindsLemmas(string form, Upos tag, string lemma) => Assert.Equal(lemma, Lemmatiser.Load(Models).Lemma(form, tag));
}
