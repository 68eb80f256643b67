using System.CommandLine;
using Chancery.Cli.Data;
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
}
