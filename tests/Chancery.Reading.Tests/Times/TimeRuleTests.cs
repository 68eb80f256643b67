using Chancery.Reading.Times;

namespace Chancery.Reading.Tests.Times;

/// <summary>Every rule's examples are read by that rule, with that span and value; in its rejects it stays silent.</summary>
public sealed class TimeRuleTests
{
    public static TheoryData<string, string> Examples => Rows(r => r.Examples);

    public static TheoryData<string, string> Rejects => Rows(r => r.Rejects);

    private static TheoryData<string, string> Rows(Func<TimeRuleRow, string[]> lines)
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in TimesFixture.Tagger.Rules.DistinctBy(r => r.Id))
            foreach (var line in lines(rule.Row)) rows.Add(rule.Id, line);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads(string rule, string example)
    {
        var (open, close, equals) = (example.IndexOf('[', StringComparison.Ordinal), example.IndexOf(']', StringComparison.Ordinal), example.LastIndexOf(" = ", StringComparison.Ordinal));
        var text = string.Concat(example.AsSpan(0, open), example.AsSpan(open + 1, close - open - 1), example.AsSpan(close + 1, equals - close - 1));
        var expected = $"{example[(open + 1)..close]} = {example[(equals + 3)..]} by {rule}";
        var found = TimesFixture.Read(text, TimesFixture.Tagger.Pack.Published).Select(m => $"{m.Span.Slice(text)} = {m.Value?.Value} by {m.Rule}").ToList();
        Assert.True(found.Contains(expected), $"{expected} is not in {string.Join("; ", found)}");
    }

    [Theory]
    [MemberData(nameof(Rejects))]
    public void StaysSilent(string rule, string text) =>
        Assert.DoesNotContain(TimesFixture.Tagger.Tag(TimesFixture.Cut(text)), m => m.Rule == rule);

    [Fact]
    public void EveryRuleHasExamplesAndRejects()
    {
        var bare = TimesFixture.Tagger.Rules.Where(r => !r.Row.Inner && (r.Row.Rejects.Length == 0 || r.Row.Examples.Length == 0 && !r.Row.Set.ContainsKey("flag") && r.Row.Kind != "anniversary"));
        Assert.Empty(bare.Select(r => r.Id));
        Assert.Equal(TimesFixture.Tagger.Pack.Rules.Length, TimesFixture.Tagger.Pack.Rules.Select(r => r.Id).Distinct().Count());
    }
}
