using Chancery.Server.Languages;
using System.Collections.Immutable;
using System.ComponentModel;
using Chancery.Register;
using Chancery.Server.Events;
using Chancery.Storage;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Chancery.Server.Agents;

/// <summary>Six tools for agents (Model Context Protocol). All only read, and every answer carries the sentences behind it.</summary>
[McpServerToolType]
public sealed partial class RegisterTools(RegisterStore store, OfficeBook offices, ILogger<RegisterTools> logger)
{
    private const int MostEvents = 100;
    private const int Around = 183;

    /// <summary>Events by filters.</summary>
    [McpServerTool(Name = "find_events", Title = "Find events", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Finds diplomatic events (visits, talks, calls, summits, signings, awards, statements …) by states, person, type, status, dates, place or words. Each comes with a sentence of a source and its id.")]
    public FoundEvents FindEvents(
        [Description("States that all take part: codes or names separated by commas, as RUS,KGZ")] string? between = null,
        [Description("Words of a participant's name")] string? person = null,
        [Description("Types separated by commas: visit, talks, call, summit, signing, agreement, ceremony, exercise, award, statement …")] string? type = null,
        [Description("planned, ongoing, occurred, postponed, cancelled, denied, unconfirmed; separated by commas")] string? status = null,
        [Description("Ends on this day or later: 2023-10-12, 2023-10 or 2023")] string? since = null,
        [Description("Begins on this day or earlier")] string? until = null,
        [Description("Country, city or venue")] string? place = null,
        [Description("Words that all occur")] string? text = null,
        [Description("Most events, 1 to 100")] int limit = 20,
        [Description("True for the latest first")] bool newest = false,
        [Description("What the answer before gave as next")] string? after = null) => Guard(() =>
    {
        var asked = Asked.Query(between, person, type, status, since, until, place, text);
        var page = store.Find(asked with { Limit = Math.Clamp(limit, 1, MostEvents), Order = newest ? EventOrder.Newest : EventOrder.Oldest, After = after });
        return new FoundEvents([.. page.Items.Select(AgentViews.Event)], page.Next);
    });

    /// <summary>One event whole.</summary>
    [McpServerTool(Name = "get_event", Title = "Get an event", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("An event with its life from first announcement, its parts, documents, and every report with its sentence.")]
    public WholeEvent GetEvent([Description("Any id the event ever had, as find_events gives it")] string id) => Guard(() => AgentViews.Whole(Page(id)));

    /// <summary>The sentences behind an event.</summary>
    [McpServerTool(Name = "evidence", Title = "Evidence of an event", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The sentences that say what the register says of an event, for each value of each field, those against it too.")]
    public EventEvidence Evidence([Description("Id of the event")] string id, [Description("Only this field: start, end, place, status, participant …")] string? field = null) => Guard(() => AgentViews.Evidence(Page(id), field));

    /// <summary>Who held an office.</summary>
    [McpServerTool(Name = "who_held_office", Title = "Who held an office when", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Who held an office of a state or organisation on a day, or which offices a person held; by the register's table of tenures, with events around that day in which they take part. Give a state (and office), or a person.")]
    public OfficeHolders WhoHeldOffice(
        [Description("State or organisation, by code or name")] string? of = null,
        [Description("Office: president, prime minister, foreign minister …; heads of state and of government where left out")] string? office = null,
        [Description("Name of a person instead")] string? person = null,
        [Description("Day, 2023-10-12; today where left out")] string? on = null) => Guard(() =>
    {
        var day = Asked.Day(on, first: true);
        ImmutableArray<HeldOffice> held;
        if (person is { Length: > 0 }) held = offices.OfPerson(person, day);
        else if (of is { Length: > 0 }) held = offices.OfHolder(States.Find(of) ?? offices.Organisation(of) ?? throw new FormatException($"'{of}' is no state and no organisation"), office, day ?? store.Today);
        else throw new FormatException("give 'of' (a state or organisation) or 'person'");
        var names = held.Select(h => h.Person).Append(person).OfType<string>().Where(n => n.Length > 0).Distinct().Take(5);
        var at = day ?? store.Today;
        var seen = names.SelectMany(n => store.Find(new EventQuery { Person = n, Since = day is null ? null : at.AddDays(-Around), Until = at.AddDays(Around), Order = EventOrder.Newest, Limit = 5 }).Items).DistinctBy(e => e.Id);
        return new OfficeHolders(held, "data/knowledge/tenures.tsv", [.. seen.Select(AgentViews.Event)]);
    });

    /// <summary>What happened, in order.</summary>
    [McpServerTool(Name = "timeline", Title = "Timeline", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("What two states did with each other, or one state or person took part in, day by day; each entry with a sentence of a source.")]
    public FoundEvents Timeline(
        [Description("One or two states separated by a comma, by code or name, as Russia,Kyrgyzstan")] string? states = null,
        [Description("Name of a person instead, or beside")] string? person = null,
        [Description("First day: 2023-10-12, 2023-10 or 2023")] string? since = null,
        [Description("Last day")] string? until = null,
        [Description("Most entries, 1 to 100")] int limit = 50,
        [Description("What the answer before gave as next")] string? after = null) => Guard(() =>
    {
        if (string.IsNullOrWhiteSpace(states) && string.IsNullOrWhiteSpace(person)) throw new FormatException("give 'states' or 'person'");
        var page = store.Find(Asked.Query(states, person, null, null, since, until, null, null) with { Limit = Math.Clamp(limit, 1, MostEvents), After = after });
        return new FoundEvents([.. page.Items.Select(AgentViews.Event)], page.Next);
    });

    /// <summary>Why the register says so.</summary>
    [McpServerTool(Name = "explain", Title = "Explain an event", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Why the register says what it says of an event: for each field the rule that chose its value, the sentences for and against and the line of the data pack that read each, how the status came about, and what people judged.")]
    public Explanation Explain([Description("Id of the event")] string id) => Guard(() => AgentViews.Explanation(Page(id)));

    private EventPage Page(string id) => id.Length <= 64 && store.Event(id) is { } found ? new EventAnswers(store, Wording.English).Of(found) : throw new FormatException($"there is no event '{id}' in this register; find_events gives ids");

    // What was asked wrongly is told to the agent, so that it can ask better; any other fault is not.
    private T Guard<T>(Func<T> answer)
    {
        try { return answer(); }
        catch (FormatException e) { throw new McpException(e.Message, e); }
        catch (RegisterStoreException e) { throw new McpException(e.Message, e); }
        catch (Exception e)
        {
            Log(logger, e);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A tool failed")]
    private static partial void Log(ILogger logger, Exception e);
}
