using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Orders the visits of a day so that the way is short (走访路线).</summary>
/// <remarks>
/// <para>Urgent stops come first. Each part begins with its nearest stop and goes on to the nearest that is left; then stretches are reversed as long as that
/// shortens the way (2-opt, Croes 1958), so that no reversal of a stretch would shorten it further. It is a good order, not the best there is.</para>
/// <para>Ties go to the smaller id: the same stops give the same order, however they were given.</para>
/// </remarks>
public static class VisitRoute
{
    // The square of this many stops is still done at once; a day has some dozen.
    private const int MostImproved = 400;

    /// <summary>Orders stops.</summary>
    /// <param name="stops">The stops.</param>
    /// <param name="start">Where the way begins.</param>
    /// <param name="system">The coordinate system of all places.</param>
    /// <returns>The stops in the order in which to visit them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stops"/> or <paramref name="system"/> is null.</exception>
    public static EquatableArray<VisitStop> Order(IEnumerable<VisitStop> stops, GeoPoint start, CoordinateSystem system)
    {
        ArgumentNullException.ThrowIfNull(stops);
        ArgumentNullException.ThrowIfNull(system);
        var all = stops.OrderBy(static stop => stop.Subject, StringComparer.Ordinal).ToArray();
        var first = Leg([.. all.Where(static stop => stop.IsUrgent)], start, system);
        var rest = Leg([.. all.Where(static stop => !stop.IsUrgent)], first.Length > 0 ? first[^1].Place : start, system);
        return [.. first, .. rest];
    }

    /// <summary>Returns how long the way through stops is.</summary>
    /// <param name="stops">The stops, in order.</param>
    /// <param name="start">Where the way begins.</param>
    /// <param name="system">The coordinate system of all places.</param>
    /// <returns>Metres, as the crow flies from stop to stop.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="system"/> is null.</exception>
    public static double LengthMetres(EquatableArray<VisitStop> stops, GeoPoint start, CoordinateSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var (length, at) = (0d, start);
        foreach (var stop in stops)
        {
            length += system.DistanceMetres(at, stop.Place);
            at = stop.Place;
        }

        return length;
    }

    private static VisitStop[] Leg(VisitStop[] stops, GeoPoint start, CoordinateSystem system)
    {
        var at = start;
        for (var i = 0; i < stops.Length; i++)
        {
            var (nearest, least) = (i, double.PositiveInfinity);
            for (var k = i; k < stops.Length; k++)
            {
                var distance = system.DistanceMetres(at, stops[k].Place);
                if (distance < least || (distance == least && string.CompareOrdinal(stops[k].Subject, stops[nearest].Subject) < 0))
                {
                    (nearest, least) = (k, distance);
                }
            }

            (stops[i], stops[nearest]) = (stops[nearest], stops[i]);
            at = stops[i].Place;
        }

        if (stops.Length <= MostImproved)
        {
            Improve(stops, start, system);
        }

        return stops;
    }

    // Reversing i..k changes the way into i and out of k; at the end of the way there is none out. A reversal must gain more than a
    // millimetre, so that rounding cannot turn in circles.
    private static void Improve(VisitStop[] stops, GeoPoint start, CoordinateSystem system)
    {
        for (var improved = true; improved;)
        {
            improved = false;
            for (var i = 0; i < stops.Length - 1; i++)
            {
                var before = i == 0 ? start : stops[i - 1].Place;
                for (var k = i + 1; k < stops.Length; k++)
                {
                    var old = system.DistanceMetres(before, stops[i].Place);
                    var other = system.DistanceMetres(before, stops[k].Place);
                    if (k + 1 < stops.Length)
                    {
                        old += system.DistanceMetres(stops[k].Place, stops[k + 1].Place);
                        other += system.DistanceMetres(stops[i].Place, stops[k + 1].Place);
                    }

                    if (other < old - 0.001)
                    {
                        Array.Reverse(stops, i, k - i + 1);
                        improved = true;
                    }
                }
            }
        }
    }
}
