using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Storage.Access;

namespace Chancery.Cli.Render;

/// <summary>A person as a line of JSON, without a hash.</summary>
internal static class UserLine
{
    public static string Json(Person person, IEnumerable<PersonKey> keys)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.WriteString("role", person.Role);
            json.WriteBoolean("signOn", person.Password is null);
            json.WriteString("added", person.Added);
            json.WriteStartArray("keys");
            foreach (var key in keys) Key(json, key);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Key(Utf8JsonWriter json, PersonKey key)
    {
        json.WriteStartObject();
        json.WriteString("id", key.Id);
        json.WriteString("role", key.Role);
        json.WriteString("label", key.Label);
        json.WriteString("made", key.Made);
        if (key.Revoked is { } at) json.WriteString("revoked", at);
        json.WriteEndObject();
    }
}
