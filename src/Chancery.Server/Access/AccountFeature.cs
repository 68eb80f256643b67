using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Access;

/// <summary><c>/account</c>: who one is here, the keys of one's programs, the way out.</summary>
internal static class AccountFeature
{
    public const string Path = "/account";
    private const int MostKeys = 50;
    private const int LongestLabel = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (RegisterStore store, Visitor visitor) => Page(store, visitor, null)).RequireRole(Role.Reader);
        routes.MapPost(Path + "/keys", Make).RequireRole(Role.Reader);
        routes.MapPost(Path + "/keys/revoke", Revoke).RequireRole(Role.Reader);
    }

    private static async Task<IResult> Make(HttpContext http, RegisterStore store, Visitor visitor)
    {
        if (store.People.Find(visitor.Signature) is null) return Failure.Of(StatusCodes.Status409Conflict, "No keys here", "Keys belong to people whom the register names: 'chancery users add'.");
        if (store.People.Keys(visitor.Signature).Count(k => k.Revoked is null) >= MostKeys) return Failure.Of(StatusCodes.Status409Conflict, "Too many keys", "Take one back first.");
        var label = (await http.Request.ReadFormAsync(http.RequestAborted))["label"].ToString().Trim();
        if (label.Length is 0 or > LongestLabel) throw new FormatException($"'label' takes 1 to {LongestLabel} characters");
        var (key, text) = ApiKeys.Make(store, visitor.Signature, visitor.Role!.Value, label);
        http.Says($"key {key.Id} made");
        return Page(store, visitor, text);
    }

    private static async Task<IResult> Revoke(HttpContext http, RegisterStore store, Visitor visitor)
    {
        var id = (await http.Request.ReadFormAsync(http.RequestAborted))["id"].ToString();
        // Only one's own, whoever's id is sent.
        if (store.People.Key(id) is not { } key || key.Person != visitor.Signature || !store.People.Revoke(id, store.Now)) return Failure.NotFound("There is no such key of yours.");
        http.Says($"key {id} revoked");
        return Results.Redirect(Path);
    }

    private static PageAnswer<AccountView, AccountPage> Page(RegisterStore store, Visitor visitor, string? made) => new(
        new AccountPage(visitor.Signature, Roles.Print(visitor.Role!.Value), [.. store.People.Keys(visitor.Signature).Where(k => k.Revoked is null).Select(k => new AccountKey(k.Id, k.Label, k.Role, k.Made))]) { Made = made },
        ServerJsonOptions.Readable.AccountPage);
}

/// <summary>Who one is here.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">reader, reviewer or keeper.</param>
/// <param name="Keys">Keys that are valid.</param>
public sealed record AccountPage(string Name, string Role, ImmutableArray<AccountKey> Keys)
{
    /// <summary>A key that was just made; shown this once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Made { get; init; }
}

/// <summary>A key of one's own.</summary>
/// <param name="Id">Public part.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Role">What it may.</param>
/// <param name="Made">When.</param>
public sealed record AccountKey(string Id, string Label, string Role, DateTimeOffset Made);
