using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Finds the units of a map whose boundary is not valid.</summary>
/// <remarks>
/// Where every level is known to tile the one above under one outline, boundaries between the top and the lowest level follow from those two. Winding numbers add up: those of a unit are sums of its cells' and at most the
/// top's, so they are 0 and 1, and no two edges of it cross. As no cells overlap, none run along each other. A corner in the middle of an edge would lie where a hole of a cell touches that edge, and
/// a line that passes both passes the corner twice. So a single line that passes no point twice is valid. Where no cell has a hole or several parts, no corner lies in the middle of an edge at all, and
/// several lines without a common point are valid as long as it is clear which polygon each hole is of. Only the others need be looked at.
/// </remarks>
internal static class InvalidBoundaries
{
    /// <summary>Finds the units.</summary>
    /// <param name="map">The map.</param>
    /// <param name="tiles">Whether every level is known to tile the one above, under one outline.</param>
    /// <returns>The units; empty when all boundaries are valid.</returns>
    internal static HashSet<GridUnit> Find(GridMap map, bool tiles)
    {
        var lowest = map.Units.Count == 0 ? 0 : map.Units[^1].Level.Depth;
        var invalid = new HashSet<GridUnit>(ReferenceEqualityComparer.Instance);
        AddTo(invalid, map, depth => depth == 0 || depth == lowest, static _ => true);
        if (tiles && invalid.Count == 0)
        {
            var (distinct, arePlain) = (new DistinctPoints(), map.UnitsAt(map.Scheme.Levels[lowest].Code).All(static cell => cell.Boundary is null or { RingCount: 1 }));
            AddTo(invalid, map, depth => depth != 0 && depth != lowest, boundary => !(IsClear(boundary, arePlain) && distinct.AreAll(boundary)));
        }
        else
        {
            AddTo(invalid, map, depth => depth != 0 && depth != lowest, static _ => true);
        }

        return invalid;
    }

    private static bool IsClear(GridBoundary boundary, bool arePlain) =>
        boundary.RingCount == 1 || (arePlain && (boundary.PolygonCount == 1 || boundary.PolygonCount == boundary.RingCount));

    private static void AddTo(HashSet<GridUnit> invalid, GridMap map, Func<int, bool> takes, Func<GridBoundary, bool> looksAt)
    {
        foreach (var level in map.Scheme.Levels)
        {
            if (!takes(level.Depth))
            {
                continue;
            }

            foreach (var unit in map.UnitsAt(level.Code))
            {
                if (unit.Boundary is { } boundary && looksAt(boundary) && BoundaryCheck.Find(boundary) is not null)
                {
                    invalid.Add(unit);
                }
            }
        }
    }
}
