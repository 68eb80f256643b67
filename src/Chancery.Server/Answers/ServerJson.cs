using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Server.Access;
using Chancery.Server.Actors;
using Chancery.Server.Add;
using Chancery.Server.Api;
using Chancery.Server.Articles;
using Chancery.Server.Calendars;
using Chancery.Server.Codebooks;
using Chancery.Server.Coverages;
using Chancery.Server.Events;
using Chancery.Server.Failures;
using Chancery.Server.Home;
using Chancery.Server.Listing;
using Chancery.Server.Maps;
using Chancery.Server.Reconciling;
using Chancery.Server.Relations;
using Chancery.Server.Review;
using Chancery.Server.Status;

namespace Chancery.Server.Answers;

/// <summary>JSON of all answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(ListPage))]
[JsonSerializable(typeof(RelationPage))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(ActorPage))]
[JsonSerializable(typeof(ReviewPage))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Decision[]))]
[JsonSerializable(typeof(DecisionAnswer[]))]
[JsonSerializable(typeof(AddPage))]
[JsonSerializable(typeof(PreviewPage))]
[JsonSerializable(typeof(VisitDraft))]
[JsonSerializable(typeof(MapPage))]
[JsonSerializable(typeof(CalendarPage))]
[JsonSerializable(typeof(CoveragePage))]
[JsonSerializable(typeof(CodebookPage))]
[JsonSerializable(typeof(StatusPage))]
[JsonSerializable(typeof(FailurePage))]
[JsonSerializable(typeof(SignInPage))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(AccountPage))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ApiReferencePage))]
[JsonSerializable(typeof(ClaimsPage))]
[JsonSerializable(typeof(ReportsPage))]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(ArticlesPage))]
[JsonSerializable(typeof(ActorsPage))]
[JsonSerializable(typeof(RelationsPage))]
[JsonSerializable(typeof(ChangesPage))]
[JsonSerializable(typeof(DescribedEvent))]
[JsonSerializable(typeof(MatchPage))]
[JsonSerializable(typeof(ReconcileManifest))]
[JsonSerializable(typeof(Dictionary<string, ReconcileQuery>))]
[JsonSerializable(typeof(Dictionary<string, ReconcileResult>))]
internal sealed partial class ServerJson : JsonSerializerContext;

/// <summary>How answers are written.</summary>
internal static class ServerJsonOptions
{
    /// <summary>Names stay readable in every script; the answer is never put into a page.</summary>
    public static ServerJson Readable { get; } = new(new JsonSerializerOptions(ServerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
