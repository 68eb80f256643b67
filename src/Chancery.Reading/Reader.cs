using Chancery.Reading.Actors;
using Chancery.Reading.Attributions;
using Chancery.Reading.Events;
using Chancery.Reading.Frames;
using Chancery.Reading.Knowledge;
using Chancery.Reading.Lexicons;
using Chancery.Reading.Packs;
using Chancery.Reading.Places;
using Chancery.Reading.Reports;
using Chancery.Reading.Syntax;
using Chancery.Reading.Text;
using Chancery.Reading.Times;

namespace Chancery.Reading;

/// <summary>The deterministic reader: an article in, reports with evidence out.</summary>
public sealed class Reader : IReader
{
    private readonly KnowledgePack _pack;
    private readonly Lexicon _lexicon;
    private readonly CommonWords _common;
    private readonly FrameSet _frames;
    private readonly OfficeStates _officeStates;
    private readonly NameOrders _nameOrders;
    private readonly Regions _regions;
    private readonly LocalAdverbs _adverbs;
    private readonly PageFurniture _furniture;
    private readonly TimeTagger _times;
    private readonly SyntaxModel? _syntax;
    private readonly PlaceResolver _places;
    private readonly Lazy<NameModel>? _names;
    private readonly TriggerGate? _gate;
    private readonly Abbreviations _abbreviations;
    private readonly SpokenHead _heads;
    private readonly SpokenStatement _messages;
    private readonly IReadOnlySet<string> _again;

    private readonly ReaderScope _scope;

    private Reader(DataRoot root, string language, ReaderScope scope)
    {
        _scope = scope;
        _pack = KnowledgePack.Open(root);
        _lexicon = Lexicon.Open(root, language);
        _common = CommonWords.Open(root, language);
        _frames = FrameSet.Open(root, language, _lexicon, scope);
        _officeStates = OfficeStates.Open(root, language);
        _nameOrders = NameOrders.Open(root);
        _regions = Regions.Open(root, language);
        _adverbs = LocalAdverbs.Open(root, language);
        _furniture = PageFurniture.Open(root, language);
        _times = TimeTagger.Open(root, language);
        _abbreviations = Abbreviations.Open(root, language);
        _heads = SpokenHead.Open(root, language);
        _messages = SpokenStatement.Open(root, language);
        _again = LaterSources.Open(root, language);
        _places = new PlaceResolver(_pack, PlaceAbbreviations.Open(root, language), PlaceWeights.World);
        var model = root.Language(language, Path.Combine("models", "syntax.bin"));
        _syntax = File.Exists(model) ? SyntaxModel.Load(model) : null;
        var gate = root.Language(language, Path.Combine("models", "gate.bin"));
        _gate = _syntax is not null && File.Exists(gate) ? TriggerGate.Load(gate) : null;
        var names = root.Language(language, Path.Combine("models", "names.bin"));
        // Short texts seldom need it.
        _names = File.Exists(names) ? new Lazy<NameModel>(() => NameModel.Load(names)) : null;
    }

    /// <inheritdoc/>
    public string Version => "chancery-reader/1";

    /// <summary>Opens the reader of a language over its data pack.</summary>
    public static Reader Open(DataRoot root, string language = "en", ReaderScope scope = ReaderScope.Diplomacy) => new(root, language, scope);

    /// <inheritdoc/>
    public ArticleReading Read(Article article) => Read(article, null);

    /// <summary>Reads one article and measures its stages. A clock belongs to one thread.</summary>
    public ArticleReading Read(Article article, StageClock? clock)
    {
        clock?.Start();
        return Session(Tokenise(article, clock), _gate, clock).Read();
    }

    /// <summary>The sentences of an article that the words let through, and what they give when all of them are parsed.</summary>
    internal IReadOnlyList<SeenSentence> Triggers(Article article)
    {
        var session = Session(Tokenise(article, null), new TriggerRecorder(), null);
        session.Read();
        return session.Seen;
    }

    /// <summary>The source of each of some stretches of an article, in the order of the text; null where it names none.</summary>
    public IReadOnlyList<AttributedSource?> SourcesOf(Article article, IReadOnlyList<TextSpan> contents)
    {
        var document = Tokenise(article, null);
        _syntax?.Analyse(document, [.. Enumerable.Range(0, document.Sentences.Length)]);
        var words = new WordView(_lexicon);
        words.Bind(document);
        var finder = new SourceFinder(document, words);
        return [.. contents.Select(finder.Of)];
    }

    /// <summary>Writes what each stage found, one token a line: for people who mend patterns.</summary>
    public void Dump(Article article, TextWriter output)
    {
        Session(Tokenise(article, null), _gate, null).Dump(output);
    }

    private ArticleSession Session(Document document, ITriggerJudge? judge, StageClock? clock) =>
        new(_pack, _lexicon, _common, _frames, _officeStates, _nameOrders, _regions, _adverbs, _furniture, _times, _syntax, _names, _places, _heads, _messages, _again, document, _scope) { Clock = clock, Judge = judge };

    private Document Tokenise(Article article, StageClock? clock)
    {
        var document = DatelineCutter.Cut(_abbreviations.Cut(article));
        clock?.Count(document.Tokens.Length);
        clock?.Lap("tokens and sentences");
        _pack.AssignWords(document);
        clock?.Lap("words");
        return document;
    }
}
