using System.Text;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;
using static GridGovernance.Sdk.Tests.Grids.SmallCounty;

namespace GridGovernance.Sdk.Tests.Grids;

public class SubjectRegisterTests
{
    [Fact]
    public void Create_EveryFault_IsReportedAtOnce()
    {
        PersonEntry[] people =
        [
            new("", PersonKind.Resident),
            new("p1", PersonKind.Resident, 1, null),
            new("p1", PersonKind.Resident, null, 1, ValidFrom: Day),
            new("p2", PersonKind.Migrant, double.NaN, 1),
            new("p3", PersonKind.Migrant, ValidFrom: Day, ValidTo: Day.PlusDays(-1)),
            new("p4", PersonKind.Migrant, ValidTo: Day),
            new("p4", PersonKind.Resident, ValidFrom: Day.PlusDays(1)),
        ];

        Assert.Null(SubjectRegister<PersonEntry>.Create(CoordinateSystem.Metric, people, out var report));
        Assert.Equal(
            ["/rows/0/id grids.subject-id", "/rows/1/lat grids.subject-half-place", "/rows/2/lon grids.subject-half-place", "/rows/2/id grids.subject-twice", "/rows/3/lon grids.subject-place", "/rows/4/validTo grids.validity-order"],
            report.Select(static f => $"{f.Place.Path} {f.Code}"));
    }

    [Fact]
    public void Find_AnEntry_HoldsOnItsDays()
    {
        var register = Register(new DwellingEntry("d", DwellingUse.Rented, 5, 5, null, null, Day), new DwellingEntry("d", DwellingUse.Empty, 5, 5, null, Day.PlusDays(1)));

        Assert.Equal((DwellingUse.Rented, DwellingUse.Empty), (register.Find("d", Day)!.Use, register.Find("d", Day.PlusDays(1))!.Use));
        Assert.Null(register.Find("e", Day));
        Assert.Equal(DwellingUse.Empty, Assert.Single(register.AsOf(Day.PlusDays(1))).Use);
    }

    [Fact]
    public void Membership_ByPlaceAndByAssignment_FollowsTheRule()
    {
        var map = Map();
        var register = Register(
            new PersonEntry("corner", PersonKind.Resident, 50, 50),
            new PersonEntry("assigned", PersonKind.Resident, 10, 10, Code("112")),
            new PersonEntry("away", PersonKind.OffTerritory, Grid: Code("19")),
            new PersonEntry("lost", PersonKind.Migrant, 500, 10),
            new PersonEntry("later", PersonKind.Migrant, 10, 10, ValidFrom: Day.PlusDays(1)));

        var first = GridMembership<PersonEntry>.Create(map, register, Day);
        Assert.Equal(["corner", "assigned"], Ids(first, "112"));
        Assert.Equal(["away", "corner", "assigned"], Ids(first, "1").OrderBy(static id => id != "away"));
        Assert.Equal(["away"], Ids(first, "19"));
        Assert.Empty(Ids(first, "77"));
        Assert.Equal("lost", Assert.Single(first.Outside).Id);
        var byPlace = GridMembership<PersonEntry>.Create(map, register, Day, MembershipRule.Place);
        Assert.Equal(["assigned"], Ids(byPlace, "111"));
        Assert.Equal(["away"], Ids(byPlace, "19"));
        var byAssignment = GridMembership<PersonEntry>.Create(map, register, Day, MembershipRule.Assignment);
        Assert.Equal(["corner", "lost"], byAssignment.Outside.Select(static p => p.Id));
        Assert.Throws<ArgumentException>(() => GridMembership<PersonEntry>.Create(map, SubjectRegister<PersonEntry>.Create(CoordinateSystem.Gcj02, [], out _)!, Day));
    }

    [Fact]
    public void Membership_InAParkOverACell_BelongsToBothButStandsOnceAbove()
    {
        var map = Map(GridUnit.Create(Scheme, Code("113"), "园区", GridKind.Dedicated, Shapes.Box(CoordinateSystem.Metric, 5, 5, 20, 20)));
        var membership = GridMembership<OrganisationEntry>.Create(map, Register(new OrganisationEntry("firm", "company", 10, 10)), Day);

        Assert.Equal((1, 1, 1), (Ids(membership, "111").Count(), Ids(membership, "113").Count(), Ids(membership, "1").Count()));
    }

    [Fact]
    public void AFacility_NeedsItsThreeDepartments()
    {
        var register = Register(Lamp("a", 1, 1), Lamp("b", 1, 1) with { Owner = "nobody", Maintainer = "" });

        Assert.Equal(
            ["grids.facility-department /rows/1/owner", "grids.facility-department /rows/1/maintainer"],
            FacilityCheck.Run(register, ["urban", "power"]).Select(static f => $"{f.Code} {f.Place.Path}"));
    }

