using System.Globalization;

namespace Chancery.Reading.Text;

/// <summary>The rows of <c>composition.tsv</c>: combining classes, decompositions, and what composes.</summary>
internal sealed class CompositionTable
{
    private readonly Dictionary<int, byte> _classes = [];
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<(int, int), int> _composites = [];
    private readonly HashSet<int> _mayChange = [];

    public static CompositionTable Load()
    {
        using var stream = typeof(CompositionTable).Assembly.GetManifestResourceStream("composition.tsv")
            ?? throw new InvalidOperationException("composition.tsv is not built in");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var table = new CompositionTable();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') table.Add(line.Split('\t'));
        // Vowels and tails of Hangul join what stands before them.
        for (var c = 0x1161; c < 0x11C3; c++) table._mayChange.Add(c);
        return table;
    }

    /// <summary>Canonical combining class.</summary>
    public byte Class(int rune) => _classes.GetValueOrDefault(rune);

    /// <summary>One step of canonical decomposition, or null.</summary>
    public int[]? Decomposition(int rune) => _decompositions.GetValueOrDefault(rune);

    /// <summary>The primary composite of two, or null.</summary>
    public int? Composite(int first, int second) => _composites.TryGetValue((first, second), out var whole) ? whole : null;

    /// <summary>True for what may stand otherwise in form C, alone or behind something.</summary>
    public bool MayChange(int rune) => _mayChange.Contains(rune);

    private void Add(string[] cells)
    {
        var rune = Hex(cells[0]);
        if (byte.Parse(cells[1], CultureInfo.InvariantCulture) is > 0 and var mark)
        {
            _classes[rune] = mark;
            _mayChange.Add(rune);
        }
        if (cells[2].Length == 0) return;
        int[] parts = [.. cells[2].Split(' ').Select(Hex)];
        _decompositions[rune] = parts;
        if (cells[3] == "no") _mayChange.Add(rune);
        else
        {
            _composites[(parts[0], parts[1])] = rune;
            _mayChange.Add(parts[1]);
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
