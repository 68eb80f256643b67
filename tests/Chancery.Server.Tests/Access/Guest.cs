using System.Net;
using System.Text.RegularExpressions;
using Chancery.Server.Access;
using Chancery.Storage;
using Chancery.Storage.Access;

namespace Chancery.Server.Tests.Access;

/// <summary>A browser of somebody: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class Guest : IDisposable
{
    public const string Password = "seven grey herons";

    private readonly HttpClient _client;

    public Guest(RunningServer server) => _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies }) { BaseAddress = server.Client.BaseAddress };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => _client;

    /// <summary>Puts a reader, a reviewer and a keeper into a register, each named by the role.</summary>
    public static void Invite(RegisterStore store)
    {
        foreach (var role in Roles.Names) store.People.Put(new Person(role, role, s_hashes.GetOrAdd(role, r => Passwords.Hash(r, Password)), store.Now));
    }

    /// <summary>Somebody who signed in.</summary>
    public static async Task<Guest> Of(RunningServer server, string name)
    {
        var guest = new Guest(server);
        using var answer = await guest.SignIn(name, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return guest;
    }

    public async Task<HttpResponseMessage> SignIn(string name, string password, string to = "/") => await Post("/sign-in", "/sign-in", ("name", name), ("password", password), ("to", to));

    /// <summary>Opens a page and posts a form with its token.</summary>
    public async Task<HttpResponseMessage> Post(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token(await _client.GetStringAsync(page, TestContext.Current.CancellationToken));
        return await _client.PostAsync(path, new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]), TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path) => _client.GetAsync(path, TestContext.Current.CancellationToken);

    public static string Token(string html) => TokenField().Match(html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("the page has no form's token");

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"_token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> s_hashes = new();
}
