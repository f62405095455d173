namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Says which of a few hundred places is nearest. Of two at one distance the one with the lower position wins.</summary>
internal sealed class NearestPlace
{
    // INVARIANT: ascending by East, then by position.
    private readonly (double East, double North, int Position)[] _sorted;
    private readonly PlanePoint[] _places;

    /// <summary>Creates the index.</summary>
    /// <param name="places">The places; at least one.</param>
    internal NearestPlace(PlanePoint[] places)
    {
        _places = places;
        _sorted = [.. places.Select(static (p, i) => (p.East, p.North, i)).OrderBy(static p => p)];
    }

    /// <summary>Finds the nearest place.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The position of the nearest place.</returns>
    internal int Of(PlanePoint point) => Find(point, -1).Position;

    /// <summary>Computes how far the nearest other place is.</summary>
    /// <param name="position">The position of a place.</param>
    /// <returns>The squared distance in square metres; infinite where it is the only one.</returns>
    internal double SquaredDistanceToNext(int position) => Find(_places[position], position).Distance;

    private (double Distance, int Position) Find(PlanePoint point, int except)
    {
        var right = Array.BinarySearch(_sorted, (point.East, double.NegativeInfinity, int.MinValue));
        right = right < 0 ? ~right : right;
        var left = right - 1;
        var best = (Distance: double.PositiveInfinity, Position: int.MaxValue);
        while (left >= 0 || right < _sorted.Length)
        {
            var toLeft = left >= 0 ? point.East - _sorted[left].East : double.PositiveInfinity;
            var toRight = right < _sorted.Length ? _sorted[right].East - point.East : double.PositiveInfinity;
            var gap = Math.Min(toLeft, toRight);
            if (gap * gap > best.Distance)
            {
                break;
            }

            var (east, north, position) = toLeft <= toRight ? _sorted[left--] : _sorted[right++];
            if (position == except)
            {
                continue;
            }

            var distance = point.SquaredDistanceTo(new PlanePoint(east, north));
            best = (distance, position).CompareTo(best) < 0 ? (distance, position) : best;
        }

        return best;
    }
}
