using Chancery.Reading;

namespace Chancery.Intake.Tests;

/// <summary>Short ways to take documents in.</summary>
internal static class Take
{
    public static IReadOnlyList<IntakeResult> All(IntakeOptions options, params string[] paths) => [.. new ArticleIntake(options).Articles(paths)];

    public static IReadOnlyList<IntakeResult> All(params string[] paths) => All(new IntakeOptions(), paths);

    /// <summary>The article of a single document given as bytes on standard input.</summary>
    public static IntakeResult One(byte[] bytes, IntakeOptions? options = null) =>
        Assert.Single(new ArticleIntake((options ?? new IntakeOptions()) with { StandardInput = () => new MemoryStream(bytes) }).Articles(["-"]));

    public static IntakeResult One(string text) => One(System.Text.Encoding.UTF8.GetBytes(text));

    public static Article Article(string text) => One(text).Article ?? throw new InvalidOperationException(One(text).Refusal);
}
