using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>What lists say of single words: parts of the names of persons, places, states, organisations, and how often raw text writes them with a capital.</summary>
public sealed class WordMarks
{
    private readonly Dictionary<string, int> _marks = [];

    /// <summary>First name of some person.</summary>
    public const int Given = 1;

    /// <summary>Last name of some person.</summary>
    public const int Family = 2;

    /// <summary>A place of one word.</summary>
    public const int Place = 4;

    /// <summary>Part of a place's name of several words.</summary>
    public const int PlacePart = 8;

    /// <summary>A state or its people.</summary>
    public const int State = 16;

    /// <summary>Part of an organisation's name.</summary>
    public const int Organisation = 32;

    /// <summary>Mostly in lower case.</summary>
    public const int Lower = 64;

    /// <summary>Mostly with a capital inside sentences.</summary>
    public const int Upper = 128;

    /// <summary>Number of words with a mark.</summary>
    public int Count => _marks.Count;

    /// <summary>Marks the words of a name: the only word, the first, the last, those between.</summary>
    public void AddName(string name, int single, int first, int last, int between)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            // "of", "and", "the": what is written small in a name says nothing.
            if (words[i].Length > 1 && char.IsUpper(words[i][0]))
                Add(words[i].TrimEnd(',', '.'), words.Length == 1 ? single : i == 0 ? first : i == words.Length - 1 ? last : between);
    }

    /// <summary>Counts capitals inside sentences and marks the words seen often enough.</summary>
    public void AddCapitals(IEnumerable<string[]> sentences)
    {
        var counts = new Dictionary<string, (int Lower, int Upper)>();
        foreach (var sentence in sentences)
        {
            // Headlines and lines in capitals would count for the wrong side.
            if (sentence.Count(f => char.IsLower(f[0])) * 2 < sentence.Length) continue;
            foreach (var form in sentence.Skip(1))
            {
                if (!char.IsLetter(form[0])) continue;
                ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, Lexicon.Normal(form), out _);
                if (char.IsUpper(form[0])) count.Upper++; else count.Lower++;
            }
        }
        foreach (var (word, (lower, upper)) in counts)
            if (lower + upper >= 2 && (lower > 4 * upper || upper > 4 * lower)) Add(word, lower > upper ? Lower : Upper);
    }

    private void Add(string word, int mark)
    {
        if (word.Length == 0) return;
        var normal = Lexicon.Normal(word);
        _marks[normal] = _marks.GetValueOrDefault(normal) | mark;
    }

    internal WordTable ToTable() => WordTable.Of(_marks);
}
