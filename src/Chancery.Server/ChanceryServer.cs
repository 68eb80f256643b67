using Chancery.Server.Access;
using Chancery.Server.Actors;
using Chancery.Server.Answers;
using Chancery.Server.Api;
using Chancery.Server.Articles;
using Chancery.Server.Events;
using Chancery.Server.Failures;
using Chancery.Server.Home;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Server.Relations;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Server;

/// <summary>The web page and the REST of a register.</summary>
public static class ChanceryServer
{
    private const int LongestRequestLine = 8 * 1024;
    private const int LongestHeaders = 32 * 1024;

    /// <summary>Most bytes of a body where an address does not say otherwise.</summary>
    internal const int LargestBody = 64 * 1024;


    /// <summary>Makes the application; it listens once started.</summary>
    /// <param name="store">The register; stays the caller's to dispose.</param>
    /// <param name="addresses">Where to listen. Without users only loopback is allowed.</param>
    /// <exception cref="FormatException">An address is none, or is not loopback.</exception>
    public static WebApplication Build(RegisterStore store, IReadOnlyList<ServerAddress> addresses)
    {
        foreach (var address in addresses) address.DemandLoopback();
        // An empty builder, so that no variable or file of another program (ASPNETCORE_URLS, appsettings.json) opens the register to a network.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "chancery" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, addresses));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(store);
        builder.Services.AddAccess();
        builder.Services.AddResponseCompression(o => o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/calendar"]);
        // A page elsewhere that points a name of its own at this machine must not read the register through a visitor's browser.
        builder.Services.AddHostFiltering(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        var app = builder.Build();
        Pipeline(app);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, IReadOnlyList<ServerAddress> addresses)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        foreach (var address in addresses) kestrel.Listen(address.Address, address.Port);
    }

    private static void Pipeline(WebApplication app)
    {
        app.UseHostFiltering();
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.Use(AnswerForms.TakeSuffix);
        app.Use(FailureAnswers.Catch);
        app.UseRouting();
        app.UseAccess();
        StyleSheet.Map(app);
        HomeFeature.Map(app);
        ListFeature.Map(app);
        RelationFeature.Map(app);
        EventFeature.Map(app);
        ArticleFeature.Map(app);
        ActorFeature.Map(app);
        EventsApi.Map(app);
        HealthFeature.Map(app);
    }
}
