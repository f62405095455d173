using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>A small county of three levels whose cells tile a star with a hole; tests damage it.</summary>
internal sealed class SampleCounty
{
    private readonly List<GridUnit> _units = [];

    internal SampleCounty(CoordinateSystem system, ulong seed, int cells, int villages)
    {
        var random = new TestRandom(seed);
        var (x, y, radius) = system.IsGeographic ? (107.2, 32.1, 0.1) : (0.0, 0.0, 1000.0);
        var outline = GridBoundary.Create(
            system,
            [[Shapes.Star(random, x, y, radius, 40), Shapes.Star(random, x, y, radius * 0.25, 12)]]);
        Tiling = VoronoiTiling.Create(outline, Shapes.Sites(random, outline, cells));
        Scheme = Compile();
        var county = GridCode.Parse("10");
        _units.Add(Unit(county, null, 0, GridKind.Division, Tiling.Outline));
        for (var village = 0; village < villages; village++)
        {
            var code = Scheme.Child(county, village + 1);
            var members = Enumerable.Range(0, cells).Where(c => c % villages == village).ToArray();
            _units.Add(Unit(code, county, 1, GridKind.Village, GridBoundary.Dissolve([.. members.Select(m => Tiling.Faces[m])])));
            for (var i = 0; i < members.Length; i++)
            {
                _units.Add(Unit(Scheme.Child(code, i + 1), code, 2, GridKind.Cell, Tiling.Faces[members[i]]));
            }
        }
    }

    internal GridScheme Scheme { get; }

    internal VoronoiTiling Tiling { get; }

    internal IReadOnlyList<GridUnit> Cells => [.. _units.Where(static u => u.Level.Depth == 2)];

    internal GridMap Map()
    {
        var map = GridMap.Create(Scheme, _units, out var report);
        Assert.Empty(report);
        return map!;
    }

    internal void Clear() => _units.Clear();

    internal void Remove(GridUnit unit) => _units.Remove(unit);

    internal void Add(GridUnit unit) => _units.Add(unit);

    internal void Reshape(GridUnit unit, GridBoundary? boundary)
    {
        _units.Remove(unit);
        _units.Add(new GridUnit { Code = unit.Code, Name = unit.Name, Level = unit.Level, Kind = unit.Kind, Parent = unit.Parent, Boundary = boundary });
    }

    internal GridUnit Unit(GridCode code, GridCode? parent, int depth, GridKind kind, GridBoundary? boundary) =>
        new() { Code = code, Name = $"unit {code}", Level = Scheme.Levels[depth], Kind = kind, Parent = parent, Boundary = boundary };

    private static GridScheme Compile()
    {
        var definition = new GridSchemeDefinition
        {
            Code = "sample",
            Levels =
            [
                new() { Code = "county", Name = new("county", "县"), Digits = 2 },
                new() { Code = "village", Name = new("village", "村"), Digits = 2 },
                new() { Code = "cell", Name = new("cell", "单元格"), Digits = 4 },
            ],
        };
        var scheme = GridScheme.Compile(definition, out var report);
        Assert.Empty(report);
        return scheme!;
    }
}
