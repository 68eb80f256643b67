using Chancery.Reading.Syntax;

namespace Chancery.Reading.Training;

/// <summary>Softmax and cross entropy.</summary>
internal static unsafe class CrossEntropy
{
    /// <summary>Turns the scores of each row into their gradient (times <paramref name="weight"/>) and returns the summed loss.
    /// A target below 0 leaves its row out. Columns from <paramref name="classes"/> on are padding.</summary>
    public static double Of(Mat scores, ReadOnlySpan<int> targets, int classes, float weight)
    {
        double loss = 0;
        for (var r = 0; r < scores.Rows; r++) loss += Row(scores.RowSpan(r), targets[r], classes, weight);
        return loss;
    }

    public static double Row(Span<float> row, int target, int classes, float weight)
    {
        if (target < 0) { row.Clear(); return 0; }
        var top = row[0];
        for (var j = 1; j < classes; j++) top = MathF.Max(top, row[j]);
        var sum = 0f;
        var chosen = row[target];
        for (var j = 0; j < classes; j++) sum += row[j] = MathF.Exp(row[j] - top);
        var factor = weight / sum;
        for (var j = 0; j < classes; j++) row[j] *= factor;
        row[target] -= weight;
        row[classes..].Clear();
        return (Math.Log(sum) + top - chosen) * weight;
    }
}
