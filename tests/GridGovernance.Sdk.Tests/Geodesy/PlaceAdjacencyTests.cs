using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Geodesy;

public sealed class PlaceAdjacencyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("3,4", "")]
    [InlineData("3,4 5,5", "0-1")]

    // On one line: in its order, whatever the order of the input.
    [InlineData("0,0 3,3 1,1 2,2", "0-2 1-3 2-3")]

    // Four in a square meet in a point, and its diagonals are no borders; nor is the long side of a right angle.
    [InlineData("0,0 1,0 0,1 1,1", "0-1 0-2 1-3 2-3")]
    [InlineData("0,0 4,0 0,3", "0-1 0-2")]

    // A row with a slight bend: the land of its ends meets far outside only. In a sharp bend it meets inside.
    [InlineData("0,0 5,1 10,0", "0-1 1-2")]
    [InlineData("0,0 5,8 10,0", "0-1 0-2 1-2")]

    // A rhombus: the shorter diagonal.
    [InlineData("0,5 10,5 5,1 5,9", "0-2 0-3 1-2 1-3 2-3")]

    // Three at one place: in their order, the first with all beside, and all with the first beside.
    [InlineData("1,1 5,1 1,1 1,1", "0-1 0-2 1-2 1-3 2-3")]
    [InlineData("1,1 5,1 1,1 5,1", "0-1 0-2 0-3 1-2 1-3")]
    [InlineData("7,7 7,7 7,7", "0-1 1-2")]
    public void Find_InMetres_IsTheNeighboursByNearness(string places, string expected) =>
        Assert.Equal(expected, string.Join(' ', PlaceAdjacency.Find(CoordinateSystem.Metric, Parse(places)).Select(static pair => FormattableString.Invariant($"{pair.First}-{pair.Second}"))));

    [Theory]
    [InlineData("wgs84", 60.0, "2-3")]
    [InlineData("wgs84", 0.5, "0-1")]
    [InlineData("metric", 60.0, "0-1")]
    public void Find_InDegrees_MeasuresOnTheGround(string code, double north, string diagonal)
    {
        // 20 wide and 14 high in degrees; at 60° north a degree of longitude is half as long.
        Assert.True(CoordinateSystem.TryFromCode(code, out var system));
        GeoPoint[] rhombus = [new(107.01, north - 0.007), new(107.01, north + 0.007), new(107, north), new(107.02, north)];

        var pairs = PlaceAdjacency.Find(system, rhombus);

        Assert.Equal(5, pairs.Count);
        Assert.Contains((diagonal[0] - '0', diagonal[2] - '0'), pairs);
    }

    [Property(MaxTest = 400)]
    public void Find_SmallSetsInWholeNumbers_EqualsWhatEveryPairOfPlacesSays(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var (count, side) = (2 + random.Below(11), 2 + random.Below(20));
        (long X, long Y)[] places = [.. Enumerable.Range(0, count).Select(_ => ((long)random.Below(side), (long)random.Below(side))).Distinct()];

        var pairs = PlaceAdjacency.Find(CoordinateSystem.Metric, Array.ConvertAll(places, static place => new GeoPoint(place.X * 100, place.Y * 100)));

        Assert.Equal(NaivePlaces.Neighbours(places), pairs);
    }

    [Property(MaxTest = 150)]
    public void Find_LargerSetsWithClustersLinesAndTwins_JoinsAllWhateverTheirOrder(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var spread = Math.Pow(10, random.Below(6));
        GeoPoint[] places = [.. Enumerable.Range(0, 1 + random.Below(120)).Select(i => random.Below(4) switch
        {
            0 => new GeoPoint(50 + random.Between(0, 0.02), 50 + random.Between(0, 0.02)),
            1 => new GeoPoint(i * spread / 50, i * spread / 150),
            2 => new GeoPoint(random.Below(5), random.Below(5)),
            _ => new GeoPoint(random.Between(0, spread), random.Between(0, spread)),
        })];
        var turned = places.Select(static (place, i) => (place, i)).OrderBy(_ => random.Next()).ToArray();

        var pairs = PlaceAdjacency.Find(CoordinateSystem.Metric, places);

        var root = Enumerable.Range(0, places.Length).ToArray();
        foreach (var (first, second) in pairs)
        {
            var (from, to) = (root[first], root[second]);
            root = Array.ConvertAll(root, at => at == from ? to : at);
        }

        Assert.Single(root.Distinct());
        Assert.Equal(pairs.Distinct().Order(), pairs);
        Assert.All(pairs, static pair => Assert.True(pair.First < pair.Second));
        if (places.Select(CoordinateSystem.Metric.Round).Distinct().Count() == places.Length)
        {
            var again = PlaceAdjacency.Find(CoordinateSystem.Metric, Array.ConvertAll(turned, static item => item.place));
            Assert.Equal(pairs, again.Select(pair => (Math.Min(turned[pair.First].i, turned[pair.Second].i), Math.Max(turned[pair.First].i, turned[pair.Second].i))).Order());
        }
    }

    [Fact]
    public void Find_ATowerAtOnePlace_StaysSparse()
    {
        GeoPoint[] places = [.. Enumerable.Repeat(new GeoPoint(5, 5), 3000), new(0, 0), new(10, 0), new(0, 10), new(11, 10)];

        Assert.InRange(PlaceAdjacency.Find(CoordinateSystem.Metric, places).Count, 2999 + 12_000, 2999 + 12_010);
    }

    [Fact]
    public void Find_APlaceOutOfRange_IsTheCallersMistake() =>
        Assert.Throws<ArgumentException>(static () => PlaceAdjacency.Find(CoordinateSystem.Cgcs2000, [new GeoPoint(200, 0)]));

    private static GeoPoint[] Parse(string places) =>
        [.. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static place => place.Split(',')).Select(static place => new GeoPoint(int.Parse(place[0], null), int.Parse(place[1], null)))];
}
