using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Server.Languages;

/// <summary>A language of the pages: the tables of <c>data/interface</c>, built into the program.</summary>
internal sealed class InterfaceLanguage
{
    private const string Root = "interface/";

    private InterfaceLanguage(string code, string name, PluralRule plural)
    {
        (Code, Name, Plural) = (code, name, plural);
        Texts = Table($"{code}/texts.tsv", "key");
        States = Table($"{code}/states.tsv", "state");
        Names = Table($"{code}/names.tsv", "name");
        StateCodes = States.GroupBy(p => p.Value, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase);
        Originals = Names.GroupBy(p => p.Value, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Code as <c>lang</c> attributes have it.</summary>
    public string Code { get; }

    /// <summary>Its name in itself.</summary>
    public string Name { get; }

    /// <summary>Forms of counted words.</summary>
    public PluralRule Plural { get; }

    /// <summary>Texts by key.</summary>
    public FrozenDictionary<string, string> Texts { get; }

    /// <summary>Names of states by code; empty for the language that the register's own tables are in.</summary>
    public FrozenDictionary<string, string> States { get; }

    /// <summary>Names of people, places, organisations by the name in the register.</summary>
    public FrozenDictionary<string, string> Names { get; }

    /// <summary>Codes of states by name.</summary>
    public FrozenDictionary<string, string> StateCodes { get; }

    /// <summary>The register's name by the name in this language.</summary>
    public FrozenDictionary<string, string> Originals { get; }

    /// <summary>All languages; the first is that of the register's own words.</summary>
    public static ImmutableArray<InterfaceLanguage> All { get; } = [.. Rows("languages.tsv").Select(r => new InterfaceLanguage(r["language"], r["name"], PluralRule.Parse(r["plural"])))];

    /// <summary>A language by its code, or null.</summary>
    public static InterfaceLanguage? Find(string? code) => All.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));

    private static FrozenDictionary<string, string> Table(string file, string key) => Rows(file).ToFrozenDictionary(r => r[key], r => r["text"], StringComparer.Ordinal);

    private static List<Dictionary<string, string>> Rows(string file)
    {
        var rows = new List<Dictionary<string, string>>();
        // A language need not name every state or person; what it does not name is said in the register's words.
        if (typeof(InterfaceLanguage).Assembly.GetManifestResourceStream(Root + file) is not { } stream) return rows;
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != header.Length) throw new FormatException($"{file}: '{line}' has {cells.Length} cells, the header {header.Length}");
            rows.Add(header.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
        return rows;
    }
}
