using System.Buffers;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Times;

/// <summary>Finds the times of a document by the rules of a language. Safe for any number of threads.</summary>
public sealed class TimeTagger
{
    private readonly TimeLexicon _lexicon = new();
    private readonly TimeShapes _shapes;
    private readonly TimeMatcher _matcher;

    private TimeTagger(TimePack pack, string language)
    {
        Pack = pack;
        Language = language;
        _shapes = new TimeShapes(pack.Suffixes, pack.NumericOrder);
        foreach (var row in pack.Words) _lexicon.Add(row[0], row[1], row[2], row[3]);
        var compiler = new TimePatternCompiler(_lexicon, pack);
        // Each pattern is matched by itself, so that the longest wins among those of one rule too.
        Rules = [.. pack.Rules.SelectMany(row => row.Match.Select(pattern => (row, pattern))).Select((r, i) => RuleOf(r.row, r.pattern, i, compiler, language))];
        _matcher = new TimeMatcher(_lexicon, Rules, compiler.OfGroups(Rules));
        _lexicon.Freeze();
        _matcher.Prepare();
        Tenses = new TenseReader(_lexicon, pack);
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    internal TimePack Pack { get; }

    internal TimeRule[] Rules { get; }

    internal TenseReader Tenses { get; }

    /// <summary>The same with the examples of the rules, which the compiled pack leaves out.</summary>
    internal static TimeTagger OpenSources(DataRoot root, string language) => new(TimePack.FromSources(root, language), language);

    /// <summary>Opens the rules of a language, compiling them where they are newer than what was compiled.</summary>
    /// <exception cref="FormatException">A rule or a table cannot be read; the message names it.</exception>
    /// <exception cref="IOException">The language has no files for times.</exception>
    public static TimeTagger Open(DataRoot root, string language) => new(TimePack.Open(root, language), language);

    private static TimeRule RuleOf(TimeRuleRow row, string pattern, int index, TimePatternCompiler compiler, string language) => new(index, $"{language}.time.{row.Id}", row, compiler.Compile(row.Id, pattern))
    {
        Kind = row.Kind is null ? null : Enum.Parse<FormKind>(row.Kind, true),
        Groups = [.. row.Group.Select(compiler.Group)],
        Sets = [.. row.Set.Select(s => (TimeCodes.Slot(s.Key), TimeCodes.Parse(TimeCodes.Slot(s.Key), s.Value)))],
        Context = new TimeContext(compiler.Test(row.After), compiler.Test(row.NotAfter), compiler.Test(row.Before), compiler.Test(row.NotBefore)),
    };

    /// <summary>The times of a whole document, in order, none overlapping; values are still to be resolved.</summary>
    public List<TimeMention> Tag(Document document) => Tag(document, 0, document.Sentences.Length);

    /// <summary>The times of a range of sentences (half-open).</summary>
    public List<TimeMention> Tag(Document document, int firstSentence, int endSentence)
    {
        var mentions = new List<TimeMention>();
        if (firstSentence >= endSentence) return mentions;
        var count = document.Tokens.Length;
        var masks = ArrayPool<ulong>.Shared.Rent(count);
        var ids = ArrayPool<int>.Shared.Rent(count * 2);
        var tokens = new TimeTokens { Masks = masks.AsSpan(0, count), Entries = ids.AsSpan(0, count), Numbers = ids.AsSpan(count, count), Tokens = document.Tokens };
        // One token more on either side: rules look at their neighbours.
        Look(document, tokens, Math.Max(0, document.Sentences[firstSentence].First - 1), Math.Min(count, document.Sentences[endSentence - 1].End + 1));
        for (var s = firstSentence; s < endSentence; s++) TagSentence(document, document.Sentences[s], tokens, mentions);
        ArrayPool<ulong>.Shared.Return(masks);
        ArrayPool<int>.Shared.Return(ids);
        return mentions;
    }

    private void Look(Document document, in TimeTokens tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            ref readonly var token = ref tokens.Tokens[i];
            var form = document.Text.AsSpan(token.Start, token.Length);
            tokens.Entries[i] = 0;
            tokens.Numbers[i] = 0;
            if (char.IsAsciiDigit(form[0])) { tokens.Masks[i] = _shapes.Classify(form, out tokens.Numbers[i]); continue; }
            var id = tokens.Entries[i] = _lexicon.Find(form);
            tokens.Masks[i] = _lexicon.Mask(id, i > 0 && (tokens.Tokens[i - 1].Shape & TokenShape.Punctuation) != 0 ? token.Shape | TokenShape.SentenceStart : token.Shape);
        }
    }

    private void TagSentence(Document document, Sentence sentence, in TimeTokens tokens, List<TimeMention> mentions)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!_matcher.CanStart(tokens, i, sentence.End)) continue;
            var match = default(TimeMatch);
            var end = _matcher.Longest(tokens, i, sentence.End, null, 0, ref match, out var rule);
            if (end < 0) continue;
            if (match.Form.Get(TimeSlot.Flag, 0) >= 0) mentions.Add(MentionOf(document, i, end, match, rule!));
            i = end - 1;
        }
    }

    private static TimeMention MentionOf(Document document, int first, int end, in TimeMatch match, TimeRule rule)
    {
        var mention = new TimeMention(document.Span(first, end), first, end, match.Form, rule.Id);
        if (!match.IsRange) return mention;
        var from = new TimeMention(document.Span(match.FormFirst, match.FormEnd), match.FormFirst, match.FormEnd, match.Form, rule.Id);
        var until = new TimeMention(document.Span(match.OtherFirst, match.OtherEnd), match.OtherFirst, match.OtherEnd, match.Other, rule.Id);
        return mention with { Parts = [from, until] };
    }
}
