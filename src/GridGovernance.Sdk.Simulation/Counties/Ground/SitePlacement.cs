using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Finds places for townships, for villages and communities, and for the natural units (hamlets, stairwells, 聚居院落) around which people live.</summary>
/// <remarks>
/// <para>Seats of townships keep away from each other and villages from villages (best of several candidates: Mitchell, "Spectrally optimal sampling",
/// SIGGRAPH 1991); units gather around the middle of their village. All places differ, lie inside the outline and keep a distance.</para>
/// </remarks>
internal sealed class SitePlacement
{
    private const int Candidates = 24;
    private const int Attempts = 400;

    // Assumed distances in metres.
    private const double MainTownRadius = 1_800;
    private const double MarketTownRadius = 450;
    private const double MainTownSpacing = 45;
    private const double MarketTownSpacing = 40;
    private const double VillageSpacing = 90;

    private readonly Func<PlanePoint, PlanePoint?> _snapInside;
    private readonly RandomStreams _streams;
    private readonly (PlanePoint Low, PlanePoint High) _bounds;
    private readonly SpacingIndex _taken = new(100);

    /// <summary>Creates a placement.</summary>
    /// <param name="streams">The random streams.</param>
    /// <param name="bounds">A rectangle around the outline.</param>
    /// <param name="snapInside">Rounds a place to the map's quantum; null where that lies outside the outline.</param>
    internal SitePlacement(RandomStreams streams, (PlanePoint Low, PlanePoint High) bounds, Func<PlanePoint, PlanePoint?> snapInside)
    {
        _streams = streams;
        _bounds = bounds;
        _snapInside = snapInside;
    }

    /// <summary>Places all units of a plan.</summary>
    /// <param name="plan">The villages and communities.</param>
    /// <param name="isMainTown">Which townships are the main town.</param>
    /// <param name="seat">The county's seat.</param>
    /// <returns>The places of the units, village by village; the first of each is its middle.</returns>
    /// <exception cref="ArgumentException">The outline has no room for so many units.</exception>
    internal PlanePoint[] Place(IReadOnlyList<NeighbourhoodPlan> plan, IReadOnlyList<bool> isMainTown, PlanePoint seat)
    {
        var seats = PlaceTownships(isMainTown, seat);
        var centres = PlaceNeighbourhoods(plan, seats, seat);
        var nearest = new NearestPlace(centres);
        var units = new List<PlanePoint>();
        for (var i = 0; i < plan.Count; i++)
        {
            PlaceUnits(units, plan[i], i, centres, nearest);
        }

        return [.. units];
    }

    private PlanePoint[] PlaceTownships(IReadOnlyList<bool> isMainTown, PlanePoint seat)
    {
        var seats = new List<PlanePoint>();
        var stream = _streams.Stream("county/seats");
        for (var i = 0; i < isMainTown.Count; i++)
        {
            var place = isMainTown[i]
                ? Scatter(stream, seat, MainTownRadius / 2)
                : FarthestOf(Candidates, () => Anywhere(stream), seats);
            seats.Add(place);
        }

        return [.. seats];
    }

    private PlanePoint[] PlaceNeighbourhoods(IReadOnlyList<NeighbourhoodPlan> plan, PlanePoint[] seats, PlanePoint seat)
    {
        var nearestSeat = new NearestPlace(seats);
        var centres = new PlanePoint[plan.Count];
        var placed = new List<PlanePoint>();
        for (var i = 0; i < plan.Count; i++)
        {
            var (township, isFirst) = (plan[i].Township, i == 0 || plan[i - 1].Township != plan[i].Township);
            var stream = _streams.Stream("neighbourhood/centre", i);
            centres[i] = plan[i].Kind switch
            {
                _ when isFirst => seats[township],
                NeighbourhoodKind.MainTown => FarthestOf(4, () => Scatter(stream, seat, MainTownRadius), placed),
                NeighbourhoodKind.MarketTown => FarthestOf(4, () => Scatter(stream, seats[township], MarketTownRadius), placed),
                _ => FarthestOf(Candidates / 2, () => Within(stream, township, nearestSeat, seats[township]), placed),
            };
            placed.Add(centres[i]);
        }

        return centres;
    }

    private void PlaceUnits(List<PlanePoint> units, NeighbourhoodPlan plan, int index, PlanePoint[] centres, NearestPlace nearest)
    {
        var stream = _streams.Stream("neighbourhood/units", index);
        var spacing = plan.Kind switch
        {
            NeighbourhoodKind.MainTown => MainTownSpacing,
            NeighbourhoodKind.MarketTown => MarketTownSpacing,
            _ => VillageSpacing,
        };

        // The distances are those of cells.
        spacing *= Math.Sqrt((double)plan.Cells / plan.Units);

        // Somewhat more than half the way to the nearest other middle, but never too tight for the units at their spacing.
        var toNext = Math.Min(nearest.SquaredDistanceToNext(index), _bounds.Low.SquaredDistanceTo(_bounds.High));
        var reach = Math.Max(Math.Sqrt(toNext) * 0.62, spacing * Math.Sqrt(plan.Units) * 0.9);
        for (var unit = 0; unit < plan.Units; unit++)
        {
            var radius = reach;
            var gap = spacing;
            for (var attempt = 0; ; attempt++)
            {
                if (attempt == Attempts)
                {
                    throw new ArgumentException($"Expected an outline with room for all natural units, but found none for unit {unit + 1} of {plan.Units} in neighbourhood {index + 1}.", nameof(plan));
                }

                var wanted = unit == 0 && attempt == 0 ? centres[index] : Scattered(stream, centres[index], radius);
                if (_snapInside(wanted) is { } place && (attempt > Attempts / 2 || nearest.Of(place) == index) && _taken.TryTake(place, gap))
                {
                    units.Add(place);
                    break;
                }

                // A crowded place: look a little farther and accept a little closer.
                if (attempt % 25 == 24)
                {
                    radius *= 1.15;
                    gap *= 0.8;
                }
            }
        }
    }

    private static PlanePoint FarthestOf(int candidates, Func<PlanePoint> draw, List<PlanePoint> others)
    {
        var best = (Distance: -1.0, Place: default(PlanePoint));
        for (var i = 0; i < candidates; i++)
        {
            var place = draw();
            var distance = double.PositiveInfinity;
            foreach (var other in others)
            {
                distance = Math.Min(distance, place.SquaredDistanceTo(other));
            }

            best = distance > best.Distance ? (distance, place) : best;
        }

        return best.Place;
    }

    private PlanePoint Anywhere(RandomStream stream)
    {
        while (true)
        {
            var place = new PlanePoint(
                stream.NextBetween(_bounds.Low.East, _bounds.High.East), stream.NextBetween(_bounds.Low.North, _bounds.High.North));
            if (_snapInside(place) is { } inside)
            {
                return inside;
            }
        }
    }

    private PlanePoint Within(RandomStream stream, int township, NearestPlace nearestSeat, PlanePoint seat)
    {
        // A township may be small: after many tries a place near its seat will do.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var place = Anywhere(stream);
            if (nearestSeat.Of(place) == township)
            {
                return place;
            }
        }

        return Scatter(stream, seat, 4 * MarketTownRadius);
    }

    private PlanePoint Scatter(RandomStream stream, PlanePoint centre, double radius)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (_snapInside(Scattered(stream, centre, radius)) is { } inside)
            {
                return inside;
            }
        }

        return Anywhere(stream);
    }

    private static PlanePoint Scattered(RandomStream stream, PlanePoint centre, double radius) =>
        new(stream.NextNormal(centre.East, radius / 2), stream.NextNormal(centre.North, radius / 2));
}
