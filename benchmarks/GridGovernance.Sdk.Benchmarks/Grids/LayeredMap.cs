using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Grids;

/// <summary>A county of five levels over the cells of a <see cref="TiledMap"/>: townships, villages and grids are bands and blocks of cells; everybody lives in a household.</summary>
internal sealed class LayeredMap
{
    private const int HouseholdsPerCell = 31;
    private const int PeoplePerHousehold = 3;
    private const int FullSize = 7_709;
    private const int Townships = 33;
    private readonly int[] _partsPerUnit;

    internal LayeredMap(int cells)
    {
        // A tenth of the cells has a tenth of the townships: a grid has some twelve cells at every size.
        _partsPerUnit = [Math.Max(1, (int)Math.Round(Townships * (double)cells / FullSize)), 10, 2];
        var tiled = new TiledMap(cells);
        Cells = tiled.Map;
        var scheme = Compile();
        var county = tiled.Map.Units[0].Boundary!;
        var units = new List<GridUnit>();
        var root = GridCode.Parse("10");
        Divide(scheme, units, root, [.. tiled.Faces.Select(static face => (face, face.Bounds.Centre))], 0);
        units.Add(GridUnit.Create(scheme, root, "county", GridKind.Division, county));
        Map = GridMap.Create(scheme, units, out var report) ?? throw new GovernanceException(report);
        Households = Settle();
    }

    /// <summary>Gets the county of five levels.</summary>
    internal GridMap Map { get; }

    /// <summary>Gets the same cells under the county alone.</summary>
    internal GridMap Cells { get; }

    /// <summary>Gets who lives where.</summary>
    internal HouseholdRegister Households { get; }

    // In bands by latitude, then by longitude, and so on, of equally many cells.
    private void Divide(GridScheme scheme, List<GridUnit> units, GridCode parent, (GridBoundary Face, GeoPoint Centre)[] cells, int depth)
    {
        if (depth == _partsPerUnit.Length)
        {
            units.AddRange(cells.Select((cell, index) => GridUnit.Create(scheme, scheme.Child(parent, index + 1), "cell", GridKind.Cell, cell.Face)));
            return;
        }

        Array.Sort(cells, (a, b) => depth % 2 == 0 ? a.Centre.Y.CompareTo(b.Centre.Y) : a.Centre.X.CompareTo(b.Centre.X));
        var parts = Math.Min(_partsPerUnit[depth], cells.Length);
        for (var part = 0; part < parts; part++)
        {
            var own = cells[(part * cells.Length / parts)..((part + 1) * cells.Length / parts)];
            var code = scheme.Child(parent, part + 1);
            units.Add(GridUnit.Create(scheme, code, "unit", GridKind.Division, GridBoundary.Dissolve([.. own.Select(static cell => cell.Face)])));
            Divide(scheme, units, code, own, depth + 1);
        }
    }

    private static GridScheme Compile()
    {
        var definition = new GridSchemeDefinition
        {
            Code = "layered",
            Levels =
            [
                new() { Code = "county", Name = new("county", "县"), Digits = 2 },
                new() { Code = "township", Name = new("township", "乡镇"), Digits = 2 },
                new() { Code = "village", Name = new("village", "村"), Digits = 2 },
                new() { Code = "grid", Name = new("grid", "网格"), Digits = 2 },
                new() { Code = "cell", Name = new("cell", "单元格"), Digits = 3 },
            ],
        };
        return GridScheme.Compile(definition, out var report) ?? throw new GovernanceException(report);
    }

    private HouseholdRegister Settle()
    {
        var random = new RandomStreams(1).Stream("households");
        var cells = Map.UnitsAt("cell");
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Cgcs2000, cells.Count * HouseholdsPerCell, cells.Count * HouseholdsPerCell * PeoplePerHousehold);
        foreach (var cell in cells)
        {
            var bounds = cell.Boundary!.Bounds;
            for (var i = 0; i < HouseholdsPerCell;)
            {
                var place = new GeoPoint(random.NextBetween(bounds.West, bounds.East), random.NextBetween(bounds.South, bounds.North));
                if (!cell.Boundary.Contains(place))
                {
                    continue;
                }

                var household = builder.AddHousehold(string.Create(CultureInfo.InvariantCulture, $"{cell.Code}-{i}"), place, cell.Code);
                for (var person = 0; person < PeoplePerHousehold; person++)
                {
                    builder.AddPerson(string.Create(CultureInfo.InvariantCulture, $"{cell.Code}-{i}-{person}"), household);
                }

                i++;
            }
        }

        return builder.Build();
    }
}
