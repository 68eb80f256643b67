using System.CommandLine;
using Chancery.Cli.Verbs;

namespace Chancery.Cli;

/// <summary>The verbs on one screen; each is a file of Verbs/.</summary>
internal static class ChanceryCommand
{
    private static readonly (string Name, Func<Command> Create)[] s_verbs =
    [
        ("demo", DemoVerb.Create),
        ("extract", ExtractVerb.Create),
        ("ingest", IngestVerb.Create),
        ("events", EventsVerb.Create),
        ("chronology", ChronologyVerb.Create),
        ("explain", ExplainVerb.Create),
        ("review", ReviewVerb.Create),
        ("enter", EnterVerb.Create),
        ("feeds", FeedsVerb.Create),
        ("compare", CompareVerb.Create),
        ("changes", ChangesVerb.Create),
        ("coverage", CoverageVerb.Create),
        ("export", ExportVerb.Create),
        ("import", ImportVerb.Create),
        ("serve", ServeVerb.Create),
        ("users", UsersVerb.Create),
        ("mcp", McpVerb.Create),
        ("data", DataVerb.Create),
        ("evaluate", EvaluateVerb.Create),
        ("bench", BenchVerb.Create),
        ("train", TrainVerb.Create),
        ("doctor", DoctorVerb.Create),
        ("completion", () => CompletionVerb.Create(Create)),
    ];

    /// <summary>All verbs.</summary>
    public static RootCommand Create() => Create(s_verbs);

    /// <summary>The verb that is called alone, where its name comes first: making the others takes a sixth of the start.</summary>
    public static RootCommand For(string[] args) => args is [var first, ..] && Array.Find(s_verbs, v => v.Name == first) is { Name: not null } verb ? Create([verb]) : Create();

    private static RootCommand Create((string Name, Func<Command> Create)[] verbs)
    {
        var root = new RootCommand("Chancery reads what is written about what states do with each other, and keeps a register of it.\n\nExample: chancery demo");
        foreach (var (_, create) in verbs) root.Add(create());
        return root;
    }
}
