using Chancery.Reading.Text;

namespace Chancery.Reading.Tests;

public sealed class CanonicalTextTests
{
    // Expected forms by the Unicode Character Database: exclusions, order of marks, singletons, Hangul, planes beyond the first.
    [Theory]
    [InlineData("Gene\u0300ve", "Gen\u00E8ve")]
    [InlineData("a\u0323\u0307", "\u1EA1\u0307")]
    [InlineData("a\u0307\u0323", "\u1EA1\u0307")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0374", "\u02B9")]
    [InlineData("\u0915\u093C", "\u0915\u093C")]
    [InlineData("\uFB1D", "\u05D9\u05B4")]
    [InlineData("o\u0302\u0301", "\u1ED1")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u0439", "\u0439")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u0B47\u0B56", "\u0B48")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\U000110A5\U000110BA", "\U000110AB")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u00E9\u0301", "\u00E9\u0301")]
    [InlineData("\u30AB\u3099", "\u30AC")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("e\u0315\u0300", "\u00E8\u0315")]
    [InlineData("caf\u00E9 \u201Cx\u201D", "caf\u00E9 \u201Cx\u201D")]
    public void Text_is_composed(string text, string composed)
    {
        Assert.Equal(composed, CanonicalText.Of(text));
        Assert.Equal("-" + composed + "\ny", CanonicalText.Of("\uFEFF-" + text + "\r\ny"));
    }

    [Fact]
    public void Text_that_is_composed_is_not_copied()
    {
        var text = new string("Čaputová – “x” Бишкек 😀");
        Assert.Same(text, CanonicalText.Of(text));
    }

    [Fact]
    public void Half_a_pair_is_refused()
    {
        Assert.Throws<FormatException>(() => CanonicalText.Of("a\uD800"));
        Assert.Throws<FormatException>(() => CanonicalText.Of("\uDC00\uD800"));
    }
}
