using Chancery.Reading.Frames;
using Chancery.Reading.Packs;
using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Reading.Tests.Frames;

public sealed class TriggerGateTests
{
    private static readonly DataRoot s_root = DataRoot.Find();
    private static readonly Lexicons.Lexicon s_lexicon = Lexicons.Lexicon.Open(s_root, "en");
    private static readonly FrameSet s_frames = FrameSet.Open(s_root, "en", s_lexicon, ReaderScope.Diplomacy);
    private static readonly ReadyPattern s_pattern = s_frames.All[0];

    [Fact]
    public void A_pattern_that_was_never_learned_opens()
    {
        var shut = new TriggerGate(new sbyte[TriggerGate.Rows], 1, 1, []);
        Assert.True(Opens(shut, 5));
    }

    [Fact]
    public void A_known_pattern_at_a_known_word_is_judged_and_at_another_word_opens()
    {
        var shut = new TriggerGate(new sbyte[TriggerGate.Rows], 1, 1, [TriggerGate.Key(s_pattern.Key, 5)]);
        Assert.False(Opens(shut, 5));
        Assert.True(Opens(shut, 6));
    }

    [Fact]
    public void A_gate_that_was_written_judges_as_before()
    {
        var random = new Random(1);
        var weights = new sbyte[TriggerGate.Rows];
        for (var i = 0; i < weights.Length; i++) weights[i] = (sbyte)random.Next(-127, 128);
        var gate = new TriggerGate(weights, 0.01f, 0.3f, [1, 2]);
        var path = Path.Combine(Path.GetTempPath(), $"gate-{Guid.NewGuid():N}.bin");
        gate.Write(path);
        var read = TriggerGate.Load(path);
        File.Delete(path);
        uint[] features = [1, 7, 99, uint.MaxValue];
        Assert.Equal(gate.Score(features), read!.Score(features));
    }

    [Fact]
    public void What_tells_told_triggers_from_others_is_learned()
    {
        var fit = new GateFit([TriggerGate.Key(1, 1)], 0);
        for (var i = 0; i < 50; i++)
        {
            fit.Learn(new SeenTrigger(1, [1], [10, 20], true));
            fit.Learn(new SeenTrigger(1, [1], [10, 30], false));
        }
        Assert.True(fit.Best(Sentence(20)) > 0);
        Assert.True(fit.Best(Sentence(30)) < 0);
        Assert.Equal(float.PositiveInfinity, fit.Best(new SeenSentence(9, false, false, [new SeenTrigger(1, [2], [10, 30], false)])));
    }

    [Fact]
    public void The_gate_that_ships_leaves_the_meaning_of_a_plain_report_alone()
    {
        var reader = Reader.Open(s_root);
        Assert.Contains(reader.Read(new Article("Kyrgyz President Sadyr Japarov arrived in Moscow on Monday for talks with Vladimir Putin.") { Language = "en" }).Events, e => e.Type == "visit");
        Assert.Empty(reader.Read(new Article("The team arrived late and the visit to the dentist was put off.") { Language = "en" }).Events);
    }

    private static SeenSentence Sentence(uint feature) => new(9, false, false, [new SeenTrigger(1, [1], [10, feature], false)]);

    private static bool Opens(TriggerGate gate, uint lexeme)
    {
        string[] forms = ["They", "met", "in", "Geneva", "."];
        var document = Conllu.ToDocument([new ConlluSentence([.. forms.Select(f => new ConlluWord(f, "_", "_", "_", "_", 0, "_", true, 0))], null, false, null)]);
        var words = new Lexicons.WordView(s_lexicon);
        words.Bind(document);
        return gate.Opens(new SentenceView(0, document.Sentences[0], []), new TriggerView(document, words, [], false), 1, lexeme, [s_pattern]);
    }
}
