using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Events;

// "A visit planned for May 9", "the summit, which was held from 4 to 6 March".
internal sealed partial class TimeAttacher
{
    // The participle or relative clause that says of a noun when it takes place ("planned for May 9", "which was held from 4 to 6 March"), or -1.
    private int ScheduleOver(int token)
    {
        var tokens = _document.Tokens;
        for (var steps = 0; steps < 3 && token >= 0; token = tokens[token].Head, steps++)
            if (tokens[token].Relation is Deprel.Acl or Deprel.AclRelcl or Deprel.Advcl && tokens[token].Pos is Upos.Verb or Upos.Adj)
                return (words.Is(token, WordClass.Aspect | WordClass.Planned) || words.Text(token) is "held") && words.Text(token + 1) is not "up" && !HasOwnSubject(token) && NounBefore(token) >= 0 ? token : -1;
        return -1;
    }

    // It dates the noun right before it, not the verb that has the noun; -1: it says nothing of the trigger.
    private int RankOfSchedule(int trigger, int schedule)
    {
        var tokens = _document.Tokens;
        for (int at = NounBefore(schedule), steps = 0; at >= _sentence.First && steps < 5; at = tokens[at].Head, steps++)
        {
            if (at == trigger && tokens[at].Pos is not Upos.Verb) return 0;
            if (tokens[at].Pos is Upos.Verb) return at == trigger && tokens[schedule].Relation is Deprel.Advcl ? 8 : -1;
        }
        return -1;
    }

    // The noun that a participle or relative clause tells more of: the head of the phrase before its comma.
    private int NounBefore(int clause)
    {
        var tokens = _document.Tokens;
        if (tokens[clause].Relation is not Deprel.Advcl) return tokens[clause].Head;
        if (HasSubject(clause) || clause == 0 || words.Text(clause - 1) is not ",") return -1;
        var at = clause - 2;
        for (var steps = 0; steps < 6 && at >= _sentence.First && tokens[at].Relation is Deprel.Nmod or Deprel.Flat or Deprel.Compound or Deprel.NmodUnmarked or Deprel.Appos or Deprel.Amod; steps++) at = tokens[at].Head;
        return at >= _sentence.First && at < clause && tokens[at].Pos is Upos.Noun or Upos.Propn ? at : -1;
    }
}
