using System.Globalization;

namespace Chancery.Server.Events;

/// <summary>Marks of the fields on the page of an event: what is shown above leads to the sentence below.</summary>
internal static class FieldIds
{
    /// <summary>A mark for each field; the first of a name is <c>f-start</c>, others are numbered.</summary>
    public static string[] Of(IReadOnlyList<FieldAnswer> fields) =>
        [.. fields.Select((f, i) => fields.Take(i).Count(o => o.Field == f.Field) is > 0 and var before ? string.Create(CultureInfo.InvariantCulture, $"f-{f.Field}-{before}") : $"f-{f.Field}")];

    /// <summary>Address of the field that says a value (its first part: a name, a title, a topic), or null.</summary>
    public static string? Address(IReadOnlyList<FieldAnswer> fields, string field, string? said)
    {
        if (said is null) return null;
        var ids = Of(fields);
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Field == field && fields[i].Value is { } value && (value == said || value.Split(" | ").Contains(said))) return "#" + ids[i];
        return null;
    }
}
