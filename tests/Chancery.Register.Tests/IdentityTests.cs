namespace Chancery.Register.Tests;

public sealed class IdentityTests
{
    [Fact]
    public void Printed_ids_come_back()
    {
        foreach (var n in new[] { 0L, 1L, 31L, RegisterId.Document("sha256:abc"), RegisterId.Report("sha256:abc", "e1") })
            Assert.Equal(n, RegisterId.Parse(RegisterId.Print(n)));
        Assert.Null(RegisterId.Parse("Q4294901772"));
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    public void A_date_is_as_wide_as_it_is_vague(string iso, string first, string last)
    {
        var range = DayRange.Parse(iso)!.Value;
        Assert.Equal((first, last), (DayRange.Print(range.First), DayRange.Print(range.Last)));
    }

    [Theory]
    [InlineData("2023-13")]
    [InlineData("spring 2023")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_none(string? text) => Assert.Null(DayRange.Parse(text));

    [Fact]
    public void A_types_plover_root_is_its_frames()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chancery.slnx"))) folder = folder.Parent;
        foreach (var rule in TypeRule.All)
        {
            var line = File.ReadLines(Path.Combine(folder.FullName, "data", "frames", rule.Type + ".yaml")).First(l => l.StartsWith("plover:", StringComparison.Ordinal));
            Assert.StartsWith($"plover: {{event: {rule.Plover.Event}, mode: {rule.Plover.Mode ?? "null"}, contexts: [{string.Join(", ", rule.Plover.Contexts)}]", line, StringComparison.Ordinal);
        }
    }
}
