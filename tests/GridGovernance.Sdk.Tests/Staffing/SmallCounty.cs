using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Tests.Staffing;

/// <summary>A county small enough to see through: three levels, two departments, seven posts.</summary>
internal static class SmallCounty
{
    /// <summary>A county "1", villages "1x" and grids "1xy".</summary>
    public static readonly GridScheme Scheme = CompileScheme();

    public static readonly EquatableArray<Post> Posts =
    [
        new("commander", "Commander", "总指挥", "county", "commander"),
        new("dispatcher", "Dispatcher", "派遣员", "county", "dispatcher", "commander"),
        new("village-head", "Grid leader", "网格长", "village", "village-head", "commander"),
        new("verifier", "Verifier", "核查员", "village", "verifier", "village-head"),
        new("grid-worker", "Grid worker", "网格员", "grid", "grid-worker", "village-head"),
        new("head", "Head of department", "部门负责人", Post.DepartmentLevel, "head", "commander"),
        new("handler", "Handler", "承办人", Post.DepartmentLevel, "handler", "head"),
    ];

    public static readonly EquatableArray<Department> Departments =
    [
        new("civil-affairs", "Civil Affairs Bureau", "民政局", "county"),
        new("health", "Health Bureau", "卫生健康局", "county"),
    ];

    public static Establishment Establishment { get; } = Compile(Posts, Departments);

    public static Establishment Compile(EquatableArray<Post> posts, EquatableArray<Department> departments)
    {
        var establishment = Establishment.Compile(posts, departments, Scheme, out var report);
        report.EnsureNoErrors();
        return establishment!;
    }

    /// <summary>A map without boundaries.</summary>
    public static GridMap Map(params string[] codes)
    {
        var units = codes.Select(static code => new GridUnit
        {
            Code = GridCode.Parse(code),
            Name = code,
            Level = Scheme.Levels[code.Length - 1],
            Kind = GridKind.Division,
            Parent = code.Length == 1 ? null : GridCode.Parse(code[..^1]),
        }).ToArray();
        var map = GridMap.Create(Scheme, units, out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static GridScheme CompileScheme()
    {
        var definition = new GridSchemeDefinition
        {
            Code = "small",
            Levels = EquatableArray.From(new[] { "county", "village", "grid" }
                .Select(static code => new GridLevelDefinition { Code = code, Name = new LocalizedText(code, code), Digits = 1 })),
        };
        var scheme = GridScheme.Compile(definition, out var report);
        report.EnsureNoErrors();
        return scheme!;
    }
}
