using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Server.Access;
using Chancery.Server.Answers;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>An event as somebody else describes it: a row of a table of theirs.</summary>
public sealed record DescribedEvent
{
    /// <summary>Type of the contract.</summary>
    public required string Type { get; init; }

    /// <summary>First day: 2023-10-12, 2023-10 or 2023.</summary>
    public required string Start { get; init; }

    /// <summary>Last day, or null.</summary>
    public string? End { get; init; }

    /// <summary>planned, occurred …; occurred where nothing is said.</summary>
    public string Status { get; init; } = "occurred";

    /// <summary>Country where it happened, by code or name, or null.</summary>
    public string? Country { get; init; }

    /// <summary>City, or null.</summary>
    public string? City { get; init; }

    /// <summary>Proper name (of a summit, an exercise), or null.</summary>
    public string? Name { get; init; }

    /// <summary>Who took part; of a visit the visitors and, where known, the hosts.</summary>
    public ImmutableArray<DescribedParticipant> Participants { get; init; } = [];
}

/// <summary>A participant of a described event.</summary>
/// <param name="Name">Name of a person, or null for the state itself.</param>
/// <param name="Country">State, by code or name.</param>
/// <param name="Role">visitor, host, party …; visitor for visits and party for the rest where nothing is said.</param>
public sealed record DescribedParticipant(string? Name, string? Country, string? Role);

/// <summary>Which registered events a description may mean.</summary>
/// <param name="Matches">The likeliest first.</param>
public sealed record MatchPage(ImmutableArray<MatchedEvent> Matches);

/// <summary><c>/v1/match</c>: which registered events a described one may be, by the measure by which reports are merged.</summary>
internal static class MatchApi
{
    private const string Path = "/v1/match";
    private const int Most = 10;
    private const double Least = 0.3;
    private const int MostParticipants = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (RegisterStore store, DescribedEvent described) =>
            new JsonAnswer<MatchPage>(new MatchPage(store.Match(Report(described), Most, Least)), ServerJsonOptions.Readable.MatchPage))
        .OnlyAsks().Describes<MatchPage>(new ApiOperation("matchEvent", "Which registered events a described one may be.", Path)
        {
            Body = """{"type": "visit", "start": "2023-10-12", "country": "KGZ", "participants": [{"name": "Vladimir Putin", "country": "RUS"}]}""",
            Description = "For tables of others: a row in, the events it may mean out, each with a score from 0 to 1 and whether the register itself would merge the two. Nothing is written.",
        });

    private static Report Report(DescribedEvent e)
    {
        if (TypeRule.All.All(r => r.Type != e.Type)) throw new FormatException($"'{e.Type}' is no type; write one of {string.Join(", ", TypeRule.All.Select(r => r.Type))}");
        if (DayRange.Parse(e.Start) is null) throw new FormatException($"'{e.Start}' is no date; write 2023-10-12, 2023-10 or 2023");
        if (e.End is not null && DayRange.Parse(e.End) is null) throw new FormatException($"'{e.End}' is no date; write 2023-10-12, 2023-10 or 2023");
        if (e.Participants.IsDefaultOrEmpty || e.Participants.Length > MostParticipants) throw new FormatException($"'participants' takes 1 to {MostParticipants}");
        return new Report
        {
            Id = "described", Type = e.Type, Status = e.Status, Start = e.Start, End = e.End ?? e.Start, Name = e.Name, Confidence = 1, Plover = new("CONSULT", null, []),
            Place = e.Country is null && e.City is null ? null : new(e.City, null, e.Country is { } c ? State(c) : null, null, null, e.City is null ? "country" : "city"),
            Participants = [.. e.Participants.Select(p => Participant(p, e.Type))],
        };
    }

    private static Participant Participant(DescribedParticipant p, string type)
    {
        var country = p.Country is { Length: > 0 } given ? State(given) : null;
        var name = p.Name is { Length: > 0 } person ? person : country is null ? throw new FormatException("a participant has a name, a country or both") : States.Name(country);
        return new Participant(name, p.Name is { Length: > 0 } ? "person" : "state", country, null, p.Role ?? (type == "visit" ? "visitor" : "party"));
    }

    private static string State(string text) => States.Find(text) ?? throw new FormatException($"'{text}' is no state; write a code such as KGZ or a name such as Kyrgyzstan");
}
