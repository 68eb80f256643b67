namespace Chancery.Reading.Actors;

/// <summary>Which offices a general word may mean.</summary>
internal static class Offices
{
    private static readonly string[] Leaders = ["president", "monarch", "emir", "sultan", "supreme-leader", "prime-minister", "chancellor", "crown-prince"];

    /// <summary>Offices to look a holder up by, best first.</summary>
    public static IEnumerable<string> Named(string office) => office switch
    {
        "leader" => Leaders,
        "foreign-minister" => ["foreign-minister", "secretary-of-state"],
        "defence-minister" => ["defence-minister", "secretary-of-defense"],
        "prime-minister" => ["prime-minister", "chancellor"],
        _ => [office],
    };

    /// <summary>Whether a person with office <paramref name="held"/> may be meant by the word for <paramref name="said"/>.</summary>
    public static bool Fits(string? said, string? held)
    {
        if (said is null || held is null) return false;
        return said == held || Alike(said, held) || said == "leader" && Array.IndexOf(Leaders, held) >= 0 || said == "minister" && held.EndsWith("minister", StringComparison.Ordinal);
    }

    /// <summary>Two names of one office.</summary>
    public static bool Alike(string a, string b) => a == b || Group(a) is { } g && g == Group(b);

    private static string? Group(string office) => office switch
    {
        "foreign-minister" or "secretary-of-state" => "foreign",
        "defence-minister" or "secretary-of-defense" => "defence",
        "prime-minister" or "chancellor" => "government",
        _ => null,
    };
}
