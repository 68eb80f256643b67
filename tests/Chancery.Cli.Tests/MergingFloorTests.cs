using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Tests;

public sealed class MergingFloorTests
{
    [Fact]
    public void Merging_of_the_corpus_does_not_fall()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chancery.slnx"))) folder = folder.Parent;
        var score = MergingEvaluation.Score(MergingEvaluation.Mentions(Path.Combine(folder.FullName, "corpus", "dev")));
        Assert.True(score.F1 >= 0.97, score.Words);
        Assert.True((double)score.PlansJoined / score.Plans >= 0.94, score.Words);
        // One pair of calls, of summits and of ceremonies each that a reader tells apart by what they are about.
        Assert.True(score.FalsePairs <= 3, score.Words);
    }
}
