using Chancery.Server.Answers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Access;

/// <summary>Who asks. Pages and answers take it as a service: <c>@inject Visitor Visitor</c>, or a parameter of a route's handler.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor, IAntiforgery antiforgery)
{
    /// <summary>Name of the field that carries the token of a form.</summary>
    public const string TokenField = "_token";

    /// <summary>Name of the header that carries it where a script posts.</summary>
    public const string TokenHeader = "X-Form-Token";

    private string? _token;

    /// <summary>Name, as judgements carry it; null for somebody unknown.</summary>
    public string? Name { get; private set; }

    /// <summary>Role; null for somebody unknown.</summary>
    public Role? Role { get; private set; }

    /// <summary>True where the register has no users and is open to whoever sits at this machine.</summary>
    public bool IsLocal { get; private set; }

    /// <summary>True where a key of a program came with the request; a browser never sends one by itself, so no page elsewhere can misuse it.</summary>
    public bool ByKey { get; private set; }

    /// <summary>Name to sign a judgement with.</summary>
    /// <exception cref="InvalidOperationException">Nobody is known; the address forgot to ask for a role.</exception>
    public string Signature => Name ?? throw new InvalidOperationException("nobody is signed in");

    /// <summary>Stands in a page for the token that a form of this visitor must send back; see <c>FormToken</c>, the component.</summary>
    public static string FormToken => MadeAnswer.TokenMark;

    /// <summary>Stands in a page for the visitor's name, so that a page is made once for all who may see it.</summary>
    public static string OwnName => MadeAnswer.NameMark;

    /// <summary>The token itself, when the page is sent; the answer's headers then keep it from being kept anywhere.</summary>
    internal string GiveToken() => _token ??= antiforgery.GetAndStoreTokens(accessor.HttpContext!).RequestToken!;

    /// <summary>Whether the visitor has a role or a higher one.</summary>
    public bool May(Role least) => Role >= least;

    /// <summary>Says who it is; done once, before anything is answered.</summary>
    internal void Is(string name, Role role, bool local = false, bool byKey = false) => (Name, Role, IsLocal, ByKey) = (name, role, local, byKey);
}
