using Chancery.Register.Chronologies;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Relations;

/// <summary>A chronology as a document of Word.</summary>
internal sealed class ChronologyFile(RegisterStore store, EventQuery query, string title, string name) : IResult
{
    /// <summary>Events of one document; of more nobody reads a chronology from the first to the last page.</summary>
    private const int Most = 5000;

    public async Task ExecuteAsync(HttpContext http)
    {
        using var file = new MemoryStream();
        ChronologyDocx.Write(file, title, Outline.Of(store.All(query with { Order = EventOrder.Oldest, Limit = 1000, After = null }).Take(Most)));
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.docx\"";
        await http.Response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), http.RequestAborted);
    }
}
