using System.Globalization;
using Chancery.Register;
using Chancery.Server.Listing;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Chancery.Server.Api;

/// <summary>Reads what is asked of articles and reports from an address.</summary>
internal static class SourceFilters
{
    private const int PageSize = 100;
    private static readonly string[] s_names = ["source", "language", "since", "until", "event", "article", "type", "limit"];

    /// <exception cref="FormatException">A value that is none; the message says what to write.</exception>
    public static SourceQuery Read(IQueryCollection address) => new()
    {
        Source = Text(address, "source"), Language = Text(address, "language"), Event = Text(address, "event"), Document = Text(address, "article"), Type = Text(address, "type"),
        Since = Day(Text(address, "since"), first: true), Until = Day(Text(address, "until"), first: false),
        Limit = Limit(Text(address, "limit"), PageSize), After = Text(address, "after"),
    };

    /// <summary>Address of the next page, or null on the last.</summary>
    public static string? Next(HttpContext http, string? place)
    {
        if (place is null) return null;
        var kept = s_names.Select(n => new KeyValuePair<string, string>(n, http.Request.Query[n].ToString())).Where(p => p.Value.Length > 0).Append(new("after", place));
        return http.Request.Path.ToUriComponent() + new QueryBuilder(kept);
    }

    public static string? Text(IQueryCollection address, string name) => address[name].ToString().Trim() is not { Length: > 0 } text ? null
        : text.Length <= EventFilters.LongestText ? text : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{name}' takes {EventFilters.LongestText} characters at most"));

    public static DateOnly? Day(string? text, bool first)
    {
        if (text is null) return null;
        var range = DayRange.Parse(text) ?? throw new FormatException($"'{text}' is no date; write 2023-10-12, 2023-10 or 2023");
        return DateOnly.FromDayNumber(first ? range.First : range.Last);
    }

    public static int Limit(string? text, int otherwise) => text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= EventFilters.LargestPage ? limit
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no size of a page; write 1 to {EventFilters.LargestPage}"));

    /// <summary>What <see cref="Read"/> understands, for the reference.</summary>
    public static ApiParameter[] Parameters(params string[] more) =>
    [
        new("source", "Publisher.", "kremlin.ru"),
        new("language", "Language of the text, ISO 639-1.", "en"),
        new("since", "Published on this day or later: 2023-10-12, 2023-10 or 2023.", "2023"),
        new("until", "Published on this day or earlier.", "2024"),
        .. more.Select(name => name switch
        {
            "event" => new ApiParameter("event", "Id of an event: only its reports."),
            "article" => new ApiParameter("article", "Id of an article: only its reports.", "sha256:kremlin"),
            _ => new ApiParameter("type", "Type of the contract.", "visit") { Values = [.. TypeRule.All.Select(r => r.Type)] },
        }),
        ApiParameters.Limit, ApiParameters.After,
    ];
}
