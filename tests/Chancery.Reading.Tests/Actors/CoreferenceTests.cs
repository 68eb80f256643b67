using Chancery.Reading.Packs;

namespace Chancery.Reading.Tests.Actors;

/// <summary>Whom pronouns, pairs and general words mean, seen through the events they take part in.</summary>
public sealed class CoreferenceTests
{
    [Theory]
    [InlineData("Russian President Vladimir Putin flew to Ankara, where Turkish President Recep Tayyip Erdogan was waiting. The two later held talks in the presidential palace.", "talks", "RUS", "TUR")]
    [InlineData("Russian President Vladimir Putin flew to Ankara, where Turkish President Recep Tayyip Erdogan was waiting. The pair met in the presidential palace.", "talks", "RUS", "TUR")]
    [InlineData("Russian President Vladimir Putin flew to Ankara, where Turkish President Recep Tayyip Erdogan was waiting. The two of them met at the palace.", "talks", "RUS", "TUR")]
    [InlineData("Guyana and Venezuela stepped back from the brink on Friday, after their leaders met for two hours in Barbados.", "talks", "GUY", "VEN")]
    [InlineData("Russian Foreign Minister Sergey Lavrov arrived in Ankara on Monday. Turkish President Recep Tayyip Erdogan received him in the evening.", "talks", "RUS", "TUR")]
    public void AreWhoTheTextMeans(string text, string type, string one, string other)
    {
        var events = Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events;
        Assert.Contains(events, e => e.Type == type && e.Participants.Any(p => p.Country == one) && e.Participants.Any(p => p.Country == other));
    }

    [Theory]
    [InlineData("Russian Foreign Minister Sergey Lavrov met Kyrgyz President Sadyr Japarov and Prime Minister Akylbek Japarov in Bishkek.", 2)]
    [InlineData("Russian Foreign Minister Sergey Lavrov met Turkish President Recep Tayyip Erdogan and then Egyptian President Abdel Fattah al-Sisi in Geneva.", 2)]
    [InlineData("Russian President Vladimir Putin received Egyptian President Abdel Fattah al-Sisi and Turkish President Recep Tayyip Erdogan one after the other.", 2)]
    [InlineData("The presidents of Russia, Turkey and Egypt, Vladimir Putin, Recep Tayyip Erdogan and Abdel Fattah al-Sisi, met in Geneva.", 1)]
    public void Talks_held_one_by_one_are_as_many(string text, int count) =>
        Assert.Equal(count, Reader.Open(DataRoot.Find()).Read(new Article(text) { Published = new DateOnly(2024, 5, 14) }).Events.Count(e => e.Type == "talks"));
}
