using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class BoundaryAlgebraTests
{
    private static readonly CoordinateSystem Metric = CoordinateSystem.Metric;

    [Fact]
    public void Unite_PartsWithACornerOnAnEdge_SharesIt()
    {
        var union = BoundaryAlgebra.Unite([Shapes.Box(Metric, 0, 0, 10, 10), Shapes.Box(Metric, 10, 0, 20, 4), Shapes.Box(Metric, 10, 4, 20, 10)]);

        Assert.Equal((200.0, 1, 1), (union.AreaSquareMetres, union.PolygonCount, union.RingCount));
        Assert.Null(BoundaryCheck.Find(union));
    }

    [Fact]
    public void WithCornersOf_APlaceThatIsACornerOfOneRingAndOnAnEdgeOfAnother_IsAddedToTheOther()
    {
        var touching = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10)], [[new(10, 5), new(15, 2), new(15, 8)]]]);

        Assert.Equal(7, touching.VertexCount);
        Assert.Equal(8, BoundaryAlgebra.WithCornersOf(touching, [touching]).VertexCount);
    }

    [Fact]
    public void Unite_PartsThatOverlapOrDiffer_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Unite([]));
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Unite([Shapes.Box(Metric, 0, 0, 10, 10), Shapes.Box(Metric, 5, 0, 15, 10)]));
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Unite([Shapes.Box(Metric, 0, 0, 1, 1), Shapes.Box(CoordinateSystem.Cgcs2000, 1, 0, 2, 1)]));
    }

    [Fact]
    public void Subtract_APart_LeavesTheRest()
    {
        var whole = Shapes.Box(Metric, 0, 0, 10, 10);

        Assert.Equal(60, BoundaryAlgebra.Subtract(whole, Shapes.Box(Metric, 0, 2, 5, 10))!.AreaSquareMetres);
        Assert.Equal(2, BoundaryAlgebra.Subtract(whole, Shapes.Box(Metric, 2, 2, 4, 4))!.RingCount);
        Assert.Null(BoundaryAlgebra.Subtract(whole, whole));
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Subtract(whole, Shapes.Box(Metric, 5, 5, 15, 15)));
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Subtract(whole, Shapes.Box(Metric, 20, 20, 25, 25)));
        Assert.Throws<ArgumentException>(() => BoundaryAlgebra.Subtract(Shapes.Box(Metric, 2, 2, 4, 4), whole));
    }

    [Fact]
    public void Cut_AcrossABox_GivesLeftAndRight()
    {
        var cut = BoundaryAlgebra.Cut(Shapes.Box(Metric, 0, 0, 10, 10), new GeoPoint(3, 0), new GeoPoint(4, 5), new GeoPoint(3, 10));

        Assert.Null(cut.Problem);
        Assert.Equal((35.0, 65.0), (cut.Left!.AreaSquareMetres, cut.Right!.AreaSquareMetres));
    }

    [Fact]
    public void Cut_AClosedLineInside_TakesAnIslandOut()
    {
        var cut = BoundaryAlgebra.Cut(Shapes.Box(Metric, 0, 0, 10, 10), new(2, 2), new(4, 2), new(4, 4), new(2, 4), new(2, 2));

        Assert.Equal((4.0, 96.0, 2), (cut.Left!.AreaSquareMetres, cut.Right!.AreaSquareMetres, cut.Right.RingCount));
    }

    [Theory]
    [InlineData(BoundaryCutProblem.TooShort, 3.0, 0.0, 3.0, 0.0)]
    [InlineData(BoundaryCutProblem.EndOffBoundary, 3.0, 0.0, 5.0, 5.0)]
    [InlineData(BoundaryCutProblem.LeavesArea, 3.0, 0.0, 12.0, 5.0, 3.0, 10.0)]
    [InlineData(BoundaryCutProblem.LeavesArea, 3.0, 0.0, 7.0, 0.0)]
    [InlineData(BoundaryCutProblem.DoesNotDivide, 3.0, 0.0, 3.0, -5.0, 7.0, -5.0, 7.0, 0.0)]
    [InlineData(BoundaryCutProblem.LeavesArea, 3.0, 0.0, 8.0, 8.0, 2.0, 8.0, 8.0, 3.0, 10.0, 3.0)]
    [InlineData(BoundaryCutProblem.LeavesArea, 12.0, 2.0, 14.0, 2.0, 14.0, 4.0, 12.0, 2.0)]
    [InlineData(BoundaryCutProblem.LeavesArea, 3.0, 0.0, 3.0, 5.0, 3.0, 0.0)]
    public void Cut_ALineThatDoesNotCut_SaysWhy(BoundaryCutProblem problem, params double[] line)
    {
        var path = Enumerable.Range(0, line.Length / 2).Select(i => new GeoPoint(line[2 * i], line[(2 * i) + 1])).ToArray();
        var cut = BoundaryAlgebra.Cut(Shapes.Box(Metric, 0, 0, 10, 10), path);

        Assert.Equal((problem, null, null), (cut.Problem, cut.Left, cut.Right));
    }

    [Fact]
    public void Cut_FromTheOuterLineToAHole_DoesNotDivide()
    {
        var ring = GridBoundary.Create(Metric, [[Shapes.BoxRing(0, 0, 10, 10), Shapes.BoxRing(4, 4, 6, 6)]]);

        Assert.Equal(BoundaryCutProblem.DoesNotDivide, BoundaryAlgebra.Cut(ring, new(0, 0), new(4, 4)).Problem);
    }

    // Cut and joined again: nothing is lost and nothing moves, in half square millimetres, whatever the system.
    [Property(MaxTest = 300)]
    public void CutUniteSubtract_AnyChord_AreExact(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var system = CoordinateSystem.All[random.Below(5)];
        var star = GridBoundary.Create(system, Shapes.Star(random, 100, 30, system.IsGeographic ? 0.2 : 50, 5 + random.Below(20)));
        var (from, to) = (random.Below(star.VertexCount), random.Below(star.VertexCount));

        var cut = BoundaryAlgebra.Cut(star, star.Ring(0)[from], star.System.Round(new GeoPoint(100, 30)), star.Ring(0)[to]);

        Assert.Equal(from == to || Math.Abs(from - to) % star.VertexCount == 0, cut.Problem is not null);
        if (cut.Problem is null)
        {
            Assert.Equal(star.HalfSquareMillimetres, cut.Left!.HalfSquareMillimetres + cut.Right!.HalfSquareMillimetres);
            Assert.True(BoundaryAlgebra.Unite([cut.Left, cut.Right]).HasSameEdges(star));
            Assert.True(BoundaryAlgebra.Subtract(star, cut.Left)!.HasSameEdges(cut.Right));
            Assert.Same(star, BoundaryAlgebra.WithCornersOf(star, [cut.Left, cut.Right]));
        }
    }
}
