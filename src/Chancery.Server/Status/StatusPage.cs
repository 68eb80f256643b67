using System.Collections.Immutable;
using Chancery.Storage;

namespace Chancery.Server.Status;

/// <summary>How this server and its register are.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Runtime">Of .NET.</param>
/// <param name="Started">When this server was started.</param>
/// <param name="Size">How much is in the register.</param>
/// <param name="Waiting">Open questions of each kind, up to a hundred.</param>
/// <param name="Faults">The last faults, latest first.</param>
public sealed record StatusPage(string Version, string Runtime, DateTimeOffset Started, Size Size, ImmutableDictionary<string, int> Waiting, ImmutableArray<Fault> Faults)
{
    private const int Counted = 100;
    private static readonly DateTimeOffset s_started = DateTimeOffset.UtcNow;
    private static readonly string s_version = typeof(StatusPage).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    internal static StatusPage Of(RegisterStore store, RecentFaults faults) => new(s_version, Environment.Version.ToString(), s_started, store.Size(), WaitingOf(store), faults.Latest);

    /// <summary>Open questions by kind.</summary>
    internal static ImmutableDictionary<string, int> WaitingOf(RegisterStore store) =>
        Enum.GetValues<QuestionKind>().ToImmutableDictionary(k => k.ToString().ToLowerInvariant(), k => store.Questions(Counted, k).Length);
}
