using System.CommandLine;

namespace Chancery.Cli.Register;

/// <summary>How an answer is printed: <c>--as</c>, and the switches of the contract.</summary>
internal sealed class FormatOption : Option<string?>
{
    private readonly string _default;
    private readonly Option<bool> _json = new("--json") { Description = "Same as --as json." };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours; NO_COLOR does the same." };

    private FormatOption(string[] formats) : base("--as")
    {
        _default = formats[0];
        Description = $"Form of the answer: {string.Join(", ", formats)}.";
        HelpName = "FORMAT";
        this.AcceptOnlyFromAmong(formats);
    }

    public static FormatOption Create(params string[] formats) => new(formats);

    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_noColor);
    }

    public string Of(ParseResult parsed) => parsed.GetValue(_json) ? "json" : parsed.GetValue(this) ?? _default;

    public bool NoColor(ParseResult parsed) => parsed.GetValue(_noColor);
}
