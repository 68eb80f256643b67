using Chancery.Reading.Reports;

namespace Chancery.Register;

/// <summary>Finds the sentence to quote for a report.</summary>
public static class Quotes
{
    private const int Longest = 400;
    private const int LongEnough = 40;

    /// <summary>The sentence around the first trigger where the text is at hand, else the longest slice of evidence, else null.</summary>
    public static string? Of(Report report, string? text)
    {
        var evidence = report.Evidence.IsDefaultOrEmpty ? [] : report.Evidence;
        if (text is not null && evidence.FirstOrDefault(e => e.Field == "trigger") is { } trigger && Sentence(text, trigger.Start) is { } sentence) return sentence;
        if (evidence.FirstOrDefault(e => e.Field == "trigger" && e.Text.Length >= LongEnough) is { } cell) return cell.Text.Length <= Longest ? cell.Text : cell.Text[..Longest] + "…";
        return evidence.Select(e => e.Text).Where(t => t.Length > 0).MaxBy(t => t.Length);
    }

    /// <summary>The sentence that holds a code point of a text.</summary>
    private static string? Sentence(string text, int codePoint)
    {
        var at = 0;
        for (var n = codePoint; n > 0 && at < text.Length; n--) at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        if (at >= text.Length) return null;
        var (start, end) = SentenceAround(text, at);
        var sentence = text[start..end].Trim();
        return sentence.Length is > 0 and <= Longest ? sentence : sentence.Length == 0 ? null : sentence[..Longest] + "…";
    }

    /// <summary>The sentence that holds an offset of a text, half-open, in UTF-16 units; it may begin or end with white space.</summary>
    public static (int Start, int End) SentenceAround(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] != '\n' && !Ends(text, start - 1)) start--;
        var end = at;
        while (end < text.Length && text[end] != '\n' && !Ends(text, end)) end++;
        if (end < text.Length && text[end] != '\n') end++;
        return (start, end);
    }

    /// <summary>A full stop, question or exclamation mark before white space and a capital, and not after an initial or a short title.</summary>
    private static bool Ends(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?') || at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1])) return false;
        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        var word = at;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return text[at] != '.' || at - word > 3 || at - word > 1 && char.IsLower(text[word]);
    }
}
