using Chancery.Intake.Extraction;
using System.CommandLine;
using Chancery.Cli.Checking;
using Chancery.Cli.Data;
using Chancery.Reading;
using Chancery.Reading.Knowledge.Compile;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Verbs;

/// <summary><c>data build</c>, <c>data compile</c>: the tables of knowledge and what is compiled of them.</summary>
internal static class DataVerb
{
    public static Command Create() => new("data", "The data packs: build their tables, compile them, check them.\n\nExample: chancery data check")
    {
        Build(),
        Compile(),
        Check(),
    };

    private static Command Build()
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder of source files (GeoNames, Factbook, officeholders …)", Required = true };
        var command = new Command("build", "Makes data/knowledge/*.tsv of source files and of the tables in data/hand.\n\nExample: chancery data build --from ../shared/knowledge") { from };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(from)!;
            if (!folder.Exists) throw new DirectoryNotFoundException($"no folder {folder.FullName}");
            KnowledgeBuild.Run(folder.FullName, DataRoot.Find().Source, Console.Error);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Compile()
    {
        var command = new Command("compile", "Compiles the packs now, whatever their age.\n\nExample: chancery data compile");
        command.SetAction(_ =>
        {
            var path = PackCompiler.Compile(DataRoot.Find());
            Console.Error.WriteLine($"{path}: {new FileInfo(path).Length / 1_000_000.0:0.0} MB");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var fill = new Option<string?>("--fill") { Description = "Corpus folder whose annotations get their offsets written", HelpName = "FOLDER" };
        var tables = new Option<bool>("--tables-only") { Description = "Checks tables and corpus, not the patterns' examples (which need the reader)" };
        var command = new Command("check", "Checks that tables can be read and name their sources, that patterns read their examples and not their rejects, and that the corpus is annotated validly.\n\nExample: chancery data check\nExample: chancery data check --fill corpus") { fill, tables };
        command.SetAction(parsed =>
        {
            var root = DataRoot.Find();
            var folder = parsed.GetValue(fill);
            if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"no folder {folder}");
            var (findings, what) = Findings(root, folder, parsed.GetValue(tables));
            foreach (var finding in findings) Console.Error.WriteLine($"chancery: {finding.Where}: {finding.Message}");
            Console.WriteLine($"{what}: {(findings.Count == 0 ? "all right" : $"{findings.Count} findings")}");
            return findings.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static (List<Finding> Findings, string What) Findings(DataRoot root, string? fill, bool tablesOnly)
    {
        var findings = new List<Finding>();
        var corpus = new CorpusCheck(fill is not null);
        if ((fill ?? CorpusBeside(root)) is { } folder) findings.AddRange(corpus.Run(folder));
        if (fill is not null) return (findings, $"{corpus.Articles} articles with {corpus.Events} events");
        var (tables, sentences) = (0, 0);
        findings.AddRange(TableCheck.Run(root.Source, n => tables += n));
        findings.AddRange(new ReferenceCheck(root.Source).Run());
        findings.AddRange(ModelCheck.Run(root.Source));
        if (!tablesOnly)
            foreach (var language in Readers.Languages(root))
                findings.AddRange(PatternCheck.Run(root, language, Reader.Open(root, language), n => sentences += n));
        return (findings, $"{tables} tables, {sentences} examples and rejects, {corpus.Articles} articles with {corpus.Events} events");
    }

    private static string? CorpusBeside(DataRoot root) => Path.Combine(root.Source, "..", "corpus") is var path && Directory.Exists(path) ? Path.GetFullPath(path) : null;
}
