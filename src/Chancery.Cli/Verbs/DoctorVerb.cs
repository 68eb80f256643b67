using System.CommandLine;
using System.Text.Json.Nodes;
using Chancery.Cli.Health;
using Chancery.Cli.Register;
using Chancery.Cli.Talking;

namespace Chancery.Cli.Verbs;

/// <summary><c>doctor</c>: what is wrong with this installation.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var register = RegisterOption.Create();
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Looks at runtime, data packs, models, register and terminal, and says what is wrong and what to do.\n\nExample: chancery doctor") { register, json };
        command.SetAction(parsed =>
        {
            var checks = Examination.All(register.Where(parsed)).ToArray();
            if (parsed.GetValue(json)) Console.WriteLine(new JsonArray([.. checks.Select(c => (JsonNode)new JsonObject { ["what"] = c.What, ["state"] = c.State.ToString().ToLowerInvariant(), ["found"] = c.Found, ["remedy"] = c.Remedy })]).ToJsonString());
            else foreach (var check in checks) Write(check);
            return checks.Any(c => c.State == State.Wrong) ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return command;
    }

    private static void Write(Check check)
    {
        var mark = check.State switch { State.Right => "ok   ", State.Note => "note ", _ => "WRONG" };
        Console.WriteLine($"{mark}  {check.What,-18} {check.Found}");
        if (check.Remedy is not null) Console.WriteLine($"{"",-26}→ {check.Remedy}");
    }
}
