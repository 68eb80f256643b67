using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Syntax;

namespace Chancery.Reading.Frames;

/// <content>Roles: who stands in which slot, and where it happens.</content>
internal sealed partial class FrameMatcher
{
    private void FillRole(ReadyPattern ready, EventDraft draft, string role, SlotName[] slots, bool verb)
    {
        foreach (var slot in slots)
        {
            var any = false;
            foreach (var argument in _arguments.Found)
            {
                if (!Matches(argument, slot)) continue;
                if (argument.Support && !SupportCounts(ready, slot, role)) continue;
                if (role == "place" && argument.Deep) continue;
                if (slot.Inner is null) { any |= Fill(ready, draft, role, argument); continue; }
                foreach (var inside in Innermost(argument, slot.Inner)) any |= Fill(ready, draft, role, inside);
            }
            // "between X and Y", "of X with Y": further slots may add to a role of many, unless the first gave enough.
            if (any && role is "place") return;
            if (any && !ready.Pattern.Mutual) return;
        }
    }

    private bool Fill(ReadyPattern ready, EventDraft draft, string role, in Argument argument) =>
        role == "place" ? FillPlace(draft, argument) : role == "origin" ? FillOrigin(draft, argument) : FillActor(ready, draft, role, argument);

    private IEnumerable<Argument> Innermost(Argument outer, SlotName slot)
    {
        foreach (var inside in _arguments.Inside(outer, slot))
            if (slot.Inner is null) yield return inside;
            else foreach (var deeper in Innermost(inside, slot.Inner)) yield return deeper;
    }

    // "turned the offer down", "condemned the action": who is meant stands before, the other side last spoken of.
    private void FillFromContext(ReadyPattern ready, EventDraft draft, string role)
    {
        if (Has(draft, role) || draft.Participants.Count == 0 || IsSaid(ready, role)) return;
        var wanted = ready.Pattern.Need.Contains("two") || ready.Frame.MinimumActors > 2 ? 2 : 1;
        var floor = _document.Sentences[Math.Max(0, _sentenceIndex - 2)].First;
        var sides = draft.Participants.Select(p => DraftMerger.Side(p.Who)).ToHashSet();
        for (var i = _mentions.All.Count - 1; i >= 0 && wanted > 0; i--)
        {
            var m = _mentions.All[i];
            if (m.First >= draft.Trigger || m.Kind is MentionKind.Nationality or MentionKind.Holders or MentionKind.Sides or MentionKind.Organisation || m.Kind is MentionKind.Place && m.End < draft.Trigger && words.IsCapital(m.End) && _mentions.At(m.End) is null) continue;
            if (m.First < floor) return;
            if (m.Entities.Count != 1 || m.Entities[0] is not { Country: not null } who || role == "visitor" && who is not { Kind: EntityKind.Person, Office: not null } || !sides.Add(DraftMerger.Side(who))) continue;
            draft.AddParticipant(role, who);
            draft.AddEvidence(_document.Span(m.First, m.End), "who", null);
            wanted--;
        }
    }

    // "gave weapons to its proxies", "condemned the destruction of bridges": the text says who or what, only not by a name.
    private bool IsSaid(ReadyPattern ready, string role)
    {
        foreach (var slot in ready.Roles.First(r => r.Key == role).Value)
            foreach (var argument in _arguments.Found)
            {
                if (argument.Support || !Matches(argument, slot)) continue;
                if (role is "recipient" && slot.Kind is SlotKind.Indirect or SlotKind.Preposition && slot.Inner is null) return true;
                if (role is "target" && slot is { Kind: SlotKind.Object, Inner: null } && HasPhrase(argument.Token)) return true;
            }
        return false;
    }

    // Nobody fills the role and no phrase is there that might: "severed relations with the firm" leaves nothing open.
    private bool IsOpen(ReadyPattern ready, EventDraft draft, string role)
    {
        // "The Collective Security Treaty was signed in 1992": a document with a name of its own has its own signatories.
        if (draft.Participants.Count == 0 && draft.Things.Exists(t => words.IsCapital(t) && words.IsCapital(t - 1))) return false;
        if (!ready.Pattern.Mutual && Has(draft, role) || draft.Participants.Select(p => DraftMerger.Side(p.Who)).Distinct().Count() > 1) return false;
        foreach (var slot in ready.Roles.FirstOrDefault(r => r.Key == role).Value ?? [])
            foreach (var argument in _arguments.Found)
                if (!argument.Support && slot.Kind is SlotKind.Subject or SlotKind.Agent or SlotKind.Object or SlotKind.Preposition && slot.Inner is null && Matches(argument, slot)
                    && !draft.Things.Contains(argument.Token) && !words.Is(argument.Preposition, WordClass.Of) && !_mentions.ActorsAt(argument.Token, _sentence, words).Any(m => m.Entities.Count > 0)) return false;
        return true;
    }

