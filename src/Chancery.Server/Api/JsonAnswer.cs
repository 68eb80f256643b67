using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Server.Answers;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Api;

/// <summary>An answer for programs only: JSON with a tag of its content, and the next page in a link too.</summary>
internal sealed class JsonAnswer<T>(T model, JsonTypeInfo<T> json, string? next = null) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        if (next is not null) http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return Tagged.Write(http, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(model, json));
    }
}
