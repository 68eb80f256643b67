using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Server.Api;
using Chancery.Server.Layout;

namespace Chancery.Server.Reconciling;

/// <summary>A question of a table: whom does this name mean?</summary>
public sealed record ReconcileQuery
{
    /// <summary>The name.</summary>
    public string Query { get; init; } = "";

    /// <summary>Type asked for (<c>state</c>, <c>person</c>), or null for both. The protocol allows a text or a list.</summary>
    public JsonElement? Type { get; init; }

    /// <summary>Most candidates, or null.</summary>
    public int? Limit { get; init; }
}

/// <summary>A candidate.</summary>
/// <param name="Id">Path of its page here.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">Office and state.</param>
/// <param name="Type">state or person.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Match">True where no other candidate comes near.</param>
public sealed record ReconcileCandidate(string Id, string Name, string? Description, IReadOnlyList<ReconcileType> Type, double Score, bool Match);

/// <summary>A type of candidates.</summary>
public sealed record ReconcileType(string Id, string Name);

/// <summary>Candidates of one question.</summary>
public sealed record ReconcileResult(IReadOnlyList<ReconcileCandidate> Result);

/// <summary>What the service says of itself, by the Reconciliation Service API 0.2.</summary>
public sealed record ReconcileManifest(
    [property: JsonPropertyName("versions")] IReadOnlyList<string> Versions, string Name, string IdentifierSpace, string SchemaSpace,
    IReadOnlyList<ReconcileType> DefaultTypes, ReconcileView View);

/// <summary>Where a candidate is shown.</summary>
public sealed record ReconcileView(string Url);

/// <summary>Answers questions of tables.</summary>
internal sealed class Reconciliation(ActorSearch actors)
{
    private const int Most = 10;

    /// <summary>From this score on, and this far before the next, a candidate is taken for certain.</summary>
    private const double Certain = 95, Ahead = 10;

    public static ReconcileType[] Types { get; } = [new("person", "Person"), new("state", "State")];

    public ReconcileResult Ask(ReconcileQuery query)
    {
        var found = actors.Named(query.Query).Where(a => Wanted(query.Type, a.Kind)).Take(Math.Clamp(query.Limit ?? Most, 1, Most)).ToArray();
        var next = found.Length > 1 ? found[1].Score * 100 : 0;
        return new ReconcileResult([.. found.Select((a, i) => Candidate(a, i == 0 && a.Score * 100 >= Certain && a.Score * 100 - next >= Ahead))]);
    }

    private static ReconcileCandidate Candidate(ActorRow actor, bool match) => new(
        (actor.Kind == "state" ? Addresses.State(actor.Id) : Addresses.Person(actor.Id))[1..], actor.Name,
        actor.Kind == "state" ? null : string.Join(", ", new[] { actor.Office is { } office ? Words.Office(office) : null, actor.Country is { } c ? Register.States.Name(c) : null }.OfType<string>()),
        [.. Types.Where(t => t.Id == actor.Kind)], Math.Round(actor.Score * 100, 1), match);

    private static bool Wanted(JsonElement? type, string kind) => type switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString() is "" or null || one.GetString() == kind,
        { ValueKind: JsonValueKind.Array } many => many.GetArrayLength() == 0 || many.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.GetString() == kind),
        _ => true,
    };
}
