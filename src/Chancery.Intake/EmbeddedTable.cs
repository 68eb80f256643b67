namespace Chancery.Intake;

/// <summary>A table of <c>data/intake</c>, compiled into this assembly so that intake needs no folder of data.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows below the header; comment lines left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no table {name} in {typeof(EmbeddedTable).Assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        var header = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!header) { header = true; continue; }
            yield return line.Split('\t');
        }
    }
}
