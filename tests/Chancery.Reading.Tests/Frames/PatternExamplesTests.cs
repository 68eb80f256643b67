using Chancery.Reading.Frames;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;
using Chancery.Reading.Reports;

namespace Chancery.Reading.Tests.Frames;

/// <summary>Every pattern of every frame proves itself: its examples fire, its rejects stay silent, and it has both.</summary>
public sealed class PatternExamplesTests
{
    private static readonly DataRoot s_root = DataRoot.Find();
    private static readonly Lazy<Reader> s_diplomacy = new(() => Reader.Open(s_root));
    private static readonly Lazy<Reader> s_wide = new(() => Reader.Open(s_root, scope: ReaderScope.Plover));
    private static readonly FrameSet s_frames = FrameSet.Open(s_root, "en", Lexicon.Open(s_root, "en"), ReaderScope.Plover);

    public static TheoryData<string> Ids => [.. s_frames.All.Select(p => p.Pattern.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds(string id)
    {
        var ready = Of(id);
        var wrong = new List<string>();
        if (ready.Pattern.Examples.Length == 0) wrong.Add("has no examples");
        if (ready.Pattern.Rejects.Length == 0) wrong.Add("has no rejects");
        foreach (var example in ready.Pattern.Examples)
            if (!Read(ready, example).Any(e => e.Type == ready.Frame.Type && e.Evidence.Any(v => v.Rule == id))) wrong.Add($"silent on: {example}");
        foreach (var reject in ready.Pattern.Rejects)
            if (Read(ready, reject).Any(e => e.Type == ready.Frame.Type)) wrong.Add($"fired on: {reject}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryIdStandsOnce() => Assert.Empty(s_frames.All.GroupBy(p => p.Pattern.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void EverySubtypeIsInTheListOfItsFrame() => Assert.Empty(s_frames.All
        .Where(p => p.Frame.Subtypes.Length > 0 && p.Pattern.Subtype is { } subtype && !p.Frame.Subtypes.Contains(subtype))
        .Select(p => p.Pattern.Id));

    private static ReadyPattern Of(string id) => s_frames.All.First(p => p.Pattern.Id == id);

    // A pattern of the wide scope is read by the reader of the wide scope.
    private static IEnumerable<Report> Read(ReadyPattern ready, string text) =>
        (ready.File.Scope is ReaderScope.Plover ? s_wide : s_diplomacy).Value.Read(new Article(text)).Events;
}
