using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Chancery.Intake;

namespace Chancery.Cli.Extraction;

/// <summary>What the verbs that take documents (<c>extract</c>, <c>ingest</c>) ask for.</summary>
internal sealed class IntakeArguments
{
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files or folders, or - for stdin: plain text, Markdown, HTML, RSS/Atom, JSON Lines, JSON, gz of these",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<DateOnly?> Published { get; } = new("--published")
    {
        Description = "Day of publication of all documents, as 2023-10-12",
        HelpName = "DATE",
        CustomParser = Day,
    };

    public Option<string?> Source { get; } = new("--source") { Description = "Publisher of all documents: a host or a name", HelpName = "NAME" };

    public Option<string?> Language { get; } = new("--language") { Description = "Language of all documents, as en", HelpName = "CODE" };

    public IntakeArguments() => Paths.Validators.Add(result =>
    {
        // A misspelt option would otherwise be taken for a file that is missing.
        foreach (var token in result.Tokens)
            if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value)) result.AddError($"no such option '{token.Value}'");
    });

    /// <summary>Adds all of them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(Paths);
        command.Add(Published);
        command.Add(Source);
        command.Add(Language);
    }

    /// <summary>The options of intake that were given.</summary>
    public IntakeOptions Options(ParseResult parsed, IntakeMeter? meter) => new()
    {
        Published = parsed.GetValue(Published),
        Source = parsed.GetValue(Source),
        Language = parsed.GetValue(Language),
        Meter = meter,
        StandardInput = Console.OpenStandardInput,
    };

    private static DateOnly? Day(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"--published '{written}' is no day; write it as 2023-10-12");
        return null;
    }
}
