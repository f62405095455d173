using System.Text;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class RosterFilesTests
{
    [Property(MaxTest = 200, Arbitrary = [typeof(RosterGenerators)])]
    public void EveryTable_WrittenAndRead_IsTheSame(RosterDefinition definition)
    {
        AssertRoundTrip(definition.Appointments);
        AssertRoundTrip(definition.Staff);
        AssertRoundTrip(definition.Absences);
        AssertRoundTrip(definition.Deputies);
        AssertRoundTrip(RosterGenerators.Posts);
    }

    [Fact]
    public void Posts_OfTheOldForm_AreReadAndWrittenAsTheyWere()
    {
        var text = Encoding.UTF8.GetBytes("code,titleEn,titleZh,level,role,supervisor\na,A,甲,county,a,\nb,B,乙,grid,b,a\n");

        var read = GovernanceCsv.Read<Post>(text, "posts.csv");

        Assert.Equal([new Post("a", "A", "甲", "county", "a"), new Post("b", "B", "乙", "grid", "b", "a")], read.Value);
        Assert.Equal(text, GovernanceCsv.Write(read.Value));
    }

    [Fact]
    public void Posts_WithRules_AreReadFromTheirCells()
    {
        var read = GovernanceCsv.Read<Post>(
            "code,titleEn,titleZh,level,role,mostHolders,optional,eligible,source\nassistant,Assistant,网格协理员,grid,assistant,2,true,cadre+party-member;police,S3-41\n"u8, "posts.csv");

        Assert.Equal(
            new Post("assistant", "Assistant", "网格协理员", "grid", "assistant", null, 2, true, [EligibilityRule.Parse("cadre+party-member"), EligibilityRule.Parse("police")], "S3-41"),
            Assert.Single(read.Value));
    }

    [Theory]
    [InlineData("person,seat,from\np1,grid-worker,2026-01-01\n", 2)]
    [InlineData("person,seat,from\np1,grid-worker@123,2026-02-30\n", 2)]
    [InlineData("person,seat\np1,grid-worker@123\n", 1)]
    [InlineData("person,seat,from,until\np1,grid-worker@123,2026-01-01,\n", 1)]
    public void Appointments_OfAWrongForm_AreNamedWithTheirLine(string text, int line)
    {
        var read = GovernanceCsv.Read<Appointment>(Encoding.UTF8.GetBytes(text), "appointments.csv");

        Assert.Contains(read.Report, finding => finding.Place.Line == line && finding.Place.File == "appointments.csv");
    }

    [Fact]
    public void Compile_RowsOfAFile_AreLocatedByTheirLine()
    {
        var read = GovernanceCsv.Read<Appointment>("person,seat,from\np1,commander@1,2026-01-01\np2,commander@1,2026-01-02\n"u8, "appointments.csv");

        Roster.Create(read.Value, RosterGenerators.Establishment, out var report);

        var finding = Assert.Single(read.Locate(new FindingReport(report.Select(static one => one with { Place = one.Place with { Path = "/rows" + one.Place.Path } }))));
        Assert.Equal(("appointments.csv", 3, "staffing.seat-held-twice"), (finding.Place.File, finding.Place.Line, finding.Code));
    }

    private static void AssertRoundTrip<T>(EquatableArray<T> rows)
    {
        var read = GovernanceCsv.Read<T>(GovernanceCsv.Write(rows), "rows.csv");

        Assert.Empty(read.Report);
        Assert.Equal(rows, read.Value);
    }
}
