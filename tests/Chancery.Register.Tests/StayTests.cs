using Chancery.Register.Events;
using Chancery.Register.Historian;
using Chancery.Register.Stays;

namespace Chancery.Register.Tests;

public sealed class StayTests
{
    private const string Who = "Antony Blinken/USA/secretary-of-state";

    [Fact]
    public void Talks_and_heads_of_two_days_are_one_stay() => Assert.Equal(["JOR 2021-05-26 2021-05-27"],
        Stays(("2021-05-26", $"visit occurred 2021-05-26..  @Amman,JOR {Who}/visitor"), ("2021-05-27", $"talks occurred 2021-05-27 @Amman,JOR {Who}/party; Abdullah II/JOR/monarch/party")));

    [Fact]
    public void A_plan_that_came_true_lends_its_days() => Assert.Equal(["FRA 2021-06-24 2021-06-27"],
        Stays(("2021-06-24", $"visit planned 2021-06-24..2021-06-27 @Paris,FRA {Who}/visitor"), ("2021-06-25", $"talks occurred 2021-06-25 @Paris,FRA {Who}/party; Emmanuel Macron/FRA/president/party")));

    [Fact]
    public void A_plan_alone_a_call_and_what_was_called_off_are_no_stay() => Assert.Empty(
        Stays(("2021-06-24", $"visit planned 2021-06-24..2021-06-27 @Paris,FRA {Who}/visitor"), ("2021-06-24", $"call occurred 2021-06-24 @ {Who}/party; FRA/party"), ("2021-06-24", $"visit cancelled 2021-07-24 @Rome,ITA {Who}/visitor"),
            ("2021-06-24", $"talks occurred 2021-07-24 @CHN {Who}/party; DEU/party"), ("2021-06-24", $"talks occurred 2021-07-24 @Washington,USA {Who}/party; DEU/party")));

    [Fact]
    public void A_stay_that_another_interrupts_is_two_and_a_handover_is_not() => Assert.Equal(["ITA 2021-06-27 2021-06-28", "VAT 2021-06-28 2021-06-28", "ITA 2021-06-28 2021-06-29", "FRA 2021-06-29 2021-06-29"],
        Stays(("2021-06-27", $"talks occurred 2021-06-27 @Rome,ITA {Who}/party; ISR/party"), ("2021-06-28", $"talks occurred 2021-06-28 @Rome,ITA {Who}/party; ITA/party"), ("2021-06-28", $"talks occurred 2021-06-28 @Vatican_City,VAT {Who}/party; VAT/party"),
            ("2021-06-29", $"talks occurred 2021-06-29 @Matera,ITA {Who}/party; ITA/party"), ("2021-06-29", $"talks occurred 2021-06-29 @Paris,FRA {Who}/party; FRA/party")));

    [Fact]
    public void A_day_that_is_only_that_of_publication_yields_to_the_plan_of_the_next_country() => Assert.Equal(["DEU 2021-06-23 2021-06-24", "FRA 2021-06-24 2021-06-27"],
        Stays(("2021-06-23", $"visit occurred 2021-06-23.. @Berlin,DEU {Who}/visitor"), ("2021-06-24", $"visit occurred 2021-06-24.. @Berlin,DEU {Who}/visitor"), ("2021-06-25", $"visit occurred 2021-06-25.. @Berlin,DEU {Who}/visitor"),
            ("2021-06-24", $"visit planned 2021-06-24..2021-06-27 @Paris,FRA {Who}/visitor"), ("2021-06-25", $"talks occurred 2021-06-25 @Paris,FRA {Who}/party; FRA/party")));

    [Fact]
    public void Another_stay_in_the_same_country_is_another() => Assert.Equal(["FRA 2021-10-04 2021-10-06", "FRA 2021-11-30 2021-11-30"],
        Stays(("2021-10-06", $"visit occurred 2021-10-04..2021-10-06 @Paris,FRA {Who}/visitor"), ("2021-11-30", $"visit occurred 2021-11-30 @Paris,FRA {Who}/visitor")));

    [Fact]
    public void One_meeting_in_a_place_that_nothing_else_names_is_doubted_where_more_places_him_elsewhere() => Assert.Equal(["ITA 2021-06-27 2021-06-27"],
        Stays(("2021-06-27", $"talks occurred 2021-06-27 @Rome,ITA {Who}/party; ISR/party"), ("2021-06-27", $"visit occurred 2021-06-27.. @Rome,ITA {Who}/visitor"), ("2021-06-27", $"talks occurred 2021-06-27 @Tigray,ETH {Who}/party; FAO/party")));

    [Fact]
    public void A_territory_counts_under_its_sovereign() => Assert.Equal(["DNK 2021-05-20 2021-05-20"], Stays(("2021-05-20", $"visit occurred 2021-05-20.. @Kangerlussuaq,GRL {Who}/visitor")));

    /// <summary>Each report as an event of its own, so that nothing rests on merging; a visit without a last day has only the day of publication.</summary>
    private static IEnumerable<string> Stays(params (string Published, string Line)[] told)
    {
        var events = told.Select((t, i) =>
        {
            var report = Made.Report(t.Line.Replace("  ", " ", StringComparison.Ordinal));
            var fields = report.Type == "visit" && report.End is null ? new[] { "where" } : ["where", "when"];
            return Projection.Of([new SourcedReport(Made.Document($"d{i}", t.Published), report with { Evidence = [.. fields.Select(f => new Reading.Reports.Evidence(0, 0, "", f, null))] })], []);
        });
        return StayCount.Of(events, HistorianCount.IsPrincipal).Select(s => $"{s.Where} {s.Start:yyyy-MM-dd} {s.End:yyyy-MM-dd}");
    }
}
