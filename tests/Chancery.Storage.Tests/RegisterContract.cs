using System.Collections.Immutable;
using Chancery.Cli.Bench;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Register.Judgements;

namespace Chancery.Storage.Tests;

/// <summary>What every store must do. Run on each of them.</summary>
public abstract partial class RegisterContract
{
    private static readonly DateTimeOffset Noon = new(2023, 10, 20, 12, 0, 0, TimeSpan.Zero);

    protected abstract string NewRegister();

    private RegisterStore Store(TimeProvider? clock = null) => RegisterStore.Open(NewRegister(), clock ?? new Clock(Noon));

    [Fact]
    public void A_document_is_not_taken_twice()
    {
        using var store = Store();
        Assert.Equal(new IngestOutcome(1, 0, 0, 1, 6, 1), store.Ingest([Visit("d1", "planned", "2023-10-05")]) with { Claims = 6 });
        var before = store.Fingerprint();
        Assert.Equal(1, store.Ingest([Visit("d1", "planned", "2023-10-05")]).AlreadyThere);
        Assert.Equal(before, store.Fingerprint());
        Assert.Equal(["d1"], store.Known(["d1", "d2"], "test"));
    }

    [Fact]
    public void The_mark_of_the_state_stands_while_nothing_is_written_and_changes_with_every_write()
    {
        var where = NewRegister();
        using var store = RegisterStore.Open(where, new Clock(Noon));
        using var other = RegisterStore.Open(where, new Clock(Noon));
        var seen = new List<string> { store.State() };
        void Changed(Action write)
        {
            write();
            seen.Add(store.State());
            store.Find(new EventQuery());
            Assert.Equal(seen[^1], store.State());
        }
        Changed(() => store.Ingest([Visit("d1", "planned", "2023-10-05")]));
        Changed(() => other.Ingest([Visit("d2", "occurred", "2023-10-13")]));
        var number = store.Find(new EventQuery()).Items[0].Number;
        Changed(() => store.Judge(new Judgement { Kind = JudgementKind.Correct, Left = number, Field = "start", Value = "2023-10-11", By = "desk", At = Noon }));
        Changed(() => other.Judge(new Judgement { Kind = JudgementKind.Accept, Left = number, By = "desk", At = Noon }));
        Changed(() => other.Audit.Add("desk", null, "looked", null, "done", Noon));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void What_an_event_is_part_of_is_corrected_by_hand_and_taken_back()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), Talks("d2", "Paris", "FRA")]);
        var (visit, talks) = (store.Find(new EventQuery { Types = ["visit"] }).Items[0], store.Find(new EventQuery { Types = ["talks"] }).Items[0]);
        Judgement PartOf(string value) => new() { Kind = JudgementKind.Correct, Left = talks.Number, Field = "part-of", Value = value, By = "desk", At = Noon };
        Assert.Throws<FormatException>(() => store.Judge(PartOf("eaaaaaaaaaaaaa")));
        Assert.Throws<FormatException>(() => store.Judge(PartOf("a visit")));
        var said = store.Judge(PartOf(visit.Id));
        Assert.Equal(visit.Id, store.Event(talks.Id)!.Summary.PartOf);
        Assert.Equal([talks.Id], store.Find(new EventQuery { PartOf = visit.Id }).Items.Select(e => e.Id));
        Assert.Equal(visit.Id, store.Find(new EventQuery { Types = ["talks"] }).Items[0].PartOf);
        var none = store.Judge(PartOf(""));
        Assert.Null(store.Event(talks.Id)!.Summary.PartOf);
        Assert.Empty(store.Find(new EventQuery { PartOf = visit.Id }).Items);
        store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = none.Id, By = "desk", At = Noon });
        Assert.Equal(visit.Id, store.Event(talks.Id)!.Summary.PartOf);
        store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = said.Id, By = "desk", At = Noon });
        Assert.Null(store.Event(talks.Id)!.Summary.PartOf);
        Assert.Empty(store.Find(new EventQuery { PartOf = visit.Id }).Items);
    }

    [Fact]
    public void What_sources_say_is_part_of_another_can_be_taken_out_by_hand()
    {
        using var store = Store();
        var entered = store.Enter("desk", new HandEntry { Type = "visit", Status = "occurred", Start = "2023-10-12", Participants = [new("Vladimir Putin", "person", "RUS", "president", "visitor"), new("Kyrgyzstan", "state", "KGZ", null, "host")],
            Programme = [new HandEntry { Type = "signing", Status = "occurred", Start = "2023-10-12", Participants = [new("Russia", "state", "RUS", null, "signatory"), new("Kyrgyzstan", "state", "KGZ", null, "signatory")] }] });
        var (visit, signing) = (entered.Reports[0].Event, entered.Reports[1].Event);
        Assert.Equal([signing], store.Find(new EventQuery { PartOf = visit }).Items.Select(e => e.Id));
        store.Judge(new Judgement { Kind = JudgementKind.Correct, Left = entered.Reports[1].Report, Field = "part-of", Value = "", By = "desk", At = Noon });
        Assert.Empty(store.Find(new EventQuery { PartOf = visit }).Items);
        Assert.Null(store.Event(signing)!.Summary.PartOf);
    }

    [Fact]
    public void Plan_and_deed_become_one_event_with_a_life()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "planned", "2023-10-05"), Visit("d2", "planned", "2023-10-06")]);
        store.Ingest([Visit("d3", "occurred", "2023-10-13")]);
        var found = Assert.Single(store.Find(new EventQuery { Between = ["RUS", "KGZ"] }).Items);
        Assert.Equal(("occurred", 3, 3), (found.Status, found.Sources, found.Reports));
        Assert.Equal(["planned", "confirmed", "occurred"], store.Event(found.Id)!.Life.Select(s => s.Status));
        Assert.Contains(store.Changes(), c => c is { Kind: "status", Before: "planned", After: "occurred" });
    }

    [Fact]
    public void A_plan_whose_day_passes_in_silence_is_unconfirmed()
    {
        var clock = new Clock(new DateTimeOffset(2023, 10, 6, 0, 0, 0, TimeSpan.Zero));
        using var store = Store(clock);
        store.Ingest([Visit("d1", "planned", "2023-10-05")]);
        Assert.Equal("planned", store.Find(new EventQuery()).Items[0].Status);
        clock.Now = Noon;
        Assert.Equal("unconfirmed", store.Find(new EventQuery { Statuses = ["unconfirmed"] }).Items[0].Status);
        Assert.Empty(store.Find(new EventQuery { Statuses = ["planned"] }).Items);
        Assert.Equal("unconfirmed", store.Event(store.Find(new EventQuery()).Items[0].Id)!.Life[^1].Status);
    }

    [Fact]
    public void Filters_narrow()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), Talks("d2", "Élysée", "FRA")]);
        ImmutableArray<string> Titles(EventQuery q) => [.. store.Find(q).Items.Select(e => e.Type)];
        Assert.Equal(["visit"], Titles(new() { Person = "japarov" }));
        Assert.Equal(["visit"], Titles(new() { Person = "japarov", Among = 5 }));
        Assert.Single(Titles(new() { Person = "president", Among = 1 }));
        Assert.Equal(["visit"], Titles(new() { Types = ["visit", "award"] }));
        Assert.Equal(["visit"], Titles(new() { Since = new DateOnly(2023, 10, 1) }));
        Assert.Equal(["visit"], Titles(new() { From = new DateOnly(2023, 10, 12) }));
        Assert.Empty(Titles(new() { From = new DateOnly(2023, 10, 13) }));
        Assert.Equal(["talks"], Titles(new() { Until = new DateOnly(2023, 9, 30) }));
        Assert.Equal(["talks"], Titles(new() { Place = "elysee" }));
        Assert.Equal(["talks"], Titles(new() { Place = "France" }));
        Assert.Equal(["talks"], Titles(new() { Text = "\"emmanuel macron\" tal*" }));
        Assert.Equal(["talks"], Titles(new() { Text = "macron", Order = EventOrder.Relevance }));
        Assert.Equal(["visit"], Titles(new() { Source = "d1" }));
        Assert.Equal(["talks", "visit"], Titles(new() { Between = ["RUS"] }));
        Assert.Equal(["visit", "talks"], Titles(new() { Order = EventOrder.Newest }));
        Assert.Empty(Titles(new() { Text = "macron japarov" }));
        Assert.Empty(Titles(new() { Text = "\"; DROP TABLE event; --" }));
        Assert.Equal(2, store.Count(new EventQuery()));
        Assert.Equal([new("talks", 2022, 1), new("visit", 2023, 1)], store.Tallies(new EventQuery()));
        Assert.Equal([new("visit", 2023, 1)], store.Tallies(new EventQuery { Between = ["KGZ", "RUS"], Text = "japarov", Order = EventOrder.Relevance }));
    }

    [Fact]
    public void Counts_follow_every_act()
    {
        using var store = Store();
        store.Ingest([.. new MadeWorld(4).Documents(0, 150), Wide()]);
        Counts(store);
        var all = store.Find(new EventQuery()).Items;
        var merged = store.Judge(Said(JudgementKind.Same, all[0].Id, all[1].Id));
        store.Judge(Said(JudgementKind.Reject, all[5].Id));
        store.Judge(Said(JudgementKind.Correct, all[6].Id) with { Field = "start", Value = "1871" });
        store.Judge(Said(JudgementKind.Correct, all[7].Id) with { Field = "type", Value = "summit" });
        Counts(store);
        store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = merged.Id, By = "a reviewer", At = Noon });
        store.Ingest([.. new MadeWorld(4).Documents(0, 150).Take(9).Select(i => i with { Article = i.Article with { Events = [.. i.Article.Events.Take(1)] }, ReaderVersion = "made 2" })]);
        Counts(store);
    }

    /// <summary>What the table of counts says beside what counting the events says; a filter that keeps everything (one source) makes it count.</summary>
    private static void Counts(RegisterStore store)
    {
        foreach (var states in new ImmutableArray<string>[] { [], ["USA"], ["RUS"], ["USA", "RUS"], ["CHN", "USA"], ["FRA", "DEU"], ["TUV", "USA"] })
        {
            var events = store.All(new EventQuery { Between = states, Limit = 500 }).GroupBy(e => (Year: (e.Start ?? e.End)?[..4], e.Type)).ToDictionary(g => g.Key, g => (long)g.Count());
            Assert.Equal(events, store.Tallies(new EventQuery { Between = states }).ToDictionary(t => (t.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), t.Type), t => t.Events));
            Assert.Equal(events.Values.Sum(), store.Count(new EventQuery { Between = states }));
            Assert.Equal(events.Where(e => e.Key.Type == "talks").Sum(e => e.Value), store.Count(new EventQuery { Between = states, Types = ["talks"] }));
        }
    }

    private static IngestItem Wide() => Item("wide", "2024-05-02", "test", new Report
    {
        Id = "e1", Type = "summit", Status = "occurred", Start = "2024-05-01", End = "2024-05-01", Confidence = 0.9, Plover = new("CONSULT", "summit", []), Name = "Summit of Twenty",
        Participants = [.. "USA RUS CHN GBR FRA DEU JPN IND TUR SAU IRN ISR UKR KAZ KOR BRA ITA ESP TUV".Split(' ').Select(s => new Participant(s, "state", s, null, "participant"))],
    });

    [Fact]
    public void Pages_hold_every_event_once()
    {
        using var store = Store();
        store.Ingest([.. new MadeWorld(1).Documents(0, 60)]);
        foreach (var order in new[] { EventOrder.Oldest, EventOrder.Newest, EventOrder.Changed })
        {
            var all = store.All(new EventQuery { Order = order, Limit = 7 }).Select(e => e.Id).ToArray();
            Assert.Equal(store.Count(new EventQuery()), all.Length);
            Assert.Equal(all.Length, all.Distinct().Count());
        }
    }

    [Fact]
    public void The_order_of_arrival_makes_no_difference_in_twenty_shuffles()
    {
        var documents = new MadeWorld(2).Documents(0, 80).ToArray();
        var random = new Random(7);
        var prints = Enumerable.Range(0, 21).Select(round =>
        {
            using var store = Store();
            if (round > 0) random.Shuffle(documents);
            foreach (var batch in documents.Chunk(round == 1 ? 1 : 13 * round + 1)) store.Ingest(batch);
            return store.Fingerprint();
        }).ToArray();
        Assert.Single(prints.Distinct());
    }

    [Fact]
    public void Judgements_of_every_kind_undone_in_any_order_leave_no_trace()
    {
        using var store = Store();
        store.Ingest([.. new MadeWorld(6).Documents(0, 60)]);
        var before = store.Fingerprint();
        var ids = store.Find(new EventQuery()).Items.Select(e => e.Id).ToArray();
        var random = new Random(3);
        string Any() => ids[random.Next(ids.Length)];
        var acts = Enumerable.Range(0, 24).Select(i => store.Judge((i % 6) switch
        {
            0 => Said(JudgementKind.Same, Any(), Any()),
            1 => Said(JudgementKind.Different, Any(), Any()),
            2 => Said(JudgementKind.Reject, Any()),
            3 => Said(JudgementKind.Correct, Any()) with { Field = "place", Value = "Osh | | KGZ" },
            4 => Said(JudgementKind.Correct, Any()) with { Field = "participant", Value = "Somebody | person | | KGZ | participant" },
            _ => Said(JudgementKind.Unsure, Any(), Any()),
        }).Id).ToArray();
        Assert.NotEqual(before, store.Fingerprint());
        random.Shuffle(acts);
        foreach (var act in acts) store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = act, By = "a reviewer", At = Noon });
        Assert.Equal(before, store.Fingerprint());
    }

    [Fact]
    public void Every_judgement_can_be_undone_and_old_ids_lead_on()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), Talks("d2", "Élysée", "FRA"), Visit("d3", "planned", "2023-10-01")]);
        var before = store.Fingerprint();
        var ids = store.Find(new EventQuery()).Items.Select(e => e.Id).ToArray();
        Judgement[] acts =
        [
            Said(JudgementKind.Same, ids[0], ids[1]), Said(JudgementKind.Reject, ids[1]), Said(JudgementKind.Accept, ids[0]),
            Said(JudgementKind.Correct, ids[1]) with { Field = "start", Value = "2023-10-11" }, Said(JudgementKind.Correct, ids[0]) with { Field = "wikidata", Value = "Q123" },
        ];
        foreach (var act in acts)
        {
            var written = store.Judge(act);
            if (act.Kind == JudgementKind.Same) Assert.Equal(store.CurrentId(ids[0]), store.CurrentId(ids[1]));
            store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = written.Id, By = "a reviewer", At = Noon });
            Assert.Equal(before, store.Fingerprint());
        }
        Assert.Equal(2 * acts.Length, store.Judgements().Count);
    }

    [Fact]
    public void A_correction_outranks_every_source_and_outlives_a_new_reading()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        var id = store.Find(new EventQuery()).Items[0].Id;
        store.Judge(Said(JudgementKind.Correct, id) with { Field = "start", Value = "2023-10-11", Why = "the protocol" });
        store.Ingest([Visit("d2", "occurred", "2023-10-14")]);
        Assert.Equal("2023-10-11", store.Event(id)!.Summary.Start);
        var outcome = store.Ingest([Visit("d1", "occurred", "2023-10-13", reader: "test 2", report: "another")]);
        Assert.Equal((0, 1), (outcome.Documents, outcome.Replaced));
        var now = store.Event(id)!;
        Assert.Equal(("2023-10-11", "corrected by a reviewer"), (now.Summary.Start, now.Fields.Single(f => f.Name == "start").Rule));
        Assert.Equal(2, now.Reports.Length);
    }

    [Fact]
    public void A_wikidata_id_outranks_a_minted_one_and_both_lead_there()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        var minted = store.Find(new EventQuery()).Items[0].Id;
        store.Judge(Said(JudgementKind.Correct, minted) with { Field = "wikidata", Value = "Q118844613" });
        Assert.Equal("Q118844613", store.CurrentId(minted));
        Assert.Equal("Q118844613", store.Event("Q118844613")!.Summary.Id);
    }

    [Fact]
    public void A_split_takes_a_report_out_and_is_kept()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), Visit("d2", "occurred", "2023-10-14")]);
        var id = Assert.Single(store.Find(new EventQuery()).Items).Id;
        var second = store.Event(id)!.Reports[1].Number;
        store.Judge(Said(JudgementKind.Different, id) with { Right = second });
        Assert.Equal(2, store.Count(new EventQuery()));
        Assert.NotEqual(store.CurrentId(id), store.CurrentId(RegisterId.Print(second)));
        store.Ingest([Visit("d2", "occurred", "2023-10-14", reader: "test 2")]);
        Assert.Equal(2, store.Count(new EventQuery()));
    }

    [Fact]
    public void What_waits_for_review_is_asked_once()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), Visit("d2", "occurred", "2023-10-14", country: "KAZ", city: "Astana")]);
        store.Ingest([Visit("d3", "occurred", "2023-10-15", start: "2023-10-13")]);
        var disputes = store.Questions(kind: QuestionKind.Dispute);
        Assert.Single(disputes);
        store.Judge(Said(JudgementKind.Accept, disputes[0].Left));
        Assert.Empty(store.Questions(kind: QuestionKind.Dispute));
    }

    [Fact]
    public void Coverage_tells_silence_from_not_having_looked()
    {
        using var store = Store();
        var silent = new IngestItem(new ArticleReading(new DocumentHeader { Id = "d9", Source = "d1", Published = "2023-10-13", Language = "en", Characters = 5 }, []), "test");
        store.Ingest([Visit("d1", "occurred", "2023-10-13"), silent]);
        Assert.Equal(new Coverage("d1", "2023-10-13", 2, 1, 1), Assert.Single(store.CoverageOf(new DateOnly(2023, 10, 1), new DateOnly(2023, 10, 31))));
        Assert.Empty(store.CoverageOf(new DateOnly(2023, 11, 1)));
        Assert.Contains(new Coverage("d1", "2023-10", 2, 1, 1), store.CoverageByMonth(24));
    }

    [Fact]
    public void A_document_comes_back_with_its_text_and_reports()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13") with { Text = "Putin arrived in Bishkek. He left." }]);
        var (document, reports) = store.Document("d1")!.Value;
        Assert.Equal("Putin arrived in Bishkek. He left.", document.Text);
        Assert.Equal("Putin arrived in Bishkek.", Assert.Single(reports).Report.Quote);
    }

    [Fact]
    public void What_a_person_enters_outranks_what_was_read_and_keeps_its_programme()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "planned", "2023-10-05", start: "2023-10-14")]);
        var visit = Visit("x", "planned", "2023-10-06").Article.Events[0] with { Id = "v" };
        var talks = visit with { Id = "t", Type = "talks", PartOf = "v", Topics = ["trade"], Participants = [.. visit.Participants.Select(p => p with { Role = "party" })] };
        store.Ingest([IngestItem.ByHand("a desk officer", Noon, [visit, talks])]);
        var found = store.Find(new EventQuery { Types = ["visit"] }).Items;
        Assert.Equal(("2023-10-12", 2), (Assert.Single(found).Start, found[0].Reports));
        Assert.Equal("entered by a person", store.Event(found[0].Id)!.Fields.Single(f => f.Name == "start").Rule);
        Assert.Equal(found[0].Id, Assert.Single(store.Find(new EventQuery { Types = ["talks"] }).Items).PartOf);
        Assert.Single(store.Find(new EventQuery { PartOf = found[0].Id }).Items);
    }

    [Fact]
    public void A_register_of_a_newer_version_is_left_alone()
    {
        var where = NewRegister();
        RegisterStore.Open(where).Dispose();
        Run(where, "INSERT INTO schema_version (version) VALUES (99)");
        Assert.Contains("newer version", Assert.Throws<RegisterStoreException>(() => RegisterStore.Open(where)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Participants_documents_and_agenda_are_corrected_by_hand_and_back()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        var id = store.Find(new EventQuery()).Items[0].Id;
        var before = store.Fingerprint();
        Judgement Put(string field, string? value, string? was = null) => store.Judge(Said(JudgementKind.Correct, id) with { Field = field, Value = value, Was = was });
        Judgement[] acts =
        [
            Put("participant", "Sergey Lavrov | person | foreign-minister | rus | participant"), Put("participant", "Vladimir Putin | person | prime-minister | RUS | visitor"), Put("participant", null, "Sadyr Japarov | person | president | KGZ | host"),
            Put("participant", "Kazakhstan | state | | KAZ | host"), Put("instrument", "memorandum | On | water | 2"), Put("topic", "water"), Put("end", ""),
        ];
        void Stands()
        {
            var e = store.Event(id)!;
            Assert.Equal(["Vladimir Putin prime-minister", "Kazakhstan ", "Sergey Lavrov foreign-minister"], e.Summary.Participants.Select(p => $"{p.Name} {p.Office}"));
            Assert.Equal(new Instrument("memorandum", "On | water", 2), Assert.Single(e.Summary.Instruments));
            Assert.Equal(("water", null), (Assert.Single(e.Summary.Topics), e.Summary.End));
            Assert.Equal("taken out by a reviewer", e.Fields.Single(f => f.Values[0].Value.StartsWith("Sadyr", StringComparison.Ordinal)).Rule);
            Assert.Single(store.Find(new EventQuery { Between = ["KAZ", "RUS"] }).Items);
        }
        Stands();
        store.Ingest([Visit("d1", "occurred", "2023-10-13", reader: "test 2", report: "another")]);
        Stands();
        foreach (var act in acts) store.Judge(new Judgement { Kind = JudgementKind.Undo, Left = act.Id, By = "a reviewer", At = Noon });
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        Assert.Equal(before, store.Fingerprint());
    }

    [Theory]
    [InlineData("colour", "red", null)]
    [InlineData("start", "next week", null)]
    [InlineData("type", "picnic", null)]
    [InlineData("place", "Bishkek", null)]
    [InlineData("participant", "Sergey Lavrov", null)]
    [InlineData("participant", "Sergey Lavrov | person | | XYZ | visitor", null)]
    [InlineData("participant", "Sergey Lavrov | person | | RUS | tourist", null)]
    [InlineData("topic", " ", null)]
    [InlineData("wikidata", "Putin", null)]
    public void A_correction_that_no_event_can_have_is_refused(string field, string? value, string? was)
    {
        using var store = Store();
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        var id = store.Find(new EventQuery()).Items[0].Id;
        Assert.Throws<FormatException>(() => store.Judge(Said(JudgementKind.Correct, id) with { Field = field, Value = value, Was = was }));
        Assert.Empty(store.Judgements());
    }

    [Fact]
    public void A_visit_entered_with_its_programme_joins_what_was_read_and_can_be_taken_back()
    {
        using var store = Store();
        store.Ingest([Visit("d1", "planned", "2023-10-05")]);
        var before = store.Find(new EventQuery()).Items;
        var entry = new HandEntry
        {
            Type = "visit", Subtype = "state", Start = "2023-10-12", End = "2023-10-13", Place = new("Bishkek", null, "Kyrgyzstan", null, null, null), Note = "Agreed with the embassy on the 9th 🖊.",
            Participants = [new("Vladimir Putin", "person", "RUS", "president", "visitor"), new("Sadyr Japarov", "person", "kg", "president", "host"), new("Sergey Lavrov", "person", "RUS", "foreign-minister", "participant")],
            Agenda = ["water", "trade"], Documents = [new("joint-statement", null, null)],
            Programme =
            [
                new HandEntry { Type = "talks", Start = "2023-10-12", Note = "In the morning.", Participants = [new("Vladimir Putin", "person", "RUS", "president", "party"), new("Sadyr Japarov", "person", "KGZ", "president", "party")] },
                new HandEntry { Type = "ceremony", Name = "Opening of the school", Start = "2023-10-13" },
            ],
        };
        var outcome = store.Enter("protocol desk", entry);
        Assert.Equal([before[0].Id], outcome.Reports.Take(1).Select(r => store.CurrentId(before[0].Id) == r.Event ? before[0].Id : r.Event));
        var visit = store.Event(outcome.Reports[0].Event)!;
        Assert.Equal(("state", "2023-10-13", 3, 2), (visit.Summary.Subtype, visit.Summary.End, visit.Summary.Participants.Length, visit.Summary.Topics.Length));
        Assert.Equal("protocol desk", visit.Fields.Single(f => f.Name == "subtype").Values[0].Claims[0].Document.Publisher);
        Assert.Equal(2, store.Find(new EventQuery { PartOf = visit.Summary.Id }).Items.Length);
        Assert.Equal("KGZ", store.Event(outcome.Reports[1].Event)!.Summary.Place!.Country);
        Assert.Equal("In the morning.", store.Event(outcome.Reports[1].Event)!.Summary.Quote);
        foreach (var r in outcome.Reports) store.Judge(new Judgement { Kind = JudgementKind.Reject, Left = r.Report, Field = "report", By = "protocol desk", At = Noon });
        var after = Assert.Single(store.Find(new EventQuery()).Items);
        Assert.Equal((before[0].Title, before[0].Start, before[0].End, 1), (after.Title, after.Start, after.End, after.Reports));
    }

    [Fact]
    public void An_entry_that_cannot_be_is_refused_and_the_place_of_the_fault_is_named()
    {
        using var store = Store();
        var entry = new HandEntry { Type = "visit", Participants = [new("X", "person", "RUS", null, "visitor")], Programme = [new HandEntry { Type = "talks", Start = "tomorrow", Name = "x" }] };
        Assert.StartsWith("programme, item 1: 'tomorrow'", Assert.Throws<FormatException>(() => store.Enter("a desk", entry)).Message, StringComparison.Ordinal);
        Assert.Equal(0, store.Size().Documents);
    }

    private const string NoFeeds = "DROP TABLE feed; ";
    private const string NoNear = NoFeeds + "DROP INDEX IF EXISTS event_found; DROP INDEX event_ahead; DROP INDEX event_mooted; ALTER TABLE event_state DROP COLUMN last_day; ALTER TABLE event_state DROP COLUMN type; ALTER TABLE event_state DROP COLUMN status; ALTER TABLE event_state DROP COLUMN rejected; ALTER TABLE event_state DROP COLUMN changed; ALTER TABLE event_pair DROP COLUMN last_day; ALTER TABLE event_pair DROP COLUMN type; ALTER TABLE event_pair DROP COLUMN status; ALTER TABLE event_pair DROP COLUMN rejected; ALTER TABLE event_pair DROP COLUMN changed; ";
    private const string NoCoverage = NoNear + "DROP TABLE coverage; DROP INDEX event_rejected; ";
    private const string OldIndexes = NoCoverage + "DROP INDEX report_part_of; DROP INDEX event_id; CREATE INDEX event_id ON event (id); DROP INDEX report_event; CREATE INDEX report_event ON report (event); DROP INDEX report_part; CREATE INDEX report_part ON report (part); CREATE INDEX event_state_event ON event_state (event); CREATE INDEX event_pair_event ON event_pair (event); DROP INDEX event_long; ";
    private const string NoChanged = OldIndexes + "DROP INDEX event_changed; ";
    private const string NoActs = NoChanged + "DROP INDEX doubt_score; DROP INDEX event_doubtful; DROP INDEX event_open_dispute; DROP INDEX judgement_act; ALTER TABLE judgement DROP COLUMN act; ";
    private const string NoAccess = "DROP TABLE person; DROP TABLE person_key; DROP TABLE person_session; DROP TABLE ring_key; DROP TABLE audit; ";

    /// <summary>Every version that ever was, taken back from today's tables, comes forward with all it held.</summary>
    [Theory]
    [InlineData(10, NoFeeds)]
    [InlineData(9, NoNear)]
    [InlineData(8, NoCoverage)]
    [InlineData(7, OldIndexes)]
    [InlineData(6, NoChanged)]
    [InlineData(5, NoActs)]
    [InlineData(4, NoActs + NoAccess)]
    [InlineData(3, NoActs + NoAccess + "ALTER TABLE judgement DROP COLUMN was")]
    [InlineData(2, NoActs + NoAccess + "ALTER TABLE judgement DROP COLUMN was; DROP TABLE tally")]
    [InlineData(1, NoActs + NoAccess + "ALTER TABLE judgement DROP COLUMN was; DROP TABLE tally; DROP INDEX event_planned")]
    public void A_register_of_an_older_version_comes_forward(int version, string back)
    {
        var where = NewRegister();
        string before;
        using (var store = RegisterStore.Open(where, new Clock(Noon)))
        {
            store.Ingest([.. new MadeWorld(5).Documents(0, 40), Wide()]);
            store.Judge(Said(JudgementKind.Reject, store.Find(new EventQuery()).Items[3].Id));
            before = store.Fingerprint();
        }
        Run(where, $"{back}; DELETE FROM schema_version WHERE version > {version}");
        using var again = RegisterStore.Open(where, new Clock(Noon));
        Assert.Equal(before, again.Fingerprint());
        again.Ingest([.. new MadeWorld(5).Documents(40, 50)]);
        Counts(again);
    }

    [Fact]
    public void What_is_sent_twice_is_written_once_and_two_who_differ_are_asked_of_a_third()
    {
        using var store = RegisterStore.Open(NewRegister(), new Clock(Noon));
        store.Ingest([Visit("d1", "occurred", "2023-10-13")]);
        var id = store.Find(new EventQuery()).Items[0].Id;
        var first = store.Judge(Said(JudgementKind.Accept, id) with { Act = "a1" });
        Assert.Equal(first.Id, store.Judge(Said(JudgementKind.Reject, id) with { Act = "a1" }).Id);
        Assert.Equal(first.Id, store.JudgementOf("a1")!.Id);
        Assert.Empty(store.Contested());
        store.Judge(Said(JudgementKind.Reject, id) with { By = "another" });
        Assert.Equal(2, Assert.Single(store.Contested()).Length);
        store.Judge(Said(JudgementKind.Accept, id) with { By = "a third" });
        Assert.Empty(store.Contested());
        Assert.Equal(3, store.LatestJudgements(10).Count);
        Assert.Single(store.LatestJudgements(10, "another"));
        Assert.Contains(store.LatestChanges(5), c => c.Kind == "rejected");
    }

    protected abstract object? Run(string register, string sql);

    private long Rows(string register, string view) => (long)Run(register, $"SELECT count(*) FROM (SELECT * FROM {view}) v")!;

    [Fact]
    public void The_views_can_be_opened_by_others()
    {
        var where = NewRegister();
        using (var store = RegisterStore.Open(where, new Clock(Noon))) store.Ingest([Visit("d1", "occurred", "2023-10-13"), Visit("d2", "planned", "2023-10-05")]);
        Assert.Equal((1, 2, 4), (Rows(where, "events"), Rows(where, "reports"), Rows(where, "claims")));
    }

    private static Judgement Said(JudgementKind kind, string left, string? right = null) =>
        new() { Kind = kind, Left = RegisterId.Parse(left)!.Value, Right = right is null ? 0 : RegisterId.Parse(right)!.Value, By = "a reviewer", At = Noon };

    private static IngestItem Visit(string id, string status, string published, string start = "2023-10-12", string country = "KGZ", string city = "Bishkek", string reader = "test", string report = "e1") => Item(id, published, reader, new Report
    {
        Id = report, Type = "visit", Status = status, Start = start, End = start, Place = new(city, null, country, null, null, "city"), Confidence = 0.9, Plover = new("CONSULT", "visit", []),
        Participants = [new("Vladimir Putin", "person", "RUS", "president", "visitor"), new("Sadyr Japarov", "person", "KGZ", "president", "host")],
        Evidence = [new Evidence(6, 13, "arrived", "trigger", "en.visit.arrive"), new Evidence(14, 16, "in", "when", null)],
    });

    private static IngestItem Talks(string id, string venue, string country) => Item(id, "2022-02-08", "test", new Report
    {
        Id = "e1", Type = "talks", Status = "occurred", Start = "2022-02-07", End = "2022-02-07", Place = new("Paris", venue, country, null, null, "city"), Confidence = 0.9, Plover = new("CONSULT", "talks", []),
        Participants = [new("Emmanuel Macron", "person", "FRA", "president", "party"), new("Vladimir Putin", "person", "RUS", "president", "party")],
    });

    private static IngestItem Item(string id, string published, string reader, Report report) =>
        new(new ArticleReading(new DocumentHeader { Id = id, Source = id, Published = published, Language = "en", Characters = 10 }, [report]), reader);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
