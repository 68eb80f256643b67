using System.Text;

namespace Chancery.Intake.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public void Text_is_taken_as_it_stands()
    {
        var article = Take.Article("  The presidents met.\r\n\r\nThey signed nothing.\n");
        Assert.Equal("  The presidents met.\n\nThey signed nothing.\n", article.Text);
        Assert.Null(article.Published);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void A_header_block_gives_the_fields()
    {
        var article = Take.Article("---\ntitle: Talks: day two\nsource: tass.ru\npublished: 2023-10-12\nid: a1\n\nPutin arrived.\n\nHe left.");
        Assert.Equal(("Talks: day two", "tass.ru", new DateOnly(2023, 10, 12), "metadata", "a1"),
            (article.Title, article.Source, article.Published, article.PublishedFrom, article.Key));
        Assert.Equal("Putin arrived.\n\nHe left.", article.Text);
    }

    [Fact]
    public void Front_matter_closed_by_dashes_is_a_header_too() =>
        Assert.Equal("Putin arrived.", Take.Article("---\ntitle: \"A\"\ntags:\n  - x\n---\n\nPutin arrived.").Text);

    [Theory]
    [InlineData("---\nAnd then they met.\n\nYes.")]
    [InlineData("---\n\nA text.")]
    public void A_rule_is_no_header(string text) => Assert.Equal(text, Take.Article(text).Text);

    [Theory]
    [InlineData("[MOSCOW] Talks were held on Monday.")]
    [InlineData("{sic} was what the minister said of the treaty.")]
    [InlineData("<Moscow> is what the map said.")]
    public void Prose_that_begins_with_a_bracket_stays_prose(string text) => Assert.Equal(text, Take.Article(text).Text);

    [Fact]
    public void Options_outrank_the_document()
    {
        var bytes = Encoding.UTF8.GetBytes("---\nsource: a.org\npublished: 2020-01-01\nlanguage: fr\n\nText of it.");
        var result = Take.One(bytes, new IntakeOptions { Source = "b.org", Published = new DateOnly(2021, 2, 3), Language = "de" });
        Assert.Equal(("b.org", new DateOnly(2021, 2, 3), "option", "de", "option"),
            (result.Article!.Source, result.Article.Published, result.Article.PublishedFrom, result.Article.Language, result.LanguageFrom));
    }

    [Fact]
    public void A_day_that_is_no_day_is_a_warning()
    {
        var result = Take.One("---\npublished: last Tuesday\n\nText of it.");
        Assert.Null(result.Article!.Published);
        Assert.Contains("last Tuesday", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ministers of the two states met on Friday and said that it was good.", "en", "detected")]
    [InlineData("Les ministres des deux pays se sont rencontrés à Paris et ont signé un accord sur le commerce.", "fr", "detected")]
    [InlineData("Президент России прибыл в Киргизию и провел переговоры, как сообщили в Кремле на встрече.", "ru", "detected")]
    [InlineData("Кыргызстандын президенти Бишкекте казак өкмөтүнүн башчысы менен жолугуп, эки өлкөнүн соодасы жөнүндө сүйлөштү.", "ky", "detected")]
    [InlineData("外交部发言人表示，中国和俄罗斯的关系是成熟的。", "zh", "detected")]
    [InlineData("Bishkek!", "en", "assumed")]
    public void Language_is_detected_or_assumed(string text, string language, string from)
    {
        var result = Take.One(text);
        Assert.Equal((language, from), (result.Article!.Language, result.LanguageFrom));
    }

    [Fact]
    public void Markdown_loses_its_marks_and_keeps_its_words()
    {
        var article = Take.Article("# Talks in Bishkek\n\nThe *two* presidents **met** in\n[Bishkek](https://x.org/a_(b)) &amp; left.\n\n* gas\n* water\n\n> Quoted line\n\n![photo](x.png)\n| a | b |\n|---|---|\n| c | d |\n");
        Assert.Equal("Talks in Bishkek", article.Title);
        Assert.StartsWith("Talks in Bishkek\n\nThe two presidents met in Bishkek", article.Text, StringComparison.Ordinal);
        Assert.Contains("& left.", article.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n• gas\n• water\n\nQuoted line\n\na\tb\nc\td", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("photo", article.Text, StringComparison.Ordinal);
    }
}
