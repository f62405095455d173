using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>The files of a model about people and organisations: each may be absent, and each is checked against the posts and levels.</summary>
public sealed class StaffingFilesTests
{
    private static readonly (string File, string Text)[] Files =
    [
        ("appointments.csv", "person,seat,from,to\np1,grid-worker@511921100201001,2026-01-01,\np2,village-head@511921100201,2026-01-01,\n"),
        ("staff.csv", "person,employment,traits,from,to\np1,all-round-social-worker,party-member,,\n"),
        ("absences.csv", "person,from,to,reason\np1,2026-02-01,2026-02-07,leave\n"),
        ("deputies.csv", "seat,deputy,from,to\ngrid-worker@511921100201001,village-head@511921100201,2026-01-01,\n"),
        ("staffing-standards.csv", "code,posts,minPeople,maxPeople,mostSeatsPerPerson,kinds,source\none-worker,grid-worker,1,1,1,,\n"),
        ("bodies.csv", "code,nameEn,nameZh,level,kinds,heads,source\nstation,Station,服务站,village,,village-head,\n"),
        ("secondments.csv", "department,unit,from,to,person,scopes,resources\nmarket-regulation,511921100201,2026-01-01,,,patrol,people\n"),
        ("party.json", """
            {
              "code": "party",
              "tiers": [ { "code": "branch", "name": { "en": "Branch", "zh": "党支部" }, "level": "grid", "head": "grid-worker" } ],
              "units": [ { "code": "b1", "name": { "en": "First branch", "zh": "第一支部" }, "tier": "branch", "units": [ "511921100201001" ] } ]
            }
            """),
        ("teams/grid.json", """
            {
              "code": "grid-team",
              "level": "grid",
              "roles": [
                { "code": "worker", "name": { "en": "Grid worker", "zh": "网格员" }, "posts": [ "grid-worker" ] },
                { "code": "department", "name": { "en": "Department", "zh": "部门" }, "anyDepartment": true }
              ]
            }
            """),
    ];

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "appointments.csv", "p2,village-head@", "p2,vilage-head@", "staffing.unknown-post" },
        { "staff.csv", "party-member,,", "party-member,2026-02-01,2026-01-01", "staffing.ends-before-start" },
        { "absences.csv", "2026-02-07", "2026-01-07", "staffing.ends-before-start" },
        { "deputies.csv", "village-head@", "vilage-head@", "staffing.unknown-post" },
        { "staffing-standards.csv", "grid-worker", "grid-woker", "staffing.no-spatial-post" },
        { "bodies.csv", "village,", "vilage,", "staffing.unknown-level" },
        { "secondments.csv", "market-regulation", "market-regulatio", "staffing.no-such-department" },
        { "party.json", "\"head\": \"grid-worker\"", "\"head\": \"grid-woker\"", "staffing.no-spatial-post" },
        { "teams/grid.json", "\"grid-worker\"", "\"grid-woker\"", "staffing.no-spatial-post" },
        { "absences.csv", "2026-02-01", "2026-02-31", "interchange.malformed" },
        { "appointments.csv", "grid-worker@511921100201001", "grid-worker@511922100201001", "hosting.unit-elsewhere" },
        { "deputies.csv", "village-head@511921100201", "village-head@511922100201", "hosting.unit-elsewhere" },
        { "secondments.csv", "511921100201", "511922100201", "hosting.unit-elsewhere" },
        { "party.json", "511921100201001", "511922100201001", "hosting.unit-elsewhere" },
    };

    [Fact]
    public void Load_AModelWithEveryStaffingFile_HoldsAllOfThem()
    {
        using var sample = new SampleModel();
        var without = GovernanceModel.LoadOrThrow(sample.Path);
        Write(sample);

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Empty(report);
        Assert.NotEqual(without.Hash, model!.Hash);
        var map = Map(model);
        var seat = new Seat("grid-worker", "511921100201001");
        Assert.Equal("p1", model.Staffing.Roster.HolderOf(seat, new LocalDate(2026, 1, 15)));
        Assert.Equal("p2", model.Staffing.Roster.ActingFor(seat, new LocalDate(2026, 2, 3))!.Value.Person);
        Assert.Equal("station", Assert.Single(model.Staffing.Bodies.Bodies).Code);
        Assert.Equal(1, model.Staffing.Secondments.CountSeconded(new LocalDate(2026, 1, 1)));
        Assert.Equal("b1", Assert.Single(model.Staffing.Party!.UnitsAt(GridCode.Parse("511921100201001"))).Code);
        var team = Assert.Single(model.Staffing.BoardsOver(map)).TeamOf(GridCode.Parse("511921100201001"), new LocalDate(2026, 1, 15));
        Assert.True(team.IsComplete);
        Assert.Empty(model.Staffing.Audit(map, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31)).Findings);
        Assert.Same(model.Staffing.Roster, model.ToCaseModel(map).Roster);
        Assert.Null(without.ToCaseModel(map).Roster);
        Assert.Equal(model.Hash, GovernanceModel.Compile(model.Definitions, out _)!.Hash);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_AFaultInAStaffingFile_IsNamedWithItsLine(string file, string text, string fault, string code)
    {
        using var sample = new SampleModel();
        Write(sample);
        var line = sample.Replace(file, text, fault);

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Null(model);
        var finding = Assert.Single(report);
        Assert.Equal((file, line, code), (finding.Place.File, finding.Place.Line, finding.Code));
    }

    [Fact]
    public void Load_TwoTeamsOfOneCode_AreOneTooMany()
    {
        using var sample = new SampleModel();
        Write(sample);
        File.Copy(sample["teams/grid.json"], sample["teams/other.json"]);

        GovernanceModel.Load(sample.Path, out var report);

        Assert.Equal(["hosting.duplicate-definition"], report.Select(static f => f.Code));
    }

    private static void Write(SampleModel sample)
    {
        Directory.CreateDirectory(sample["teams"]);
        foreach (var file in Directory.GetFiles(sample["teams"]))
        {
            File.Delete(file);
        }

        foreach (var (file, text) in Files)
        {
            File.WriteAllText(sample[file], text);
        }
    }

    private static GridMap Map(GovernanceModel model)
    {
        string[] codes = ["511921", "511921100", "511921100201", "511921100201001", "511921100201001001"];
        return GridMap.Create(model.Scheme, [.. codes.Select(code => GridUnit.Create(model.Scheme, GridCode.Parse(code), code, GridKind.Division))], out _)!;
    }
}
