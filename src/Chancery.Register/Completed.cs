using System.Collections.Immutable;
using Chancery.Reading.Reports;

namespace Chancery.Register;

/// <summary>Readings that came as JSON may leave out lists; inside the register a list is never missing.</summary>
public static class Completed
{
    /// <summary>The report with an empty list wherever one was left out.</summary>
    public static Report Of(Report report) => report with
    {
        Participants = Some(report.Participants),
        Topics = Some(report.Topics),
        Instruments = Some(report.Instruments),
        Attribution = Some(report.Attribution),
        Evidence = Some(report.Evidence),
        Plover = report.Plover.Contexts.IsDefault ? report.Plover with { Contexts = [] } : report.Plover,
    };

    private static ImmutableArray<T> Some<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
