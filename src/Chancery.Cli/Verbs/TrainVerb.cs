using System.CommandLine;
using Chancery.Cli.Training;

namespace Chancery.Cli.Verbs;

/// <summary><c>train WHAT</c>: trains the language models that ship, one subcommand a model.</summary>
internal static class TrainVerb
{
    public static Command Create() => new("train", "Trains the language models.\n\nExample: chancery train syntax --language en --from ../shared/gold")
    {
        SyntaxTraining.Create(),
        NamesTraining.Create(),
        GateTraining.Create(),
    };
}
