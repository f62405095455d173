using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Grids;

/// <summary>Random points located among <see cref="Size"/> cells.</summary>
[MemoryDiagnoser]
public class GridLocatorBenchmarks : IGateBenchmark
{
    // So many that the caches do not know them by heart.
    private const int Points = 100_000;
    private readonly GeoPoint[] _points = new GeoPoint[Points];
    private readonly GridUnit?[] _units = new GridUnit?[Points];
    private GridLocator _locator = null!;
    private GridMap _map = null!;
    private GeometryLibrary _library = null!;

    /// <summary>Gets or sets the number of cells.</summary>
    [Params(800, 8_000, 60_000)]
    public int Size { get; set; } = 800;

    /// <summary>Tiles the county and draws the points.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var tiled = new TiledMap(Size);
        _map = tiled.Map;
        _locator = GridLocator.Create(_map, "cell");
        _library = new GeometryLibrary(tiled.Faces);
        var random = new RandomStreams(1).Stream("points");
        for (var i = 0; i < Points; i++)
        {
            _points[i] = TiledMap.Inside(random);
        }

        // The timed loops count misses alone; that both name the same cell for every point is seen here.
        var cells = tiled.Map.UnitsAt("cell");
        var differing = _points.Count(point => !ReferenceEquals(_locator.Locate(point), cells[_library.Locate(point)]));
        if (differing > 0)
        {
            throw new InvalidOperationException($"{differing} of {Points} points are expected in one cell by both, but found in two.");
        }
    }

    /// <summary>The library's locator.</summary>
    [Benchmark(OperationsPerInvoke = Points)]
    public long Locate()
    {
        var sum = 0L;
        foreach (var point in _points)
        {
            sum += _locator.Locate(point) is null ? 1 : 0;
        }

        return sum;
    }

    /// <summary>The library's locator, all points in one call.</summary>
    [Benchmark(OperationsPerInvoke = Points)]
    public long LocateInBulk() => Points - _locator.Locate(_points, _units);

    /// <summary>The bytes that a locator keeps.</summary>
    [Benchmark]
    public long KeptBytes() => Allocation.Kept(() => GridLocator.Create(_map, "cell"));

    /// <summary>The bytes of the cells' coordinates: two numbers of eight bytes for each corner.</summary>
    [Benchmark]
    public long CoordinateBytes() => TiledMap.CoordinateBytes(_map);

    /// <summary>NetTopologySuite's tree over prepared polygons.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Points)]
    public long Tree()
    {
        var sum = 0L;
        foreach (var point in _points)
        {
            sum += _library.Locate(point) < 0 ? 1 : 0;
        }

        return sum;
    }
}
