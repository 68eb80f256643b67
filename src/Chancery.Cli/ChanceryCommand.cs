using System.CommandLine;
using Chancery.Cli.Verbs;

namespace Chancery.Cli;

/// <summary>The verbs on one screen; each is a file of Verbs/.</summary>
internal static class ChanceryCommand
{
    public static RootCommand Create() => new("Chancery reads what is written about what states do with each other, and keeps a register of it.\n\nExample: chancery demo")
    {
        DemoVerb.Create(),
        ExtractVerb.Create(),
        IngestVerb.Create(),
        EventsVerb.Create(),
        ChronologyVerb.Create(),
        ExplainVerb.Create(),
        ReviewVerb.Create(),
        EnterVerb.Create(),
        CompareVerb.Create(),
        ChangesVerb.Create(),
        CoverageVerb.Create(),
        ExportVerb.Create(),
        ImportVerb.Create(),
        ServeVerb.Create(),
        UsersVerb.Create(),
        McpVerb.Create(),
        DataVerb.Create(),
        EvaluateVerb.Create(),
        BenchVerb.Create(),
        TrainVerb.Create(),
        DoctorVerb.Create(),
        CompletionVerb.Create(Create),
    };
}
