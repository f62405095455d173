using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says whether a boundary is valid in the sense of OGC 06-103r4 (Simple Features): lines neither cross nor overlap, holes lie inside, the inside is connected.</summary>
/// <remarks>The answer is exact: every predicate is evaluated on the integers of the quantum.</remarks>
public static class BoundaryCheck
{
    /// <summary>Looks for what is wrong with a boundary.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <returns>The first defect; null for a valid boundary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundary"/> is null.</exception>
    public static BoundaryDefect? Find(GridBoundary boundary)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        return EdgeContacts.FindDefect(boundary) ?? (boundary.RingCount == 1 ? null : FindNesting(boundary));
    }

    private static BoundaryDefect? FindNesting(GridBoundary boundary)
    {
        var (originX, originY) = (boundary.West, boundary.South);
        var polygons = new Polygon[boundary.PolygonCount];
        var holes = new List<LinearRing>();
        LinearRing? shell = null;
        for (var i = 0; i < boundary.RingCount; i++)
        {
            var ring = boundary.Ring(i);
            if (!ring.IsHole && shell is not null)
            {
                polygons[ring.Polygon - 1] = new Polygon(shell, [.. holes]);
                holes.Clear();
            }

            var line = ToLine(ring, originX, originY);
            if (ring.IsHole)
            {
                holes.Add(line);
            }
            else
            {
                shell = line;
            }
        }

        polygons[^1] = new Polygon(shell, [.. holes]);
        var error = new IsValidOp(new MultiPolygon(polygons)).ValidationError;
        if (error is null)
        {
            return null;
        }

        var kind = error.ErrorType switch
        {
            TopologyValidationErrors.HoleOutsideShell => BoundaryDefectKind.HoleOutside,
            TopologyValidationErrors.NestedHoles or TopologyValidationErrors.NestedShells => BoundaryDefectKind.Nested,
            TopologyValidationErrors.DisconnectedInteriors => BoundaryDefectKind.Disconnected,
            TopologyValidationErrors.DuplicateRings => BoundaryDefectKind.Overlap,
            _ => BoundaryDefectKind.Crossing,
        };
        return new BoundaryDefect(kind, boundary.System.ToPoint((long)Math.Round(error.Coordinate.X) + originX, (long)Math.Round(error.Coordinate.Y) + originY));
    }

    private static LinearRing ToLine(BoundaryRing ring, long originX, long originY)
    {
        var points = new Coordinate[ring.Count + 1];
        for (var i = 0; i < ring.Count; i++)
        {
            points[i] = new Coordinate(ring.Quanta[2 * i] - originX, ring.Quanta[(2 * i) + 1] - originY);
        }

        points[^1] = points[0].Copy();
        return new LinearRing(points);
    }
}
