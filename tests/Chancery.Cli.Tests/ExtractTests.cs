using System.Text.Json.Nodes;
using Chancery.Reading.Packs;

namespace Chancery.Cli.Tests;

/// <summary><c>extract</c> as people script against it: exit codes, streams, order, offsets.</summary>
public sealed class ExtractTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-extract-").FullName;

    private static string Corpus => Path.GetFullPath(Path.Combine(DataRoot.Find().Source, "..", "corpus", "dev"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Good_documents_are_read_beside_bad_ones_and_the_exit_code_says_so()
    {
        var (good, empty, rows) = (File("good.txt", "Xi visited Moscow on 20 March 2023."), File("empty.txt", ""), File("rows.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\n{\"id\":\"c\",\"text\":\"Two.\"}\n"));
        var run = ProgramRun.Of("extract", good, empty, rows, Path.Combine(_folder, "missing.txt"));
        Assert.Equal(3, run.Code);
        Assert.Equal([good, "a", "c"], run.Lines.Select(l => (string?)JsonNode.Parse(l)!["document"]!["key"]));
        var said = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, said.Length);
        Assert.Equal($"chancery: {empty}: empty", said[0]);
        Assert.StartsWith($"chancery: {rows}:2: broken JSON", said[1], StringComparison.Ordinal);
        Assert.EndsWith("missing.txt: no such file or folder", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_read_is_failure_and_wrong_usage_is_wrong_usage()
    {
        Assert.Equal(1, ProgramRun.Of("extract", File("empty.txt", " ")).Code);
        Assert.Equal(2, ProgramRun.Of("extract").Code);
        Assert.Equal(2, ProgramRun.Of("extract", "--published", "yesterday", File("a.txt", "A.")).Code);
        Assert.Equal(2, ProgramRun.Of("extract", "--nonsense").Code);
    }

    [Fact]
    public void Standard_input_is_read_and_options_reach_the_document()
    {
        var run = ProgramRun.Of("Genève 😀: Xi visited Moscow on Monday.", ["extract", "-", "--published", "2023-03-21", "--source", "x.org", "--with-text"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonNode.Parse(Assert.Single(run.Lines))!["document"]!;
        Assert.Equal(("x.org", "2023-03-21", "option", "en"), ((string?)document["source"], (string?)document["published"], (string?)document["publishedFrom"], (string?)document["language"]));
        Assert.Equal("Genève 😀: Xi visited Moscow on Monday.", (string?)document["text"]);
        Assert.Equal(38, (int?)document["characters"]);
    }

    [Fact]
    public void The_output_is_the_same_for_any_number_of_threads_and_in_every_process()
    {
        string[] articles = [.. Directory.GetFiles(Corpus, "a-*.txt").Order(StringComparer.Ordinal).Take(10)];
        var one = ProgramRun.Of(["extract", "--jobs", "1", .. articles]);
        Assert.Equal(one.Output, ProgramRun.Of(["extract", "--jobs", "3", .. articles]).Output);
        Assert.Equal(articles, one.Lines.Select(l => (string?)JsonNode.Parse(l)!["document"]!["key"]));
    }

    [Fact]
    public void Every_offset_gives_back_its_text_in_code_points()
    {
        var text = "😀 ÉLYSÉE, 12 October 2023. 😀 French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Thursday. They signed a treaty.";
        var run = ProgramRun.Of(text, ["extract", "-"]);
        var points = text.EnumerateRunes().ToArray();
        var evidence = JsonNode.Parse(run.Lines[0])!["events"]!.AsArray().SelectMany(e => e!["evidence"]!.AsArray()).ToArray();
        Assert.NotEmpty(evidence);
        foreach (var e in evidence)
            Assert.Equal((string?)e!["text"], string.Concat(points[(int)e["start"]!..(int)e["end"]!]));
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
