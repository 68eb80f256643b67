using System.Collections.Immutable;
using System.Text.Json;

namespace Chancery.Reading.Frames;

/// <summary>Reads compiled frames. By hand, because a serializer takes longer to get ready than all of reading a short article;
/// and because a key that nobody knows is somebody's misspelling and must be said.</summary>
internal static class FrameFile
{
    /// <summary>The frames, free of language.</summary>
    /// <exception cref="FormatException">A key that no frame has, or a value of another kind.</exception>
    public static FrameDefinition[] Definitions(byte[] json) => Read(json, Definition);

    /// <summary>The patterns of a language.</summary>
    /// <exception cref="FormatException">A key that no pattern has, or a value of another kind.</exception>
    public static FramePatterns[] Patterns(byte[] json) => Read(json, File);

    private static T[] Read<T>(byte[] json, Func<JsonElement, T> one) where T : class
    {
        using var document = JsonDocument.Parse(json);
        var all = new T[document.RootElement.GetArrayLength()];
        var i = 0;
        foreach (var element in document.RootElement.EnumerateArray()) all[i++] = one(element);
        return all;
    }

    private static FrameDefinition Definition(JsonElement element)
    {
        var d = new FrameDefinition { Type = Required(element, "type"), Plover = new("", null, []), Roles = [] };
        foreach (var p in element.EnumerateObject())
            switch (p.Name)
            {
                case "type": break;
                case "plover": d.Plover = Plover(p.Value); break;
                case "roles": d.Roles = [.. Elements(p).Select(Role)]; break;
                case "minimumActors": d.MinimumActors = p.Value.GetInt32(); break;
                case "strict": d.Strict = p.Value.GetBoolean(); break;
                case "minimumSides": d.MinimumSides = p.Value.GetInt32(); break;
                case "placeCounts": d.PlaceCounts = p.Value.GetBoolean(); break;
                case "abroadOnly": d.AbroadOnly = p.Value.GetBoolean(); break;
                case "noPlace": d.NoPlace = p.Value.GetBoolean(); break;
                case "inTranscripts": d.InTranscripts = p.Value.GetBoolean(); break;
                case "announcedIsPlanned": d.AnnouncedIsPlanned = p.Value.GetBoolean(); break;
                case "deniable": d.Deniable = p.Value.GetBoolean(); break;
                case "lasts": d.Lasts = p.Value.GetBoolean(); break;
                case "inStory": d.InStory = p.Value.GetBoolean(); break;
                case "atHome": d.AtHome = p.Value.GetBoolean(); break;
                case "ofWords": d.OfWords = p.Value.GetBoolean(); break;
                case "presupposed": d.Presupposed = p.Value.GetBoolean(); break;
                case "performed": d.Performed = p.Value.GetBoolean(); break;
                case "oneDay": d.OneDay = p.Value.GetBoolean(); break;
                case "salient": d.Salient = p.Value.GetBoolean(); break;
                case "notOffices": d.NotOffices = Strings(p); break;
                case "partOf": d.PartOf = Strings(p); break;
                case "organisationAlone": d.OrganisationAlone = p.Value.GetBoolean(); break;
                case "metRole": d.MetRole = p.Value.GetString(); break;
                case "subtypes": d.Subtypes = Strings(p); break;
                case "officialOnly": d.OfficialOnly = p.Value.GetBoolean(); break;
                default: throw Unknown(p, $"frame {d.Type}");
            }
        return d;
    }

    private static RoleDefinition Role(JsonElement element)
    {
        var (role, kinds, many) = (Required(element, "role"), ImmutableArray<string>.Empty, true);
        foreach (var p in element.EnumerateObject())
            switch (p.Name)
            {
                case "role": break;
                case "kinds": kinds = Strings(p); break;
                case "many": many = p.Value.GetBoolean(); break;
                default: throw Unknown(p, $"role {role}");
            }
        return new(role, kinds, many);
    }

    private static PloverMapping Plover(JsonElement element)
    {
        var m = new PloverMapping(Required(element, "event"), null, []);
        foreach (var p in element.EnumerateObject())
            switch (p.Name)
            {
                case "event": break;
                case "mode": m = m with { Mode = p.Value.GetString() }; break;
                case "contexts": m = m with { Contexts = Strings(p) }; break;
                case "manual": m = m with { Manual = p.Value.GetString() }; break;
                case "intent": m = m with { Intent = p.Value.GetString() }; break;
                default: throw Unknown(p, "plover");
            }
        return m;
    }

    private static FramePatterns File(JsonElement element)
    {
        var f = new FramePatterns { Frame = Required(element, "frame") };
        foreach (var p in element.EnumerateObject())
            switch (p.Name)
            {
                case "frame": break;
                case "scope": f.Scope = Enum.Parse<ReaderScope>(p.Value.GetString() ?? "", ignoreCase: true); break;
                case "subtypes": f.Subtypes = Map(p); break;
                case "patterns": f.Patterns = [.. Elements(p).Select(Pattern)]; break;
                default: throw Unknown(p, $"patterns of {f.Frame}");
            }
        return f;
    }

