using System.Runtime.InteropServices;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;
using CsCheck;

namespace Chancery.Reading.Tests.Syntax;

/// <summary>Whatever the text, tokens cover it, sentences cover the tokens, and every token is attached inside its sentence.</summary>
public sealed class AnyTextTests
{
    private static readonly string Models = DataRoot.Find().Language("en", "models");
    private static readonly SyntaxModel Syntax = SyntaxModel.Load(Path.Combine(Models, "syntax.bin"));
    private static readonly NameModel Names = NameModel.Load(Path.Combine(Models, "names.bin"));
    private static readonly SentenceModel Sentences = SentenceModel.Load(Path.Combine(Models, "sentences.bin"));

    private static readonly string[] Words =
    [
        "the", "U.S.", "can't", "cannot", "«", "»", "😀", "é", "第", "a.b", "x@y.z", "@", "1,000.5", "-", "—", ":)", "'s", "''", ".", "?!", "\u200B", "Ala-Archa", "e-mail", "7pm", "1980's",
        "http://a.b/c", "É.", "+1", "0", "'", "ß",
    ];

    private static readonly string[] Spaces = ["", " ", "\n", "\n\n", "  "];

    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Spaces.Length - 1], (word, space) => Words[word] + Spaces[space])
        .Array[0, 60].Select(parts => CanonicalText.Of(string.Concat(parts)));

    [Fact]
    public void IsReadWhole() => Text.Sample(text =>
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, w => w is "Gen", tokens);
        var sentences = SentenceSplitter.Split(text, CollectionsMarshal.AsSpan(tokens), Sentences);
        var document = new Document(new Article(text), [.. tokens], [.. sentences]);
        var all = Enumerable.Range(0, sentences.Count).ToArray();
        Syntax.Analyse(document, all);
        Names.Tag(document, all);
        return Covers(text, tokens) && sentences.Sum(s => s.Count) == tokens.Count && sentences.All(s => IsTree(document, s));
    }, iter: 60, threads: 1);

    private static bool Covers(string text, List<Token> tokens)
    {
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Length <= 0 || token.Start < at || text[at..token.Start].Any(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))) return false;
            at = token.End;
        }
        return text[at..].All(c => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF');
    }

    private static bool IsTree(Document document, Sentence sentence)
    {
        var roots = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Pos == Upos.None || document.Tokens[i].Relation == Deprel.None) return false;
            var at = i;
            for (var steps = 0; at >= 0; at = document.Tokens[at].Head)
                if (at < sentence.First || at >= sentence.End || steps++ > sentence.Count) return false;
            if (document.Tokens[i].Head == -1) roots++;
        }
        return roots == 1;
    }
}
