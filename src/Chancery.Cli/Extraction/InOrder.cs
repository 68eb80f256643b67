namespace Chancery.Cli.Extraction;

/// <summary>Works on several items at once and gives the results in the order of the items.</summary>
internal static class InOrder
{
    // Enough ahead that a long document does not leave the other cores idle, few enough to stay small.
    private const int Ahead = 8;

    /// <summary>Applies <paramref name="work"/> on up to <paramref name="jobs"/> threads; never more than a few items a thread are held.</summary>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs)
    {
        if (jobs <= 1) return items.Select(work);
        return Parallel(items, work, jobs);
    }

    private static IEnumerable<TOut> Parallel<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs)
    {
        var factory = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var running = new Queue<Task<TOut>>();
        foreach (var item in items)
        {
            running.Enqueue(factory.StartNew(() => work(item)));
            while (running.Count > jobs * Ahead || running.TryPeek(out var first) && first.IsCompleted)
                yield return running.Dequeue().GetAwaiter().GetResult();
        }
        while (running.TryDequeue(out var left)) yield return left.GetAwaiter().GetResult();
    }
}
