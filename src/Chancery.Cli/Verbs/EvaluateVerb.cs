using System.CommandLine;
using Chancery.Cli.Evaluation;
using Chancery.Cli.Evaluation.Events;

namespace Chancery.Cli.Verbs;

/// <summary><c>evaluate TASK PATH</c>: scores against gold, one subcommand a task (files of Evaluation/).</summary>
internal static class EvaluateVerb
{
    public static Command Create() => new("evaluate", "Scores against gold, as a table or as JSON.\n\nExample: chancery evaluate events corpus/test")
    {
        EventsEvaluation.Create(),
        MergingEvaluation.Create(),
        HistorianEvaluation.Create(),
        StaysEvaluation.Create(),
        SpeedEvaluation.Create(),
        TimesEvaluation.Create(),
        PlacesEvaluation.Create(),
        SyntaxEvaluation.Create(),
        NamesEvaluation.Create(),
        PloverEvaluation.Create(),
        AttributionEvaluation.Create(),
        FloorsEvaluation.Create(Create),
    };
}
