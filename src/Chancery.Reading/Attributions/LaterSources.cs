using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Attributions;

/// <summary>
/// The source of an event that a later sentence gives: "These exercises were presented as a demonstration, as reported by state sources". The sentence names it by the noun it was told with,
/// or by a word for whatever was just told ("the move").
/// </summary>
internal sealed class LaterSources(IReadOnlySet<string> again, AttributionReader attribution, WordView words)
{
    /// <summary>Sentences back to the event.</summary>
    private const int Reach = 2;

    /// <summary>Reads <c>again.tsv</c> of a language: words for whatever was just told.</summary>
    public static IReadOnlySet<string> Open(DataRoot root, string language)
    {
        var path = root.Language(language, "again.tsv");
        if (!File.Exists(path)) return new HashSet<string>();
        var table = Tsv.Read(path);
        return Enumerable.Range(0, table.Count).Select(i => table[i][table.Column("word")]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Adds sources to events that have none, sentence by sentence, and returns the sentences that gave one.</summary>
    public List<int> Fill(Document document, int[] parsed, List<EventDraft> events)
    {
        var used = new List<int>();
        foreach (var s in parsed)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (document.Tokens[i].Relation is not (Deprel.Nsubj or Deprel.NsubjPass) || !IsDefinite(document, sentence, i) || Told(document, events, i, s) is not { } told) continue;
                told.LastSentence = Math.Max(told.LastSentence, s);
                if (told.Attribution.Count == 0) attribution.Beside(document, sentence, told);
                if (told.Attribution.Count > 0) used.Add(s);
                break;
            }
        }
        return used;
    }

    private bool IsDefinite(Document document, in Sentence sentence, int noun)
    {
        for (var i = noun - 1; i >= sentence.First && i > noun - 4; i--)
            if (document.Tokens[i].Head == noun && document.Tokens[i].Relation is Deprel.Det && words.Is(i, WordClass.Definite)) return true;
        return false;
    }

    private EventDraft? Told(Document document, List<EventDraft> events, int noun, int sentence)
    {
        EventDraft? last = null, named = null;
        foreach (var e in events)
        {
            if (e.LastSentence >= sentence || sentence - e.LastSentence > Reach) continue;
            if (last is null || e.LastSentence > last.LastSentence || e.LastSentence == last.LastSentence && e.Trigger > last.Trigger) last = e;
            if (IsNamed(document, e, noun) && (named is null || e.Trigger > named.Trigger)) named = e;
        }
        return named ?? (again.Contains(words.Text(noun).ToString()) ? last : null);
    }

    private bool IsNamed(Document document, EventDraft e, int noun)
    {
        foreach (var v in e.Evidence)
        {
            if (v.Field != "trigger") continue;
            for (var t = document.Sentences[e.Sentence].First; t < document.Sentences[e.LastSentence].End && document.Tokens[t].Start < v.Span.End; t++)
                if (document.Tokens[t].Start >= v.Span.Start && document.Tokens[t].Pos is Upos.Noun && SameNoun(t, noun)) return true;
        }
        return false;
    }

    private bool SameNoun(int a, int b)
    {
        foreach (var x in words.Readings(a))
            foreach (var y in words.Readings(b)) if (x.Lexeme == y.Lexeme) return true;
        return false;
    }
}
