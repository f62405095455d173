using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class BoundaryCheckTests
{
    private const string Square = "0 0,20 0,20 20,0 20";

    [Theory]
    [InlineData("0 0,10 10,10 0,0 9", BoundaryDefectKind.Crossing)]
    [InlineData("0 0,10 0,5 5,10 10,0 10,5 5", BoundaryDefectKind.SelfTouch)]
    [InlineData("0 0,10 0,10 5,15 5,10 5,10 10,0 10", BoundaryDefectKind.Overlap)]
    [InlineData("0 0,10 0,10 10,0 10,0 10,0 0,0 0", null)]
    [InlineData("0 0,10 0,10 10,0 10", null)]
    [InlineData(Square + "/5 5,9 5,9 9,5 9", null)]
    [InlineData(Square + "/0 5,4 5,4 9", null)]
    [InlineData(Square + "/30 5,34 5,34 9", BoundaryDefectKind.HoleOutside)]
    [InlineData(Square + "/15 5,25 5,25 9", BoundaryDefectKind.Crossing)]
    [InlineData(Square + "/5 5,15 5,15 15,5 15/7 7,9 7,9 9", BoundaryDefectKind.Nested)]
    [InlineData(Square + "/0 10,20 10,10 15", BoundaryDefectKind.Disconnected)]
    [InlineData(Square + "/0 10,10 8,10 12/20 10,10 8,12 12", BoundaryDefectKind.Disconnected)]
    [InlineData(Square + "/5 5,10 5,10 10/10 10,15 10,15 15", null)]
    [InlineData(Square + ";5 5,9 5,9 9", BoundaryDefectKind.Nested)]
    [InlineData(Square + "/5 5,15 5,15 15,5 15;7 7,9 7,9 9", null)]
    [InlineData(Square + ";20 20,30 20,30 30", null)]
    [InlineData(Square + ";20 0,30 0,30 20,20 20", BoundaryDefectKind.Overlap)]
    [InlineData(Square + ";" + Square, BoundaryDefectKind.Overlap)]
    [InlineData("0 0,10 10,0 20;0 5,10 10,20 15,0 30,30 30,30 0", BoundaryDefectKind.Crossing)]
    public void Find_ABoundary_NamesItsDefect(string text, BoundaryDefectKind? expected)
    {
        var boundary = Parse(text);

        Assert.Equal(expected, BoundaryCheck.Find(boundary)?.Kind);
        Assert.Equal(expected, BoundarySweep.FindDefect(boundary)?.Kind);
    }

    [Fact]
    public void Find_ABowTie_NamesThePlace() => Assert.Equal(new GeoPoint(4.737, 4.737), BoundaryCheck.Find(Parse("0 0,10 10,10 0,0 9"))!.At);

    // Comparing each edge with each whose box it meets would take minutes here.
    [Theory]
    [InlineData("upright comb", null)]
    [InlineData("lying comb", null)]
    [InlineData("slanting comb", null)]
    [InlineData("thin ring", null)]
    [InlineData("flower", BoundaryDefectKind.SelfTouch)]
    [InlineData("comb with a crossing", BoundaryDefectKind.Crossing)]
    [InlineData("holes", null)]
    [InlineData("one place", null)]
    public void Find_AHostileBoundaryOfManyPoints_Ends(string shape, BoundaryDefectKind? expected) =>
        Assert.Equal(expected, BoundaryCheck.Find(Hostile(shape))?.Kind);

    // Two teeth side by side touch the whole comb's boxes: all pairs would be 8 * 10^10.
    [Theory]
    [InlineData("comb with a crossing")]
    [InlineData("comb of crossings")]
    public void FindAll_AnInvalidCombOfManyTeeth_Ends(string shape)
    {
        var comb = Hostile(shape, 200_000);

        var found = BoundaryCheck.FindAll(comb, 7);

        Assert.Equal(BoundaryDefectKind.Crossing, found[0].Kind);
        Assert.InRange(found.Count, 1, 7);
    }

    private static GridBoundary Hostile(string shape, int count = 20_000)
    {
        static GeoPoint At(double x, double y) => new(x / 1000, y / 1000);
        IEnumerable<GeoPoint> Comb(Func<double, double, GeoPoint> place) =>
            [.. Enumerable.Range(0, count).SelectMany(i => new[] { place(4 * i, 0), place((4 * i) + 2, 10_000_000) }), place((4 * count) + 4, -9), place(-4, -9)];
        var metric = CoordinateSystem.Metric;
        return shape switch
        {
            "upright comb" => GridBoundary.Create(metric, [.. Comb(At)]),
            "lying comb" => GridBoundary.Create(metric, [.. Comb((x, y) => At(y, x))]),
            "slanting comb" => GridBoundary.Create(metric, [.. Comb((x, y) => At(x + y, y))]),
            "comb of crossings" => GridBoundary.Create(metric, [.. Comb(At).SkipLast(2), At(4 * count, 5_000_000), At(-4, 5_000_000), At(-4, -9)]),
            "comb with a crossing" => GridBoundary.Create(metric, [.. Comb((x, y) => At(x + y, y)).SkipLast(2), At(-4, 5_000_000)]),

            // East along a parabola and back a quantum beside it.
            "thin ring" => GridBoundary.Create(
                metric,
                [.. Enumerable.Range(0, count).Select(i => At(i, (double)i * i)), .. Enumerable.Range(0, count).Reverse().Select(i => At(i, ((double)i * i) + 1))]),
            "flower" => GridBoundary.Create(
                metric,
                [.. Enumerable.Range(1, count).SelectMany(i => new[] { At(0, 0), At(1_000_000, 4 * i), At(1_000_000, (4 * i) + 2) })]),
            "holes" => GridBoundary.Create(
                metric,
                [[Shapes.BoxRing(-1, -1, 1000, 1000), .. Enumerable.Range(0, count / 4).Select(i => Shapes.BoxRing(i % 100 * 2, i / 100 * 2, (i % 100 * 2) + 1, (i / 100 * 2) + 1))]]),
            _ => GridBoundary.Create(metric, [.. Enumerable.Repeat(At(0, 0), 2 * count), At(1000, 0), At(0, 1000)]),
        };
    }

    private static GridBoundary Parse(string text) => GridBoundary.Create(
        CoordinateSystem.Metric,
        [.. text.Split(';').Select(static polygon => polygon.Split('/').Select(static ring => ring.Split(',').Select(Point).ToArray()).ToArray())]);

    private static GeoPoint Point(string text)
    {
        var numbers = text.Split(' ').Select(static n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new GeoPoint(numbers[0], numbers[1]);
    }
}
