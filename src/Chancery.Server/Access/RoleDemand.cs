using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Server.Access;

/// <summary>Which role an address asks for; null opens it to everybody. An address that says nothing asks for a reader, so that a forgotten line never opens a door.</summary>
internal sealed record RoleDemand(Role? Least)
{
    private static readonly RoleDemand s_reader = new(Role.Reader);

    /// <summary>What the address being answered asks for.</summary>
    public static RoleDemand Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<RoleDemand>() ?? s_reader;
}

/// <summary>Says that an address changes nothing although it is posted to: programs ask it without a form's token.</summary>
internal sealed record PostedQuestion;

/// <summary>What features say of their addresses.</summary>
internal static class AccessConventions
{
    /// <summary>Only for people of a role or a higher one.</summary>
    public static T RequireRole<T>(this T route, Role least) where T : IEndpointConventionBuilder => route.WithMetadata(new RoleDemand(least));

    /// <summary>For everybody, known or not: the sign-in page, the style sheet, whether the server is well.</summary>
    public static T OpenToAll<T>(this T route) where T : IEndpointConventionBuilder => route.WithMetadata(new RoleDemand(null));

    /// <summary>A post that only asks and changes nothing: it needs no form's token.</summary>
    public static T OnlyAsks<T>(this T route) where T : IEndpointConventionBuilder => route.WithMetadata(new PostedQuestion());

    /// <summary>Takes a body of up to so many bytes; others are held to <see cref="ChanceryServer.LargestBody"/>.</summary>
    public static T TakesUpTo<T>(this T route, long bytes) where T : IEndpointConventionBuilder => route.WithMetadata(new RequestSizeLimitAttribute(bytes));
}
