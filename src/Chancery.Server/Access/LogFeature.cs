using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Chancery.Server.Answers;
using Chancery.Storage;
using Chancery.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Server.Access;

/// <summary><c>/log</c>: who did what, for keepers; nobody writes to it but the server itself.</summary>
internal static class LogFeature
{
    private const string Path = "/log";
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http, RegisterStore store, long? before) =>
    {
        var lines = store.Audit.Latest(PageSize, before ?? long.MaxValue);
        var path = AnswerForms.Of(http) == AnswerForm.Json ? Path + ".json" : Path;
        var next = lines.Length < PageSize ? null : string.Create(CultureInfo.InvariantCulture, $"{path}?before={lines[^1].Number}");
        return new PageAnswer<LogView, LogPage>(new LogPage(lines, before is null ? store.Audit.FirstBroken() : null, next), ServerJsonOptions.Readable.LogPage);
    }).RequireRole(Role.Keeper);
}

/// <summary>The log.</summary>
/// <param name="Lines">The latest first.</param>
/// <param name="Broken">First line that was changed outside of this program, or null; looked up on the first page.</param>
/// <param name="Next">Address of older lines, or null.</param>
public sealed record LogPage(ImmutableArray<AuditEntry> Lines, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Broken, string? Next);
