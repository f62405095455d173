using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>A county of one township, two villages, three grids and four cells, with the lifecycles of the sample.</summary>
internal static class SmallCounty
{
    internal static readonly GridCode Cell = GridCode.Parse("511921100201001001");
    internal static readonly GridCode OtherCell = GridCode.Parse("511921100202001001");

    internal static readonly CaseActor GridWorker = At("grid-worker", "511921100201001");
    internal static readonly CaseActor OtherGridWorker = At("grid-worker", "511921100202001");
    internal static readonly CaseActor VillageHead = At("village-head", "511921100201");
    internal static readonly CaseActor Verifier = At("verifier", "511921100");
    internal static readonly CaseActor TownshipCommander = At("township-commander", "511921100");
    internal static readonly CaseActor CountyCommander = At("county-commander", "511921");
    internal static readonly CaseActor Dispatcher = At("dispatcher", "511921");
    internal static readonly CaseActor Handler = At("department-handler", "civil-affairs");
    internal static readonly CaseActor Head = At("department-head", "civil-affairs");

    // Monday 5 January 2026, 09:00 in China.
    internal static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 1, 0);

    internal static readonly GridScheme Scheme = CompileScheme();
    internal static readonly Establishment Establishment = Compile();
    private static readonly MatterCatalogue Matters = MatterCatalogue.Compile(new[] { Matter("elderly-visit"), Matter("rubbish") }, Establishment, out _)!;

    internal static LifecycleVocabulary VocabularyOfCases { get; } = CaseGuards.Vocabulary(CaseGuards.All, Establishment.Posts, WorkCalendar.China);

    internal static GridMap Map { get; } = CreateMap();

    internal static LifecycleCatalogue Catalogue { get; } = new(new[] { "daily", "ordinary", "serious" }.Select(Load));

    internal static CaseModel Model(ICaseLists? lists = null, Roster? roster = null, LifecycleCatalogue? lifecycles = null) => new()
    {
        Lifecycles = lifecycles ?? Catalogue,
        Calendar = WorkCalendar.China,
        Matters = Matters,
        Lists = lists ?? new FakeLists(),
        Establishment = Establishment,
        Map = Map,
        Roster = roster,
    };

    internal static CaseEngine Engine(ICaseLists? lists = null, Roster? roster = null) => new(Model(lists, roster));

    internal static Roster RosterOf(params Seat[] seats)
    {
        var roster = Roster.Create(seats.Select((seat, i) => new Appointment($"p{i}", seat, new LocalDate(2020, 1, 1))), Establishment, out var report);
        report.EnsureNoErrors();
        return roster!;
    }

    internal static GridCase Report(this CaseEngine engine, string tier = "ordinary", Instant? at = null) =>
        GridCase.Replay(engine.Decide(null, new ReportCase("report", "case-1", tier, "rubbish", Cell, "grid-worker-terminal"), GridWorker, at ?? Monday).EnsureAccepted());

    internal static GridCase Do(this CaseEngine engine, GridCase c, CaseCommand command, CaseActor actor, Instant at) =>
        engine.Decide(c, command, actor, at).EnsureAccepted().Aggregate(c, GridCase.Apply);

    internal static GridCase InHandling(this CaseEngine engine, string tier = "ordinary")
    {
        var c = engine.Report(tier);
        if (tier != "serious")
        {
            c = engine.Do(c, new MoveCase("accept", "accept"), Dispatcher, Monday + Duration.FromMinutes(10));
        }

        c = engine.Do(c, new DispatchCase("dispatch", Handler.Seat), Dispatcher, Monday + Duration.FromMinutes(20));
        return engine.Do(c, new MoveCase("sign-in", "sign-in"), Handler, Monday + Duration.FromMinutes(30));
    }

    internal static LifecycleDefinition Definition(string tier)
    {
        var path = Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model", "lifecycles", tier + ".json");
        var read = GovernanceJson.Read<LifecycleDefinition>(File.ReadAllBytes(path), tier + ".json");
        read.Report.EnsureNoErrors();
        return read.Value!;
    }

    internal static Lifecycle Compile(LifecycleDefinition definition)
    {
        var lifecycle = Lifecycle.Compile(definition, VocabularyOfCases, out var report);
        report.EnsureNoErrors();
        return lifecycle!;
    }

    private static Lifecycle Load(string tier) => Compile(Definition(tier));

    private static CaseActor At(string post, string unit) => new(new Seat(post, unit));

    private static Matter Matter(string code) => new(code, "order", code, code, MatterPurpose.Order, Origin.Sample, "sample");

    private static Establishment Compile()
    {
        Post[] posts =
        [
            new("county-commander", "c", "总指挥", "county", "county-commander"),
            new("dispatcher", "d", "派遣员", "county", "dispatcher", "county-commander"),
            new("township-commander", "t", "指挥长", "township", "township-commander", "county-commander"),
            new("verifier", "v", "核查员", "township", "verifier", "township-commander"),
            new("village-head", "h", "网格长", "village", "village-head", "township-commander"),
            new("grid-worker", "g", "网格员", "grid", "grid-worker", "village-head"),
            new("department-handler", "dh", "承办人", Post.DepartmentLevel, "department-handler", "department-head"),
            new("department-head", "dd", "部门负责人", Post.DepartmentLevel, "department-head", "county-commander"),
        ];
        var establishment = Establishment.Compile(
            posts, [new Department("civil-affairs", "Civil affairs", "民政局", "county")], Scheme, out var report);
        report.EnsureNoErrors();
        return establishment!;
    }

    private static GridScheme CompileScheme()
    {
        var definition = new GridSchemeDefinition
        {
            Code = "small",
            Levels =
            [
                Level("county", 6), Level("township", 3), Level("village", 3), Level("grid", 3), Level("cell", 3),
            ],
        };
        var scheme = GridScheme.Compile(definition, out var report);
        report.EnsureNoErrors();
        return scheme!;
    }

    private static GridMap CreateMap()
    {
        string[] codes =
        [
            "511921", "511921100", "511921100201", "511921100202", "511921100201001", "511921100201002", "511921100202001",
            "511921100201001001", "511921100201001002", "511921100201002001", "511921100202001001",
        ];
        var map = GridMap.Create(Scheme, [.. codes.Select(code => GridUnit.Create(Scheme, GridCode.Parse(code), code, GridKind.Comprehensive))], out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static GridLevelDefinition Level(string code, int digits) => new() { Code = code, Name = new LocalizedText(code, code), Managing = true, Digits = digits };
}
