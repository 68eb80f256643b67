using Chancery.Register.Events;
using Chancery.Register.Life;

namespace Chancery.Register.Tests;

public sealed class ProjectionTests
{
    private const string Plan = "visit planned 2023-10-12..2023-10-13 @Bishkek,KGZ Vladimir Putin/RUS/president/visitor; Sadyr Japarov/KGZ/president/host";
    private const string Deed = "visit occurred 2023-10-12..2023-10-12 @Bishkek,KGZ Vladimir Putin/RUS/president/visitor; KGZ/host";

    [Fact]
    public void The_deed_outweighs_the_plan_whenever_it_was_published()
    {
        var e = Project(Told(Plan, "a", "2023-10-20"), Told(Deed, "b", "2023-10-13"));
        Assert.Equal(("occurred", "2023-10-12"), (e.Summary.Status, e.Summary.End));
        Assert.Equal("told of the deed, the other of the plan", e.Fields.Single(f => f.Name == "end").Rule);
    }

    [Fact]
    public void A_partys_own_readout_outweighs_a_newspaper()
    {
        var e = Project(Told("talks occurred 2023-10-12 @Osh,KGZ Vladimir Putin/RUS/party; Sadyr Japarov/KGZ/party", "daily.example", "2023-10-13"),
            Told("talks occurred 2023-10-12 @Bishkek,KGZ Vladimir Putin/RUS/party; Sadyr Japarov/KGZ/party", "kremlin.ru", "2023-10-12"));
        var place = e.Fields.Single(f => f.Name == "place");
        Assert.Equal(("Bishkek |  | KGZ", "a party's own readout", true), (place.Value, place.Rule, place.Disputed));
    }

    [Fact]
    public void Copies_of_one_agency_text_count_once()
    {
        var text = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"word{i}"));
        SourcedReport[] reports = [Told(Deed, "a", "2023-10-13", text), Told(Deed, "b", "2023-10-13", "Agency: " + text + " ends"), Told(Deed, "c", "2023-10-13", string.Join(' ', Enumerable.Range(200, 80).Select(i => $"other{i}")))];
        Assert.Equal((2, 3), (Project(reports).Summary.Sources, Project(reports).Summary.Reports));
    }

    [Fact]
    public void A_month_and_a_day_in_it_do_not_contradict_each_other()
    {
        var e = Project(Told("visit occurred 2023-10 @KGZ Vladimir Putin/RUS/president/visitor", "a", "2023-11-02"), Told(Deed, "b", "2023-10-13"));
        Assert.Equal(("2023-10-12", false), (e.Summary.Start, e.Fields.Single(f => f.Name == "start").Disputed));
    }

    [Fact]
    public void A_postponed_visit_keeps_its_life()
    {
        var e = Project(Told("visit planned 2023-03-26..2023-03-29 @FRA Charles III/GBR/monarch/visitor", "a", "2023-03-03"),
            Told("visit postponed 2023-03-26..2023-03-29 @FRA Charles III/GBR/monarch/visitor", "b", "2023-03-24"), Told("visit occurred 2023-09-20..2023-09-22 @FRA Charles III/GBR/monarch/visitor", "c", "2023-09-22"));
        Assert.Equal(["planned", "postponed", "occurred"], e.Life.Select(s => s.Status));
        Assert.Equal("2023-09-20", e.Summary.Start);
    }

    [Fact]
    public void A_day_that_a_plan_told_holds_against_one_that_is_only_that_of_publication()
    {
        SourcedReport Written(string line, string source, string published) => Told(line, source, published) with { Report = Made.Report(line) with { Evidence = [new Reading.Reports.Evidence(0, 0, "was there", "trigger", null)] } };
        var plan = Told("visit planned 2021-06-24..2021-06-27 @Paris,FRA Antony Blinken/USA/secretary-of-state/visitor", "a", "2021-06-23");
        var head = Written("visit occurred 2021-06-25.. @Paris,FRA Antony Blinken/USA/secretary-of-state/visitor", "b", "2021-06-25");
        var later = Written("visit occurred 2021-06-26.. @Paris,FRA Antony Blinken/USA/secretary-of-state/visitor", "c", "2021-06-26");
        Assert.Equal(("occurred", "2021-06-24", "2021-06-27", 0), Facts(Project(plan, head, later)));
        Assert.Equal(("occurred", "2021-06-25", null, 0), Facts(Project(later, head)));
        static (string, string?, string?, int) Facts(Event e) => (e.Summary.Status, e.Summary.Start, e.Summary.End, e.Summary.Disputed.Length);
    }

    [Theory]
    [InlineData("planned", "2023-10-12", null, "2023-10-12", "planned")]
    [InlineData("planned", "2023-10-12", null, "2023-10-13", "unconfirmed")]
    [InlineData("planned", "2023-10", null, "2023-10-31", "planned")]
    [InlineData("planned", null, null, "2023-10-13", "planned")]
    [InlineData("ongoing", "2023-10-12", "2023-10-13", "2023-10-14", "occurred")]
    [InlineData("postponed", "2023-10-12", null, "2024-10-14", "postponed")]
    public void Time_makes_of_a_status(string status, string? start, string? end, string today, string then) => Assert.Equal(then, Timekeeping.AsOf(status, start, end, DateOnly.Parse(today)));

    private static Event Project(params SourcedReport[] reports) => Projection.Of(reports, []);

    private static SourcedReport Told(string line, string source, string published, string? text = null) => new(Made.Document("sha256:" + source, published, source, text), Made.Report(line));
}
