using System.CommandLine;
using System.Text;

namespace Chancery.Cli;

/// <summary>Writes docs/cli.md out of the commands themselves; a test compares the two.</summary>
internal static class Reference
{
    public static string Write(RootCommand root)
    {
        var text = new StringBuilder();
        text.AppendLine("# The command line");
        text.AppendLine();
        text.AppendLine("Written by `chancery completion reference`; a test says when it is out of date.");
        text.AppendLine("Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part (what failed is listed on stderr), 4 a check failed.");
        text.AppendLine("Settings: flags over `CHANCERY_*` variables over `chancery.json`.");
        foreach (var command in root.Subcommands.Where(c => !c.Hidden)) Command(command, "chancery", text);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Command(Command command, string path, StringBuilder text)
    {
        var name = $"{path} {command.Name}";
        text.AppendLine();
        text.Append(path == "chancery" ? "## " : "### ").AppendLine(name);
        text.AppendLine();
        foreach (var line in (command.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.AppendLine(line.StartsWith("Example: ", StringComparison.Ordinal) ? $"Example: `{line[9..]}`  " : line).Append(line.StartsWith("Example: ", StringComparison.Ordinal) ? "" : "\n");
        var rows = command.Arguments.Where(a => !a.Hidden).Select(a => ($"`{a.Name}`", a.Description, Default(a)))
            .Concat(command.Options.Where(o => !o.Hidden).Select(o => ($"`{string.Join("`, `", [o.Name, .. o.Aliases])}`{(o.HelpName is { } help ? " " + help : "")}", o.Description, Default(o)))).ToArray();
        if (rows.Length > 0)
        {
            text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
            foreach (var (what, description, preset) in rows) text.AppendLine($"| {what} | {(description ?? "").Replace("|", "\\|", StringComparison.Ordinal)}{preset} |");
        }
        foreach (var inner in command.Subcommands.Where(c => !c.Hidden)) Command(inner, name, text);
    }

    // What depends on the machine is described by the option itself.
    private static string Default(Symbol symbol)
    {
        if (symbol.Description?.Contains("default", StringComparison.OrdinalIgnoreCase) == true) return "";
        var value = symbol switch
        {
            Option { HasDefaultValue: true } option => option.GetDefaultValue(),
            Argument { HasDefaultValue: true } argument => argument.GetDefaultValue(),
            _ => null,
        };
        return value switch
        {
            null or false or "" => "",
            string[] { Length: 0 } => "",
            string[] list => $" (default {string.Join(' ', list)})",
            IFormattable number => $" (default {number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)})",
            _ => $" (default {value})",
        };
    }
}
