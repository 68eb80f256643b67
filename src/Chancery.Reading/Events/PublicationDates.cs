using System.Globalization;
using Chancery.Reading.Frames;

namespace Chancery.Reading.Events;

/// <summary>What happened and is not dated by the text is dated by the publication: the lead to its day, what stands further down to its month.</summary>
internal sealed class PublicationDates(Document document, bool transcript)
{
    public void Fill(List<EventDraft> events)
    {
        if (document.Article.Published is not { } published) return;
        var lead = Lead();
        foreach (var e in events)
        {
            // "When he visited Tokyo …", in answer to a question: any time before.
            if (transcript && e.Frame.AbroadOnly) continue;
            if (e.Time is not null || e.PublicationStart is not null || e.SpokenOf || e.Factual.Status is not (Factuality.Occurred or Factuality.Ongoing)) continue;
            // "has expelled two diplomats, the ministry said on Monday": news on the day on which it is said.
            if (e.Sentence <= lead && e.SaidOn?.Value is { Start: { } said })
            {
                e.PublicationStart = said.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                e.AddEvidence(e.SaidOn.Span, "when", e.SaidOn.Rule);
                continue;
            }
            // "The ministry condemns": said in the present, it is said as it is published.
            var day = e.Sentence <= lead && !e.Anterior || e.Factual.Open && e.Frame.Strict;
            e.PublicationStart = published.ToString(day ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
        }
    }

    // Index of the first sentence of running text.
    private int Lead()
    {
        for (var i = 0; i < document.Sentences.Length; i++)
            if (document.Sentences[i] is { Kind: SentenceKind.Prose, Count: > 6 }) return i;
        return 0;
    }
}
