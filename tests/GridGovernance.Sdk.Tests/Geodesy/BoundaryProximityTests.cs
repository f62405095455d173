using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Geodesy;

public sealed class BoundaryProximityTests
{
    [Property(MaxTest = 200)]
    public void Find_Boxes_IsTheDistanceBetweenThem(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var boxes = Enumerable.Range(0, 2 + random.Below(10)).Select(_ => (West: random.Below(30), South: random.Below(30), Width: 1 + random.Below(9), Height: 1 + random.Below(9))).ToArray();
        var within = random.Below(8);

        var pairs = BoundaryProximity.Find(Array.ConvertAll(boxes, static box => Shapes.Box(CoordinateSystem.Metric, box.West, box.South, box.West + box.Width, box.South + box.Height)), within);

        var expected = new List<(int First, int Second, double Metres)>();
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var k = i + 1; k < boxes.Length; k++)
            {
                var metres = Distance(boxes[i], boxes[k]);
                if (metres > 0 && metres <= within)
                {
                    expected.Add((i, k, metres));
                }
            }
        }

        Assert.Equal(expected.Select(static pair => (pair.First, pair.Second)), pairs.Select(static pair => (pair.First, pair.Second)));
        Assert.All(expected.Zip(pairs), static pair => Assert.Equal(pair.First.Metres, pair.Second.Metres, 1e-9));
    }

    [Fact]
    public void Find_InDegrees_MeasuresOnTheGround()
    {
        GridBoundary[] boxes = [Shapes.Box(CoordinateSystem.Cgcs2000, 107, 32, 107.001, 32.001), Shapes.Box(CoordinateSystem.Cgcs2000, 107.00100001, 32, 107.002, 32.001), Shapes.Box(CoordinateSystem.Cgcs2000, 107.0010005, 32.0011, 107.002, 32.002)];

        var pairs = BoundaryProximity.Find([boxes[0], Shapes.Box(CoordinateSystem.Cgcs2000, 107.0010005, 32, 107.002, 32.001)], 0.05);

        Assert.Equal(0.0472, Assert.Single(pairs).Metres, 1e-4);
        Assert.Empty(BoundaryProximity.Find([boxes[0], boxes[2]], 11));
        Assert.Single(BoundaryProximity.Find([boxes[0], boxes[2]], 11.2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Find_NoDistance_IsTheCallersMistake(double metres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BoundaryProximity.Find([], metres));

    // Between the borders: of one inside the other, the least margin; 0 where they meet.
    private static double Distance((int West, int South, int Width, int Height) a, (int West, int South, int Width, int Height) b)
    {
        var (east, north) = (Math.Max(a.West - b.West - b.Width, b.West - a.West - a.Width), Math.Max(a.South - b.South - b.Height, b.South - a.South - a.Height));
        if (east >= 0 || north >= 0)
        {
            return Math.Sqrt((Math.Max(east, 0) * Math.Max(east, 0)) + (Math.Max(north, 0) * Math.Max(north, 0)));
        }

        int[] margins = [b.West - a.West, b.South - a.South, a.West + a.Width - b.West - b.Width, a.South + a.Height - b.South - b.Height];
        return margins.All(static margin => margin > 0) ? margins.Min() : margins.All(static margin => margin < 0) ? -margins.Max() : 0;
    }
}
