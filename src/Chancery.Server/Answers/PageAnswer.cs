using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Server.Failures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Server.Answers;

/// <summary>One model, answered as a page or as JSON.</summary>
/// <typeparam name="TView">Component that shows it; its parameters are <c>Page</c> and <c>Json</c> (address of the twin).</typeparam>
/// <typeparam name="TModel">The model.</typeparam>
internal sealed class PageAnswer<TView, TModel>(TModel model, JsonTypeInfo<TModel> json, int status = StatusCodes.Status200OK) : IResult
    where TView : IComponent
{
    public Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Vary = "Accept, Accept-Language, Cookie";
        return AnswerForms.Of(http) switch
        {
            AnswerForm.Json => Json(http),
            AnswerForm.Page => Html(http),
            // A failure is said in words whatever was asked for.
            _ when status >= StatusCodes.Status400BadRequest => Html(http),
            _ => Failure.NotFound("This page has no such form; it can be had as .json.").ExecuteAsync(http),
        };
    }

    private Task Json(HttpContext http) => Tagged.Write(http, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(model, json));

    /// <summary>Rendered apart from Blazor's endpoints, because these pages need no script, no key ring and no state between two requests.</summary>
    private async Task Html(HttpContext http)
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { ["Page"] = model, ["Json"] = AnswerForms.Twin(http, ".json") };
            var output = await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(parameters));
            return output.ToHtmlString();
        });
        await Tagged.Write(http, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }
}
