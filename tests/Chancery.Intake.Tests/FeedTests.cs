namespace Chancery.Intake.Tests;

public sealed class FeedTests
{
    [Fact]
    public void Each_item_of_rss_is_an_article()
    {
        var results = Results("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>News of X</title><link>https://www.x.org/</link><language>en-gb</language>
            <item><title>Talks &amp;amp; tea</title><link>https://www.x.org/1</link><guid isPermaLink="false">g1</guid>
              <pubDate>Thu, 12 Oct 2023 08:00:00 +0600</pubDate><description>Short.</description>
              <content:encoded><![CDATA[<p>The long body of the first item.</p><script>no()</script>]]></content:encoded></item>
            <item><title>Second</title><guid>https://www.x.org/2</guid><description>&lt;p&gt;Second body.&lt;/p&gt;</description></item>
            </channel></rss>
            """);
        Assert.Equal(["Talks & tea\n\nThe long body of the first item.", "Second\n\nSecond body."], results.Select(r => r.Article?.Text));
        var first = results[0].Article!;
        Assert.Equal(("g1", "https://www.x.org/1", "x.org", "en", new DateOnly(2023, 10, 12), "Talks & tea"), (first.Key, first.Url, first.Source, first.Language, first.Published, first.Title));
        Assert.Equal("https://www.x.org/2", results[1].Article!.Url);
    }

    [Fact]
    public void Each_entry_of_atom_is_an_article()
    {
        var result = Assert.Single(Results("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Y</title><link rel="self" href="https://y.org/feed"/><link href="https://y.org/"/>
            <entry><id>tag:1</id><title>Visit</title><link rel="alternate" href="https://y.org/a"/><published>2024-02-03T10:00:00Z</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He came.</p></div></content></entry></feed>
            """));
        Assert.Equal(("Visit\n\nHe came.", "fr", new DateOnly(2024, 2, 3), "y.org", "https://y.org/a"),
            (result.Article!.Text, result.Article.Language, result.Article.Published, result.Article.Source, result.Article.Url));
    }

    [Fact]
    public void A_document_type_is_refused_before_it_can_expand()
    {
        var result = Assert.Single(Results("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss><channel><item><title>&a;</title></item></channel></rss>"));
        Assert.Null(result.Article);
        Assert.Contains("DTD is prohibited", result.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_before_a_fault_are_kept()
    {
        var results = Results("<rss><channel><item><title>One</title></item><item><title>Two</item></channel></rss>");
        Assert.Equal(["One", null], results.Select(r => r.Article?.Text));
        Assert.Equal("-#2", results[1].Name);
        Assert.Contains("broken XML", results[1].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_without_items_is_said() => Assert.Equal("a feed without items", Assert.Single(Results("<rss><channel><title>x</title></channel></rss>")).Refusal);

    private static List<IntakeResult> Results(string text) =>
        [.. new ArticleIntake(new IntakeOptions { StandardInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) }).Articles(["-"])];
}