    [Fact]
    public void Sizing_FromARegisterOfPeople_SaysByHowMuch()
    {
        var scheme = GridScheme.Compile(Scheme.Definition with { Sizing = [GridSizingPresets.ChengduMicro30To100, GridSizingPresets.XCountyUrban] }, out _)!;
        var map = GridMap.Create(scheme, [.. Map().Units.Select(u => new GridUnit { Code = u.Code, Name = u.Name, Level = scheme.Levels[u.Level.Depth], Kind = u.Kind, Parent = u.Parent, Boundary = u.Boundary, Settlement = SettlementKind.Urban })], out _)!;
        var people = Enumerable.Range(0, 101).SelectMany(static h => new[] { 0, 1 }.Select(p => new PersonEntry($"p{h}-{p}", PersonKind.Resident, 10, 10, Household: $"h{h}")));

        var report = GridSizing.Audit(map, Register([.. people]), Day);

        Assert.Equal(
            ["111 grids.oversized 1", "112 grids.undersized -30", "11 grids.undersized -139"],
            report.Select(static f => $"{f.Place.Subject} {f.Code} {f.Measure}"));
    }

    [Fact]
    public void Registers_WrittenAsCsv_ReadBackTheSame()
    {
        Same(new PersonEntry("p1", PersonKind.OffTerritory, null, null, Code("19"), "h1", "d1", Day, Day.PlusDays(30)), new PersonEntry("p2", PersonKind.Migrant, 107.25, 31.9));
        Same(new DwellingEntry("d1", DwellingUse.OwnerOccupied, 107.25, 31.9, Code("111"), Day));
        Same(new OrganisationEntry("o1", "school", 107.25, 31.9));
        Same(Lamp("f1", 107.25, 31.9));
        Same(new DivisionEntry(DivisionCode.Parse("511921100", null), "诺江镇", Day, Day.PlusDays(1), [DivisionCode.Parse("511921101", null), DivisionCode.Parse("511921102", null)], "121"));
        Same(new OverlayCircle("c1", "邻里圈", OverlayCircleKind.Neighbourhood, [Code("111"), Code("112")], ["h1", "h2"], Day));
        Same(new GridUnitEntry(Code("111"), "甲", GridKind.Cell, Day, null, null, SettlementKind.Rural), new GridUnitEntry(Code("19"), "外", GridKind.OffTerritory, Day, Day.PlusDays(1), Code("1")));

        static void Same<T>(params T[] rows)
        {
            var read = GovernanceCsv.Read<T>(GovernanceCsv.Write(rows), "rows.csv");
            Assert.Empty(read.Report);
            Assert.Equal(rows, read.Value);
        }
    }

    [Fact]
    public void Registers_WithABadRow_SayWhereItIs()
    {
        var read = GovernanceCsv.Read<PersonEntry>(Encoding.UTF8.GetBytes("id,kind,lon,lat,grid\np1,resident,107.1,31.9,111\np2,visitor,x,31.9,11-1\n"), "people.csv");

        Assert.Equal(["grid", "kind", "lon"], read.Report.Select(static f => f.Place.Path!.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.All(read.Report, static f => Assert.Equal(("people.csv", 3), (f.Place.File, f.Place.Line)));
    }

    [Fact]
    public void Schemes_WrittenAsJson_ReadBackTheSame()
    {
        foreach (var preset in GridCodeSchemePresets.All)
        {
            var read = GovernanceJson.Read<GridCodeSchemeDefinition>(GovernanceJson.Write(preset), "grid-codes.json");
            Assert.Empty(read.Report);
            Assert.Equal(preset, read.Value);
        }

        foreach (var preset in GridSchemePresets.All)
        {
            var definition = preset with { Overlaps = [new() { Kind = GridKind.Dedicated, With = GridKind.Comprehensive, Source = "test" }] };
            Assert.Equal(definition, GovernanceJson.Read<GridSchemeDefinition>(GovernanceJson.Write(definition), "hierarchy.json").Value);
        }
    }

    [Fact]
    public void Units_WrittenAsATable_MakeTheSameTimeline()
    {
        var versions = Map().Units.Select(static (unit, i) => new GridUnitVersion(unit, Day, i == 2 ? Day.PlusDays(9) : null)).ToList();
        var rows = versions.Select(static v => GridUnitEntry.Of(v, Scheme)).ToList();

        var back = rows.Zip(versions, static (row, version) => row.ToVersion(Scheme, version.Unit.Boundary)).ToList();

        Assert.Equal(versions.Select(static v => v.ToString()), back.Select(static v => v.ToString()));
        Assert.Equal(versions.Select(static v => v.Unit.Parent), back.Select(static v => v.Unit.Parent));
        Assert.Null(rows.Single(static r => r.Code == Code("111")).Parent);
        Assert.Equal(Code("1"), rows.Single(static r => r.Code == Code("191")).Parent);
    }

    private static IEnumerable<string> Ids<T>(GridMembership<T> membership, string code)
        where T : class, IGridSubject => membership.In(Code(code)).Select(static s => s.Id);
}
