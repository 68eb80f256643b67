using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading.Reports;
using Chancery.Register;
using Chancery.Storage;

namespace Chancery.Cli.Bench;

/// <summary>
/// Documents made for measuring. Document j tells of events 2j and 2j+1 of a made world, and, for three events in ten, a later document tells of the event again in other
/// words: its plan before or its deed after, a month for a day, a state for its president. States are drawn so that the first few take part in most events (weight 1/rank),
/// days from 1995 to 2026, ten types; everything follows from the number of the document and the seed, so any part of the world can be made anew anywhere.
/// In order of time (<see cref="InTime"/>) documents come as newspapers do, 87 events a day from 1995 on, so that the world grows by days and not by what each day holds: events lie within
/// a week of their document, one in ten is of an archive (any day before), and events are told again within two weeks. Else every document is of any day, the worst that can come.
/// </summary>
internal sealed class MadeWorld(int seed)
{
    private const int EventsADay = 87;
    private const int Week = 7;
    private const double OfArchives = 0.1;
    private static readonly string[] States = [.. "USA RUS CHN GBR FRA DEU JPN IND TUR SAU IRN ISR UKR KAZ KOR BRA ITA ESP CAN AUS POL EGY PAK IDN VNM MEX ARG ZAF NGA KEN ETH UZB KGZ TJK BLR ARM AZE GEO SRB HUN NLD BEL SWE NOR FIN GRC PRT CHE AUT CZE ROU BGR CUB VEN COL PER CHL QAT ARE KWT OMN JOR IRQ SYR AFG MNG THA MYS SGP PHL KHM LAO MMR BGD LKA NPL MAR DZA TUN LBY SDN UGA TZA RWA COD AGO MOZ ZMB ZWE GHA SEN CIV MLI TCD NER".Split(' ')];
    private static readonly string[] Types = ["visit", "talks", "talks", "talks", "call", "signing", "statement", "statement", "award", "ceremony"];
    private static readonly string[] Given = ["Adan", "Bela", "Coro", "Dima", "Esra", "Fane", "Gero", "Hana", "Ivo", "Jana", "Kiro", "Lena", "Milo", "Nada", "Olek", "Pera", "Rada", "Sano", "Tavi", "Ulla"];
    private static readonly string[] Family = ["Abara", "Bolde", "Cindra", "Dostan", "Elkema", "Fortan", "Gurlo", "Hestva", "Imbara", "Jolden", "Kestran", "Lombar", "Mantrov", "Nerudo", "Ostvald", "Pilgram", "Quessa", "Rambold", "Sentova", "Tilmar", "Umbrast", "Verdano", "Wolstan", "Yaresk", "Zandoro"];
    private static readonly string[] Offices = ["president", "prime-minister", "foreign-minister"];
    private static readonly double[] Weights = Cumulated();

    /// <summary>Whether documents come in the order of time.</summary>
    public bool InTime { get; init; }

    private int RetoldWithin => InTime ? Week * EventsADay : 40;

    /// <summary>The world's documents from one number up to another.</summary>
    public IEnumerable<IngestItem> Documents(long from, long to)
    {
        for (var j = from; j < to; j++) yield return Document(j);
    }

