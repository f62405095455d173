using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Counties;

public sealed class SitePlacementTests
{
    private const double Half = 32_000;

    private static readonly SyntheticCountyOptions Options = SampleCounty.Options;

    [Fact]
    public void Create_OfThePlan_MeetsEveryNumberOfTheSource()
    {
        var plan = CountyPlan.Create(Options, new RandomStreams(1));

        Assert.Equal(324, plan.Count(p => p.Kind == NeighbourhoodKind.Village));
        Assert.Equal(60, plan.Count(p => p.Kind != NeighbourhoodKind.Village));
        Assert.Equal(7_709, plan.Sum(p => p.Cells));
        Assert.Equal(720_000, plan.Sum(p => p.People));
        Assert.Equal(130_000, plan.Where(p => p.Kind == NeighbourhoodKind.MainTown).Sum(p => p.People));
        Assert.Equal(Enumerable.Range(0, 33), plan.Select(p => p.Township).Distinct());
        Assert.All(plan, p => Assert.Equal(p.People, CountyPlan.PeopleByUnit(p, new RandomStreams(1).Stream("people")).Sum()));
    }

    [Fact]
    public void Create_OfThePlan_GivesCellsByPeopleAndNotByArea()
    {
        var plan = CountyPlan.Create(Options, new RandomStreams(1)).Where(p => p.Kind == NeighbourhoodKind.Village).ToArray();

        Assert.All(plan, p => Assert.InRange((double)p.People / p.Cells, 70, 110));
    }

    [Fact]
    public void Place_InASquare_PlacesEveryUnitInsideAndApart()
    {
        var streams = new RandomStreams(7);
        var plan = CountyPlan.Create(Options, streams);
        var placement = new SitePlacement(streams, (new(-Half, -Half), new(Half, Half)), Inside);

        var places = placement.Place(plan, [.. Options.Townships.Select(t => t.IsMainTown)], default);

        Assert.Equal(3 * 7_709, places.Length);
        Assert.Equal(3 * 7_709, places.Distinct().Count());
        Assert.All(places, p => Assert.NotNull(Inside(p)));
    }

    [Fact]
    public void Place_WhereThereIsNoRoom_Throws()
    {
        var streams = new RandomStreams(7);
        var placement = new SitePlacement(streams, (new(-1, -1), new(1, 1)), _ => new PlanePoint(0, 0));

        Assert.Throws<ArgumentException>(() => placement.Place([new NeighbourhoodPlan(0, NeighbourhoodKind.Village, 10, 2, 2)], [false], default));
    }

    [Fact]
    public void NearestPlace_ComparedWithAScan_IsTheSame()
    {
        var stream = new RandomStreams(1).Stream("places");
        var places = Enumerable.Range(0, 150).Select(_ => new PlanePoint(stream.NextInt32(40), stream.NextInt32(40))).ToArray();
        var nearest = new NearestPlace(places);
        for (var i = 0; i < 2_000; i++)
        {
            var point = new PlanePoint(stream.NextInt32(50), stream.NextInt32(50));
            Assert.Equal(places.Index().MinBy(p => (p.Item.SquaredDistanceTo(point), p.Index)).Index, nearest.Of(point));
        }

        Assert.All(places.Index(), p => Assert.Equal(
            places.Index().Where(o => o.Index != p.Index).Min(o => o.Item.SquaredDistanceTo(p.Item)), nearest.SquaredDistanceToNext(p.Index)));
    }

    [Fact]
    public void Draw_OfAnOutline_IsAStarThatCrossesNothing()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var ring = OutlineShape.Draw(new RandomStreams(seed).Stream("outline"));

            Assert.All(ring, p => Assert.InRange(p.SquaredDistanceTo(default), 0.2 * 0.2, 1.8 * 1.8));
            Assert.All(ring.Index(), p =>
            {
                var next = ring[(p.Index + 1) % ring.Length];
                Assert.True((p.Item.East * next.North) - (next.East * p.Item.North) > 0);
            });
        }
    }

    private static PlanePoint? Inside(PlanePoint place) =>
        Math.Abs(place.East) < Half && Math.Abs(place.North) < Half ? new PlanePoint(Math.Round(place.East, 2), Math.Round(place.North, 2)) : null;
}
