using System.Globalization;
using Chancery.Register.Events;
using Chancery.Register.Exports;
using Parquet;
using Parquet.Schema;

namespace Chancery.Cli.Exports;

/// <summary>Events as Parquet, the columns of the CSV with their types; a row group is 50,000 events.</summary>
internal static class ParquetExport
{
    private const int Group = 50_000;

    public static int Write(Stream to, IEnumerable<EventSummary> events) => WriteAsync(to, events).GetAwaiter().GetResult();

    private static async Task<int> WriteAsync(Stream to, IEnumerable<EventSummary> events)
    {
        var fields = EventTableExport.Columns.Select(Field).ToArray();
        var count = 0;
        // The writer seeks; standard output cannot.
        using var buffer = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), buffer))
            foreach (var chunk in events.Chunk(Group))
            {
                using var group = writer.CreateRowGroup();
                for (var i = 0; i < fields.Length; i++) await WriteColumn(group, fields[i], EventTableExport.Columns[i], chunk);
                count += chunk.Length;
            }
        buffer.Position = 0;
        await buffer.CopyToAsync(to);
        return count;
    }

    private static DataField Field(EventTableExport.Column column) => column.Type switch
    {
        "integer" => new DataField<int?>(column.Name),
        "number" => new DataField<double?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private static async Task WriteColumn(ParquetRowGroupWriter group, DataField field, EventTableExport.Column column, EventSummary[] events)
    {
        var cells = events.Select(column.Value).ToArray();
        switch (column.Type)
        {
            case "integer":
                await group.WriteAsync<int>(field, cells.Select(c => c is null ? (int?)null : int.Parse(c, CultureInfo.InvariantCulture)).ToArray());
                break;
            case "number":
                await group.WriteAsync<double>(field, cells.Select(c => c is null ? (double?)null : double.Parse(c, CultureInfo.InvariantCulture)).ToArray());
                break;
            default:
                await group.WriteAsync(field, (IReadOnlyCollection<string>)cells!);
                break;
        }
    }
}
