using Chancery.Reading.Knowledge.Compile;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Knowledge;

/// <summary>All that is known of states, people, places, organisations, offices …, compiled from <c>data/</c> into one file that is mapped, not loaded.</summary>
/// <remarks>Safe for use by many threads at once. Names are found over word ids (words first, then <see cref="Match"/>); what a name means is
/// never decided here: all candidates are given.</remarks>
public sealed unsafe partial class KnowledgePack : IDisposable
{
    private readonly PackFile _file;
    private readonly int* _textOffsets;
    private readonly char* _textChars;
    private readonly int _textCount;
    private readonly string?[] _texts;

    private KnowledgePack(PackFile file)
    {
        _file = file;
        _textOffsets = file.Pointer<int>(PackSection.TextOffsets, out var offsets);
        _textCount = offsets - 1;
        _textChars = file.Pointer<char>(PackSection.TextChars, out _);
        _texts = new string?[_textCount];
        OpenWords();
        OpenNames();
        _states = new State?[RowCount(PackTable.States)];
    }

    /// <summary>Opens the pack of a data folder; makes it first where it is missing or its sources are newer.</summary>
    /// <exception cref="FormatException">A table is broken; the message names file and line.</exception>
    public static KnowledgePack Open(DataRoot root) => new(PackFile.Map(PackCompiler.Ensure(root)));

    /// <summary>Opens a compiled pack as it is.</summary>
    /// <exception cref="InvalidDataException">No pack of this version.</exception>
    public static KnowledgePack OpenFile(string path) => new(PackFile.Map(path));

    /// <summary>ISO 639-1 codes by the numbers of <see cref="Candidate.Language"/>; number 0 is any language.</summary>
    public IReadOnlyList<string> Languages => _languages ??= [.. _file.Section<int>((int)PackSection.Languages).ToArray().Select(Text)];

    private string[]? _languages;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // Strings are made once each and kept; two threads may make the same one, which does no harm.
    internal string Text(int number) => number == 0 ? "" : _texts[number] ??= new string(TextSpan(number));

    private ReadOnlySpan<char> TextSpan(int number) => new(_textChars + _textOffsets[number], _textOffsets[number + 1] - _textOffsets[number]);

    private ReadOnlySpan<int> Rows(PackTable table) => _file.Section<int>((int)PackSection.Tables + (int)table);

    private ReadOnlySpan<int> Row(PackTable table, int row)
    {
        var width = TableLayout.Width(table);
        return Rows(table).Slice(row * width, width);
    }

    internal int RowCount(PackTable table) => Rows(table).Length / TableLayout.Width(table);

    // Rows are sorted by their first cell (ordinal), so an id is found by bisection.
    private int IndexOf(PackTable table, ReadOnlySpan<char> id)
    {
        var rows = Rows(table);
        var width = TableLayout.Width(table);
        int low = 0, high = rows.Length / width - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = TextSpan(rows[middle * width]).SequenceCompareTo(id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }
}
