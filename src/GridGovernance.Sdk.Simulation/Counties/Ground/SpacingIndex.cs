namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Keeps places apart: a square raster that knows which places are taken.</summary>
internal sealed class SpacingIndex
{
    private readonly double _edge;
    private readonly Dictionary<(int Column, int Row), List<PlanePoint>> _taken = [];

    /// <summary>Creates an empty index.</summary>
    /// <param name="edgeMetres">The edge of its squares; no distance asked for may exceed it.</param>
    internal SpacingIndex(double edgeMetres) => _edge = edgeMetres;

    /// <summary>Takes a place unless another one is too near.</summary>
    /// <param name="place">The place.</param>
    /// <param name="distanceMetres">The least distance to all others.</param>
    /// <returns>True when it was taken.</returns>
    internal bool TryTake(PlanePoint place, double distanceMetres)
    {
        var (column, row) = ((int)Math.Floor(place.East / _edge), (int)Math.Floor(place.North / _edge));
        for (var c = column - 1; c <= column + 1; c++)
        {
            for (var r = row - 1; r <= row + 1; r++)
            {
                if (_taken.TryGetValue((c, r), out var places)
                    && places.Exists(other => other == place || other.SquaredDistanceTo(place) < distanceMetres * distanceMetres))
                {
                    return false;
                }
            }
        }

        if (!_taken.TryGetValue((column, row), out var here))
        {
            _taken.Add((column, row), here = []);
        }

        here.Add(place);
        return true;
    }
}
