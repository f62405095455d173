using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Finds the unit of one level that a place lies in.</summary>
/// <remarks>
/// <para>A place on a border belongs to the unit east of it, on a border that runs east–west to the unit north of it (<see cref="GridBoundary.Contains(GeoPoint)"/>):
/// in an exact tiling each place belongs to exactly one unit. Where units overlap, the first by code answers.</para>
/// <para>Answers are exact for the place rounded to 1/4096 of the quantum, and come from the few edges near it. Locating allocates nothing. Equality is by reference. This type is immutable and
/// safe to share between threads.</para>
/// </remarks>
public sealed class GridLocator
{
    private const int Batch = 64;

    private readonly GridUnit[] _units;
    private readonly AreaRaster _raster;
    private readonly CoordinateSystem? _system;

    private GridLocator(GridMap map, string levelCode)
    {
        Map = map;
        Level = map.Scheme.Level(levelCode);
        _system = map.System;
        _units = [.. map.UnitsAt(levelCode).Where(static u => u.Boundary is not null)];
        _raster = new AreaRaster(Array.ConvertAll(_units, static u => u.Boundary!));
    }

    /// <summary>Gets the map.</summary>
    public GridMap Map { get; }

    /// <summary>Gets the level whose units it finds.</summary>
    public GridLevel Level { get; }

    /// <summary>Builds the index of a level.</summary>
    /// <param name="map">The map.</param>
    /// <param name="levelCode">The code of the level.</param>
    /// <returns>The locator.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public static GridLocator Create(GridMap map, string levelCode)
    {
        ArgumentNullException.ThrowIfNull(levelCode);
        ArgumentNullException.ThrowIfNull(map);
        return new GridLocator(map, levelCode);
    }

    /// <summary>Finds the unit that a place lies in.</summary>
    /// <param name="point">The place, in the map's system.</param>
    /// <returns>The unit; null outside all of them, or when the point is not finite or out of range.</returns>
    public GridUnit? Locate(GeoPoint point)
    {
        if (_system is null || !_system.Accepts(point))
        {
            return null;
        }

        var (x, y) = _system.ToFine(point);
        return _raster.First(x, y) is >= 0 and var unit ? _units[unit] : null;
    }

    /// <summary>Finds the unit that each of many places lies in, as <see cref="Locate(GeoPoint)"/> does for one, but faster.</summary>
    /// <param name="points">The places, in the map's system.</param>
    /// <param name="units">Receives the unit of each place; null where there is none.</param>
    /// <returns>How many lie in a unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="units"/> is shorter than <paramref name="points"/>.</exception>
    public int Locate(ReadOnlySpan<GeoPoint> points, Span<GridUnit?> units)
    {
        if (units.Length < points.Length)
        {
            throw new ArgumentException($"Expected room for {points.Length} units, but found {units.Length}.", nameof(units));
        }

        units[..points.Length].Clear();
        if (_system is null)
        {
            return 0;
        }

        // Looking up a batch of raster cells before any of them is opened lets the memory answer many at once.
        Span<int> cells = stackalloc int[Batch];
        var count = 0;
        for (var from = 0; from < points.Length; from += Batch)
        {
            var batch = points[from..Math.Min(from + Batch, points.Length)];
            for (var i = 0; i < batch.Length; i++)
            {
                var (x, y) = _system.ToFine(batch[i]);
                cells[i] = _system.Accepts(batch[i]) ? _raster.CellAt(x, y) : AreaRaster.NoArea;
            }

            for (var i = 0; i < batch.Length; i++)
            {
                var (x, y) = _system.ToFine(batch[i]);
                if (_raster.First(cells[i], x, y) is >= 0 and var unit)
                {
                    units[from + i] = _units[unit];
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Finds every unit that a place lies in: none in a gap, several where units overlap.</summary>
    /// <param name="point">The place, in the map's system.</param>
    /// <param name="found">Receives the units, by code.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="found"/> is null.</exception>
    public int LocateAll(GeoPoint point, ICollection<GridUnit> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (_system is null || !_system.Accepts(point))
        {
            return 0;
        }

        var (x, y) = _system.ToFine(point);
        var count = 0;
        for (var unit = _raster.Next(x, y, -1); unit >= 0; unit = _raster.Next(x, y, unit))
        {
            found.Add(_units[unit]);
            count++;
        }

        return count;
    }

    /// <summary>Finds the unit that a place lies in and every unit above it: the cell, its grid, its village and so on up.</summary>
    /// <param name="point">The place, in the map's system.</param>
    /// <returns>The units from the located one to the top of the hierarchy, by registration; empty where <see cref="Locate(GeoPoint)"/> finds none.</returns>
    public IReadOnlyList<GridUnit> LocateChain(GeoPoint point)
    {
        var chain = new List<GridUnit>(Level.Depth + 1);
        for (var unit = Locate(point); unit is not null; unit = Map.ParentOf(unit.Code))
        {
            chain.Add(unit);
        }

        return chain.AsReadOnly();
    }

    /// <summary>Finds the unit that a place lies in, or for a place outside all of them the nearest one within a distance.</summary>
    /// <remarks>The nearest place of each border is sought in a flat frame at the point and its distance taken on the ellipsoid: within 1e-6 of the shortest up to some ten kilometres.</remarks>
    /// <param name="point">The place, in the map's system.</param>
    /// <param name="withinMetres">The largest distance, 0 or more, inclusive.</param>
    /// <returns>The unit with its distance; null where none is that near, or when the point is not finite or out of range.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withinMetres"/> is negative or not finite.</exception>
    public NearestUnit? FindNearest(GeoPoint point, double withinMetres)
    {
        if (!double.IsFinite(withinMetres) || withinMetres < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(withinMetres), withinMetres, FormattableString.Invariant($"Expected a distance of 0 or more metres, but found {withinMetres}."));
        }

        if (Locate(point) is { } inside)
        {
            return new NearestUnit(inside, point, 0);
        }

        if (_units.Length == 0 || !_system!.Accepts(point))
        {
            return null;
        }

        var search = new NearestArea(_raster, _system, point, withinMetres);
        search.Run();
        return search.Area < 0 ? null : new NearestUnit(_units[search.Area], search.At, search.Metres);
    }
}
