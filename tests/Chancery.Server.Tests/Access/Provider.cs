using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Chancery.Server.Tests.Access;

/// <summary>A small provider of OpenID Connect: signs in whoever it is told to, by the code flow with PKCE.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k1" };
    private (string Nonce, string Challenge) _asked;

    private Provider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGet("/.well-known/openid-configuration", (HttpContext http) => Json(http, new { issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys" }));
        _app.MapGet("/keys", (HttpContext http) => Json(http, new { keys = new[] { Public() } }));
        _app.MapGet("/authorize", (HttpContext http) =>
        {
            var query = http.Request.Query;
            _asked = (query["nonce"]!, query["code_challenge"]!);
            http.Response.Redirect($"{query["redirect_uri"]}?code=c1&state={Uri.EscapeDataString(query["state"]!)}");
            return Task.CompletedTask;
        });
        _app.MapPost("/token", Token);
    }

    public string Address => _app.Urls.First();

    /// <summary>Claims of whoever signs in.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["sub"] = "1", ["preferred_username"] = "amina" };

    /// <summary>Nonce that is sent back, where it is not the one asked with.</summary>
    public string? WrongNonce { get; set; }

    public static async Task<Provider> Start()
    {
        var provider = new Provider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    private async Task Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["code"] != "c1" || form["client_secret"] != "s3cret" || challenge != _asked.Challenge)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address, Audience = "chancery", Expires = DateTime.UtcNow.AddMinutes(5), Claims = new Dictionary<string, object>(Claims) { ["nonce"] = WrongNonce ?? _asked.Nonce },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
        await Json(http, new { access_token = "a", token_type = "Bearer", id_token = token });
    }

    private JsonElement Public()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = "k1" });
        return JsonSerializer.SerializeToElement(new { kty = "RSA", kid = "k1", n = key.N, e = key.E, alg = "RS256", use = "sig" });
    }

    private static Task Json(HttpContext http, object value)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(value));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
