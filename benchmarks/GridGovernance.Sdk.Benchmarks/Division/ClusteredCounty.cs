using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Division;

/// <summary>Natural units for a division: points that gather in hamlets, with the land that lies nearest to each, in square parents of some 220 units; grids are to hold about 1,000 people.</summary>
internal static class ClusteredCounty
{
    private const int UnitsOfAParent = 220;
    private const int Side = 3_000;
    private const int Norm = 1_000;

    /// <summary>Creates the problem.</summary>
    /// <param name="units">How many units.</param>
    /// <returns>The problem.</returns>
    internal static DivisionProblem Create(int units) => Compile(Define(units));

    /// <summary>Compiles a definition that has no errors.</summary>
    internal static DivisionProblem Compile(DivisionDefinition definition) => DivisionProblem.Compile(definition, out var report) ?? throw new GovernanceException(report);

    /// <summary>Returns the same units after people moved: each holds up to a fifth more or less.</summary>
    internal static DivisionDefinition Moved(DivisionDefinition definition, long seed)
    {
        var random = new RandomStreams(seed).Stream("moved");
        return definition with { Units = EquatableArray.From(definition.Units.Select(unit => unit with { People = (int)(unit.People * random.NextBetween(0.8, 1.2)) })) };
    }

    /// <summary>Defines the units.</summary>
    internal static DivisionDefinition Define(int count)
    {
        var streams = new RandomStreams(1);
        var parents = Math.Max(1, count / UnitsOfAParent);
        var columns = (int)Math.Ceiling(Math.Sqrt(parents));
        var sizes = Shares(streams.Stream("parents"), parents, count);
        var (units, edges) = (new List<DivisionUnit>(count), new List<DivisionEdge>(count * 3));
        for (var parent = 0; parent < parents; parent++)
        {
            Add(streams.Stream("parent", parent), parent, parent % columns * Side, parent / columns * Side, sizes[parent], units, edges);
        }

        return new DivisionDefinition
        {
            System = CoordinateSystem.Metric,
            Units = EquatableArray.From(units),
            Edges = EquatableArray.From(edges),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, TargetPeople = Norm }],
        };
    }

    private static void Add(RandomStream random, int parent, int west, int south, int count, List<DivisionUnit> units, List<DivisionEdge> edges)
    {
        var code = parent.ToString("00000", CultureInfo.InvariantCulture);
        var hamlets = Enumerable.Range(0, 3 + random.NextInt32(5)).Select(_ => (X: random.NextBetween(300, Side - 300), Y: random.NextBetween(300, Side - 300))).ToArray();
        var sites = new List<GeoPoint>(count);
        var taken = new HashSet<(int X, int Y)>();
        while (sites.Count < count)
        {
            var hamlet = hamlets[random.NextInt32(hamlets.Length)];
            var (x, y) = random.NextChance(3, 4)
                ? ((int)random.NextNormal(hamlet.X, 250), (int)random.NextNormal(hamlet.Y, 250))
                : (random.NextInt32(Side), random.NextInt32(Side));
            if (x > 0 && x < Side && y > 0 && y < Side && taken.Add((x, y)))
            {
                sites.Add(new GeoPoint(west + x, south + y));
            }
        }

        var outline = GridBoundary.Create(CoordinateSystem.Metric, new(west, south), new(west + Side, south), new(west + Side, south + Side), new(west, south + Side));
        var tiling = VoronoiTiling.Create(outline, sites);
        for (var i = 0; i < count; i++)
        {
            units.Add(new DivisionUnit
            {
                Id = Id(i),
                Parent = code,
                People = 5 + (int)random.NextExponential(40),
                Place = sites[i],
                AreaSquareMetres = tiling.Faces[i].AreaSquareMetres,
                PerimeterMetres = ShapeMeasure.PerimeterOf(tiling.Faces[i]),
            });
        }

        edges.AddRange(tiling.Adjacency.Select(pair => new DivisionEdge(Id(pair.First), Id(pair.Second)) { SharedMetres = Math.Max(pair.SharedMetres, 0.001) }));

        string Id(int i) => code + "-" + i.ToString("0000", CultureInfo.InvariantCulture);
    }

    // Parents of half to one and a half times the mean, so that they make some 4 to 14 grids.
    private static int[] Shares(RandomStream random, int parents, int count)
    {
        var weights = Enumerable.Range(0, parents).Select(_ => random.NextBetween(0.5, 1.5)).ToArray();
        var (sum, reached, given) = (weights.Sum(), 0.0, 0);
        var shares = new int[parents];
        for (var parent = 0; parent < parents; parent++)
        {
            reached += weights[parent];
            shares[parent] = (parent == parents - 1 ? count : (int)(count * reached / sum)) - given;
            given += shares[parent];
        }

        return shares;
    }
}
