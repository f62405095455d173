using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Finds the unit of one level that a place lies in.</summary>
/// <remarks>
/// <para>A place on a border belongs to the unit east of it, on a border that runs east–west to the unit north of it (<see cref="GridBoundary.Contains(GeoPoint)"/>):
/// in an exact tiling each place belongs to exactly one unit. Where units overlap, the first by code answers.</para>
/// <para>Queries allocate nothing. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridLocator
{
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
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public static GridLocator Create(GridMap map, string levelCode)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new GridLocator(map, levelCode);
    }

    /// <summary>Finds the unit that a place lies in.</summary>
    /// <param name="point">The place, in the map's system; it is rounded to the quantum.</param>
    /// <returns>The unit; null outside all of them, or when the point is not finite or out of range.</returns>
    public GridUnit? Locate(GeoPoint point)
    {
        if (_system is null || !_system.Accepts(point))
        {
            return null;
        }

        var (x, y) = _system.ToQuanta(point);
        return _raster.First(x, y) is >= 0 and var unit ? _units[unit] : null;
    }

    /// <summary>Finds every unit that a place lies in: none in a gap, several where units overlap.</summary>
    /// <param name="point">The place, in the map's system; it is rounded to the quantum.</param>
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

        var (x, y) = _system.ToQuanta(point);
        var count = 0;
        for (var unit = _raster.Next(x, y, -1); unit >= 0; unit = _raster.Next(x, y, unit))
        {
            found.Add(_units[unit]);
            count++;
        }

        return count;
    }
}
