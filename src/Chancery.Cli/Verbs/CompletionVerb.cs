using System.CommandLine;
using System.Text;

namespace Chancery.Cli.Verbs;

/// <summary><c>completion SHELL</c>: a script that completes verbs and options.</summary>
internal static class CompletionVerb
{
    public static Command Create(Func<RootCommand> root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish; reference prints docs/cli.md" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "reference");
        var command = new Command("completion", "Prints a script that completes verbs, options and files in a shell.\n\nExample: source <(chancery completion bash)") { shell };
        command.SetAction(parsed =>
        {
            var words = Words(root(), "").ToList();
            Console.Write(parsed.GetValue(shell) switch { "bash" => Bash(words), "zsh" => Zsh(words), "fish" => Fish(words), _ => Reference.Write(root()) });
            return ExitCode.Done;
        });
        return command;
    }

    // Each command path ("data check") with what may follow it.
    private static IEnumerable<(string Path, string[] Next)> Words(Command command, string path)
    {
        var subcommands = command.Subcommands.Where(c => !c.Hidden).ToArray();
        yield return (path, [.. subcommands.Select(c => c.Name), .. command.Options.Where(o => !o.Hidden).Select(o => o.Name), "--help"]);
        foreach (var subcommand in subcommands)
            foreach (var inner in Words(subcommand, path.Length == 0 ? subcommand.Name : $"{path} {subcommand.Name}"))
                yield return inner;
    }

    private static string Bash(List<(string Path, string[] Next)> words) => $$"""
        _chancery() {
          local word=${COMP_WORDS[COMP_CWORD]} path= i next
          for ((i = 1; i < COMP_CWORD; i++)); do case ${COMP_WORDS[i]} in -*) ;; *) path="${path:+$path }${COMP_WORDS[i]}" ;; esac; done
          while :; do
            case $path in
        {{Cases(words, "next=")}}
            esac
            [[ -n $next || -z $path ]] && break
            [[ $path == *" "* ]] && path=${path% *} || path=
          done
          COMPREPLY=($(compgen -W "$next" -- "$word") $(compgen -f -- "$word"))
        }
        complete -o filenames -F _chancery chancery ./chancery

        """;

    private static string Zsh(List<(string Path, string[] Next)> words) => $$"""
        #compdef chancery
        _chancery() {
          local path= next= i
          for ((i = 2; i < CURRENT; i++)); do case ${words[i]} in -*) ;; *) path="${path:+$path }${words[i]}" ;; esac; done
          while :; do
            case $path in
        {{Cases(words, "next=")}}
            esac
            [[ -n $next || -z $path ]] && break
            [[ $path == *" "* ]] && path=${path% *} || path=
          done
          compadd -- ${=next}
          _files
        }
        compdef _chancery chancery ./chancery

        """;

    private static string Cases(List<(string Path, string[] Next)> words, string assign) =>
        string.Join('\n', words.Select(w => $"      \"{w.Path}\") {assign}\"{string.Join(' ', w.Next)}\" ;;"));

    private static string Fish(List<(string Path, string[] Next)> words)
    {
        var script = new StringBuilder();
        foreach (var (path, next) in words)
        {
            var condition = path.Length == 0 ? "__fish_use_subcommand" : string.Join("; and ", path.Split(' ').Select(p => $"__fish_seen_subcommand_from {p}"));
            foreach (var word in next)
                script.Append("complete -c chancery -n '").Append(condition).Append("' ").AppendLine(word.StartsWith("--", StringComparison.Ordinal) ? $"-l {word[2..]}" : word.StartsWith('-') ? $"-s {word[1..]}" : $"-a {word}");
        }
        return script.ToString();
    }
}
