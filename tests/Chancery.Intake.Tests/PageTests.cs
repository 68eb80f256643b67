using System.Text;

namespace Chancery.Intake.Tests;

public sealed class PageTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en-US"><head><title>Talks in Bishkek | X News</title>
        <link rel="canonical" href="https://www.x.org/2023/talks"><meta property="og:title" content="Talks in Bishkek">
        <meta property="og:site_name" content="X News">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Talks","datePublished":"2023-10-12T06:00:00+06:00"}]}</script>
        <style>p { color: red }</style></head>
        <body class="has-sidebar"><header><nav><ul><li><a href=/>Home</a></li><li><a href=/w>World of news and views from everywhere</a></li></ul></nav></header>
        <div class="cookie-banner"><p>We use cookies to make the experience of this site better for all of our readers, always.</p></div>
        <div id="page"><h1>Talks in Bishkek</h1><div class="social-share"><a>Share this story with all your friends today</a></div>
        <div class="story"><p>The presidents of the two states <b>met</b> in Bishkek on Thursday, officials said.<!-- secret comment --></p>
        <figure><img src="a.jpg" alt="alt text"><figcaption>The presidents at Ala-Archa.</figcaption></figure>
        <p>They signed&nbsp;two documents &mdash; on:</p><ul><li>water and energy use in the region</li><li>trade</li></ul>
        <div class="related-posts"><p>Read also: another story that has nothing at all to do with these talks.</p></div>
        <p>Line one of it is this one<br>line two of it is that one, and it is longer.</p><script>track("secret script")</script></div></div>
        <aside><p>Most read: somebody won a lottery and bought an island in the southern sea with it.</p></aside>
        <footer><p>© X News. All rights reserved by the publisher of this site and its partners.</p></footer></body></html>
        """;

    [Fact]
    public void The_article_is_found_and_nothing_else() => Assert.Equal(
        "Talks in Bishkek\n\nThe presidents of the two states met in Bishkek on Thursday, officials said.\n\nThe presidents at Ala-Archa.\n\n"
        + "They signed two documents — on:\n\n• water and energy use in the region\n• trade\n\nLine one of it is this one\nline two of it is that one, and it is longer.",
        Take.Article(Page).Text);

    [Fact]
    public void The_page_says_what_it_is()
    {
        var article = Take.Article(Page);
        Assert.Equal(("Talks in Bishkek", "https://www.x.org/2023/talks", "x.org", "en", new DateOnly(2023, 10, 12), "metadata"),
            (article.Title, article.Url, article.Source, article.Language, article.Published, article.PublishedFrom));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-01-02T23:30:00-05:00'>", "")]
    [InlineData("<meta name='pubdate' content='January 2, 2024'>", "")]
    [InlineData("", "<time datetime='2024-01-02'>yesterday</time>")]
    [InlineData("", "<span itemprop='datePublished' content='2024-01-02'>2 Jan</span>")]
    public void The_day_is_found_where_pages_write_it(string head, string body) =>
        Assert.Equal(new DateOnly(2024, 1, 2), Take.Article($"<html><head>{head}</head><body><p>{body}A paragraph that is long enough to be prose.</p></body></html>").Published);

    [Fact]
    public void Several_times_say_nothing() =>
        Assert.Null(Take.Article("<html><body><p>A paragraph that is long enough to be prose.</p><time datetime='2024-01-02'>a</time><time datetime='2024-01-03'>b</time></body></html>").Published);

    [Fact]
    public void Broken_html_is_read_as_browsers_do() =>
        Assert.Equal("One of the things\n\nAnother of the things", Take.Article("<html><body><div><p>One of the <b>things<p>Another</b> of the things").Text);

    [Fact]
    public void A_page_without_words_is_refused() => Assert.Equal("no text in it", Take.One("<html><head><title>x</title></head><body><script>y()</script></body></html>").Refusal);

    [Fact]
    public void A_page_drawn_by_a_script_is_read_from_its_description()
    {
        var body = string.Join(' ', Enumerable.Repeat("The ministers met and spoke.", 10));
        Assert.Equal(body, Take.Article($$"""<html><body><div id=root></div><script type="application/ld+json">{"@type":"Article","articleBody":"{{body}}"}</script></body></html>""").Text);
    }

    [Fact]
    public void Deep_nesting_does_not_end_the_process()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 3000)) + "The words at the bottom of it all are these.";
        Assert.Equal("The words at the bottom of it all are these.", Take.Article(page).Text);
    }

    [Fact]
    public void Two_breaks_make_a_paragraph_and_cells_stay_apart()
    {
        Assert.Equal("One\n\nTwo", Take.Article("<p>One<br><br>Two</p>").Text);
        Assert.Equal("a\tb\nc\td", Take.Article("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>").Text);
    }

    [Fact]
    public void Text_in_preformatted_blocks_keeps_its_lines() => Assert.Equal("a\nb", Take.Article("<pre>a\nb</pre>").Text);

    [Fact]
    public void A_list_of_links_in_the_article_is_left_out()
    {
        var page = new StringBuilder("<html><body><article>");
        for (var i = 0; i < 6; i++) page.Append(null, $"<p>Paragraph {i} of the article, which says what there is to say, at some length.</p>");
        page.Append("<ul><li><a href=1>First other story</a></li><li><a href=2>Second other story</a></li><li><a href=3>Third other story</a></li></ul></article></body></html>");
        Assert.DoesNotContain("other story", Take.Article(page.ToString()).Text, StringComparison.Ordinal);
    }
}
