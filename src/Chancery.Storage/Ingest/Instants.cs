using System.Globalization;

namespace Chancery.Storage.Ingest;

/// <summary>Instants as text that sorts: UTC, ISO 8601, milliseconds.</summary>
internal static class Instants
{
    public static string Print(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
