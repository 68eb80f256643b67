using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Cli.Evaluation;

/// <summary><c>evaluate floors</c>: every figure of a file of floors is measured again; one that has fallen fails.</summary>
/// <remarks>The file maps what follows <c>evaluate</c> on a command line to measures by their path in its JSON. A number is the least
/// that is allowed, <c>{"most": n}</c> the most. Floors only rise: <c>--raise</c> lifts them to what is reached.</remarks>
internal static class FloorsEvaluation
{
    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Func<Command> evaluate)
    {
        var path = new Argument<string>("FILE") { Description = "The file of floors", DefaultValueFactory = _ => "eval/floors.json" };
        var raise = new Option<bool>("--raise") { Description = "Writes what is reached where it is more than the floor" };
        var command = new Command("floors", "Measures every figure of a file of floors again and fails (exit 4) where one has fallen. Sets that are not here are passed over.\n\nExample: chancery evaluate floors eval/floors.json") { path, raise };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(path)!;
            var floors = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            var fallen = floors.Sum(task => Task(evaluate(), task.Key, task.Value!.AsObject(), parsed.GetValue(raise)));
            if (parsed.GetValue(raise)) File.WriteAllText(file, floors.ToJsonString(s_written) + "\n");
            Console.WriteLine(fallen == 0 ? "every floor holds" : $"{fallen} figures are below their floor");
            return fallen == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static int Task(Command evaluate, string task, JsonObject floors, bool raise)
    {
        var words = task.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(w => w.Contains('/') && !File.Exists(w) && !Directory.Exists(w)) is { } missing)
        {
            Console.WriteLine($"evaluate {task}: passed over, {missing} is not here");
            return 0;
        }
        var measured = Run(evaluate, [.. words, "--json"]);
        return floors.ToArray().Count(floor => HasFallen(task, floor.Key, floors, measured, raise));
    }

    private static bool HasFallen(string task, string measure, JsonObject floors, JsonNode measured, bool raise)
    {
        var most = floors[measure] is JsonObject limit ? (double?)limit["most"] : null;
        var bound = most ?? (double)floors[measure]!;
        if (Value(measured, measure) is not { } value) throw new FormatException($"evaluate {task} prints no measure '{measure}'");
        var fallen = most is null ? value < bound : value > bound;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(fallen ? "FALLEN" : "holds ")} evaluate {task}: {measure} {value:0.####} ({(most is null ? "floor" : "ceiling")} {bound:0.####})"));
        if (raise && !fallen && most is null) floors[measure] = Math.Max(bound, Math.Floor(value * 1000) / 1000);
        if (raise && !fallen && most is not null) floors[measure] = new JsonObject { ["most"] = value };
        return fallen;
    }

    private static double? Value(JsonNode measured, string path)
    {
        var node = measured;
        foreach (var name in path.Split('.')) node = node?[name];
        return node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
    }

    // The same code that the command line runs, its output caught.
    private static JsonNode Run(Command evaluate, string[] words)
    {
        var (console, caught) = (Console.Out, new StringWriter());
        Console.SetOut(caught);
        try
        {
            var code = evaluate.Parse(words).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            if (code != ExitCode.Done) throw new FormatException($"evaluate {string.Join(' ', words)} ended with exit code {code}");
        }
        finally { Console.SetOut(console); }
        return JsonNode.Parse(caught.ToString()) ?? throw new FormatException($"evaluate {string.Join(' ', words)} printed no JSON");
    }
}
