using Chancery.Cli.Training;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;

namespace Chancery.Cli.Tests;

/// <summary>The treebank of the field, and its copies with other names.</summary>
public sealed class TreebankTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(DataRoot.Find().Source)!, "corpus", "syntax");

    [Theory]
    [InlineData("en-diplomatic.conllu")]
    [InlineData("en-diplomatic-dev.conllu")]
    public void Every_sentence_is_a_projective_tree_of_known_relations(string file)
    {
        foreach (var sentence in Conllu.Read(Path.Combine(Folder, file))) AssertTree(sentence);
    }

    [Fact]
    public void Copies_are_trees_with_other_names_and_the_same_for_the_same_seed()
    {
        var sentences = Conllu.Read(Path.Combine(Folder, "en-diplomatic.conllu")).ToList();
        NameSwap first = NameSwap.Of(DataRoot.Find(), "en", 1), again = NameSwap.Of(DataRoot.Find(), "en", 1);
        var changed = 0;
        foreach (var sentence in sentences)
        {
            var copy = first.Copy(sentence);
            AssertTree(copy);
            Assert.Equal(Forms(copy), Forms(again.Copy(sentence)));
            Assert.Equal(sentence.Words.Where(w => w.Upos == "VERB").Select(w => w.Form), copy.Words.Where(w => w.Upos == "VERB").Select(w => w.Form));
            if (Forms(copy) != Forms(sentence)) changed++;
        }
        Assert.True(changed > sentences.Count / 2, $"{changed} of {sentences.Count} changed");
    }

    private static string Forms(ConlluSentence sentence) => string.Join(' ', sentence.Words.Select(w => w.Form));

    private static void AssertTree(ConlluSentence sentence)
    {
        var words = sentence.Words;
        Assert.True(words.Count(w => w.Head == 0) == 1, $"{Forms(sentence)}: roots");
        for (var i = 1; i <= words.Count; i++)
        {
            var (word, steps, at) = (words[i - 1], 0, i);
            Assert.True(word.Head == 0 || Labels.Relation(word.Relation) != Deprel.Dep, $"{Forms(sentence)}: {word.Relation}");
            while (at != 0 && steps++ <= words.Count) at = words[at - 1].Head;
            Assert.True(at == 0, $"{Forms(sentence)}: {i} hangs in a circle");
            var (low, high) = (Math.Min(i, word.Head), Math.Max(i, word.Head));
            Assert.True(word.Head == 0 || Enumerable.Range(low + 1, high - low - 1).All(k => words[k - 1].Head >= low && words[k - 1].Head <= high && words[k - 1].Head != 0), $"{Forms(sentence)}: {word.Form} crosses");
        }
    }
}
