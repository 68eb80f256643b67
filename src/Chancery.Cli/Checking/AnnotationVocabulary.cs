using System.Collections.Frozen;

namespace Chancery.Cli.Checking;

/// <summary>The words that an annotation may use (docs/contract.md).</summary>
internal static class AnnotationVocabulary
{
    public static FrozenSet<string> Keys { get; } = Words("id event type subtype status start end place participants topics name instruments honour anniversary attribution partOf evidence");
    public static FrozenSet<string> HeaderKeys { get; } = Words("title source published language url");
    public static FrozenSet<string> Types { get; } = Words("visit talks call summit signing agreement ceremony exercise award statement appointment expulsion sanction aid mediation support cooperation request demand disapproval rejection threat protest mobilisation coercion assault concession retreat investigation other");
    public static FrozenSet<string> Statuses { get; } = Words("planned ongoing occurred postponed cancelled denied");
    public static FrozenSet<string> VisitSubtypes { get; } = Words("state official official-working working private unofficial transit goodwill");
    public static FrozenSet<string> Kinds { get; } = Words("person state organisation body group");
    public static FrozenSet<string> Roles { get; } = Words("visitor host party signatory awarder recipient speaker target organiser participant mediator donor sender");
    public static FrozenSet<string> Fields { get; } = Words("trigger who when where status attribution");
    public static FrozenSet<string> Styles { get; } = Words("wire readout feature local brief");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
