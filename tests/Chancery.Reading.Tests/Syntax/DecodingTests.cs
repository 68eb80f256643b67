using Chancery.Reading.Syntax;
using Chancery.Reading.Training;

namespace Chancery.Reading.Tests.Syntax;

public sealed class DecodingTests
{
    [Fact]
    public void EisnerFindsTheBestProjectiveTreeWithOneRoot()
    {
        var rng = new Rng(11);
        for (var round = 0; round < 50; round++)
        {
            var n = 1 + rng.Below(5);
            var scores = new float[n * (n + 1)];
            foreach (ref var s in scores.AsSpan()) s = rng.Normal();
            var heads = new int[n];
            new Eisner().Decode(scores, n + 1, n, heads);
            Assert.Equal(Best(scores, n), Total(scores, n, heads), 1e-4);
        }
    }

    [Fact]
    public void NamesAreNeverInsideWithoutABeginning()
    {
        var rng = new Rng(2);
        var tokens = new Token[40];
        var scores = new float[40 * NamePath.Tags];
        foreach (ref var s in scores.AsSpan()) s = rng.Normal();
        new NamePath().Decode(new float[NamePath.Tags * NamePath.Tags], scores, NamePath.Tags, tokens);
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Name is NameTag.PersonInside or NameTag.OrganisationInside or NameTag.PlaceInside)
                Assert.True(i > 0 && (tokens[i - 1].Name == tokens[i].Name || tokens[i - 1].Name == tokens[i].Name - 1));
    }

    private static double Best(float[] scores, int n)
    {
        var best = double.NegativeInfinity;
        var heads = new int[n];
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            for (int i = 0, rest = code; i < n; i++, rest /= n + 1) heads[i] = rest % (n + 1);
            if (IsProjectiveTree(heads)) best = Math.Max(best, Total(scores, n, heads));
        }
        return best;
    }

    private static double Total(float[] scores, int n, int[] heads) => Enumerable.Range(0, n).Sum(i => (double)scores[i * (n + 1) + heads[i]]);

    private static bool IsProjectiveTree(int[] heads)
    {
        if (heads.Count(h => h == 0) != 1) return false;
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i + 1;
            for (var steps = 0; at != 0; at = heads[at - 1]) if (steps++ > heads.Length) return false;
            int from = Math.Min(i + 1, heads[i]), to = Math.Max(i + 1, heads[i]);
            for (var j = from + 1; j < to; j++) if (heads[j - 1] < from || heads[j - 1] > to) return false;
        }
        return true;
    }
}
