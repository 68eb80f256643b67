using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;

namespace Chancery.Reading.Frames;

/// <summary>A pattern made ready: its slots parsed, its trigger words in the lexicon.</summary>
internal sealed class ReadyPattern(Pattern pattern, FrameDefinition frame, FramePatterns file)
{
    public Pattern Pattern { get; } = pattern;

    public FrameDefinition Frame { get; } = frame;

    public FramePatterns File { get; } = file;

    /// <summary>In the order of the pattern, so that who fits two roles gets the first.</summary>
    public KeyValuePair<string, SlotName[]>[] Roles { get; } = [.. pattern.Roles.Select(r => KeyValuePair.Create(r.Key, SlotName.ParseAll(r.Value)))];

    public SlotName[] ThingSlots { get; } = SlotName.ParseAll(pattern.ThingIn);

    /// <summary>Hash of the pattern's id.</summary>
    public uint Key { get; } = TriggerView.Hash(pattern.Id);

    public HashSet<int> Support { get; } = [];

    public HashSet<int> Things { get; } = [];

    public HashSet<int> NotThings { get; } = [];

    public HashSet<int> NamedThings { get; } = [];

    public HashSet<int> Over { get; } = [];

    public HashSet<int> NotTo { get; } = [];
}

/// <summary>All frames with the patterns of one language, indexed by trigger word.</summary>
internal sealed class FrameSet
{
    private readonly Dictionary<int, List<ReadyPattern>> _verbs = [];
    private readonly Dictionary<int, List<ReadyPattern>> _nouns = [];

    public Dictionary<string, FrameDefinition> Definitions { get; } = [];

    /// <summary>Patterns of a stay, which a place and no word triggers.</summary>
    public List<ReadyPattern> Stays { get; } = [];

    public List<ReadyPattern> All { get; } = [];

    public static FrameSet Open(DataRoot root, string language, Lexicon lexicon, ReaderScope scope)
    {
        var set = new FrameSet();
        var frames = Directory.GetFiles(Path.Combine(root.Source, "frames"), "*.yaml").Order(StringComparer.Ordinal).ToArray();
        foreach (var d in FrameFile.Definitions(CompiledYaml.Read(root, "frames", frames))) set.Definitions[d.Type] = d;
        var files = Directory.GetFiles(root.Language(language, "frames"), "*.yaml").Order(StringComparer.Ordinal).ToArray();
        foreach (var file in FrameFile.Patterns(CompiledYaml.Read(root, $"{language}.frames", files)).Where(f => f.Scope is null || f.Scope <= scope))
            foreach (var pattern in file.Patterns.Where(p => !p.Narrow || scope == ReaderScope.Diplomacy)) set.Add(pattern, file, lexicon);
        return set;
    }

    /// <summary>Patterns that a word may trigger; null where none.</summary>
    public List<ReadyPattern>? ByVerb(int lexeme) => _verbs.GetValueOrDefault(lexeme);

    public List<ReadyPattern>? ByNoun(int lexeme) => _nouns.GetValueOrDefault(lexeme);

    private void Add(Pattern pattern, FramePatterns file, Lexicon lexicon)
    {
        if (!Definitions.TryGetValue(file.Frame, out var frame)) throw new FormatException($"pattern {pattern.Id}: no frame {file.Frame} in data/frames");
        var ready = new ReadyPattern(pattern, frame, file);
        All.Add(ready);
        if (pattern.Stay) Stays.Add(ready);
        foreach (var verb in pattern.Verbs) Index(_verbs, lexicon.Add(verb, true, false), ready);
        foreach (var noun in pattern.Nouns) Index(_nouns, lexicon.Add(noun, false, true), ready);
        foreach (var verb in pattern.Support) ready.Support.Add(lexicon.Add(verb, true, false).Index);
        foreach (var thing in pattern.Things) ready.Things.Add(lexicon.Add(thing, false, true).Index);
        if (Array.Exists(ready.ThingSlots, s => s.Kind == SlotKind.Complement))
            foreach (var thing in pattern.Things) ready.Things.Add(lexicon.Add(thing, true, false).Index);
        foreach (var thing in pattern.NamedThings) ready.NamedThings.Add(lexicon.Add(thing, false, true).Index);
        foreach (var thing in pattern.NotThings) ready.NotThings.Add(lexicon.Add(thing, false, true).Index);
        foreach (var noun in pattern.Over) ready.Over.Add(lexicon.Add(noun, false, true).Index);
        foreach (var verb in pattern.NotTo) ready.NotTo.Add(lexicon.Add(verb, true, false).Index);
    }

    private static void Index(Dictionary<int, List<ReadyPattern>> index, Lexeme lexeme, ReadyPattern pattern)
    {
        if (!index.TryGetValue(lexeme.Index, out var list)) index[lexeme.Index] = list = [];
        list.Add(pattern);
    }
}
