using Chancery.Register.Merging;

namespace Chancery.Register.Tests.Merging;

public sealed class MergingTests
{
    public static TheoryData<string, string, string> NearMisses() => Rows("near-misses.tsv");

    public static TheoryData<string, string, string> Joins() => Rows("joins.tsv");

    [Fact]
    public void There_are_at_least_forty_near_misses() => Assert.True(NearMisses().Count >= 40);

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void What_only_looks_alike_stays_apart(string why, string a, string b) => Assert.Equal((2, why), (Clustered(a, b), why));

    [Theory]
    [MemberData(nameof(Joins))]
    public void What_is_one_event_becomes_one(string why, string a, string b) => Assert.Equal((1, why), (Clustered(a, b), why));

    [Fact]
    public void The_measure_is_symmetric()
    {
        foreach (var row in NearMisses().Concat(Joins()).Select(r => r.Data))
        {
            var (a, b) = (Made.Profile(row.Item2, "a"), Made.Profile(row.Item3, "b"));
            Assert.Equal(MergeMeasure.Compare(a, b), MergeMeasure.Compare(b, a));
        }
    }

    [Fact]
    public void Whatever_is_alike_enough_is_found_by_its_blocks_from_both_sides()
    {
        foreach (var row in Joins().Select(r => r.Data))
        {
            var (a, b) = (Made.Profile(row.Item2, "a"), Made.Profile(row.Item3, "b"));
            if (MergeMeasure.Compare(a, b).Score < Likeness.UnsureFrom) continue;
            Assert.True(Finds(a, b) && Finds(b, a), row.Item1);
        }
    }

    [Fact]
    public void No_date_or_status_hides_what_is_alike_enough()
    {
        var random = new Random(4);
        var made = Joins().Select(r => Made.Profile(r.Data.Item2, "a")).ToArray();
        Profile Any(Profile like, string document)
        {
            var day = 738_000 + random.Next(60);
            var certainty = (Certainty)random.Next(6);
            var length = certainty switch { Certainty.Month => 30, Certainty.Year => 364, Certainty.Published => 10, _ => 0 };
            return like with
            {
                Document = RegisterId.Document(document), Report = random.NextInt64(long.MaxValue), Certainty = certainty, Deed = (Deed)random.Next(4),
                First = certainty == Certainty.None ? 0 : day, Last = certainty == Certainty.None ? 0 : day + length, End = random.Next(3) == 0 ? day + random.Next(1, 45) : certainty == Certainty.Day ? day : 0,
            };
        }
        var alike = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var like = made[random.Next(made.Length)];
            var (a, b) = (Any(like, "a"), Any(like, "b"));
            if (MergeMeasure.Score(a, b) is not >= Likeness.UnsureFrom) continue;
            alike++;
            // What stands on the days that are looked through is not passed over for its own date or status.
            Assert.True(Finds(a, b) || !Finds(a, b, byDays: true), Told(a, b));
            Assert.True(Finds(b, a) || !Finds(b, a, byDays: true), Told(b, a));
        }
        Assert.True(alike > 5000, $"only {alike}");
    }

    [Fact]
    public void Profiles_come_back_from_bytes()
    {
        foreach (var row in NearMisses().Select(r => r.Data))
        {
            var profile = Made.Profile(row.Item2, "a");
            var back = ProfileCodec.Read(ProfileCodec.Write(profile));
            Assert.Equal(profile.Parties, back.Parties);
            Assert.Equal(profile.Blocks, back.Blocks);
            Assert.Equal(profile with { Parties = [], Blocks = [] }, back with { Parties = [], Blocks = [] });
        }
    }

    private static string Told(params Profile[] profiles) => string.Join(", ", profiles.Select(p => $"{p.Type} {p.Certainty} {p.Deed} {p.First}-{p.Last} {p.End}"));

    private static bool Finds(Profile from, Profile to, bool byDays = false)
    {
        var places = BlockKeys.Of(to);
        return BlockKeys.Ranges(from).Any(r => places.Any(p => p.Span == r.Span && p.Key == r.Key && r.From <= p.Day && p.Day <= r.To && (byDays || p.Until >= r.Since)));
    }

    private static int Clustered(string a, string b) => Clusters.Of([Made.Profile(a, "a"), Made.Profile(b, "b")], []).Events.Length;

    private static TheoryData<string, string, string> Rows(string file)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Merging", file)).Skip(1).Select(l => l.Split('\t'))) rows.Add(cells[0], cells[1], cells[2]);
        return rows;
    }
}
