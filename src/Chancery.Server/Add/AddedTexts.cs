using System.Text;
using Chancery.Intake;
using Chancery.Intake.Extraction;
using Chancery.Intake.Fetching;
using Chancery.Reading;
using Chancery.Storage;
using Microsoft.AspNetCore.Http;

namespace Chancery.Server.Add;

/// <summary>Pasted text, files and addresses to what would go into the register.</summary>
internal sealed class AddedTexts(Readers readers, OuterWeb web)
{
    /// <summary>Documents of one preview; a feed or an archive of more is for <c>chancery ingest</c>.</summary>
    private const int MostDocuments = 50;

    /// <summary>What a form gave.</summary>
    /// <returns>Readings, and what was refused with the reason.</returns>
    public async Task<(List<IngestItem> Items, List<string> Refused)> Read(IFormCollection form, CancellationToken stop)
    {
        string? One(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
        var options = new IntakeOptions { Published = Day(One("published")), Source = One("source"), Language = One("language") };
        var intake = new ArticleIntake(options);
        if (One("text") is { } text) return Read(intake, [Pasted(text)], a => a with { Title = One("title") ?? a.Title, Url = One("url") ?? a.Url });
        if (One("address") is { } address) return await Fetch(intake, address, stop);
        if (form.Files.Count > 0) return await Files(intake, form.Files, stop);
        throw new FormatException("nothing was given; paste a text, drop a file or give an address");
    }

    private (List<IngestItem>, List<string>) Read(ArticleIntake intake, IEnumerable<SourceItem> from, Func<Article, Article>? known)
    {
        var extractor = new Extractor(intake, readers, known);
        var (items, refused) = (new List<IngestItem>(), new List<string>());
        foreach (var item in from)
        {
            if (items.Count == MostDocuments) { refused.Add($"more than {MostDocuments} documents; the rest was left out, chancery ingest takes them all"); break; }
            var extract = extractor.Read(item);
            if (extract.Reading is { } reading) items.Add(new IngestItem(reading, readers.For(reading.Document.Language)!.Version) { Text = extract.Taken.Article!.Text });
            else refused.Add($"{Path.GetFileName(extract.Taken.Name)}: {extract.Refusal}");
        }
        return (items, refused);
    }

    /// <summary>A page that was copied as source is read as a page.</summary>
    private static SourceItem Pasted(string text) =>
        new("-", text[0] == '<' && text.Contains("</", StringComparison.Ordinal) ? ContentKind.Html : ContentKind.Text, Encoding.UTF8.GetBytes(text), DateTimeOffset.UtcNow);

    private async Task<(List<IngestItem>, List<string>)> Fetch(ArticleIntake intake, string address, CancellationToken stop)
    {
        var fetched = await web.Get(address, stop);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "page");
        await File.WriteAllBytesAsync(path, fetched.Bytes, stop);
        var url = fetched.Address.AbsoluteUri;
        return Read(intake, intake.Items([path]), a => a with { Url = a.Url ?? url, Source = a.Source ?? fetched.Address.Host, Key = a.Url ?? url });
    }

    private async Task<(List<IngestItem>, List<string>)> Files(ArticleIntake intake, IFormFileCollection files, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            // The name that the browser gives names the document and nothing on this machine.
            var path = Path.Combine(folder.Path, Guid.NewGuid().ToString("n"));
            names[path] = Path.GetFileName(file.FileName.Replace('\\', '/'));
            await using var to = File.Create(path);
            await file.CopyToAsync(to, stop);
        }
        string Name(string key) => names.FirstOrDefault(n => key.StartsWith(n.Key, StringComparison.Ordinal)) is { Key: not null } n ? n.Value + key[n.Key.Length..] : key;
        var (items, refused) = Read(intake, intake.Items([.. names.Keys]), a => a with { Key = a.Key is { } key ? Name(key) : null });
        return (items, [.. refused.Select(r => names.Aggregate(r, (text, n) => text.Replace(Path.GetFileName(n.Key), n.Value, StringComparison.Ordinal)))]);
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new FormatException($"'{text}' is no day; write 2023-10-12");

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("chancery-add-").FullName;

        public void Dispose() => Directory.Delete(Path, true);
    }
}
