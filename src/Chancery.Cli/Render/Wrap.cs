namespace Chancery.Cli.Render;

/// <summary>Breaks text at spaces.</summary>
internal static class Wrap
{
    public static IEnumerable<string> Words(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0) yield return line;
    }

    /// <summary>At most so many lines; what is cut ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Words(string text, int width, int most)
    {
        var lines = Words(text.ReplaceLineEndings(" "), width).Take(most + 1).ToList();
        if (lines.Count <= most) return lines;
        lines.RemoveAt(most);
        var last = lines[^1];
        if (last.Length + 2 > width && last.LastIndexOf(' ') is > 0 and var cut) last = last[..cut];
        lines[^1] = last.TrimEnd('.', ',', ';', ' ') + " …";
        return lines;
    }
}
