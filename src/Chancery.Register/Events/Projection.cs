using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register.Judgements;
using Chancery.Register.Life;
using Chancery.Register.Sources;

namespace Chancery.Register.Events;

/// <summary>Reports and judgements to an event: a pure function, so that an event can always be made anew.</summary>
public static class Projection
{
    /// <summary>Makes the event of reports that merging put together.</summary>
    /// <param name="reports">Its reports, any order.</param>
    /// <param name="judgements">Judgements that hold and are about any of these reports.</param>
    public static Event Of(IEnumerable<SourcedReport> reports, IEnumerable<Judgement> judgements)
    {
        var said = judgements.OrderBy(j => j.Id).ToImmutableArray();
        var all = reports.OrderBy(r => r.Published ?? int.MaxValue).ThenBy(r => r.Number).ToImmutableArray();
        var misread = said.Where(j => j.Kind == JudgementKind.Reject && j.Field == "report").Select(j => j.Left).ToHashSet();
        var heard = all.Where(r => !misread.Contains(r.Number)).ToImmutableArray();
        if (heard.IsEmpty) heard = all;
        var independence = new Independence(heard.Select(r => r.Document));
        var lists = new ListCorrections(said);
        var fields = Fields(heard, said, lists, independence);
        var rejected = said.Any(j => j.Kind == JudgementKind.Reject && j.Field != "report") || misread.Count > 0 && all.All(r => misread.Contains(r.Number));
        var summary = Summary(all[0].Number, heard, fields, lists, independence) with { Rejected = rejected, PartOf = said.LastOrDefault(j => j.Kind == JudgementKind.Correct && j.Field == "part-of")?.Value };
        return new Event(summary with { Title = EventTitle.Of(summary) }, fields, Lives.Of(heard, independence), all, said);
    }

    private static ImmutableArray<Field> Fields(ImmutableArray<SourcedReport> reports, ImmutableArray<Judgement> said, ListCorrections lists, Independence independence)
    {
        var parties = reports.SelectMany(r => r.Report.Participants.IsDefault ? [] : r.Report.Participants).Select(p => p.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var choice = new FieldChoice(reports.ToDictionary(r => r.Number), independence, parties);
        var claims = reports.SelectMany(ClaimsOf.Report).Concat(Corrections(reports, said)).ToLookup(c => c.Field, StringComparer.Ordinal);
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (var name in new[] { "type", "subtype", "start", "end", "place", "name", "honour", "anniversary", "wikidata", "part-of" })
            if (choice.Of(name, claims[name], v => Precision(name, v), (a, b) => Agree(name, a, b)) is { Values.Length: > 0 } field) fields.Add(field.Value is { Length: > 0 } ? field : field with { Value = null });
        fields.Insert(1, Status(claims["status"], reports, independence, choice));
        foreach (var name in new[] { "participant", "topic", "instrument", "attribution" })
            fields.AddRange(claims[name].GroupBy(c => c.Value, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => choice.Of(name, g, _ => 0, (_, _) => true) is var field && lists.TakenOutBy(name, g.Key) is { } by ? field with { Value = null, Rule = $"taken out by {by}" } : field));
        return fields.ToImmutable();
    }

    private static Field Status(IEnumerable<Claim> claims, ImmutableArray<SourcedReport> reports, Independence independence, FieldChoice choice)
    {
        var field = choice.Of("status", claims, _ => 0, (a, b) => Deed(a) == Deed(b) || !Deed(a) && !Deed(b) || a == "planned" || b == "planned");
        if (field.Values[0].Claims.Any(c => c.By is not null)) return field;
        var (status, rule) = Lives.Current(reports, independence);
        return field with { Value = status, Rule = rule, Values = [.. field.Values.OrderBy(v => v.Value != status)] };
    }

    private static bool Deed(string status) => status is "occurred" or "ongoing";

    private static IEnumerable<Claim> Corrections(ImmutableArray<SourcedReport> reports, ImmutableArray<Judgement> said) =>
        said.Where(j => j.Kind == JudgementKind.Correct && j.Field is not null && j.Value is not null)
            .Select(j => new Claim(j.Id, j.Field!, j.Value!, reports[0].Document, []) { By = j.By, Why = j.Why });

    private static int Precision(string field, string value) => field switch
    {
        "start" or "end" => value.Length,
        "place" => PlaceParts(value).Count(p => p.Length > 0),
        _ => 0,
    };

    // Name, venue, country; a name that is only that of the country says no more than it: Bishkek does not contradict Kyrgyzstan, it is more precise.
    private static string[] PlaceParts(string value)
    {
        var parts = value.Split(" | ");
        if (parts is [var name, _, var country] && name == States.Name(country)) parts[0] = "";
        return parts;
    }

    private static bool Agree(string field, string a, string b) => field switch
    {
        "start" or "end" => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal),
        "place" => PlaceParts(a).Zip(PlaceParts(b)).All(p => p.First.Length == 0 || p.Second.Length == 0 || p.First == p.Second),
        "name" or "honour" or "anniversary" => Merging.NameKey.CommonWords(Merging.NameKey.Fold(a), Merging.NameKey.Fold(b)) >= 0.5,
        "type" => TypeRule.Of(a).Group == TypeRule.Of(b).Group,
        _ => a == b,
    };

