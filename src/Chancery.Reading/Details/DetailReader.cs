using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Reports;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Details;

/// <summary>Documents, honours, names of exercises and summits, anniversaries: what the sentence of a trigger says beyond roles.</summary>
internal sealed class DetailReader(WordView words, KnowledgePack pack, MentionIndex mentions, Func<string, Entity?> actorById)
{
    public void Read(Document document, EventDraft draft)
    {
        var sentence = document.Sentences[draft.Sentence];
        switch (draft.Type)
        {
            case "signing" or "agreement": new InstrumentReader(words, pack, mentions).Read(document, sentence, draft); break;
            case "award": ReadHonour(document, sentence, draft); break;
            case "exercise": ReadExercise(document, sentence, draft); break;
            case "summit": ReadSummit(document, sentence, draft); break;
            case "ceremony": ReadAnniversary(document, sentence, draft); break;
        }
    }

    private void ReadHonour(Document document, in Sentence sentence, EventDraft draft)
    {
        foreach (var m in mentions.All)
        {
            if (m.Kind != MentionKind.Honour || m.First < sentence.First || m.End > sentence.End) continue;
            draft.Honour = new Reports.Honour(NounPhrases.Text(document, document.Span(m.First, m.End)), ClassOf(document, sentence, m.End) ?? ClassBefore(document, sentence, m.First));
            if (StateOf(m) is { } state) draft.ImpliedState = ("awarder", state);
            return;
        }
        foreach (var thing in draft.Things)
            if (document.Tokens[thing].Pos is Upos.Noun or Upos.Propn)
            {
                draft.Honour = new Reports.Honour(NounPhrases.Text(document, NounPhrases.Whole(document, sentence, thing, words)), null);
                return;
            }
    }

    // The state whose order it is; "Order of Friendship" is that of several, so of none.
    private string? StateOf(Mention m)
    {
        string? state = null;
        foreach (var candidate in pack.Candidates(m.Match))
        {
            if (candidate.Kind != EntryKind.Honour || pack.Honour(candidate.Index).State is not { Length: > 0 } own) continue;
            if (state is not null && state != own) return null;
            state = own;
        }
        return state;
    }

    private string? ClassOf(Document document, in Sentence sentence, int from)
    {
        for (var i = from; i < Math.Min(sentence.End, from + 5); i++)
            if (words.Is(i, WordClass.HonourClass))
            {
                var first = from;
                while (first < i && (document.Tokens[first].Shape & TokenShape.Punctuation) != 0 || words.Is(first, WordClass.Of | WordClass.Definite)) first++;
                return first < i ? NounPhrases.Text(document, document.Span(first, i + 1)) : null;
            }
        return null;
    }

    // "the Grand Cross of the Legion of Honour", "first class of the Order".
    private string? ClassBefore(Document document, in Sentence sentence, int first)
    {
        var at = first - 1;
        var of = false;
        while (at > sentence.First && words.Is(at, WordClass.Genitive | WordClass.Definite)) of |= words.Is(at--, WordClass.Genitive);
        if (!of || !words.IsCapital(at) && !words.Is(at, WordClass.HonourClass) || document.Tokens[at].Pos is not (Upos.Noun or Upos.Propn)) return null;
        var from = at;
        while (from > sentence.First && (document.Tokens[from - 1].Shape & TokenShape.Capital) != 0) from--;
        return NounPhrases.Text(document, document.Span(from, at + 1));
    }

    private void ReadExercise(Document document, in Sentence sentence, EventDraft draft)
    {
        Mention? best = null;
        foreach (var m in mentions.All)
        {
            if (m.First < sentence.First || m.End > sentence.End) continue;
            if (m.Kind == MentionKind.Exercise && (best is null || best.Kind != MentionKind.Exercise)) best = m;
            else if (best is null && m.Kind == MentionKind.Unknown && Math.Abs(m.First - draft.Trigger) <= 4 && m.End - m.First >= 2) best = m;
        }
        if (best is null) return;
        var end = best.End;
        // The year or number that belongs to the name: "Indestructible Brotherhood – 2023", "Cobra Gold 24".
        var at = end;
        if (words.Text(at) is "-" or "–" or "—" or "'" or "’") at++;
        if (at < sentence.End && (document.Tokens[at].Shape & TokenShape.Number) != 0 && document.Tokens[at].Length is 2 or 4) end = at + 1;
        var name = best.Kind == MentionKind.Exercise ? pack.Exercise(best.Row).Name : NounPhrases.Text(document, document.Span(best.First, best.End));
        draft.Name = end > best.End ? $"{name} {words.Text(end - 1)}" : name;
        draft.AddEvidence(document.Span(best.First, end), "trigger", draft.Rule);
    }

    private void ReadSummit(Document document, in Sentence sentence, EventDraft draft)
    {
        foreach (var m in mentions.All)
            if (m.Kind == MentionKind.Summit && m.First >= sentence.First && m.End <= sentence.End && Math.Abs(m.First - draft.Trigger) < 8)
            {
                draft.Name = NounPhrases.Text(document, document.Span(m.First, m.End));
                foreach (var id in pack.Summit(m.Row).Organisers.Split('|', StringSplitOptions.RemoveEmptyEntries))
                    if (actorById(id) is { Kind: EntityKind.Organisation } organiser) draft.AddParticipant("organiser", organiser);
                return;
            }
        var core = NounPhrases.Core(document, sentence, draft.Trigger);
        if (core.Length > document.Tokens[draft.Trigger].Length && char.IsUpper(document.Text[core.Start])) draft.Name = NounPhrases.Text(document, core);
    }

    private void ReadAnniversary(Document document, in Sentence sentence, EventDraft draft)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!words.Is(i, WordClass.Anniversary)) continue;
            var number = 0;
            for (var j = Math.Max(sentence.First, i - 3); j < i && number == 0; j++) number = Numbers.Read(words.Text(j), words) ?? 0;
            if (number == 0) continue;
            string? of = null;
            for (var j = i + 1; j < sentence.End && of is null; j++)
                if (document.Tokens[j].Head == i && document.Tokens[j].Relation is Deprel.Nmod) of = NounPhrases.Text(document, NounPhrases.Whole(document, sentence, j, words));
            draft.Anniversary = new Anniversary(number, of);
            return;
        }
    }
}