    private bool HasPhrase(int noun)
    {
        for (var i = noun + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == noun && _document.Tokens[i].Relation is Deprel.Nmod && _arguments.PrepositionOf(i) >= 0) return true;
        return false;
    }

    // The wide scope: a role that no name fills goes to whoever its phrase names ("police", "a court in Lyon").
    private void FillPhrases(ReadyPattern ready, EventDraft draft)
    {
        foreach (var (role, slots) in ready.Roles)
        {
            if (role is "place" or "origin" || Has(draft, role)) continue;
            foreach (var slot in slots)
            {
                foreach (var argument in _arguments.Found)
                {
                    if (!Matches(argument, slot) || argument.Support && !SupportCounts(ready, slot, role)) continue;
                    if (slot.Inner is null) FillPhrase(draft, role, argument.Token);
                    else foreach (var inside in Innermost(argument, slot.Inner)) FillPhrase(draft, role, inside.Token);
                }
                if (Has(draft, role) && !ready.Pattern.Mutual) break;
            }
        }
    }

    private void FillPhrase(EventDraft draft, string role, int token)
    {
        if (phrases!.At(token, _sentence) is not var (who, span)) return;
        draft.AddParticipant(role, who);
        draft.AddEvidence(span, "who", null);
    }

    // A governor's subject takes part in a noun's event only where the verb says so or the preposition does.
    private bool SupportCounts(ReadyPattern ready, SlotName slot, string role)
    {
        var governor = _arguments.Governor;
        if (governor < 0) return false;
        var supported = false;
        foreach (var reading in words.Readings(governor)) supported |= reading.IsVerb && ready.Support.Contains(reading.Lexeme);
        if (_arguments.GovernorRelation is Deprel.Nsubj or Deprel.NsubjPass)
            return slot.Kind == SlotKind.Preposition && (supported || words.Is(governor, WordClass.Aspect | WordClass.Planned | WordClass.Cancelled | WordClass.Postponed))
                || slot.Kind is SlotKind.Subject or SlotKind.Agent && _arguments.GovernorRelation is Deprel.NsubjPass && supported;
        if (_arguments.GovernorRelation is Deprel.Obj or Deprel.Xcomp) return supported;
        if (_arguments.OwnPreposition < 0) return supported;
        var preposition = words.Text(_arguments.OwnPreposition);
        foreach (var via in ready.Pattern.Via)
            if (preposition.Equals(via, StringComparison.OrdinalIgnoreCase)) return slot.Kind is SlotKind.Subject or SlotKind.Preposition || slot.Kind is SlotKind.Object && ready.Pattern.Mutual;
        return false;
    }

