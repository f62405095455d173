using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

/// <summary>A county of one grid with two cells side by side, and two grids off its territory; a dedicated grid may lie over a cell.</summary>
internal static class SmallCounty
{
    internal static readonly LocalDate Day = new(2026, 1, 1);

    internal static readonly GridScheme Scheme = GridScheme.Compile(
        new GridSchemeDefinition
        {
            Code = "small",
            Levels = [new() { Code = "county", Name = new("county", "县"), Digits = 1 }, new() { Code = "grid", Name = new("grid", "网格"), Digits = 1 }, new() { Code = "cell", Name = new("cell", "单元格"), Digits = 1 }],
            Overlaps = [new() { Kind = GridKind.Dedicated, With = GridKind.Cell }],
        },
        out _)!;

    internal static FacilityEntry Lamp(string id, double? x, double? y) => new(id, "0101", "urban", "power", "power", x, y);

    internal static SubjectRegister<T> Register<T>(params T[] entries)
        where T : class, IGridSubject
    {
        var register = SubjectRegister<T>.Create(CoordinateSystem.Metric, entries, out var report);
        Assert.Empty(report);
        return register!;
    }

    internal static GridCode Code(string text) => GridCode.Parse(text);

    internal static GridMap Map(params GridUnit[] more)
    {
        GridUnit Unit(string code, GridKind kind, double west, double east) => GridUnit.Create(Scheme, Code(code), code, kind, Shapes.Box(CoordinateSystem.Metric, west, 0, east, 100));
        GridUnit[] units =
        [
            Unit("1", GridKind.Division, 0, 100), Unit("11", GridKind.Comprehensive, 0, 100), Unit("111", GridKind.Cell, 0, 50), Unit("112", GridKind.Cell, 50, 100),
            GridUnit.CreateOffTerritory(Scheme, Code("19"), "外出", Code("1")), GridUnit.CreateOffTerritory(Scheme, Code("191"), "外出二", Code("1")),
        ];
        var map = GridMap.Create(Scheme, [.. units, .. more], out var report);
        Assert.False(report.HasErrors);
        return map!;
    }
}
