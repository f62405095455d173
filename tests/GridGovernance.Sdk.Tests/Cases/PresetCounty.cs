using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>A county with the posts of every preset, each twice: where the cases are, and elsewhere.</summary>
internal static class PresetCounty
{
    internal const string Cell = "511921100201001001";

    // The statutes' longest window is three years: from here it ends before the last published day.
    internal static readonly Instant Begin = Instant.FromUtc(2021, 3, 1, 1, 0);

    internal static readonly Seat[] Leads = [new("department-handler", "civil-affairs"), new("department-handler", "housing")];

    private static readonly (string Post, string Level)[] Posts =
    [
        ("grid-worker", "grid"), ("village-head", "village"), ("verifier", "village"), ("mediation-director", "village"), ("mediator", "village"), ("service-agent", "village"),
        ("township-commander", "township"), ("dispatcher", "township"), ("collector", "township"), ("petition-officer", "township"), ("hotline-reviewer", "township"),
        ("acceptor", "township"), ("shift-leader", "township"), ("assessor", "township"), ("centre-leader", "township"), ("hotline-operator", "township"),
        ("supervision-officer", "township"), ("petition-head", "township"), ("review-officer", "township"), ("recheck-officer", "township"), ("court-clerk", "township"),
        ("judge", "township"), ("county-commander", "county"), ("cell-informant", "grid"),
    ];

    private static readonly Establishment Establishment = Compile();
    private static readonly GridMap Map = CreateMap();

    internal static LifecycleCatalogue Lifecycles { get; } = new(LifecyclePresets.All.Select(preset =>
    {
        var lifecycle = Lifecycle.Compile(preset, CaseGuards.Vocabulary(CaseGuards.All, Establishment.Posts, WorkCalendar.China), out var report);
        report.EnsureNoErrors();
        return lifecycle!;
    }));

    internal static CaseEngine Engine(bool listed) => new(new CaseModel
    {
        Lifecycles = Lifecycles,
        Calendar = WorkCalendar.China,
        Matters = MatterCatalogue.Compile(new[] { "rubbish", "litter" }.Select(static code => new Matter(code, "order", code, code, MatterPurpose.Order, Origin.Sample, "sample")), Establishment, out _)!,
        Lists = listed ? new FakeLists() : new FakeLists("rubbish"),
        Establishment = Establishment,
        Map = Map,
    });

    /// <summary>Returns the seats of a post: where the cases are, and elsewhere.</summary>
    internal static Seat[] SeatsOf(string post) => [Seat(post, Cell), Seat(post, "511921101201001001")];

    /// <summary>Whether a seat's unit holds the cell of the cases; a department acts in the whole county.</summary>
    internal static bool Covers(Seat seat) => seat.Post == "department-handler" || Cell.StartsWith(seat.Unit, StringComparison.Ordinal);

    private static Seat Seat(string post, string cell) => new(post, cell[..(Array.Find(Posts, known => known.Post == post).Level switch { "county" => 6, "township" => 9, "village" => 12, _ => 15 })]);

    private static Establishment Compile()
    {
        var posts = Posts.Select(static post => new Post(post.Post, post.Post, post.Post, post.Level, post.Post, post.Post switch
        {
            "county-commander" => null,
            "township-commander" => "county-commander",
            "village-head" => "township-commander",
            "grid-worker" => "village-head",
            _ => post.Level == "village" ? "village-head" : "township-commander",
        }))
            .Append(new Post("department-head", "Head", "部门负责人", Post.DepartmentLevel, "department-head", "county-commander"))
            .Append(new Post("department-handler", "Handler", "承办人", Post.DepartmentLevel, "department-handler", "department-head"));
        var establishment = Establishment.Compile(
            posts, [new Department("civil-affairs", "Civil affairs", "民政局", "county"), new Department("housing", "Housing", "住建局", "county")], SmallCounty.Scheme, out var report);
        report.EnsureNoErrors();
        return establishment!;
    }

    private static GridMap CreateMap()
    {
        var codes = new[] { Cell, "511921101201001001" }.SelectMany(static cell => new[] { 6, 9, 12, 15, 18 }.Select(length => cell[..length])).Distinct(StringComparer.Ordinal);
        var map = GridMap.Create(SmallCounty.Scheme, [.. codes.Select(static code => GridUnit.Create(SmallCounty.Scheme, GridCode.Parse(code), code, GridKind.Comprehensive))], out var report);
        report.EnsureNoErrors();
        return map!;
    }
}
