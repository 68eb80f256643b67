using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Chancery.Register;
using Chancery.Storage;

namespace Chancery.Cli.Register;

/// <summary>The filters of the contract, the same on every command that asks the register.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> _between = new("--between") { Description = "States that all take part: codes or names.", AllowMultipleArgumentsPerToken = true, HelpName = "STATE" };
    private readonly Option<string?> _person = new("--person") { Description = "Words of a participant's name.", HelpName = "NAME" };
    private readonly Option<string[]> _type = new("--type") { Description = "Types: visit, talks, signing …", AllowMultipleArgumentsPerToken = true, HelpName = "TYPE" };
    private readonly Option<string[]> _status = new("--status") { Description = "planned, ongoing, occurred, postponed, cancelled, denied, unconfirmed.", AllowMultipleArgumentsPerToken = true, HelpName = "STATUS" };
    private readonly Option<string?> _since = new("--since") { Description = "Ends on this day or later: 2023-10-12, 2023-10 or 2023.", HelpName = "DATE" };
    private readonly Option<string?> _until = new("--until") { Description = "Begins on this day or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _place = new("--place") { Description = "Country, city or venue.", HelpName = "PLACE" };
    private readonly Option<string?> _text = new("--text") { Description = "Full text: all words; \"in quotes\" together; word* for any ending.", HelpName = "WORDS" };
    private readonly Option<string?> _source = new("--source") { Description = "Reported by this publisher.", HelpName = "NAME" };
    private readonly Option<bool> _disputed = new("--disputed") { Description = "Only where sources disagree." };
    private readonly Option<bool> _newest = new("--newest") { Description = "Latest first." };
    private readonly Option<int?> _limit = new("--limit") { Description = "Most rows of a page.", HelpName = "N" };
    private readonly Option<string?> _after = new("--after") { Description = "Next page: what the page before printed as next.", HelpName = "PLACE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _between, _person, _type, _status, _since, _until, _place, _text, _source, _disputed, _newest, _limit, _after }) command.Options.Add(option);
    }

    /// <exception cref="FormatException">A state or date that is none.</exception>
    public EventQuery Query(ParseResult parsed, int limit) => new()
    {
        Between = [.. (parsed.GetValue(_between) ?? []).Select(State)],
        Person = parsed.GetValue(_person),
        Types = [.. parsed.GetValue(_type) ?? []],
        Statuses = [.. parsed.GetValue(_status) ?? []],
        Since = Day(parsed.GetValue(_since), first: true),
        Until = Day(parsed.GetValue(_until), first: false),
        Place = parsed.GetValue(_place),
        Text = parsed.GetValue(_text),
        Source = parsed.GetValue(_source),
        Disputed = parsed.GetValue(_disputed),
        Order = parsed.GetValue(_newest) ? EventOrder.Newest : EventOrder.Oldest,
        Limit = parsed.GetValue(_limit) ?? limit,
        After = parsed.GetValue(_after),
    };

    public ImmutableArray<string> Between(ParseResult parsed) => [.. (parsed.GetValue(_between) ?? []).Select(State)];

    public static string State(string text) => States.Find(text) ?? throw new FormatException($"'{text}' is no state; give a code such as KGZ or a name such as Kyrgyzstan");

    public static DateOnly? Day(string? text, bool first)
    {
        if (text is null) return null;
        var range = DayRange.Parse(text) ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no date; write 2023-10-12, 2023-10 or 2023"));
        return DateOnly.FromDayNumber(first ? range.First : range.Last);
    }
}
