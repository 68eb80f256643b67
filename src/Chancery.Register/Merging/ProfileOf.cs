using System.Collections.Immutable;
using Chancery.Reading.Reports;

namespace Chancery.Register.Merging;

/// <summary>Makes the profiles of a document's reports.</summary>
public static class ProfileOf
{
    private const int PlanHorizon = 365;

    /// <summary>Profiles of all reports of one document, in their order. They are made together because a part takes its time from the whole.</summary>
    public static ImmutableArray<Profile> Document(SourceDocument document, IReadOnlyList<Report> reports)
    {
        var byId = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (var report in reports) byId.TryAdd(report.Id, report);
        return [.. reports.Select(r => One(new SourcedReport(document, r), r.PartOf is { } p && byId.TryGetValue(p, out var parent) && parent != r ? parent : null))];
    }

    private static Profile One(SourcedReport sourced, Report? parent)
    {
        var report = sourced.Report;
        var rule = TypeRule.Of(report.Type);
        var deed = DeedOf(report.Status);
        var parties = Parties(report, rule);
        var country = report.Place?.Country ?? (rule.Group == "visit" ? parties.FirstOrDefault(p => p.Side == Side.Receiving).Actor : null);
        if (rule.Group == "visit" && country is not null && !parties.Any(p => p.Side == Side.Receiving))
            parties = parties.Add(new Party(Side.Receiving, country, null, null, null));
        var (certainty, first, last, end) = Window(report, parent, deed, sourced.Published);
        var profile = new Profile
        {
            Report = sourced.Number,
            Document = sourced.Document.Number,
            Group = rule.Group == "other" ? $"other {report.Subtype}" : rule.Group,
            Type = report.Type,
            Deed = deed,
            Certainty = certainty,
            First = first,
            Last = last,
            End = end,
            Published = sourced.Published ?? 0,
            Parties = parties,
            Country = country,
            City = City(report.Place),
            Venue = report.Place?.Venue is { Length: > 0 } venue ? NameKey.Fold(venue) : null,
            Name = report.Name is { Length: > 0 } name ? NameKey.Fold(name) : null,
            Detail = Detail(report),
            PartOf = sourced.PartOf ?? 0,
        };
        return profile with { Blocks = BlockKeys.Names(profile) };
    }

    private static Deed DeedOf(string status) => status switch
    {
        "planned" => Deed.Planned,
        "postponed" => Deed.Postponed,
        "cancelled" or "denied" => Deed.Off,
        _ => Deed.Done,
    };

    /// <summary>A place that only repeats the name of its country is no city.</summary>
    private static string? City(EventPlace? place) =>
        place?.Name is { Length: > 0 } name && place.Precision is not "country" && NameKey.Fold(name) is { Length: > 0 } folded
        && !(place.Country is { } country && NameKey.CommonWords(folded, NameKey.Fold(States.Name(country))) >= 1) ? folded : null;

    private static string? Detail(Report report)
    {
        var words = report.Honour is { } honour ? honour.Name
            : report.Anniversary is { } anniversary ? $"{anniversary.Years} {anniversary.Of}"
            : string.Join(' ', report.Instruments.Select(i => i.Title ?? i.Kind));
        return words.Length == 0 ? null : NameKey.Fold(words);
    }

    private static ImmutableArray<Party> Parties(Report report, TypeRule rule)
    {
        var parties = ImmutableArray.CreateBuilder<Party>(report.Participants.Length);
        foreach (var p in report.Participants.IsDefault ? [] : report.Participants)
        {
            var folded = NameKey.Fold(p.Name);
            var person = p.Kind == "person" ? folded : null;
            var actor = p.Country ?? folded;
            if (actor.Length > 0) parties.Add(new Party(SideOf(p.Role, rule), actor, person, p.Office, p.Wikidata));
        }
        return parties.ToImmutable();
    }

    private static Side SideOf(string role, TypeRule rule) => role switch
    {
        "host" => rule.Group == "visit" ? Side.Receiving : rule.Group == "ceremony" ? Side.Equal : Side.Aside,
        "target" or "recipient" => rule.Directed ? Side.Receiving : Side.Equal,
        "visitor" => rule.Group == "visit" ? Side.Acting : Side.Aside,
        "mediator" => rule.Group == "mediation" ? Side.Equal : Side.Aside,
        "participant" when rule.Group is "visit" or "meeting" or "document" => rule.Type == "summit" ? Side.Equal : Side.Aside,
        _ => rule.Directed ? Side.Acting : Side.Equal,
    };

    /// <summary>When it can have begun: its own dates, else those of the whole that it is part of, else the day of publication.</summary>
    private static (Certainty, int First, int Last, int End) Window(Report report, Report? parent, Deed deed, int? published)
    {
        var end = DayRange.Parse(report.End);
        if (DayRange.Parse(report.Start) is { } own) return (CertaintyOf(own), own.First, own.Last, end?.Last ?? 0);
        if (DayRange.Parse(parent?.Start) is { } from)
            return (Certainty.Parent, from.First, Math.Max(from.Last, DayRange.Parse(parent!.End)?.Last ?? from.Last + (from.IsDay ? 7 : 0)), end?.Last ?? 0);
        if (end is { } until) return (Certainty.Published, Math.Max(until.First - PlanHorizon, Math.Min(until.First, published ?? 0)), until.Last, until.Last);
        return published is { } day
            ? (Certainty.Published, deed == Deed.Done ? day - PlanHorizon : day - 14, deed == Deed.Done ? day : day + PlanHorizon, 0)
            : (Certainty.None, 0, 0, 0);
    }

    private static Certainty CertaintyOf(DayRange range) => range.IsDay ? Certainty.Day : range.Width > 31 ? Certainty.Year : Certainty.Month;
}
