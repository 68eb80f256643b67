using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Reading.Reports;

/// <summary>How readings are written: names stay readable in every script.</summary>
public static class ReportJsonOptions
{
    /// <summary>Compact, camelCase, no escapes beyond what JSON asks for.</summary>
    public static ReportJson Compact { get; } = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