    private static Pattern Pattern(JsonElement element)
    {
        var o = new Pattern { Id = Required(element, "id") };
        foreach (var p in element.EnumerateObject())
            if (p.Name != "id" && !List(o, p) && !Word(o, p)) throw Unknown(p, $"pattern {o.Id}");
        return o;
    }

    private static bool List(Pattern o, JsonProperty p)
    {
        switch (p.Name)
        {
            case "verbs": o.Verbs = Strings(p); return true;
            case "nouns": o.Nouns = Strings(p); return true;
            case "support": o.Support = Strings(p); return true;
            case "via": o.Via = Strings(p); return true;
            case "roles": o.Roles = Map(p); return true;
            case "need": o.Need = Strings(p); return true;
            case "things": o.Things = Strings(p); return true;
            case "thingWith": o.ThingWith = Strings(p); return true;
            case "namedThings": o.NamedThings = Strings(p); return true;
            case "notKinds": o.NotKinds = Strings(p); return true;
            case "not": o.Not = Strings(p); return true;
            case "notIn": o.NotIn = Strings(p); return true;
            case "notUnder": o.NotUnder = Strings(p); return true;
            case "with": o.With = Strings(p); return true;
            case "offices": o.Offices = Strings(p); return true;
            case "kinds": o.Kinds = Strings(p); return true;
            case "notThings": o.NotThings = Strings(p); return true;
            case "needKinds": o.NeedKinds = Strings(p); return true;
            case "over": o.Over = Strings(p); return true;
            case "notTo": o.NotTo = Strings(p); return true;
            case "beside": o.Beside = Strings(p); return true;
            case "modal": o.Modal = Strings(p); return true;
            case "examples": o.Examples = Strings(p); return true;
            case "rejects": o.Rejects = Strings(p); return true;
            default: return false;
        }
    }

    private static bool Word(Pattern o, JsonProperty p)
    {
        switch (p.Name)
        {
            case "fromContext": o.FromContext = p.Value.GetString(); return true;
            case "minimumSides": o.MinimumSides = p.Value.GetInt32(); return true;
            case "thingKind": o.ThingKind = p.Value.GetString(); return true;
            case "thingIn": o.ThingIn = p.Value.GetString()!; return true;
            case "complement": o.Complement = p.Value.GetBoolean(); return true;
            case "voice": o.Voice = p.Value.GetString(); return true;
            case "speaker": o.Speaker = p.Value.GetString(); return true;
            case "placeRole": o.PlaceRole = p.Value.GetString(); return true;
            case "pair": o.Pair = p.Value.GetString(); return true;
            case "each": o.Each = p.Value.GetString(); return true;
            case "occasion": o.Occasion = p.Value.GetString(); return true;
            case "subtype": o.Subtype = p.Value.GetString(); return true;
            case "status": o.Status = p.Value.GetString(); return true;
            case "mode": o.Mode = p.Value.GetString(); return true;
            case "plover": o.Plover = Plover(p.Value); return true;
            case "negated": o.Negated = p.Value.GetBoolean(); return true;
            case "home": o.Home = p.Value.GetString(); return true;
            case "mutual": o.Mutual = p.Value.GetBoolean(); return true;
            case "orCall": o.OrCall = p.Value.GetBoolean(); return true;
            case "persons": o.Persons = p.Value.GetBoolean(); return true;
            case "named": o.Named = p.Value.GetBoolean(); return true;
            case "again": o.Again = p.Value.GetBoolean(); return true;
            case "leaders": o.Leaders = p.Value.GetBoolean(); return true;
            case "unnamed": o.Unnamed = p.Value.GetBoolean(); return true;
            case "atScene": o.AtScene = p.Value.GetBoolean(); return true;
            case "leaving": o.Leaving = p.Value.GetBoolean(); return true;
            case "stay": o.Stay = p.Value.GetBoolean(); return true;
            case "noObject": o.NoObject = p.Value.GetBoolean(); return true;
            case "brief": o.Brief = p.Value.GetBoolean(); return true;
            case "narrow": o.Narrow = p.Value.GetBoolean(); return true;
            case "finite": o.Finite = p.Value.GetBoolean(); return true;
            case "confidence": o.Confidence = p.Value.GetDouble(); return true;
            default: return false;
        }
    }

    private static List<JsonElement> Elements(JsonProperty p)
    {
        var all = new List<JsonElement>(p.Value.GetArrayLength());
        foreach (var element in p.Value.EnumerateArray()) all.Add(element);
        return all;
    }

    private static ImmutableArray<string> Strings(JsonProperty p)
    {
        if (p.Value.ValueKind != JsonValueKind.Array) throw new FormatException($"{p.Name} must be a list");
        var all = ImmutableArray.CreateBuilder<string>(p.Value.GetArrayLength());
        foreach (var element in p.Value.EnumerateArray()) all.Add(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText());
        return all.MoveToImmutable();
    }

    private static Dictionary<string, string> Map(JsonProperty p)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in p.Value.EnumerateObject()) map[entry.Name] = entry.Value.GetString()!;
        return map;
    }

    private static string Required(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value.GetString()! : throw new FormatException($"a frame without {key}: {element.GetRawText()[..Math.Min(80, element.GetRawText().Length)]}");

    private static FormatException Unknown(JsonProperty p, string where) => new($"{where}: nothing is called '{p.Name}'");
}
