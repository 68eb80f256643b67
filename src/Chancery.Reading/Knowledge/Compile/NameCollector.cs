using System.Runtime.InteropServices;
using Chancery.Reading.Text;

namespace Chancery.Reading.Knowledge.Compile;

/// <summary>Collects names as rows of words, each with the entry it stands for and the variants under which it is also met.</summary>
internal sealed class NameCollector(Func<string, bool> isAbbreviation, LetterPlainer plainer)
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<Token> _tokens = [];
    private readonly List<int> _current = [];

    /// <summary>Words of all names, by the numbers used in <see cref="Names"/>.</summary>
    public IReadOnlyDictionary<string, int> Words => _words;

    /// <summary>Names: words and candidate.</summary>
    public List<(int[] Words, Candidate Candidate)> Names { get; } = [];

    /// <summary>Adds a name under all its variants: as it is, without diacritics, without hyphens, without apostrophes.</summary>
    public void Add(EntryKind kind, int index, NameForm form, int language, byte prior, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || index < 0) return;
        var candidate = new Candidate(kind, index, form, NeedOf(kind, form, text), language, prior);
        foreach (var variant in Variants(text)) AddExact(candidate, variant);
    }

    /// <summary>Adds the words of a text to the vocabulary without a name.</summary>
    public void AddWords(string text)
    {
        Tokenise(text, true);
        foreach (var token in _tokens) Word(text.AsSpan(token.Start, token.Length));
    }

    private IEnumerable<string> Variants(string text)
    {
        yield return text;
        var plain = plainer.Plain(text);
        if (plain != text) yield return plain;
        if (plain.Contains('-', StringComparison.Ordinal)) yield return plain.Replace('-', ' ');
        var bare = plain.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (bare != plain && !plain.EndsWith("'s", StringComparison.Ordinal)) yield return bare;
    }

    private void AddExact(Candidate candidate, string text)
    {
        Tokenise(text, true);
        var words = Ids(text);
        Names.Add((words, candidate));
        if (!text.Contains('.', StringComparison.Ordinal)) return;
        // A dot that an abbreviation keeps in running text stands alone elsewhere.
        Tokenise(text, false);
        var other = Ids(text);
        if (!other.AsSpan().SequenceEqual(words)) Names.Add((other, candidate));
    }

    private void Tokenise(string text, bool abbreviations)
    {
        _tokens.Clear();
        // A word behind it, so that the dot of "Jr." does not look like the end of a paragraph.
        Tokenizer.Tokenize(text + " x", w => abbreviations && isAbbreviation(w.ToString()), _tokens);
        _tokens.RemoveAt(_tokens.Count - 1);
    }

    private int[] Ids(string text)
    {
        _current.Clear();
        foreach (ref var token in CollectionsMarshal.AsSpan(_tokens)) _current.Add(Word(text.AsSpan(token.Start, token.Length)));
        return [.. _current];
    }

    private int Word(ReadOnlySpan<char> form)
    {
        var folded = WordFolding.Fold(form.ToString());
        if (_words.TryGetValue(folded, out var id)) return id;
        id = _words.Count;
        _words.Add(folded, id);
        return id;
    }

    private static NameCase NeedOf(EntryKind kind, NameForm form, string text)
    {
        if (kind is EntryKind.Office or EntryKind.Document or EntryKind.Generic) return NameCase.Free;
        var letters = text.Where(char.IsLetter).ToArray();
        if (letters.Length == 0) return NameCase.Free;
        // "Unesco" and "Asean" are written so too; shorter ones would be words ("Who", "It").
        if (letters.Length > 1 && letters.All(char.IsUpper)) return letters.Length >= 5 ? NameCase.FirstAndLast : NameCase.AllCaps;
        if (form is NameForm.Acronym or NameForm.Code && letters.Count(char.IsUpper) > 1 && letters.Length <= 4) return NameCase.First;
        var first = text.First(char.IsLetter);
        if (!char.IsUpper(first)) return NameCase.Free;
        // "Kim Jong-un": what follows a hyphen counts for itself.
        var last = text.LastIndexOfAny([' ', '-']);
        return last > 0 && last + 1 < text.Length && char.IsLower(text[last + 1]) ? NameCase.First : NameCase.FirstAndLast;
    }
}
