using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>The words that training knows: ids, counts, and for each form its features.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, FormEntry> _forms = [];
    private readonly int[] _counts;
    private readonly int _rows;

    /// <summary>Ids are given to <paramref name="trained"/> (the words of the treebanks, with counts) first, then to words known from raw text only.</summary>
    public Lexicon(IReadOnlyList<(string Word, int Count)> trained, IEnumerable<string> raw, int featureRows, WordMarks? marks = null)
    {
        _rows = featureRows;
        Marks = marks?.ToTable();
        TrainedWords = trained.Count;
        _counts = [0, .. trained.Select(t => t.Count)];
        Words = [.. trained.Select(t => t.Word), .. raw];
        Table = WordTable.Of(Words);
    }

    /// <summary>Normal forms; the id of a word is its place plus one.</summary>
    public IReadOnlyList<string> Words { get; }

    public int TrainedWords { get; }

    public WordTable Table { get; }

    /// <summary>What lists say of words, or null.</summary>
    public WordTable? Marks { get; }

    /// <summary>Number of times a word id stands in the treebanks.</summary>
    public int CountOf(int word) => word < _counts.Length ? _counts[word] : 0;

    public FormEntry Entry(string form)
    {
        if (_forms.TryGetValue(form, out var entry)) return entry;
        Span<int> features = stackalloc int[FormFeatures.Capacity];
        var n = FormFeatures.Write(form, features, _rows);
        if (Marks is not null) n = FormFeatures.WriteMarks(form, Marks.IdOf(form), features, n, _rows);
        return _forms[form] = new FormEntry(Table.IdOf(form), features[..n].ToArray());
    }

    public static string Normal(string form)
    {
        Span<char> normal = stackalloc char[64];
        return normal[..FormFeatures.Normalise(form, normal)].ToString();
    }

    /// <summary>Normal forms with their counts, the most frequent first.</summary>
    public static List<(string Word, int Count)> Count(IEnumerable<string> forms, int least)
    {
        var counts = new Dictionary<string, int>();
        foreach (var form in forms) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, Normal(form), out _)++;
        return [.. counts.Where(c => c.Value >= least).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];
    }
}

/// <summary>A form: the id of its word and the rows of its features.</summary>
internal sealed record FormEntry(int Word, int[] Features);
