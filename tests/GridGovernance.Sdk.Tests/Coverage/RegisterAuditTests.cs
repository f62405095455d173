using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using static GridGovernance.Sdk.Tests.Grids.SmallCounty;

namespace GridGovernance.Sdk.Tests.Coverage;

public class RegisterAuditTests
{
    [Fact]
    public void Run_EveryRegister_FindsOmittedTwiceCoveredAndMisassigned()
    {
        var map = Map(GridUnit.Create(Scheme, Code("114"), "重叠", GridKind.Cell, Shapes.Box(CoordinateSystem.Metric, 40, 0, 60, 10)));

        Same(Register(new PersonEntry("in", PersonKind.Resident, 10, 50), new PersonEntry("out", PersonKind.Resident, -1, 0), new PersonEntry("none", PersonKind.Migrant),
            new PersonEntry("twice", PersonKind.Resident, 45, 5), new PersonEntry("else", PersonKind.Resident, 10, 10, Code("112")), new PersonEntry("grid", PersonKind.Resident, 10, 10, Code("11")),
            new PersonEntry("gone", PersonKind.Resident, Grid: Code("118")), new PersonEntry("away", PersonKind.OffTerritory, 900, 900, Code("19"))));
        Same(Register(new DwellingEntry("in", DwellingUse.Empty, 10, 50), new DwellingEntry("out", DwellingUse.Empty, -1, 0), new DwellingEntry("none", DwellingUse.Rented),
            new DwellingEntry("twice", DwellingUse.Rented, 45, 5), new DwellingEntry("else", DwellingUse.Rented, 10, 10, Code("112")), new DwellingEntry("gone", DwellingUse.OwnerOccupied, Grid: Code("118"))));
        Same(Register(new OrganisationEntry("in", null, 10, 50), new OrganisationEntry("out", null, -1, 0), new OrganisationEntry("none"),
            new OrganisationEntry("twice", null, 45, 5), new OrganisationEntry("else", null, 10, 10, Code("112")), new OrganisationEntry("gone", Grid: Code("118"))));
        Same(Register(Lamp("in", 10, 50), Lamp("out", -1, 0), Lamp("none", null, null), Lamp("twice", 45, 5), Lamp("else", 10, 10) with { Grid = Code("112") }, Lamp("gone", null, null) with { Grid = Code("118") }));

        void Same<T>(SubjectRegister<T> register)
            where T : class, IGridSubject
        {
            var report = RegisterAudit.Run(map, register, Day);
            Assert.False(report.IsComplete);
            Assert.Equal(
                ["out coverage.uncovered-subject", "none coverage.uncovered-subject", "twice coverage.doubly-covered-subject", "else coverage.misassigned-subject", "gone coverage.uncovered-subject", "gone coverage.misassigned-subject"],
                report.Findings.Select(static f => $"{f.Finding.Place.Subject} {f.Code}"));
            Assert.Equal(new RegisterCounts { Subjects = register.Entries.Count, Uncovered = 3, DoublyCovered = 1, Misassigned = 2 }, report.Counts);
        }
    }

    [Fact]
    public void Run_AParkOverACell_CoversWhatLiesInBothOnce()
    {
        var map = Map(GridUnit.Create(Scheme, Code("113"), "园区", GridKind.Dedicated, Shapes.Box(CoordinateSystem.Metric, 5, 5, 20, 20)));

        var report = RegisterAudit.Run(map, Register(new OrganisationEntry("firm", "company", 10, 10)), Day);

        Assert.True(report.IsComplete);
        Assert.Empty(report.Findings);
        Assert.Equal(new RegisterCounts { Subjects = 1 }, report.Counts);
    }

    [Fact]
    public void Run_AFinding_NamesTheSubjectTheGridsAndThePlace()
    {
        var map = Map(GridUnit.Create(Scheme, Code("114"), "重叠", GridKind.Cell, Shapes.Box(CoordinateSystem.Metric, 40, 0, 60, 10)));

        var findings = RegisterAudit.Run(map, Register(new PersonEntry("out", PersonKind.Resident, -1, 0, Code("111")), new PersonEntry("twice", PersonKind.Resident, 45, 5), new PersonEntry("else", PersonKind.Resident, 10, 10, Code("112"))), Day).Findings;

        Assert.Equal(
            [("out", "", "-1 0"), ("out", "", "-1 0"), ("twice", "111 114", "45 5"), ("else", "111", "10 10")],
            findings.Select(static f => (f.Finding.Place.Subject!, string.Join(' ', f.Grids), f.At is { } at ? FormattableString.Invariant($"{at.X} {at.Y}") : "nowhere")));
        Assert.All(findings, static f => Assert.Equal(FindingSeverity.Error, f.Finding.Severity));
        Assert.Contains("person \"out\"", findings[0].Finding.Message.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("–", findings[1].Finding.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("111, 114", findings[2].Finding.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("112", findings[3].Finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnAMapWithoutBoundaries_CoversByAssignmentAlone()
    {
        var map = GridMap.Create(Scheme, [GridUnit.Create(Scheme, Code("1"), "县", GridKind.Division, null), GridUnit.Create(Scheme, Code("11"), "格", GridKind.Comprehensive, null), GridUnit.Create(Scheme, Code("111"), "元", GridKind.Cell, null)], out _)!;

        var report = RegisterAudit.Run(map, Register(new PersonEntry("here", PersonKind.Resident, 10, 10, Code("111")), new PersonEntry("nowhere", PersonKind.Resident, 10, 10)), Day);

        Assert.Equal("nowhere", Assert.Single(report.Findings).Finding.Place.Subject);
    }

    [Fact]
    public void Run_AssignedToADivisionAlone_IsInNoGrid()
    {
        PersonEntry In(string id, string grid) => new(id, PersonKind.Resident, Grid: Code(grid));
        var map = GridMap.Create(Scheme, [GridUnit.Create(Scheme, Code("1"), "县", GridKind.Division, null), GridUnit.Create(Scheme, Code("11"), "格", GridKind.Comprehensive, null)], out _)!;

        var report = RegisterAudit.Run(map, Register(In("county", "1"), In("grid", "11")), Day);

        Assert.Equal(1, report.Counts.Uncovered);
        Assert.All(report.Findings, static f => Assert.Equal("county", f.Finding.Place.Subject));
    }

    [Fact]
    public void Run_OfAnotherSystemOrOfNothing_IsRefused()
    {
        Assert.Contains("gcj02", Assert.Throws<ArgumentException>(static () => RegisterAudit.Run(Map(), SubjectRegister<PersonEntry>.Create(CoordinateSystem.Gcj02, [], out _)!, Day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("map", static () => RegisterAudit.Run(null!, Register<PersonEntry>(), Day));
        Assert.Throws<ArgumentNullException>("register", static () => RegisterAudit.Run<PersonEntry>(Map(), null!, Day));
    }
}
