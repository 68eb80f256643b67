namespace Chancery.Intake.Tests;

public sealed class FileTests
{
    [Fact]
    public void A_folder_is_walked_in_the_order_of_names_without_annotations_and_hidden_files()
    {
        using var folder = new TemporaryFolder();
        folder.File("b.txt", "Second.");
        folder.File("a.txt", "First.");
        folder.File("a.json", "{\"style\":\"wire\",\"events\":[]}");
        folder.File(".hidden", "No.");
        folder.File("c/d.html", "<p>Third.</p>");
        Assert.Equal(["First.", "Second.", "Third."], Take.All(folder.Path).Select(r => r.Article?.Text));
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_go_on()
    {
        using var folder = new TemporaryFolder();
        var good = folder.File("good.txt", "Good.");
        var results = Take.All(
            folder.File("empty.txt", ""),
            folder.File("blank.txt", " \n\n "),
            folder.File("image.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]),
            folder.File("zeros.bin", new byte[500]),
            folder.File("noise.bin", [.. Enumerable.Range(1, 400).Select(i => (byte)(1 + i % 31))]),
            folder.File("paper.html", "%PDF-1.7 and so on"),
            folder.File("sitemap.xml", "<?xml version=\"1.0\"?><urlset><url/></urlset>"),
            folder.File("broken.gz", TemporaryFolder.Gzip(string.Join(' ', Enumerable.Range(0, 5000)))[..^900]),
            folder.Path + "/missing.txt",
            good);
        Assert.Equal(
            [
                "empty", "empty", "a PNG image, not text", "binary, not text (it holds zero bytes)", "binary, not text", "a PDF file, not text",
                "XML of the kind <urlset>, neither a page nor a feed",
            ], results.Take(7).Select(r => r.Refusal));
        Assert.StartsWith("broken gzip", results[7].Refusal, StringComparison.Ordinal);
        Assert.Equal("no such file or folder", results[8].Refusal);
        Assert.Equal("Good.", results[9].Article?.Text);
        Assert.Equal(good, results[9].Article?.Key);
    }

    [Fact]
    public void An_empty_folder_is_said()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("the folder holds no document", Assert.Single(Take.All(folder.Path)).Refusal);
    }

    [Fact]
    public void Gzip_is_unpacked_whatever_is_inside()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("Packed words.", Assert.Single(Take.All(folder.File("a", TemporaryFolder.Gzip("Packed words.")))).Article?.Text);
        Assert.Equal(["one", "two"], Take.All(folder.File("b", TemporaryFolder.Gzip("{\"text\":\"one\"}\n{\"text\":\"two\"}\n"))).Select(r => r.Article?.Text));
    }

    [Fact]
    public void A_file_longer_than_the_limit_is_refused_not_cut()
    {
        using var folder = new TemporaryFolder();
        var result = Assert.Single(Take.All(new IntakeOptions { Limit = 1 << 20 }, folder.File("long.gz", TemporaryFolder.Gzip(new string('a', 3 << 20)))));
        Assert.Null(result.Article);
        Assert.Equal("3 MB is over the limit of 1 MB a document; nothing of it was read", result.Refusal);
    }

    [Fact]
    public void The_capture_is_recorded()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.txt", "abc");
        var capture = Assert.Single(Take.All(path)).Capture!;
        Assert.Equal(("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", path, ContentKind.Text, 3), (capture.Sha256, capture.Address, capture.Kind, capture.Size));
    }
}
