using System.Collections.Concurrent;
using Chancery.Reading;
using Chancery.Reading.Packs;

namespace Chancery.Intake.Extraction;

/// <summary>One reader a language, opened when the first document in it comes.</summary>
public sealed class Readers(Func<string, IReader?> open)
{
    private readonly ConcurrentDictionary<string, Lazy<IReader?>> _readers = new(StringComparer.Ordinal);

    /// <summary>The readers of the packs in <c>data/languages</c>.</summary>
    public static Readers OfPacks(ReaderScope scope = ReaderScope.Diplomacy)
    {
        var root = DataRoot.Find();
        return new Readers(language => Languages(root).Contains(language) ? Reader.Open(root, language, scope) : null);
    }

    /// <summary>Codes of the languages that can be read.</summary>
    public static string[] Languages(DataRoot root) =>
        [.. Directory.GetDirectories(Path.Combine(root.Source, "languages")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>The reader of a language, or null where there is no pack for it.</summary>
    public IReader? For(string language) => _readers.GetOrAdd(language, l => new Lazy<IReader?>(() => open(l))).Value;
}
