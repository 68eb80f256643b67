using Chancery.Reading.Times;

namespace Chancery.Reading.Tests.Times;

public sealed class PublicationCheckTests
{
    [Theory]
    [InlineData("BISHKEK, October 12. /TASS/. Putin came.", "2023-10-13", PublicationVerdict.Agrees, "2023-10-12")]
    [InlineData("BISHKEK, October 12. /TASS/. Putin came.", "2023-11-30", PublicationVerdict.Contradicts, "2023-10-12")]
    [InlineData("BISHKEK, October 12, 2021 (AP) - Putin came.", "2023-10-12", PublicationVerdict.Contradicts, "2021-10-12")]
    [InlineData("They met on Thursday, October 12.", "2023-10-20", PublicationVerdict.Agrees, null)]
    [InlineData("They met on Thursday, October 12.", "2024-10-20", PublicationVerdict.Contradicts, "2023-10-12")]
    [InlineData("They met on October 12, 2025.", "2024-10-20", PublicationVerdict.Contradicts, "2025-10-12")]
    [InlineData("They met.", "2024-10-20", PublicationVerdict.Silent, null)]
    public void Compares(string text, string published, PublicationVerdict verdict, string? suggested)
    {
        var page = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture);
        var check = PublicationCheck.Of(TimesFixture.Read(text, page), TimesFixture.Cut(text), page, _ => TenseHint.Past);
        Assert.Equal((verdict, suggested), (check.Verdict, check.Suggested?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
