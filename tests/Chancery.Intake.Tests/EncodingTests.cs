using System.Text;

namespace Chancery.Intake.Tests;

public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private const string Words = "Der Präsident traf Čaputová – in Genève.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(Words, Take.One([.. encoding.Preamble, .. encoding.GetBytes(Words)]).Article!.Text);
    }

    [Fact]
    public void Rows_may_be_utf16_with_a_mark()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.jsonl", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{\"text\":\"Genève one\"}\n{\"text\":\"two\"}\n")]);
        Assert.Equal(["Genève one", "two"], Take.All(path).Select(r => r.Article?.Text));
    }

    [Fact]
    public void Text_is_composed() => Assert.Equal("Genève", Take.Article("Gene\u0300ve").Text);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_with_their_place()
    {
        var result = Take.One(Encoding.Latin1.GetBytes("Genève"));
        Assert.Null(result.Article);
        Assert.Equal("byte 0xE8 at offset 3 is no UTF-8, and no other charset is declared", result.Refusal);
    }

    [Theory]
    [InlineData("<html><head><meta charset='windows-1252'></head><body><p>", "</p></body></html>", "windows-1252", "It cost “€5” in Genève, he said.")]
    [InlineData("<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>", "</p></body></html>", "windows-1251", "Переговоры прошли в Бишкеке.")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>", "</p></body></html>", "windows-1252", "Genève was the place.")]
    public void A_declared_charset_is_used(string before, string after, string charset, string words) =>
        Assert.Equal(words, Take.One(Encoding.GetEncoding(charset).GetBytes(before + words + after)).Article!.Text);

    [Fact]
    public void A_page_that_breaks_its_declaration_is_refused()
    {
        var refusal = Take.One(Encoding.Latin1.GetBytes("<html><head><meta charset=utf-8></head><body><p>Genève</p></body></html>")).Refusal;
        Assert.Contains("is no UTF-8, though utf-8 is declared", refusal, StringComparison.Ordinal);
        Assert.Equal("unknown charset 'klingon'", Take.One("<html><head><meta charset=klingon></head><body><p>Words</p></body></html>").Refusal);
    }
}
