using System.Collections.Immutable;
using Chancery.Cli.Evaluation;
using Chancery.Cli.Evaluation.Events;
using Chancery.Reading.Packs;
using Chancery.Reading.Reports;
using CsCheck;

namespace Chancery.Cli.Tests.Evaluation;

public sealed class EventsEvaluationTests
{
    private static readonly Names s_names = Names.Of(DataRoot.Find());
    private static readonly EventPairing s_pairing = new(s_names);

    private static Participant Person(string name, string country, string role = "party") => new(name, "person", country, "president", role);

    private static Report Talks(string start, int trigger, params Participant[] who) => new()
    {
        Id = $"{start}@{trigger}", Type = "talks", Status = "occurred", Start = start, End = start, Participants = [.. who], Confidence = 1, Plover = new("CONSULT", null, []),
        Evidence = [new(trigger, trigger + 5, "talks", "trigger", null)],
    };

    [Theory]
    [InlineData("2023-10-12", "2023-10", true)]
    [InlineData("2023-10-12", "2023", true)]
    [InlineData("2023-10-12", "2023-10-13", false)]
    public void Days_overlap_as_precisely_as_they_are_known(string a, string b, bool overlap) =>
        Assert.Equal(overlap, DayRange.Of(a, a)!.Value.Overlaps(DayRange.Of(b, b)!.Value));

    [Fact]
    public void Events_match_by_trigger_or_by_day_and_never_across_parties()
    {
        var gold = Talks("2023-10-12", 10, Person("Vladimir Putin", "RUS"), Person("Sadyr Japarov", "KGZ"));
        Assert.Null(s_pairing.Obstacle(gold, Talks("2022-01-01", 12, Person("Putin", "RUS"), Person("Sadyr Japarov", "KGZ"))));
        Assert.Null(s_pairing.Obstacle(gold, Talks("2023-10", 99, Person("Vladimir Putin", "RUS"))));
        Assert.Equal("dates", s_pairing.Obstacle(gold, Talks("2022-01-01", 99, Person("Vladimir Putin", "RUS"))));
        Assert.Equal("parties", s_pairing.Obstacle(gold, Talks("2023-10-12", 10, Person("Vladimir Putin", "RUS"), Person("Narendra Modi", "IND"))));
        Assert.Equal("parties", s_pairing.Obstacle(gold, Talks("2023-10-12", 10, Person("Sergei Lavrov", "RUS"), Person("Jeenbek Kulubaev", "KGZ"))));
        Assert.Equal("type", s_pairing.Obstacle(gold, gold with { Type = "visit" }));
    }

    [Fact]
    public void The_most_pairs_are_made_and_the_likest_among_them()
    {
        var (rus, kgz) = (Person("Vladimir Putin", "RUS"), Person("Sadyr Japarov", "KGZ"));
        Report[] gold = [Talks("2023-10-12", 10, rus, kgz), Talks("2023-10-12", 50, rus, kgz)];
        Report[] read = [Talks("2023-10-12", 50, rus, kgz), Talks("2023-10-12", 10, rus, kgz)];
        Assert.Equal([1, 0], s_pairing.Match(gold, read));
        Assert.Equal([-1, 0], s_pairing.Match(gold, [read[0]]));
    }

    [Fact]
    public void Assignment_is_the_best_of_all() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[0, 9].Array[25])
            .Sample((rows, columns, cells) =>
        {
            var weights = new double[rows, columns];
            for (var r = 0; r < rows; r++) for (var c = 0; c < columns; c++) weights[r, c] = cells[r * 5 + c];
            var found = Assignment.Best(weights);
            Assert.Equal(found.Where(c => c >= 0).Count(), found.Where(c => c >= 0).Distinct().Count());
            return Math.Abs(Best(weights, 0, 0) - found.Select((c, r) => c < 0 ? 0 : weights[r, c]).Sum()) < 1e-9;
        });

    [Theory]
    [InlineData("Vladimir Putin", "V. Putin", true)]
    [InlineData("Xi Jinping", "Xi", true)]
    [InlineData("Zuzana Čaputová", "Zuzana Caputova", true)]
    [InlineData("Joe Biden", "Hunter Biden", false)]
    public void Spelling_is_no_error(string a, string b, bool same) => Assert.Equal(same, s_names.IsSamePerson(a, b));

    [Fact]
    public void An_article_without_events_counts_what_is_read_in_it()
    {
        var score = new EventScore(s_names);
        var header = new DocumentHeader { Id = "x", Language = "en", Characters = 1 };
        score.Add(new GoldArticle("none", "wire", "text", ImmutableDictionary<string, string>.Empty, new ArticleReading(header, []), []), [Talks("2023-10-12", 10)], null);
        Assert.Equal((1, 1, 1, 0.0), (score.Eventless, score.ReadInEventless, score.All.Read, score.All.Precision));
    }

    // By trying all, a column a row at most once.
    private static double Best(double[,] weights, int row, int used)
    {
        if (row == weights.GetLength(0)) return 0;
        var best = Best(weights, row + 1, used);
        for (var c = 0; c < weights.GetLength(1); c++)
            if ((used & 1 << c) == 0) best = Math.Max(best, weights[row, c] + Best(weights, row + 1, used | 1 << c));
        return best;
    }
}
