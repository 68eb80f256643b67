using Chancery.Server.Access;
using Chancery.Server.Actors;
using Chancery.Server.Add;
using Chancery.Server.Agents;
using Chancery.Server.Answers;
using Chancery.Server.Api;
using Chancery.Server.Articles;
using Chancery.Server.Calendars;
using Chancery.Server.Coverages;
using Chancery.Server.Events;
using Chancery.Server.Failures;
using Chancery.Server.Home;
using Chancery.Server.Keeping;
using Chancery.Server.Languages;
using Chancery.Server.Layout;
using Chancery.Server.Listing;
using Chancery.Server.Maps;
using Chancery.Server.Reconciling;
using Chancery.Server.Relations;
using Chancery.Server.Review;
using Chancery.Server.Status;
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
    /// <param name="addresses">Where to listen. Without users and single sign-on only loopback is allowed.</param>
    /// <param name="settings">Names, proxies, single sign-on.</param>
    /// <exception cref="FormatException">Others could reach a register that knows nobody.</exception>
    public static WebApplication Build(RegisterStore store, IReadOnlyList<ServerAddress> addresses, ServeSettings? settings = null)
    {
        settings ??= new ServeSettings();
        var doors = new Doors(store, addresses, settings);
        doors.DemandSomebody();
        // An empty builder, so that no variable or file of another program (ASPNETCORE_URLS, appsettings.json) opens the register to a network.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "chancery" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, addresses));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // That its keys lie in the register beside what they protect is meant so.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // That pages with forms are not kept by browsers is meant so too.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // It tells each wrong question of an agent as a fault; those of this program are told by the tools themselves.
            .AddFilter("ModelContextProtocol", LogLevel.Critical);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(store);
        builder.Services.AddScoped(services => LanguageChoice.Of(services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext));
        builder.Services.AddAdding();
        builder.Services.AddSingleton<RecentFaults>();
        builder.Services.AddSingleton<AnswerKeeping>();
        builder.Services.AddAccess(store, doors, settings);
        builder.Services.AddApiDocument();
        builder.Services.AddAgents();
        builder.Services.AddResponseCompression(o => o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/calendar"]);
        builder.Services.AddSingleton(new HostNames(settings));
        // For features that fetch addresses that people give; nothing else may reach out.
        builder.Services.AddSingleton<Chancery.Intake.Fetching.OuterWeb>();
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
        app.UseForwardedHeaders();
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.Use(AnswerForms.TakeSuffix);
        app.Use(LanguageChoice.Keep);
        app.Use(FailureAnswers.Catch);
        app.Use(app.Services.GetRequiredService<HostNames>().Pass);
        app.UseRouting();
        app.UseAccess();
        var keeping = app.Services.GetRequiredService<AnswerKeeping>();
        app.Use((http, next) => keeping.Pass(http, http.RequestServices.GetRequiredService<Visitor>(), next));
        StyleSheet.Map(app);
        Scripts.Map(app);
        // What follows from the register and the day alone is answered again while nothing was written.
        var kept = app.MapGroup("").WithMetadata(KeptFor.Role);
        HomeFeature.Map(kept);
        ListFeature.Map(kept);
        RelationFeature.Map(kept);
        EventFeature.Map(kept);
        ArticleFeature.Map(kept);
        ActorFeature.Map(kept);
        EventsApi.Map(kept);
        ClaimsApi.Map(kept);
        ReportsApi.Map(kept);
        ArticlesApi.Map(kept);
        ActorsApi.Map(kept);
        RelationsApi.Map(kept);
        ChangesApi.Map(kept);
        MapFeature.Map(kept);
        CalendarFeature.Map(kept);
        CoverageFeature.Map(kept);
        AddFeature.Map(kept);
        ReviewFeature.Map(app.MapGroup("").WithMetadata(KeptFor.Person));
        MatchApi.Map(app);
        ReconcileApi.Map(app);
        app.MapApiDocument();
        app.MapAgents();
        HealthFeature.Map(app);
        SignInFeature.Map(app);
        SignOn.Map(app, app.Services.GetRequiredService<ServeSettings>());
        AccountFeature.Map(app);
        ApiReference.Map(app);
        LogFeature.Map(app);
    }
}