    /// <summary>One document.</summary>
    public IngestItem Document(long j)
    {
        var reports = ImmutableArray.CreateBuilder<Report>();
        reports.Add(Tell(2 * j, false));
        reports.Add(Tell(2 * j + 1, false));
        for (var e = Math.Max(0, 2 * (j - RetoldWithin)); e < 2 * j; e++)
            if (Retold(e) == j) reports.Add(Tell(e, true));
        var published = Day(2 * j).AddDays(1 + (int)(Roll(j, 90) * 3));
        var header = new DocumentHeader
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"made:{seed}:{j}"), Source = string.Create(CultureInfo.InvariantCulture, $"outlet{(int)(Roll(j, 91) * 40)}.example"),
            Title = string.Create(CultureInfo.InvariantCulture, $"Made article {j}"), Published = Iso(published), PublishedFrom = "metadata", Language = "en", Characters = 1200,
        };
        return new IngestItem(new ArticleReading(header, reports.ToImmutable()), "made");
    }

    private long Retold(long e) => Roll(e, 80) < 0.3 ? e / 2 + 1 + (int)(Roll(e, 81) * (RetoldWithin - 1)) : -1;

    private Report Tell(long e, bool again)
    {
        var type = Types[(int)(Roll(e, 1) * Types.Length)];
        var (a, b) = Pair(e);
        var day = Day(e);
        var planned = again ? Roll(e, 82) < 0.3 : Roll(e, 2) < 0.15;
        var end = type == "visit" ? day.AddDays((int)(Roll(e, 3) * 3)) : day;
        var (first, second) = Roles(type);
        var start = again && Roll(e, 83) < 0.2 ? Iso(day)[..7] : Iso(day);
        var topic = Family[(int)(Roll(e, 6) * Family.Length)].ToLowerInvariant();
        var city = $"{b} {Family[(int)(Roll(e, 5) * 3)]}";
        string name = Person(a, e), other = Person(b, e);
        return new Report
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"e{e}"), Type = type, Status = planned ? "planned" : "occurred", Start = start, End = start.Length == 7 ? null : Iso(end),
            Place = type is "call" or "statement" ? null : new EventPlace(city, null, b, null, null, "city"), Confidence = 0.5 + Roll(e, 4) / 2, Plover = new Plover("CONSULT", type, ["diplomatic"]),
            Participants = [new Participant(name, "person", a, Offices[e % 3], first), again && Roll(e, 84) < 0.3 ? new Participant(b, "state", b, null, second) : new Participant(other, "person", b, Offices[e % 3], second)],
            Topics = [topic], Honour = type == "award" ? new Honour("Order of " + Family[(int)(Roll(e, 7) * Family.Length)], null) : null,
            Evidence =
            [
                new Evidence(100, 160, $"{name} and {other} spoke in {city} about {topic} and the {type} of the year", "trigger", $"en.{type}.made"),
                new Evidence(100, 110, name, "who", "en.who"), new Evidence(120, 130, Iso(day), "when", "en.when"),
            ],
        };
    }

    private static (string, string) Roles(string type) => type switch { "visit" => ("visitor", "host"), "award" => ("awarder", "recipient"), "statement" => ("speaker", "target"), "signing" => ("signatory", "signatory"), _ => ("party", "party") };

    private (string, string) Pair(long e)
    {
        var a = Draw(Roll(e, 10));
        var b = Draw(Roll(e, 11));
        // A state with itself is drawn again; always the next one would make the first pair twice as busy.
        for (var again = 0; InTime && a == b && again < 8; again++) b = Draw(Roll(e, 12 + again));
        return (States[a], States[a == b ? (b + 1) % States.Length : b]);
    }

    private string Person(string state, long e)
    {
        var person = Hash(RegisterId.Hash(state), (int)(e % 3) + Day(e).Year / 5 * 3);
        return $"{Given[(int)(person % (ulong)Given.Length)]} {Family[(int)(person / 64 % (ulong)Family.Length)]}";
    }

    private DateOnly Day(long e) => new DateOnly(1995, 1, 1).AddDays(
        !InTime ? (int)(Roll(e, 20) * 11_500)
        : Roll(e, 21) < OfArchives ? (int)(Roll(e, 20) * (e / EventsADay))
        : (int)Math.Max(0, e / EventsADay - Week + (long)(Roll(e, 20) * 2 * Week)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Draw(double roll)
    {
        var at = Array.BinarySearch(Weights, roll * Weights[^1]);
        return Math.Min(at < 0 ? ~at : at, States.Length - 1);
    }

    private static double[] Cumulated()
    {
        var weights = new double[States.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = (i == 0 ? 0 : weights[i - 1]) + 1.0 / (i + 1);
        return weights;
    }

    private double Roll(long e, int what) => (Hash(e, what) >> 11) * (1.0 / (1UL << 53));

    private ulong Hash(long e, int what)
    {
        var z = unchecked((ulong)e * 0x9E3779B97F4A7C15UL + (ulong)what * 0xD1B54A32D192ED03UL + (ulong)seed);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
