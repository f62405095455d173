using System.Text;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class OrganisationTests
{
    private static readonly LocalDate Day = new(2026, 1, 15);
    private static readonly GridScheme Scheme = GridScheme.Compile(GridSchemePresets.FiveLevel, out _)!;
    private static readonly GridCode Village = GridCode.Parse("511921100201");
    private static readonly GridCode Grid = GridCode.Parse("511921100201001");
    private static readonly GridCode Empty = GridCode.Parse("511921100201002");
    private static readonly Establishment Establishment = Compile();
    private static readonly GridMap Map = MapOf("511921", "511921100", "511921100201", "511921100201001", "511921100201002");

    [Fact]
    public void Bodies_OfXCounty_AreSixThreeAndFive()
    {
        var register = BodyRegister.Compile([.. BodyPresets.XCountyCommunity, .. BodyPresets.XCountyTownship, .. BodyPresets.XCountyVillage], Establishment, out var report);

        Assert.Empty(report);
        Assert.Equal(5, register!.BodiesOf(Map.Unit(Village)).Count);
        Assert.Equal(3, register.BodiesOf(Map.Unit(GridCode.Parse("511921100"))).Count);
        Assert.Equal(6, BodyPresets.XCountyCommunity.Count);
        Assert.Empty(register.BodiesOf(Map.Unit(Grid)));
        Assert.True(register.TryFind("general-office", out _) && !register.TryFind("nothing", out _));
    }

    [Fact]
    public void HeadOf_TheStabilityCentre_IsTheDeputySecretaryOrAMember()
    {
        var register = BodyRegister.Compile(BodyPresets.XCountyTownship, Establishment, out _)!;
        var member = new Appointment("p1", new Seat("township-committee-member", "511921100"), Day);
        var deputy = new Appointment("p2", new Seat("township-deputy-secretary", "511921100"), Day.PlusDays(1));
        var roster = Roster.Create([member, deputy], Establishment, out _)!;
        register.TryFind("stability-centre", out var body);

        Assert.Null(register.HeadOf(body!, GridCode.Parse("511921100"), Map, roster, Day.PlusDays(-1)));
        Assert.Equal("p1", register.HeadOf(body!, GridCode.Parse("511921100"), Map, roster, Day)?.Person);
        Assert.Equal("p2", register.HeadOf(body!, GridCode.Parse("511921100"), Map, roster, Day.PlusDays(1))?.Person);
    }

    [Fact]
    public void Bodies_WithFaults_AreAllNamed()
    {
        Assert.Null(BodyRegister.Compile(
            [new("a", "A", "甲", "county", Heads: ["grid-worker", "nobody", "department-head"]), new("a", "", " ", "shire"), new("No", "N", "无", "county")], Establishment, out var report));

        Assert.Equal(
            [
                "/0/heads/0 staffing.head-below", "/0/heads/1 staffing.no-spatial-post", "/0/heads/2 staffing.no-spatial-post", "/1/code staffing.repeated-code",
                "/1/level staffing.unknown-level", "/1/nameEn staffing.missing-field", "/1/nameZh staffing.missing-field", "/2/code staffing.bad-code",
            ],
            Lines(report));
    }

    [Fact]
    public void Party_OfThreeTiers_HasItsChainItsHeadAndItsGaps()
    {
        var definition = Party();
        var party = PartyOrganisation.Compile(definition, Establishment, out var report, Map);
        var roster = Roster.Compile(
            new RosterDefinition
            {
                Appointments = [new("p1", new Seat("grid-worker", Grid.ToString()), Day), new("p1", new Seat("grid-branch-secretary", Grid.ToString()), Day)],
                Staff = [new("p1", Traits: ["party-member"])],
            },
            Establishment,
            out var people)!;

        Assert.Empty(report);
        Assert.Empty(people);
        Assert.Equal(["branch-1", "general-1", "street-1"], party!.ChainOf("branch-1").Select(static unit => unit.Code));
        Assert.Equal("p1", party.HeadOf("branch-1", Map, roster, Day)?.Person);
        Assert.Null(party.HeadOf("street-1", Map, roster, Day));
        Assert.Equal([Empty.ToString()], party.AuditCoverage("grid", Map).Select(static finding => finding.Place.Subject!));
        Assert.Equal("branch-1", Assert.Single(party.UnitsAt(Grid)).Code);
    }

    [Fact]
    public void Party_WithFaults_IsAllNamed()
    {
        var definition = Party();
        var faulty = definition with
        {
            Units =
            [
                .. definition.Units.Select(static unit => unit with { Parent = unit.Code == "general-1" ? "branch-1" : unit.Parent }),
                new() { Code = "branch-1", Name = new("X", "某"), Tier = "nothing" },
                new() { Code = "branch-2", Name = new("X", "某"), Tier = "grid-branch", Parent = "general-1", Units = [Village, GridCode.Parse("9")] },
            ],
        };

        Assert.Null(PartyOrganisation.Compile(faulty, Establishment, out var report, Map));

        Assert.Equal(
            ["/units/1/parent staffing.party-parent", "/units/3/code staffing.repeated-code", "/units/3/tier staffing.unknown-tier", "/units/4/units/0 staffing.party-level", "/units/4/units/1 staffing.no-such-unit"],
            Lines(report));
        Assert.Equal((3, 4), (PartyPresets.Huanghua.Tiers.Count, PartyPresets.Wuhu.Tiers.Count));
    }

    // S4-12: 65 departments of the county in the grids.
    [Fact]
    public void Secondments_OfSixtyFiveDepartments_TellWhoIsMissing()
    {
        var rows = Enumerable.Range(1, 64).Select(i => new Secondment($"d{i}", Village, Day, Scopes: i == 1 ? ["fire-safety"] : [])).ToArray();
        var register = SecondmentRegister.Compile(rows, Establishment, out var report, Map)!;

        Assert.Empty(report);
        Assert.Equal(64, register.CountSeconded(Day));
        Assert.Equal("d65", register.NotSeconded(Day).Single(static department => department.Code != "public-security").Code);
        Assert.Equal(64, register.At(Grid, Map, Day).Count);
        Assert.Empty(register.At(Grid, Map, Day.PlusDays(-1)));
        Assert.Equal(
            [true, false, true, false],
            new[] { ("d1", "fire-safety"), ("d1", "patrol"), ("d2", "patrol"), ("d65", "patrol") }.Select(one => register.MayIntervene(one.Item1, Grid, Map, one.Item2, Day)));
    }

    [Fact]
    public void Secondments_WithFaults_AreAllNamed()
    {
        Assert.Null(SecondmentRegister.Compile(
            [new("nobody", Grid, Day), new("d1", GridCode.Parse("9"), Day), new("d1", Grid, Day, Day.PlusDays(-1)), new("d2", Grid, Day), new("d2", Grid, Day.PlusDays(3))], Establishment, out var report, Map));

        Assert.Equal(
            ["/0/department staffing.no-such-department", "/1/unit staffing.no-such-unit", "/2/to staffing.ends-before-start", "/4/from staffing.seconded-twice"], Lines(report));
    }

    // S3-35: six kinds in one team.
    [Fact]
    public void Team_OfSix_IsCompleteOrSaysWhoIsMissing()
    {
        var board = TeamBoard.Compile(TeamPresets.XCountySix, Establishment, Map, out var report)!;
        var roster = Roster.Create(
            [
                new("p1", new Seat("grid-worker", Grid.ToString()), Day), new("p2", new Seat("resident-group-leader", Village.ToString()), Day),
                new("p3", new Seat("building-chief", Grid.ToString()), Day),
            ],
            Establishment,
            out _)!;
        var over = board.Over(
            roster,
            PartyOrganisation.Compile(Party(), Establishment, out _, Map),
            SecondmentRegister.Compile([new("public-security", GridCode.Parse("511921"), Day)], Establishment, out _, Map));

        Assert.Empty(report);
        Assert.True(over.TeamOf(Grid, Day).IsComplete);
        Assert.Equal(["party-branch", "worker", "resident-group", "building-chief", "police", "sector-services"], over.TeamOf(Grid, Day).Members.Select(static member => member.Role));
        Assert.Equal(["party-branch", "worker", "building-chief"], over.TeamOf(Empty, Day).Missing);
        var finding = Assert.Single(over.Audit(Day));
        Assert.Equal("On 2026-01-15 the team \"x-county-six\" of the unit \"511921100201002\" lacks: party-branch, worker, building-chief.", finding.Message.En());
        Assert.Equal(6, board.TeamOf(Grid, Day).Missing.Count);
    }

    [Fact]
    public void Team_OfFour_IsThoseThatTheCallerNames()
    {
        var four = TeamPresets.OneGridFourStaff(Establishment.Posts.Where(static post => post.Level == "grid").Take(4));

        Assert.NotNull(TeamBoard.Compile(four, Establishment, Map, out _));
        Assert.Equal(4, four.Roles.Count);
        Assert.Throws<ArgumentException>(() => TeamPresets.OneGridFourStaff(Establishment.Posts.Take(3)));
    }

    [Fact]
    public void Team_WithFaults_IsAllNamed()
    {
        var team = new TeamDefinition
        {
            Code = "team",
            Level = "village",
            Roles =
            [
                new() { Code = "a", Name = new("A", "甲") }, new() { Code = "a", Name = new("A", "甲"), Posts = ["grid-worker", "nobody"], Departments = ["nowhere"] },
            ],
        };

        Assert.Null(TeamBoard.Compile(team, Establishment, Map, out var report));

        Assert.Equal(
            ["/roles/0 staffing.role-of-nobody", "/roles/1/code staffing.repeated-code", "/roles/1/departments/0 staffing.no-such-department", "/roles/1/posts/0 staffing.head-below", "/roles/1/posts/1 staffing.no-spatial-post"],
            Lines(report));
    }

    [Fact]
    public void EveryFile_WrittenAndRead_IsTheSame()
    {
        Assert.Equal(Party(), GovernanceJson.Read<PartyOrganisationDefinition>(GovernanceJson.Write(Party()), "party.json").Value);
        Assert.Equal(TeamPresets.XCountySix, GovernanceJson.Read<TeamDefinition>(GovernanceJson.Write(TeamPresets.XCountySix), "team.json").Value);
        AssertRows(BodyPresets.XCountyCommunity);
        AssertRows(BodyPresets.XCountyTownship);
        AssertRows<StaffingStandard>([StaffingPresets.OneWorkerAGrid, StaffingPresets.OneInformantACell with { Kinds = [GridKind.Cell, GridKind.Micro] }]);
        AssertRows<Secondment>([new("d1", Grid, Day, null, "p1", ["fire-safety"], [SecondedResource.People, SecondedResource.Funds]), new("d2", Grid, Day)]);
        AssertRows(Establishment.Posts);
        Assert.Contains("minPeople", GovernanceJson.SchemaOf<StaffingStandard>().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_OfEveryPreset_AreSound()
    {
        Assert.NotNull(Sdk.Staffing.Establishment.Compile(PostPresets.ZhoushanFour, [], Scheme, out var report));
        Assert.Empty(report);
        Assert.Equal(5, PostPresets.TongjiangFive.Count);
        Assert.True(PostPresets.GridAssistant.Eligible is [{ Traits.Count: 2 }, { Traits.Count: 1 }]);
    }

    private static void AssertRows<T>(EquatableArray<T> rows)
    {
        var read = GovernanceCsv.Read<T>(GovernanceCsv.Write(rows), "rows.csv");

        Assert.True(read.Report.Count == 0, read.Report + Encoding.UTF8.GetString(GovernanceCsv.Write(rows)));
        Assert.Equal(rows, read.Value);
    }

    private static IEnumerable<string> Lines(FindingReport report)
    {
        Assert.All(report, static finding => Assert.DoesNotContain('{', finding.Message.En() + finding.Message.Zh()));
        return report.Select(static finding => $"{finding.Place.Path} {finding.Code}").Order(StringComparer.Ordinal);
    }

    private static PartyOrganisationDefinition Party() => PartyPresets.Huanghua with
    {
        Tiers = EquatableArray.From(PartyPresets.Huanghua.Tiers.Select(static tier => tier.Code switch
        {
            "grid-branch" => tier with { Level = "grid", Head = "grid-branch-secretary", Form = PartyForm.Point },
            "community-committee" => tier with { Level = "village", Form = PartyForm.Line },
            _ => tier with { Level = "township", Form = PartyForm.Area },
        })),
        Units =
        [
            new() { Code = "street-1", Name = new("Street", "街道党工委"), Tier = "street-work-committee", Units = [GridCode.Parse("511921100")] },
            new() { Code = "general-1", Name = new("General", "社区大党委"), Tier = "community-committee", Parent = "street-1", Units = [Village], Formation = PartyFormation.Joint },
            new() { Code = "branch-1", Name = new("Branch", "网格党支部"), Tier = "grid-branch", Parent = "general-1", Units = [Grid], Formation = PartyFormation.Direct },
        ],
    };

    private static Establishment Compile()
    {
        var posts = EquatableArray.From<Post>(
        [
            .. PostPresets.TongjiangFive, .. PostPresets.GuideAndMicroGridLeader, .. PostPresets.TownshipLeaders, PostPresets.GridBranchSecretary, PostPresets.GridAssistant,
            PostPresets.AreaInformant, PostPresets.SecondedOfficer,
            new("resident-group-leader", "Leader of residents' group", "居民小组长", "village", "resident-group-leader"),
            new("building-chief", "Building chief", "楼栋长", "grid", "building-chief"),
            new("department-head", "Head", "部门负责人", Post.DepartmentLevel, "department-head"),
        ]);
        var departments = Enumerable.Range(1, 65).Select(static i => new Department($"d{i}", $"D{i}", $"部门{i}", "county")).Append(new("public-security", "Police", "公安局", "county"));
        var establishment = Sdk.Staffing.Establishment.Compile(posts, departments, Scheme, out var report);
        report.EnsureNoErrors();
        return establishment!;
    }

    private static GridMap MapOf(params string[] codes)
    {
        var units = codes.Select(static code => GridUnit.Create(Scheme, GridCode.Parse(code), code, code.Length == 12 ? GridKind.Village : GridKind.Division)).ToArray();
        var map = GridMap.Create(Scheme, units, out var report);
        report.EnsureNoErrors();
        return map!;
    }
}