    // "signed a decree awarding X": whoever signs the decree awards.
    private void FillOver(ReadyPattern ready, EventDraft draft, int trigger)
    {
        var at = _document.Tokens[trigger].Head;
        for (var steps = 0; steps < 4 && at >= _sentence.First && at < _sentence.End; steps++, at = _document.Tokens[at].Head)
        {
            var over = false;
            foreach (var reading in words.Readings(at)) over |= ready.Over.Contains(reading.Lexeme);
            // "the Order of Alexander Nevsky, which he presented" is no order that somebody gives.
            if (!over || _mentions.At(at) is { Kind: MentionKind.Honour } || _document.Tokens[at].Head is not (>= 0 and var verb)) continue;
            draft.OnPaper = true;
            for (var i = _sentence.First; i < _sentence.End; i++)
                if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Nsubj or Deprel.OblAgent)
                    foreach (var (role, slots) in ready.Roles)
                        if (role != "place" && slots.Length > 0 && slots[0].Kind == SlotKind.Subject) FillActor(ready, draft, role, new Argument(SlotKind.Subject, -1, i, false));
            return;
        }
    }

    private bool HasBeside(int trigger, System.Collections.Immutable.ImmutableArray<string> list)
    {
        for (var i = trigger + 1; i < Math.Min(_sentence.End, trigger + 13); i++)
            foreach (var word in list) if (words.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "agreed to open", "agreed on a route", "agreed that": it says on what.
    private bool HasMatter(int verb)
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
        {
            if (_document.Tokens[i].Head != verb) continue;
            if (_document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.NsubjPass || i > verb && _document.Tokens[i].Relation is Deprel.Advcl && (_document.Tokens[i].Morphology & Morphology.Infinitive) != 0) return true;
            if (_document.Tokens[i].Relation is Deprel.Obl && _arguments.PrepositionOf(i) is >= 0 and var p && words.Text(p) is "on" or "to" or "upon") return true;
        }
        return false;
    }

    private bool IsDoneTo(ReadyPattern ready, int verb)
    {
        for (var i = verb + 1; i < _sentence.End; i++)
            if (_document.Tokens[i].Head == verb && _document.Tokens[i].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obl or Deprel.Advcl)
                foreach (var reading in words.Readings(i)) if (ready.NotTo.Contains(reading.Lexeme)) return true;
        return false;
    }

    // Where the parse gives a verb no subject or object, an actor that stands directly beside it is one.
    private void FillBeside(ReadyPattern ready, EventDraft draft, int verb)
    {
        foreach (var (role, slots) in ready.Roles)
        {
            if (role is "place" or "origin" || slots.Length == 0) continue;
            if (Names(slots, SlotKind.Subject) && !HasArgument(SlotKind.Subject) && _document.Tokens[verb].Relation is not (Deprel.Acl or Deprel.Xcomp or Deprel.Advcl)) FillFrom(ready, draft, role, Before(verb), SlotKind.Subject);
            if (Names(slots, SlotKind.Object) && !HasArgument(SlotKind.Object)) FillFrom(ready, draft, role, _mentions.At(verb + 1) is not null ? verb + 1 : -1, SlotKind.Object);
        }
    }

    // "The Russian President: - met …; - laid …": who acts in the items of a list stands in the line before it.
    private void FillFromLead(ReadyPattern ready, EventDraft draft, int verb)
    {
        if (_sentence.Kind != SentenceKind.Item || _document.Tokens[verb].Relation is not Deprel.Root || HasArgument(_arguments.Passive ? SlotKind.Object : SlotKind.Subject)) return;
        var lead = _sentenceIndex - 1;
        while (lead >= 0 && _document.Sentences[lead].Kind == SentenceKind.Item) lead--;
        if (lead < 0 || words.Text(_document.Sentences[lead].End - 1) is not ":") return;
        for (var i = _document.Sentences[lead].End - 2; i >= _document.Sentences[lead].First; i--)
        {
            if (_mentions.At(i) is not { Kind: MentionKind.Person or MentionKind.Holder or MentionKind.Holders or MentionKind.Pronoun, Entities.Count: > 0 }) continue;
            foreach (var (role, slots) in ready.Roles)
                if (role is not "place" && slots.Length > 0 && Names(slots, _arguments.Passive ? SlotKind.Object : SlotKind.Subject)) FillActor(ready, draft, role, new Argument(_arguments.Passive ? SlotKind.Object : SlotKind.Subject, -1, i, false));
            return;
        }
    }

    private static bool Names(SlotName[] slots, SlotKind kind) => Array.Exists(slots, s => s.Kind == kind);

    private bool HasArgument(SlotKind kind) => _arguments.Found.Exists(a => a.Kind == kind && _mentions.At(a.Token) is { Entities.Count: > 0 });

    private int Before(int verb)
    {
        var at = verb - 1;
        while (at >= _sentence.First && _document.Tokens[at].Pos is Upos.Aux or Upos.Adv or Upos.Part && _mentions.At(at) is null) at--;
        return at >= _sentence.First && _mentions.At(at) is { Kind: MentionKind.Person or MentionKind.Holder or MentionKind.Holders or MentionKind.Organisation } ? at : -1;
    }

    private void FillFrom(ReadyPattern ready, EventDraft draft, string role, int token, SlotKind kind)
    {
        if (token >= 0) FillActor(ready, draft, role, new Argument(kind, -1, token, false));
    }

    private bool FillOrigin(EventDraft draft, in Argument argument)
    {
        if (_mentions.PlaceAt(argument.Token, _sentence) is not { Venue: < 0 } place) return false;
        draft.Origin ??= place;
        return true;
    }

    private bool FillPlace(EventDraft draft, in Argument argument)
    {
        if (_mentions.At(argument.Token) is { Kind: MentionKind.Sides } || words.Is(argument.Token, WordClass.Side) && words.IsPlural(argument.Token)) draft.IsTour = true;
        if ((_mentions.PlaceAt(argument.Token, _sentence) ?? PlaceAgain(draft, argument.Token)) is not { } place) return false;
        // "the Duqm refinery" stands in Duqm, "the China-Laos railway" not in China.
        if (argument.Kind is SlotKind.ThingModifier && place.Kind is not MentionKind.Place) return false;
        if (place.Venue >= 0 && place.Kind is MentionKind.Venue or MentionKind.Body) draft.Venue ??= place;
        else if (draft.Place is null) (draft.Place, draft.PlaceIsOwn) = (place, true);
        else if (draft.Place != place) draft.MorePlaces.Add(place);
        draft.AddEvidence(_document.Span(place.First, place.End), "where", null);
        return true;
    }

    private bool FillActor(ReadyPattern ready, EventDraft draft, string role, in Argument argument)
    {
        var definition = ready.Frame.Roles.FirstOrDefault(r => r.Role == role) ?? throw new FormatException($"pattern {ready.Pattern.Id}: frame {ready.Frame.Type} has no role {role}");
        var any = false;
        foreach (var mention in _mentions.ActorsAt(argument.Token, _sentence, words))
        {
            // "the APEC meeting": the organisation is whose meeting it is, no party.
            if (ready.Pattern.Mutual && role == "party" && mention.Kind is MentionKind.Organisation && (argument.Kind == SlotKind.Modifier || argument.Kind == SlotKind.Preposition && words.Is(argument.Preposition, WordClass.Genitive))) continue;
            // A state travels only as its delegation.
            if (role == "visitor" && mention.Kind is MentionKind.State or MentionKind.Pronoun or MentionKind.Body or MentionKind.Sides && !words.Is(mention.End - 1, WordClass.Delegation) && !words.Is(argument.Token, WordClass.Delegation) && !mention.Entities.Exists(e => e.Kind == EntityKind.Person)) continue;
            if (argument.Kind == SlotKind.Preposition && mention.Kind is MentionKind.Place && mention.State < 0) continue;
            if (mention.Entities.Count == 0 && definition.Kinds is ["person"]) Introduce(mention);
            if (ready.Pattern.Leaders && !IsLeadersOf(mention)) continue;
            // "was appointed Russia's ambassador": Russia is who sends him.
            if (argument.Kind is SlotKind.ThingPossessor or SlotKind.ThingModifier or SlotKind.ThingOf && mention.Kind is MentionKind.Person or MentionKind.Holder && draft.Things.Exists(t => t >= mention.First && t < mention.End))
            {
                if (mention.State >= 0 && stateOf(pack.State(mention.State).Iso3) is { } own) { draft.AddParticipant(role, own); any = true; }
                continue;
            }
            // "OPEC ministers met": they meet among themselves.
            if (ready.Pattern.Mutual && ready.Frame.Type == "talks" && mention is { Kind: MentionKind.Holders, Organisation: >= 0 } && argument.Kind is SlotKind.Subject && !IsLeadersOf(mention)) (draft.MinimumSides, draft.AmongThemselves) = (1, true);
            foreach (var named in mention.Entities)
            {
                var entity = StandsForState(named, definition) ? stateOf(named.Country!) ?? named : named;
                if (!definition.Kinds.Contains(KindName(entity.Kind)) || entity.Office is { } office && ready.Frame.NotOffices.Contains(office)) continue;
                draft.AddParticipant(role, entity);
                if (argument.Kind == (_arguments.Passive ? SlotKind.Object : SlotKind.Subject)) draft.Subjects.Add(entity);
                draft.AddEvidence(_document.Span(mention.First, mention.End), "who", null);
                any = true;
            }
        }
        return any;
    }

    // "staff of the Romanian embassy": where a body cannot fill the role, its state does; and what a ministry or an army does, the state does.
    private bool StandsForState(Entity who, RoleDefinition role) => who is { Kind: EntityKind.Body, Country: not null } && role.Kinds.Contains("state")
        && (!role.Kinds.Contains("body") || phrases is null && SpeaksForState(pack.Body(who.Row / 1000)));

    // Ministries, armies, embassies, the government: what every state has, but for parliaments and courts.
    private static bool SpeaksForState(Knowledge.Body body) => body.Kind is "ministry" or "presidency" or "armed-service" || body.Kind == "agency" && body.State.Length == 0;

    // "EU leaders", "the heads of state of the CSTO".
    private bool IsLeadersOf(Mention m) => m is { Kind: MentionKind.Holders, Organisation: >= 0, Office: { } office }
        && (office == "leader" || pack.OfficeIndex(office) is >= 0 and var row && pack.Office(row) is { Rank: <= 2, Kind: "head-of-state" or "head-of-government" });

    // "named Alireza Enayati ambassador": the role says that the unknown name is a person's.
    private void Introduce(Mention mention)
    {
        if (mention.Kind != MentionKind.Unknown || mention.End - mention.First < 2) return;
        mention.Kind = MentionKind.Person;
        mention.Entities.Add(new Entity { Kind = EntityKind.Person, Name = Details.NounPhrases.Text(_document, _document.Span(mention.First, mention.End)), Surname = words.Text(mention.End - 1).ToString().ToLowerInvariant() });
    }

    private static string KindName(EntityKind kind) => kind switch
    {
        EntityKind.Person => "person",
        EntityKind.State => "state",
        EntityKind.Organisation => "organisation",
        EntityKind.Body => "body",
        _ => "group",
    };
}
