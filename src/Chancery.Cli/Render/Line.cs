using Spectre.Console;

namespace Chancery.Cli.Render;

/// <summary>How a piece of a line looks.</summary>
internal enum Look { Plain, Strong, Faint, Heading, Good, Waiting, Bad, Quote }

/// <summary>A line of the terminal: pieces, each with a look. Laid out before it is printed, so that it can be tested as text.</summary>
internal sealed class Line
{
    private readonly List<(string Text, Look Look)> _pieces = [];

    public int Width { get; private set; }

    public Line Add(string text, Look look = Look.Plain)
    {
        if (text.Length > 0) _pieces.Add((text, look));
        Width += text.Length;
        return this;
    }

    /// <summary>Spaces up to a column.</summary>
    public Line To(int column) => Width < column ? Add(new string(' ', column - Width)) : this;

    public override string ToString() => string.Concat(_pieces.Select(p => p.Text)).TrimEnd();

    public void Write(IAnsiConsole console)
    {
        foreach (var (text, look) in _pieces) console.Write(new Text(text, StyleOf(look)));
        console.WriteLine();
    }

    private static Style StyleOf(Look look) => look switch
    {
        Look.Strong => new Style(decoration: Decoration.Bold),
        Look.Faint => new Style(Color.Grey),
        Look.Heading => new Style(Color.Blue, decoration: Decoration.Bold),
        Look.Good => new Style(Color.Green),
        Look.Waiting => new Style(Color.Yellow),
        Look.Bad => new Style(Color.Red),
        Look.Quote => new Style(Color.Grey, decoration: Decoration.Italic),
        _ => Style.Plain,
    };
}
