namespace Chancery.Reading.Actors;

/// <summary>Where a text was written.</summary>
internal static class DatelinePlace
{
    /// <summary>The city of the dateline, or null; two cities tell nothing.</summary>
    public static Mention? Find(Document document, MentionIndex mentions)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Kind != SentenceKind.Dateline) continue;
            Mention? city = null;
            foreach (var m in mentions.In(sentence))
                if (m.Kind == MentionKind.Place) { if (city is not null) return null; city = m; }
            return city;
        }
        return null;
    }

    /// <summary>The city of the dateline, else the only one that the first sentence of running text names.</summary>
    public static Mention? OfStory(Document document, MentionIndex mentions)
    {
        if (Find(document, mentions) is { } written) return written;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Kind == SentenceKind.Dateline) return null;
            if (sentence is not { Kind: SentenceKind.Prose, Count: > 6 }) continue;
            Mention? city = null;
            foreach (var m in mentions.In(sentence))
                if (m.Kind == MentionKind.Place) { if (city is not null && city.Place != m.Place) return null; city ??= m; }
            return city;
        }
        return null;
    }
}
