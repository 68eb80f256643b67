using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Reading.Tests.Syntax;

/// <summary>The backward passes against differences of the loss.</summary>
public sealed class GradientTests
{
    private const float Step = 1e-4f;

    [Fact]
    public void OfTaggerAndParser()
    {
        var settings = new SyntaxSettings { Hidden = 16, Bag = 16, FeatureRows = 256, Arc = 16, Label = 16, Tag = 16, Dropout = 0, InputDropout = 0, StateDropout = 0, Forgetting = 0 };
        var lexicon = new Lexicon([("the", 9), ("cat", 5), ("sat", 4)], [], 256);
        var net = new SyntaxNet(settings, lexicon, null, 5, 4);
        var rng = new Rng(3);
        foreach (var parameter in net.Dense) foreach (ref var w in parameter.W.Span) w += rng.Normal() * 0.1f;
        var packing = new Packing().Pack([4, 2]);
        string[] forms = ["the", "cat", "cat", "sat", "sat", "the"];
        var batch = new SyntaxBatch(packing, [.. forms.Select(lexicon.Entry)], [1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 0], [0, 1, 2, 3, 0, 1], [2, 0, 2, 3, 0, 1], [3, 1, 5, 7, 1, 9]);
        Check([.. net.Dense, net.Input.Words, net.Input.Features], () => net.Gradients(batch));
    }

    [Fact]
    public void OfNames()
    {
        var settings = new NamesSettings { Width = 32, Layers = 2, Bag = 16, FeatureRows = 256, Dropout = 0, InputDropout = 0, Forgetting = 0 };
        var lexicon = new Lexicon([("the", 9), ("cat", 5), ("sat", 4)], [], 256);
        var net = new NamesNet(settings, lexicon, null);
        var rng = new Rng(4);
        foreach (var parameter in net.Dense) foreach (ref var w in parameter.W.Span) w += rng.Normal() * 0.1f;
        FormEntry?[] forms = [null, lexicon.Entry("the"), lexicon.Entry("Cat"), null, lexicon.Entry("sat"), null];
        float[] emissions = [0.3f, 1.2f, 0, -0.4f, 0, 0.8f, 0, 0.1f, 0];
        var belief = TagChain.Believe(emissions, 9, 1, new float[81]);
        Assert.Equal(1, belief.Tokens.Sum(), 5);
        var batch = new NamesBatch(forms, [[], [3, 30, 100], [4, 31], [], [5, 32, 120, 121], []], [true, false, false, true, false, true], [-1, 3, 4, -1, -1, -1], [-1, -1, -1, -1, 5, -1], [null, null, null, null, belief, null], 3);
        Check([.. net.Dense, net.Context, net.Input.Words, net.Input.Features], () => net.Gradients(batch));
    }

    private static void Check(IReadOnlyList<Parameter> parameters, Func<double> loss)
    {
        loss();
        var gradients = parameters.Select(p => p.G.Span.ToArray()).ToList();
        var rng = new Rng(5);
        for (var p = 0; p < parameters.Count; p++)
            for (var trial = 0; trial < 6; trial++)
            {
                var at = rng.Below(gradients[p].Length);
                // Untouched embeddings have no gradient; look at one that has.
                for (var k = 0; k < 400 && gradients[p][at] == 0; k++) at = rng.Below(gradients[p].Length);
                var kept = parameters[p].W.Span[at];
                var up = At(parameters[p], at, kept + Step, loss);
                var down = At(parameters[p], at, kept - Step, loss);
                At(parameters[p], at, kept, loss);
                Assert.True(Math.Abs((up - down) / (2 * Step) - gradients[p][at]) < 2e-3 + 0.03 * Math.Abs(gradients[p][at]), $"parameter {p}, place {at}: {(up - down) / (2 * Step)} and {gradients[p][at]}");
            }
    }

    // A step with rate 0 clears gradients and makes transposes anew without moving weights.
    private static double At(Parameter parameter, int place, float value, Func<double> loss)
    {
        parameter.W.Span[place] = value;
        parameter.Step(AdamStep.At(1, 0, 1));
        return loss();
    }
}
