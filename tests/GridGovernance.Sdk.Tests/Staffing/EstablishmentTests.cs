using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class EstablishmentTests
{
    private static readonly GridMap Map = SmallCounty.Map("1", "12", "123");

    [Theory]
    [InlineData("grid-worker@123", "village-head@12")]
    [InlineData("verifier@12", "village-head@12")]
    [InlineData("village-head@12", "commander@1")]
    [InlineData("dispatcher@1", "commander@1")]
    [InlineData("handler@health", "head@health")]
    [InlineData("head@health", "commander@1")]
    [InlineData("commander@1", null)]
    [InlineData("handler@nowhere", null)]
    [InlineData("head@nowhere", null)]
    [InlineData("nobody@123", null)]
    [InlineData("grid-worker@999", null)]
    public void SupervisorOf_Seat_ClimbsItsLine(string seat, string? expected) =>
        Assert.Equal(expected, SmallCounty.Establishment.SupervisorOf(Seat.Parse(seat), Map)?.ToString());

    [Fact]
    public void LineAbove_OfAGridWorker_EndsAtTheCommander() =>
        Assert.Equal(["village-head@12", "commander@1"], SmallCounty.Establishment.LineAbove(new Seat("grid-worker", "123"), Map).Select(static seat => seat.ToString()));

    [Fact]
    public void SupervisorOf_DefaultSeat_IsNobody() => Assert.Null(SmallCounty.Establishment.SupervisorOf(default, Map));

    [Theory]
    [InlineData("grid-worker@123", "grid")]
    [InlineData("handler@health", "county")]
    [InlineData("handler@nowhere", null)]
    [InlineData("nobody@123", null)]
    public void LevelOf_Seat_IsThePostsOrTheDepartments(string seat, string? expected) =>
        Assert.Equal(expected, SmallCounty.Establishment.LevelOf(Seat.Parse(seat)));

    [Fact]
    public void Compile_ManyFaults_ReportsAllWithTheirPlaces()
    {
        EquatableArray<Post> posts =
        [
            new("a", "A", "甲", "county", "a", "b"),
            new("b", "B", "乙", "county", "b", "a"),
            new("c", "C", "丙", "shire", "c", "nobody"),
            new("c", "C", " ", "grid", "c"),
            new("d", "D", "丁", "county", "d", "e"),
            new("e", "E", "戊", "grid", "e"),
            new("f", "F", "己", "grid", "f", "g"),
            new("g", "G", "庚", Post.DepartmentLevel, "g", "e"),
            new("h", "H", "辛", "county", "h", "h"),
        ];
        EquatableArray<Department> departments = [new("x", "X", "部", "county"), new("x", "X", "部", "shire"), new("No Code", "", "部", "county")];

        Assert.Null(Establishment.Compile(posts, departments, SmallCounty.Scheme, out var report));

        Assert.Equal(
            [
                "staffing.bad-code /departments/2/code",
                "staffing.duplicate-code /departments/1/code",
                "staffing.duplicate-code /posts/3/code",
                "staffing.missing-field /departments/2/nameEn",
                "staffing.missing-field /posts/3/titleZh",
                "staffing.supervisor-below /posts/4/supervisor",
                "staffing.supervisor-cycle /posts/0/supervisor",
                "staffing.supervisor-cycle /posts/1/supervisor",
                "staffing.supervisor-cycle /posts/8/supervisor",
                "staffing.supervisor-in-department /posts/6/supervisor",
                "staffing.supervisor-not-widest /posts/7/supervisor",
                "staffing.unknown-level /departments/1/level",
                "staffing.unknown-level /posts/2/level",
                "staffing.unknown-supervisor /posts/2/supervisor",
            ],
            report.Select(static finding => $"{finding.Code} {finding.Place.Path}").Order(StringComparer.Ordinal));
        Assert.All(report, static finding => Assert.NotEqual(finding.Code, finding.Message.En()));
    }

    [Fact]
    public void Compile_SmallCounty_IsClean() => Assert.Equal(7, SmallCounty.Establishment.Posts.Count);
}
