using System.CommandLine;
using Chancery.Cli;
using Chancery.Cli.Verbs;

// The verbs on one screen; each is a file of Verbs/.
RootCommand root = null!;
root = new RootCommand("Chancery reads what is written about what states do with each other, and keeps a register of it.")
{
    ExtractVerb.Create(),
    IngestVerb.Create(),
    EventsVerb.Create(),
    ChronologyVerb.Create(),
    ExplainVerb.Create(),
    ReviewVerb.Create(),
    CompareVerb.Create(),
    ChangesVerb.Create(),
    CoverageVerb.Create(),
    ExportVerb.Create(),
    ImportVerb.Create(),
    DataVerb.Create(),
    EvaluateVerb.Create(),
    BenchVerb.Create(),
    TrainVerb.Create(),
    DoctorVerb.Create(),
    CompletionVerb.Create(() => root),
};
return ExitCode.Of(root, args);
