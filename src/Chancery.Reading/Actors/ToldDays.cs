using Chancery.Reading.Times;

namespace Chancery.Reading.Actors;

/// <summary>The day that a sentence tells of at a token: the nearest date said in it.</summary>
internal sealed class ToldDays(Document document, IReadOnlyList<TimeMention> times)
{
    /// <summary>First day of the nearest date, or null where the sentence says none.</summary>
    public DateOnly? At(int token)
    {
        var sentence = document.Sentences[document.SentenceOf(token)];
        DateOnly? best = null;
        var distance = int.MaxValue;
        foreach (var time in times)
        {
            if (time.First < sentence.First || time.First >= sentence.End || time.Value is not { Start: { } start, Precision: >= TimePrecision.Year }) continue;
            var away = Math.Abs(time.First - token);
            if (away < distance) (best, distance) = (start, away);
        }
        return best;
    }
}