    private static EventSummary Summary(long number, ImmutableArray<SourcedReport> reports, ImmutableArray<Field> fields, ListCorrections lists, Independence independence)
    {
        string? Value(string name) => fields.FirstOrDefault(f => f.Name == name)?.Value;
        ImmutableArray<string> All(string name) => [.. fields.Where(f => f.Name == name).Select(f => f.Value).OfType<string>()];
        var participants = Roster.Of(reports, independence, lists);
        var place = Value("place") is { } where ? PlaceOf(where, reports) : null;
        var quoted = Quoted(reports);
        return new EventSummary
        {
            Number = number,
            Id = Value("wikidata") ?? RegisterId.Print(number),
            Title = "",
            Type = Value("type")!,
            Subtype = Value("subtype"),
            Status = Value("status")!,
            Start = Value("start"),
            End = Value("end"),
            Place = place,
            Participants = participants,
            Topics = All("topic"),
            Name = Value("name"),
            Instruments = Instruments(reports, lists),
            Honour = Value("honour") is { } h ? new Honour(h.Split(" | ")[0], h.Split(" | ") is [_, var cls] ? cls : null) : null,
            Anniversary = Value("anniversary") is { } a && a.Split(" | ") is [var years, var of] ? new Anniversary(int.Parse(years, CultureInfo.InvariantCulture), of.Length == 0 ? null : of) : null,
            Attribution = All("attribution"),
            Plover = reports.Select(r => r.Report).FirstOrDefault(r => r.Type == Value("type"))?.Plover,
            Sources = independence.Count,
            Reports = reports.Length,
            Disputed = [.. fields.Where(f => f.Disputed).Select(f => f.Name)],
            Confidence = Math.Round(1 - reports.GroupBy(r => r.Document.Number).Aggregate(1.0, (p, g) => p * (1 - Math.Clamp(g.Max(r => r.Report.Confidence), 0, 0.99))), 3),
            Quote = quoted?.Quote,
            QuoteSource = quoted?.Document.Publisher,
            FirstReported = reports.Select(r => r.Document.Header.Published).Where(d => d is not null).Min(StringComparer.Ordinal),
            LastReported = reports.Select(r => r.Document.Header.Published).Where(d => d is not null).Max(StringComparer.Ordinal),
            States = [.. participants.Select(p => p.Country).Append(place?.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The sentence to show: of the deed before the plan, of a confident reading, neither a scrap nor a page.</summary>
    private static SourcedReport? Quoted(ImmutableArray<SourcedReport> reports) => reports.Where(r => r.Quote is not null)
        .OrderByDescending(r => Deed(r.Report.Status)).ThenByDescending(r => r.Quote!.Length is >= 50 and <= 280).ThenByDescending(r => r.Report.Confidence).ThenBy(r => r.Number).FirstOrDefault();

    private static EventPlace PlaceOf(string value, ImmutableArray<SourcedReport> reports)
    {
        var parts = value.Split(" | ");
        string? Part(int i) => i < parts.Length && parts[i].Length > 0 ? parts[i] : null;
        var located = reports.Select(r => r.Report.Place).OfType<EventPlace>().FirstOrDefault(p => ClaimsOf.Place(p) == value);
        return located ?? new EventPlace(Part(0), Part(1), Part(2), null, null, null);
    }

    private static ImmutableArray<Instrument> Instruments(ImmutableArray<SourcedReport> reports, ListCorrections said)
    {
        var all = reports.SelectMany(r => r.Report.Instruments.IsDefault ? [] : r.Report.Instruments)
            .Where(i => !said.Destroyed.Concat(said.Documents).Any(d => ListCorrections.Same(d, i))).Concat(said.Documents).ToArray();
        return [.. all.GroupBy(i => (i.Kind, Title: i.Title is null ? null : Merging.NameKey.Fold(i.Title)))
            .Select(g => g.First() with { Count = g.Max(i => i.Count) })
            .Where(i => i.Title is not null || !all.Any(o => o.Kind == i.Kind && o.Title is not null))
            .OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Title, StringComparer.Ordinal)];
    }
}
