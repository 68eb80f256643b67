using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Events;

/// <summary>Places of events that the text tells in a roundabout way.</summary>
public sealed class EventPlacesTests
{
    private static readonly Reader s_reader = Reader.Open(DataRoot.Find());

    [Theory]
    // Who receives is at home, who calls on somebody is not.
    [InlineData("talks", "KGZ", "Kyrgyz President Sadyr Japarov received Russian Foreign Minister Sergey Lavrov on 12 October 2023.")]
    [InlineData("talks", "KGZ", "Russian Foreign Minister Sergey Lavrov was received by Kyrgyz President Sadyr Japarov on 12 October 2023.")]
    // Of host and guest the dateline says who is the host; of two guests it says nothing.
    [InlineData("signing", "KGZ", "BISHKEK, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty on Thursday.")]
    [InlineData("signing", null, "LONDON, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty on Thursday.")]
    [InlineData("signing", "GBR", "LONDON, October 12, 2023 (Silk Wire) - Russia and Kyrgyzstan signed a treaty here on Thursday.")]
    // The place of another clause.
    [InlineData("statement", null, "Sweden condemned on 12 October 2023 the attack that Russia carried out in Kyiv.")]
    public void Places_are_found(string type, string? country, string text)
    {
        var report = Assert.Single(s_reader.Read(new Article(text)).Events, e => e.Type == type);
        Assert.Equal(country, report.Place?.Country);
    }
}
