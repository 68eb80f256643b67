using System.Collections.Immutable;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Server.Answers;
using Chancery.Server.Failures;
using Chancery.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Api;

/// <summary>What one article says of one event.</summary>
/// <param name="Id">Printed number.</param>
/// <param name="Event">Id of the event that it belongs to.</param>
/// <param name="Article">Printed number of the article.</param>
/// <param name="Source">Publisher.</param>
/// <param name="Published">Day, or null.</param>
/// <param name="Quote">Its sentence, or null.</param>
/// <param name="Report">What it says, with the slices of the text that say so.</param>
public sealed record ReportRow(string Id, string Event, string Article, string Source, string? Published, string? Quote, Report Report);

/// <summary>A page of reports.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Next">Address of the next page, or null.</param>
public sealed record ReportsPage(ImmutableArray<ReportRow> Reports, string? Next);

/// <summary><c>/v1/reports</c>: what articles say.</summary>
internal static class ReportsApi
{
    private const string Path = "/v1/reports";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, RegisterStore store) =>
        {
            var page = store.Reports(SourceFilters.Read(http.Request.Query));
            var next = SourceFilters.Next(http, page.Next);
            return new JsonAnswer<ReportsPage>(new ReportsPage([.. page.Items.Select(Row)], next), ServerJsonOptions.Readable.ReportsPage, next);
        }).Describes<ReportsPage>(new ApiOperation("listReports", "Reports: all that one article says of one event.", "/v1/reports?source=kremlin.ru&type=visit")
        {
            Parameters = [.. SourceFilters.Parameters("event", "article", "type")],
            Description = "In an order of its own that does not change while others come in, so that a walk through all pages meets each report once.",
        });
        routes.MapGet(Path + "/{id}", (RegisterStore store, string id) =>
            RegisterId.Parse(id) is { } number && store.Report(number) is { } found
                ? new JsonAnswer<ReportRow>(Row(found), ServerJsonOptions.Readable.ReportRow)
                : Failure.NotFound("There is no such report in this register."))
        .Describes<ReportRow>(new ApiOperation("getReport", "A report.", "/v1/reports/{report}")
        {
            Parameters = [ApiParameters.InPath("id", "Printed number of the report.", "r0abc123def456")],
        });
    }

    private static ReportRow Row(ListedReport r) => new(RegisterId.Print(r.Report.Number, 'r'), r.Event, RegisterId.Print(r.Report.Document.Number, 'd'), r.Report.Document.Publisher, r.Report.Document.Header.Published, r.Report.Quote, r.Report.Report);
}
