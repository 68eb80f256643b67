using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;
using Chancery.Reading.Times;

namespace Chancery.Reading.Events;

/// <summary>The day that a story has reached: the one it named last as its own, whether or not an event hangs on it.</summary>
internal sealed class StoryClock(Document document, WordView words, IReadOnlyList<TimeMention> times)
{
    /// <summary>How many sentences a day carries on.</summary>
    private const int Reach = 4;

    private readonly TimeMention? _dateline = Dateline.Find(times, document);

    private readonly int _lead = Lead(document);

    // Index of the first sentence of running text.
    private static int Lead(Document document)
    {
        for (var i = 0; i < document.Sentences.Length; i++)
            if (document.Sentences[i] is { Kind: SentenceKind.Prose, Count: > 6 }) return i;
        return 0;
    }

    /// <summary>The time told last before a sentence, or null where none is near; it may be a month.</summary>
    public TimeMention? Before(int sentence, int reach = Reach)
    {
        var first = document.Sentences[sentence].First;
        for (var i = times.Count - 1; i >= 0; i--)
        {
            var time = times[i];
            if (time.First >= first) continue;
            if (sentence - document.SentenceOf(time.First) > reach) return null;
            if (time.Value is { IsOnCalendar: true, Type: TimeType.Date or TimeType.Time } value && !time.IsAnniversary && !IsAhead(value) && time.First != _dateline?.First && IsTold(time)) return time;
        }
        return null;
    }

    private bool IsAhead(TimeValue value) => document.Article.Published is { } published && value.Start > published;

    // Part of the story itself: not a bound, not the day on which somebody spoke, not in an aside, not still to come.
    private bool IsTold(TimeMention time)
    {
        if (words.Is(time.First - 1, WordClass.Bound)) return false;
        if (CountsBack(time)) return false;
        var lead = document.SentenceOf(time.First) == _lead;
        for (int at = time.First, steps = 0; at >= 0 && steps < 8; at = document.Tokens[at].Head, steps++)
        {
            var verb = document.Tokens[at].Pos is Upos.Verb && (at < time.First || at >= time.End);
            // The lead names the day of its story somewhere.
            if (lead && verb) return !words.Is(at, WordClass.Planned | WordClass.Unreal | WordClass.Postponed | WordClass.Cancelled) && (document.Tokens[at].Morphology & Morphology.Infinitive) == 0 && !IsAnterior(at);
            if (document.Tokens[at].Relation is Deprel.AclRelcl or Deprel.Acl || verb && document.Tokens[at].Relation is Deprel.Advcl && HasBound(at)) return false;
            if (!verb) continue;
            if (words.Is(at, WordClass.Speech | WordClass.Planned | WordClass.Unreal | WordClass.Postponed | WordClass.Cancelled) || (document.Tokens[at].Morphology & Morphology.Infinitive) != 0 || IsAnterior(at)) return false;
        }
        return true;
    }

    // "his first since he took over in December"
    private bool HasBound(int verb)
    {
        for (var i = document.Sentences[document.SentenceOf(verb)].First; i < verb; i++)
            if (document.Tokens[i].Head == verb && document.Tokens[i].Relation is Deprel.Mark or Deprel.Case && words.Is(i, WordClass.Bound)) return true;
        return false;
    }

    // "where he had met him on the 20th"
    private bool IsAnterior(int verb)
    {
        for (var i = document.Sentences[document.SentenceOf(verb)].First; i < verb; i++)
            if (document.Tokens[i].Head == verb && document.Tokens[i].Relation is Deprel.Aux && words.Is(i, WordClass.Have)) return true;
        return false;
    }

    /// <summary>"had taken over a day earlier": counted back from the story, which stays where it is.</summary>
    public static bool CountsBack(TimeMention time) =>
        time.Form.Get(TimeSlot.Anchor, (int)TimeAnchor.Speech) == (int)TimeAnchor.Mention && (time.Form.Get(TimeSlot.Sign, 0) < 0 || time.Form.Get(TimeSlot.Step, 0) < 0);
}
