using Chancery.Reading.Packs;
using Chancery.Reading.Text;
using Chancery.Reading.Times;

namespace Chancery.Reading.Tests.Times;

/// <summary>English rules, opened once.</summary>
internal static class TimesFixture
{
    public static readonly DataRoot Root = DataRoot.Find();
    public static readonly TimeTagger Tagger = TimeTagger.OpenSources(Root, "en");
    public static readonly TimeResolver Resolver = new(Tagger);
    private static readonly Abbreviations s_abbreviations = Abbreviations.Open(Root, "en");

    public static Document Cut(string text) => s_abbreviations.Cut(new Article(text));

    public static List<TimeMention> Read(string text, DateOnly? published, TenseHint tense = TenseHint.Unknown)
    {
        var document = Cut(text);
        return Resolver.Resolve(Tagger.Tag(document), document, published, _ => tense);
    }

    /// <summary>Mentions as "text=value" with bars between.</summary>
    public static string Line(string text, string? published, TenseHint tense = TenseHint.Unknown) =>
        string.Join(" | ", Read(text, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture), tense)
            .Where(m => m.Value is not null).Select(m => $"{m.Span.Slice(text)}={m.Value!.Value}"));
}
