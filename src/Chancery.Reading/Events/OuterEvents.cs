using Chancery.Reading.Syntax;

namespace Chancery.Reading.Events;

/// <summary>The wide scope codes what a clause tells, not what it is about: "condemned the attack" is a condemnation, the attack itself is its object.</summary>
internal sealed class OuterEvents(Document document)
{
    /// <summary>Removes the drafts of one sentence whose trigger stands below the trigger of another.</summary>
    public void Keep(List<EventDraft> drafts)
    {
        var triggers = drafts.ConvertAll(d => d.Trigger);
        drafts.RemoveAll(d => IsBelow(d.Trigger, triggers));
    }

    private bool IsBelow(int trigger, List<int> triggers)
    {
        var at = trigger;
        for (var steps = 0; steps < 20; steps++)
        {
            var relation = document.Tokens[at].Relation;
            var head = document.Tokens[at].Head;
            if (head < 0) return false;
            // Clauses side by side are told both.
            if (relation is not (Deprel.Conj or Deprel.Parataxis) && triggers.Contains(head)) return true;
            at = head;
        }
        return false;
    }
}
