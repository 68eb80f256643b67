namespace Chancery.Intake.Tests;

public sealed class RowTests
{
    [Fact]
    public void A_row_is_an_article_with_its_fields()
    {
        var article = Take.Article("""{"id":7,"url":"https://www.state.gov/a","title":"T","published":"2021-05-20T22:14:56Z","language":"en-US","html":"<p>One &amp; two</p><p>Three</p>"}""");
        Assert.Equal(("7", "https://www.state.gov/a", "T", new DateOnly(2021, 5, 20), "metadata", "en", "state.gov", "One & two\n\nThree"),
            (article.Key, article.Url, article.Title, article.Published, article.PublishedFrom, article.Language, article.Source, article.Text));
    }

    [Fact]
    public void A_row_s_text_is_not_touched()
    {
        var article = Take.Article("{\"text\": \"  # no heading <b>here</b>\\r\\n--- \\u2013 \\ud83d\\ude00\"}");
        Assert.Equal("  # no heading <b>here</b>\n--- – 😀", article.Text);
    }

    [Fact]
    public void Broken_rows_are_named_by_line_and_the_rest_go_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("rows.jsonl", "{\"text\":\"one\"}\n\n{broken\n{\"title\":\"no body\"}\n[1]\n{\"text\":5}\n{\"text\":\"\\ud800\"}\n{\"text\":\" \"}\n{\"text\":\"two\"}");
        var results = Take.All(path);
        Assert.Equal(["one", null, null, null, null, null, null, "two"], results.Select(r => r.Article?.Text));
        Assert.Equal([1, 3, 4, 5, 6, 7, 8, 9], results.Select(r => int.Parse(r.Name[(r.Name.LastIndexOf(':') + 1)..], null)));
        Assert.Contains("broken JSON", results[1].Refusal, StringComparison.Ordinal);
        Assert.Equal("the row has neither \"text\" nor \"html\"", results[2].Refusal);
        Assert.Equal("the row is an array, not an object", results[3].Refusal);
        Assert.Equal("\"text\" is a number, not a string", results[4].Refusal);
        Assert.Equal("empty", results[6].Refusal);
    }

    [Fact]
    public void A_first_row_that_is_broken_hides_no_others()
    {
        var results = Results("not json at all\n{\"text\":\"two\"}\n{\"text\":\"three\"}\n");
        Assert.Equal([null, "two", "three"], results.Select(r => r.Article?.Text));
    }

    [Theory]
    [InlineData("[{\"text\":\"one\"},{\"text\":\"two\"}]")]
    [InlineData("[\n  {\n    \"text\": \"one\"\n  },\n  {\"text\": \"two\"}\n]\n")]
    [InlineData("{\n \"text\": \"one\"\n}\n{\n \"text\": \"two\"\n}\n")]
    public void Arrays_and_values_over_lines_are_rows(string json) => Assert.Equal(["one", "two"], Results(json).Select(r => r.Article?.Text));

    [Fact]
    public void A_broken_element_of_an_array_loses_no_other()
    {
        var results = Results("[{\"text\":\"a ] } \\\" b\"}, {oops}, 5, {\"text\":\"c\"}, {\"text\":\"d");
        Assert.Equal(["a ] } \" b", null, null, "c", null], results.Select(r => r.Article?.Text));
        Assert.Equal("-#5", results[4].Name);
        Assert.Equal("the JSON ends within this row", results[4].Refusal);
    }

    [Fact]
    public void A_row_longer_than_the_limit_is_refused_and_the_next_is_read()
    {
        var options = new IntakeOptions { Limit = 100_000, StandardInput = () => new MemoryStream([.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'a', 300_000), .. "\"}\n{\"text\":\"next\"}\n"u8]) };
        var results = Take.All(options, "-");
        Assert.Equal("0.3 MB is over the limit of 0.1 MB a document; nothing of it was read", results[0].Refusal);
        Assert.Equal("next", results[1].Article?.Text);
    }

    [Fact]
    public void Rows_come_before_the_file_is_read_to_its_end()
    {
        using var endless = new EndlessRows();
        var intake = new ArticleIntake(new IntakeOptions { StandardInput = () => endless });
        Assert.Equal(1000, intake.Articles(["-"]).Take(1000).Count(r => r.Article is not null));
        Assert.True(endless.Given < 1_000_000);
    }

    private static List<IntakeResult> Results(string text) =>
        [.. new ArticleIntake(new IntakeOptions { StandardInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) }).Articles(["-"])];

    private sealed class EndlessRows : Stream
    {
        private static readonly byte[] s_row = [.. "{\"text\":\"A row of a file without end.\"}\n"u8];

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++) buffer[i] = s_row[Given++ % s_row.Length];
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
