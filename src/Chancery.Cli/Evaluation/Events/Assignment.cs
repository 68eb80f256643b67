namespace Chancery.Cli.Evaluation.Events;

/// <summary>Pairs rows with columns one to one so that the sum of weights is largest (Hungarian method).</summary>
internal static class Assignment
{
    /// <summary>The column of each row, or -1; a weight of 0 is no pair.</summary>
    public static int[] Best(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        var size = Math.Max(rows, columns);
        double Cost(int r, int c) => r < rows && c < columns ? -weights[r, c] : 0;
        var (u, v, match) = (new double[size + 1], new double[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++) Augment(row, size, Cost, u, v, match);
        var result = new int[rows];
        Array.Fill(result, -1);
        for (var c = 1; c <= size; c++)
            if (match[c] - 1 is var r && r >= 0 && r < rows && c <= columns && weights[r, c - 1] > 0) result[r] = c - 1;
        return result;
    }

    // Shortest augmenting path from one row; u and v are the potentials of rows and columns.
    private static void Augment(int row, int size, Func<int, int, double> cost, double[] u, double[] v, int[] match)
    {
        var (least, way, used) = (new double[size + 1], new int[size + 1], new bool[size + 1]);
        Array.Fill(least, double.PositiveInfinity);
        match[0] = row;
        var column = 0;
        do
        {
            used[column] = true;
            var (from, next, delta) = (match[column], 0, double.PositiveInfinity);
            for (var c = 1; c <= size; c++)
            {
                if (used[c]) continue;
                var slack = cost(from - 1, c - 1) - u[from] - v[c];
                if (slack < least[c]) (least[c], way[c]) = (slack, column);
                if (least[c] < delta) (delta, next) = (least[c], c);
            }
            for (var c = 0; c <= size; c++)
            {
                if (used[c]) { u[match[c]] += delta; v[c] -= delta; }
                else least[c] -= delta;
            }
            column = next;
        }
        while (match[column] != 0);
        for (; column != 0; column = way[column]) match[column] = match[way[column]];
    }
}
