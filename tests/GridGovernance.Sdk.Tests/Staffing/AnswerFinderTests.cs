using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class AnswerFinderTests
{
    private static readonly LocalDate Day = new(2026, 1, 15);
    private static readonly Seat Worker = new("grid-worker", "123");
    private static readonly Seat Head = new("village-head", "12");
    private static readonly Seat Commander = new("commander", "1");

    // Grid 123 is the left square of village 12, 124 the right one but for a strip that no grid covers.
    private static readonly GridMap Squares = Map();

    [Fact]
    public void WhoAnswers_AStaffedGrid_IsItsWorker()
    {
        var answer = Over(new Appointment("p1", Worker, Day)).WhoAnswers(new GeoPoint(5, 5), Day);

        Assert.Equal(new AddressAnswer(GridCode.Parse("123"), Worker, new ActingPerson("p1", Worker, false), []), answer);
    }

    [Fact]
    public void WhoAnswers_AVacantSeat_ClimbsAndSaysSinceWhen()
    {
        var answer = Over(new("p1", Worker, Day.PlusDays(-30), Day.PlusDays(-10)), new("p2", Head, Day)).WhoAnswers(GridCode.Parse("123"), Day);

        Assert.Equal("p2", answer.Acting?.Person);
        Assert.Equal([new AnswerGap(AnswerGapKind.Vacant, "grid-worker@123", Day.PlusDays(-9))], answer.Gaps);
        Assert.Contains("since 2026-01-06", answer.Gaps[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoAnswers_AnAbsentHolderWithADeputy_IsTheDeputy()
    {
        var neighbour = new Seat("grid-worker", "124");
        var roster = Roster.Compile(
            new RosterDefinition
            {
                Appointments = [new("p1", Worker, Day), new("p2", neighbour, Day)],
                Absences = [new("p1", Day, Day)],
                Deputies = [new(Worker, neighbour, Day)],
            },
            SmallCounty.Establishment,
            out _)!;
        var finder = AnswerFinder.Create(SmallCounty.Establishment, Squares, roster);

        Assert.Equal(new ActingPerson("p2", neighbour, true), finder.WhoAnswers(new GeoPoint(5, 5), Day).Acting);
        Assert.Equal("p1", finder.WhoAnswers(new GeoPoint(5, 5), Day.PlusDays(1)).Acting?.Person);
    }

    [Theory]
    [InlineData(5, 5, "NeverFilled grid-worker@123; NeverFilled village-head@12; NeverFilled commander@1; NobodyInChain 123")]
    [InlineData(19.5, 5, "NoUnitAtPoint grid; NeverFilled village-head@12; NeverFilled commander@1; NobodyInChain 12")]
    [InlineData(-5, 5, "NoUnitAtPoint grid; NoUnitAtPoint village; NoUnitAtPoint county; NobodyInChain [-5, 5]")]
    [InlineData(double.NaN, 5, "UnusablePoint [NaN, 5]; NobodyInChain [NaN, 5]")]
    [InlineData(double.PositiveInfinity, 5, "UnusablePoint [∞, 5]; NobodyInChain [∞, 5]")]
    public void WhoAnswers_WhereNobodyDoes_IsATypedGap(double x, double y, string expected)
    {
        var answer = Over().WhoAnswers(new GeoPoint(x, y), Day);

        Assert.False(answer.IsAnswered);
        Assert.Equal(expected.Replace("∞", double.PositiveInfinity.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), Text(answer));
    }

    [Fact]
    public void WhoAnswers_AStripThatNoGridCovers_IsTheVillagesHead()
    {
        var answer = Over(new Appointment("p2", Head, Day)).WhoAnswers(new GeoPoint(19.5, 5), Day);

        Assert.Equal(("p2", "12"), (answer.Acting?.Person, answer.Unit?.ToString()));
        Assert.Equal("NoUnitAtPoint grid", Text(answer));
    }

    [Fact]
    public void WhoAnswers_ACodeOffTheMap_IsATypedGap() =>
        Assert.Equal("UnitNotOnMap 999; NobodyInChain 999", Text(Over().WhoAnswers(GridCode.Parse("999"), Day)));

    [Fact]
    public void WhoAnswers_AnAbsentHolderWithoutADeputy_SaysSo()
    {
        var roster = Roster.Compile(
            new RosterDefinition { Appointments = [new("p1", Worker, Day), new("p3", Commander, Day)], Absences = [new("p1", Day)] }, SmallCounty.Establishment, out _)!;

        var answer = AnswerFinder.Create(SmallCounty.Establishment, Squares, roster).WhoAnswers(GridCode.Parse("123"), Day);

        Assert.Equal(("p3", "Away grid-worker@123; NeverFilled village-head@12"), (answer.Acting?.Person, Text(answer)));
    }

    [Fact]
    public void WhoAnswers_ByNamedPosts_AsksThoseAlone()
    {
        var roster = Roster.Create([new("p1", Worker, Day), new("p4", new Seat("verifier", "12"), Day)], SmallCounty.Establishment, out _)!;

        var answer = AnswerFinder.Create(SmallCounty.Establishment, Squares, roster, ["verifier"]).WhoAnswers(GridCode.Parse("123"), Day);

        Assert.Equal(("p4", "NoPostAtLevel grid"), (answer.Acting?.Person, Text(answer)));
        Assert.Throws<ArgumentException>(() => AnswerFinder.Create(SmallCounty.Establishment, Squares, roster, ["handler"]));
    }

    [Fact]
    public void Audit_OfALevel_NamesTheUnitsForWhichNobodyAnswers()
    {
        Assert.Equal(["123", "124"], Over().Audit("grid", Day).Select(static finding => finding.Place.Subject!));
        Assert.Empty(Over(new Appointment("p3", Commander, Day)).Audit("grid", Day));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(RosterGenerators)])]
    public void WhoAnswers_OnARandomDay_IsThePersonOrALastGap(RosterDefinition definition, byte day)
    {
        var sound = definition with { Deputies = [] };
        if (Roster.Compile(sound, RosterGenerators.Establishment, out _, policy: new RosterPolicy { Ineligible = FindingSeverity.Warning }) is not { } roster)
        {
            return;
        }

        var on = RosterGenerators.First.PlusDays(day % 31);
        var naive = new NaiveRoster(sound);
        var answer = AnswerFinder.Create(RosterGenerators.Establishment, SmallCounty.Map("1", "12", "123"), roster).WhoAnswers(GridCode.Parse("123"), on);

        // The posts that answer, told by hand: "patrol" stands under the worker of its own level and "guide" is optional; no post answers in the village.
        Seat[] chain = [new("grid-worker", "123"), new("branch-head", "123"), new("commander", "1")];
        var expected = chain.Select(seat => naive.Acting(seat, on)).FirstOrDefault(static acting => acting is not null);
        Assert.Equal(expected, answer.Acting);
        Assert.Equal(expected is null, answer.Gaps.Any(static gap => gap.Kind == AnswerGapKind.NobodyInChain));
        Assert.All(answer.Gaps, static gap => Assert.Equal(gap.Kind == AnswerGapKind.Vacant, gap.Since is not null));
        Assert.All(answer.Gaps, static gap => Assert.DoesNotContain('{', gap.ToFinding().Message.Zh()));
    }

    private static string Text(AddressAnswer answer) => string.Join("; ", answer.Gaps.Select(static gap => $"{gap.Kind} {gap.Subject}"));

    private static AnswerFinder Over(params Appointment[] appointments) =>
        AnswerFinder.Create(SmallCounty.Establishment, Squares, Roster.Create(appointments, SmallCounty.Establishment, out _)!);

    private static GridMap Map()
    {
        var units = new[] { Unit("1", 0, 20), Unit("12", 0, 20), Unit("123", 0, 10), Unit("124", 10, 19) };
        var map = GridMap.Create(SmallCounty.Scheme, units, out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static GridUnit Unit(string code, double west, double east) => GridUnit.Create(
        SmallCounty.Scheme,
        GridCode.Parse(code),
        code,
        GridKind.Division,
        GridBoundary.Create(CoordinateSystem.Metric, new GeoPoint(west, 0), new GeoPoint(east, 0), new GeoPoint(east, 10), new GeoPoint(west, 10), new GeoPoint(west, 0)));
}
