using System.Text;
using Chancery.Register.Events;
using Chancery.Register.Historian;

namespace Chancery.Register.Tests;

public sealed class HistorianTests
{
    private static readonly HistorianStay[] Stays =
    [
        Stay("A", "France", "2009-04-03", "2009-04-04"), Stay("A", "Germany", "2009-04-03", "2009-04-04"), Stay("A", "Czech Republic", "2009-04-04", "2009-04-05"),
        Stay("A", "Turkey", "2009-04-06", "2009-04-07"), Stay("A", "Iraq", "2009-04-09", "2009-04-09"), Stay("A", "Iraq", "2009-04-09", "2009-04-10"),
        Stay("B", "France", "2009-04-04", "2009-04-04"),
    ];

    [Fact]
    public void Repeats_and_overlaps_are_found_and_handovers_are_not_among_them()
    {
        var faults = HistorianCheck.Faults(Stays);
        Assert.Equal([StayFault.Overlap, StayFault.Repeat], faults.Select(f => f.Fault).Order().Reverse());
        Assert.Equal(("Germany", "Czech Republic"), HistorianCheck.Handovers(Stays).Select(h => (h.From.Country, h.To.Country)).Single());
    }

    [Fact]
    public void A_tour_goes_on_where_at_most_a_day_lies_between() =>
        Assert.Equal([4, 2, 1], HistorianCheck.Tours(Stays).Select(t => t.Stays.Length));

    [Fact]
    public void Csv_comes_back()
    {
        var csv = new StringWriter();
        HistorianCsv.Write(csv, Stays);
        Assert.Equal(Stays.OrderBy(s => s.Start).ThenBy(s => s.End).ThenBy(s => s.Principal).ThenBy(s => s.Country), HistorianCsv.Read(new StringReader(csv.ToString())));
    }

    [Fact]
    public void Xml_is_read_as_claims_and_counted_as_the_same_stay()
    {
        const string Xml = """
            <trips><trip role="president" who="obama-barack"><id>2963</id><role>president</role><name>Barack Obama</name><start-date>2009-04-03</start-date><end-date>2009-04-04</end-date>
            <country id="germany">Germany</country><locale>Baden-Baden, Kehl</locale><remarks>Attended a working dinner
              for NATO leaders.</remarks></trip></trips>
            """;
        var reading = HistorianXml.Read("obama.xml", Encoding.UTF8.GetBytes(Xml))!;
        var document = new SourceDocument(reading.Document, HistorianXml.Source, SourceKind.Dataset);
        var stay = Assert.Single(HistorianCount.Of(Projection.Of([new SourcedReport(document, reading.Events[0])], [])));
        Assert.Equal(new HistorianStay("Barack Obama", "president", "Germany", "Baden-Baden, Kehl", new(2009, 4, 3), new(2009, 4, 4), "Attended a working dinner for NATO leaders.") { Where = "DEU" }, stay);
    }

    private static HistorianStay Stay(string who, string country, string start, string end) =>
        new(who, "president", country, "", DateOnly.Parse(start), DateOnly.Parse(end), "") { Where = HistorianCountries.StateOf(country)! };
}
