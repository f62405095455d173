using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Grids;

/// <summary>A county of one level of cells that tile a square degree, around random points.</summary>
internal sealed class TiledMap
{
    private const double West = 107;
    private const double South = 31.5;

    internal TiledMap(int cells)
    {
        var outline = GridBoundary.Create(CoordinateSystem.Cgcs2000, new(West, South), new(West + 1, South), new(West + 1, South + 1), new(West, South + 1));
        var random = new RandomStreams(1).Stream("sites");
        var tiling = VoronoiTiling.Create(outline, [.. Enumerable.Range(0, cells).Select(_ => Inside(random))]);
        Faces = tiling.Faces;

        var definition = new GridSchemeDefinition
        {
            Code = "tiled",
            Levels =
            [
                new() { Code = "county", Name = new("county", "县"), Digits = 2 },
                new() { Code = "cell", Name = new("cell", "单元格"), Digits = 6 },
            ],
        };
        var scheme = GridScheme.Compile(definition, out var report) ?? throw new GovernanceException(report);
        var county = new GridUnit { Code = GridCode.Parse("10"), Name = "county", Level = scheme.Levels[0], Kind = GridKind.Division, Boundary = tiling.Outline };
        var units = Faces.Select((face, index) => new GridUnit
        {
            Code = scheme.Child(county.Code, index + 1),
            Name = "cell",
            Level = scheme.Levels[1],
            Kind = GridKind.Cell,
            Parent = county.Code,
            Boundary = face,
        });
        Map = GridMap.Create(scheme, [county, .. units], out report) ?? throw new GovernanceException(report);
    }

    internal GridMap Map { get; }

    /// <summary>Gets the cells' boundaries, in the order of their codes.</summary>
    internal IReadOnlyList<GridBoundary> Faces { get; }

    /// <summary>Returns the bytes of the coordinates of all boundaries.</summary>
    internal static long CoordinateBytes(GridMap map) => map.Units.Sum(static unit => 16L * unit.Boundary!.VertexCount);

    /// <summary>Draws a point inside the county.</summary>
    internal static GeoPoint Inside(RandomStream random) => new(West + random.NextBetween(0.001, 0.999), South + random.NextBetween(0.001, 0.999));
}
