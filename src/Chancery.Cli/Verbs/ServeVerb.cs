using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Register;
using Chancery.Cli.Talking;
using Chancery.Server;
using Chancery.Storage;
using Microsoft.Extensions.Hosting;

namespace Chancery.Cli.Verbs;

/// <summary><c>serve</c>: the web page and the REST of a register.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var register = RegisterOption.Create();
        var urls = new Option<string>("--urls") { Description = "Where to listen; several separated by semicolons. Only loopback while the register has no users and no single sign-on.", DefaultValueFactory = _ => ServerAddress.Default, HelpName = "ADDRESS" };
        urls.Validators.Add(result =>
        {
            try { ServerAddress.ParseAll(result.GetValueOrDefault<string>() ?? ""); }
            catch (FormatException e) { result.AddError(e.Message); }
        });
        var (json, quiet, serving) = (CommonOptions.Json(), CommonOptions.Quiet(), new ServeOptions());
        var verb = new Command("serve", "Opens the register as web pages, as REST (/v1) and for agents (/mcp), until Ctrl+C. Without users it is open to this machine and to no other; see 'users'. A register that is not there yet is made.\n\nExample: chancery serve\nExample: chancery serve --register talks.db --urls http://127.0.0.1:8080\nExample: chancery serve --urls http://127.0.0.1:5080 --host register.example.org --proxy 127.0.0.1") { register, urls, json, quiet };
        verb.SetAction(parsed =>
        {
            using var store = register.Open(parsed);
            Run(store, ServerAddress.ParseAll(parsed.GetValue(urls)!), serving.Read(parsed), parsed.GetValue(json), parsed.GetValue(quiet));
            return ExitCode.Done;
        });
        serving.AddTo(verb);
        return verb;
    }

    /// <summary>Serves until the process is told to end; <c>demo</c> uses it too.</summary>
    public static void Run(RegisterStore store, IReadOnlyList<ServerAddress> addresses, ServeSettings settings, bool json, bool quiet)
    {
        using var app = ChanceryServer.Build(store, addresses, settings);
        app.Start();
        var size = store.Size();
        if (json) Console.WriteLine(JsonSerializer.Serialize([new() { ["address"] = app.Urls.First(), ["register"] = store.Name }], CliJson.Default.DictionaryStringStringArray));
        if (!quiet) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery: {string.Join(" and ", app.Urls)} shows {store.Name} ({size.Events:N0} events); Ctrl+C ends it"));
        if (!quiet && addresses.Any(a => !System.Net.IPAddress.IsLoopback(a.Address)))
            Console.Error.WriteLine("chancery: passwords and keys travel in the clear over http; put a proxy with a certificate in front (docs/serving.md)");
        app.WaitForShutdown();
    }
}
