using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class ShapeMeasureTests
{
    /// <summary>Twenty shapes: area, border, the square of the radius of the smallest circle around it, and the second moment about the centroid, by hand.</summary>
    public static TheoryData<string, string, double, double, double, double> Shapes => new()
    {
        // a × b: ab(a² + b²) ÷ 12.
        { "square", "0 0,10 0,10 10,0 10", 100, 40, 50, 100 * 200 / 12.0 },
        { "two squares long", "0 0,20 0,20 10,0 10", 200, 60, 125, 200 * 500 / 12.0 },
        { "four squares long", "0 0,40 0,40 10,0 10", 400, 100, 425, 400 * 1700 / 12.0 },
        { "a lane", "0 0,1000 0,1000 1,0 1", 1000, 2002, 1_000_001 / 4.0, 1000 * 1_000_001 / 12.0 },

        // A triangle: A(a² + b² + c²) ÷ 36; the circle stands on the longest side unless all angles are acute.
        { "right triangle", "0 0,30 0,0 40", 600, 120, 625, 600 * 5000 / 36.0 },
        { "obtuse triangle", "0 0,80 0,40 30", 1200, 180, 1600, 1200 * 11_400 / 36.0 },
        { "acute triangle", "0 0,60 0,30 40", 1200, 160, 31.25 * 31.25, 1200 * 8600 / 36.0 },

        // Half diagonals p, q: pq(p² + q²) ÷ 3.
        { "rhombus", "30 0,0 40,-30 0,0 -40", 2400, 200, 1600, 1200 * 2500 / 3.0 },

        // A parallelogram: A(a² + b²) ÷ 12.
        { "parallelogram", "0 0,20 0,26 8,6 8", 160, 60, 185, 160 * 500 / 12.0 },

        // Two right triangles of 15, 20, 25 on the long side, their centroids 4 off it.
        { "kite", "0 -16,12 0,0 9,-12 0", 300, 70, 156.25, 2 * ((150 * 1250 / 36.0) + (150 * 16)) },

        // A square less four corners of 3 × 3 ÷ 2, whose centroids are √32 from the middle.
        { "octagon", "3 0,7 0,10 3,10 7,7 10,3 10,0 7,0 3", 82, 16 + (4 * 4.242640687119285), 29, (100 * 200 / 12.0) - (4 * (4.5 + (4.5 * 32))) },

        // A rectangle of 16 × 12 and two triangles of 5 × 12, about a centroid at 116 ÷ 21.
        { "trapezium", "0 0,26 0,21 12,5 12", 252, 68, 171.640625, 6400 + (2 * 10_140 / 36.0) + (192 * 100 / 441.0) + (60 * 1024 / 441.0) + (60 * 841 / 9.0) },

        // Squares of 10, each with 5000 ÷ 3 of its own, and their centroids about the common one.
        { "L", "0 0,20 0,20 10,10 10,10 20,0 20", 300, 80, 200, 5000 + (100 * 1200 / 9.0) },
        { "plus", "10 0,20 0,20 10,30 10,30 20,20 20,20 30,10 30,10 20,0 20,0 10,10 10", 500, 120, 250, (25_000 / 3.0) + 40_000 },
        { "stairs", "0 0,30 0,30 10,20 10,20 20,10 20,10 30,0 30", 600, 120, 450, 10_000 + (100 * 2000 / 3.0) },
        { "two squares apart", "0 0,10 0,10 10,0 10;20 0,30 0,30 10,20 10", 200, 80, 250, (10_000 / 3.0) + 20_000 },

        // A bar of 30 × 10 on a stem of 10 × 20, their centroids 15 apart.
        { "T", "10 0,20 0,20 20,30 20,30 30,0 30,0 20,10 20", 500, 120, 3250 / 9.0, (200 * 500 / 12.0) + (300 * 1000 / 12.0) + (120 * 225) },

        // A square of 30 less what is cut out of it.
        { "U", "0 0,30 0,30 30,20 30,20 10,10 10,10 30,0 30", 700, 160, 450, 135_000 - (200 * 500 / 12.0) + ((90_000 - 405_000) / 49.0) },
        { "ring", "0 0,30 0,30 30,0 30|10 10,10 20,20 20,20 10", 800, 160, 450, 135_000 - (5000 / 3.0) },
        { "ring off the middle", "0 0,30 0,30 30,0 30|5 5,5 15,15 15,15 5", 800, 160, 450, 135_000 + (1800 * 0.390625) - (5000 / 3.0) - (200 * 31.640625) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Of_AShape_EqualsTheHandComputedMeasures(string name, string polygons, double area, double border, double squareRadius, double inertia)
    {
        // Far from the origin, so that a moment about the wrong point shows.
        var shape = ShapeMeasure.Of(Parse(polygons, 5000, -3000));

        Assert.NotEmpty(name);
        Near(area, shape.AreaSquareMetres);
        Near(border, shape.PerimeterMetres);
        Near(4 * Math.PI * area / (border * border), shape.PolsbyPopper);
        Near(area / (Math.PI * squareRadius), shape.Reock);
        Near(area * area / (2 * Math.PI * inertia), shape.MomentOfInertia);
    }

    [Fact]
    public void Shapes_AreTwenty() => Assert.Equal(20, Shapes.Count);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Of_AnyShape_IsAtMostOne(string name, string polygons, double area, double border, double squareRadius, double inertia)
    {
        var shape = ShapeMeasure.Of(Parse(polygons, 0, 0));

        Assert.True(name.Length > 0 && area + border + squareRadius + inertia > 0);
        Assert.InRange(shape.PolsbyPopper, 0, 1);
        Assert.InRange(shape.Reock, 0, 1);
        Assert.InRange(shape.MomentOfInertia, 0, 1);
    }

    [Fact]
    public void Of_ManyCorners_ComesCloseToTheCircle()
    {
        var shape = ShapeMeasure.Of(Circle(CoordinateSystem.Metric, 0, 0, 1, 1));

        Assert.Equal(1, shape.PolsbyPopper, 1e-3);
        Assert.Equal(1, shape.Reock, 1e-3);
        Assert.Equal(1, shape.MomentOfInertia, 1e-3);
    }

    [Fact]
    public void Of_DegreesOfLongitudeAndLatitude_AreMetresThere()
    {
        // At 32° a degree is some 94.5 km east and 110.9 km north: what is a circle there is an ellipse in degrees.
        var shape = ShapeMeasure.Of(Circle(CoordinateSystem.Cgcs2000, 107, 32, 1 / 94_492.3, 1 / 110_887.6));

        Assert.Equal(1, shape.PolsbyPopper, 1.5e-3);
        Assert.Equal(1, shape.Reock, 1.5e-3);
        Assert.Equal(1, shape.MomentOfInertia, 1.5e-3);
        Assert.Equal(Math.PI * 1e6, shape.AreaSquareMetres, Math.PI * 2e3);
    }

    [Fact]
    public void Of_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => ShapeMeasure.Of(null!));
        Assert.Throws<ArgumentNullException>(() => ShapeMeasure.PerimeterOf(null!));
    }

    private static GridBoundary Circle(CoordinateSystem system, double x, double y, double perMetreEast, double perMetreNorth) => GridBoundary.Create(
        system, [.. Enumerable.Range(0, 360).Select(i => new GeoPoint(x + (1000 * perMetreEast * Math.Cos(i * Math.PI / 180)), y + (1000 * perMetreNorth * Math.Sin(i * Math.PI / 180))))]);

    internal static GridBoundary Parse(string polygons, double east, double north) => GridBoundary.Create(
        CoordinateSystem.Metric,
        [.. polygons.Split(';').Select(polygon => (IReadOnlyList<IReadOnlyList<GeoPoint>>)[.. polygon.Split('|').Select(ring =>
            (IReadOnlyList<GeoPoint>)[.. ring.Split(',').Select(point => point.Split(' ')).Select(pair =>
                new GeoPoint(east + double.Parse(pair[0], CultureInfo.InvariantCulture), north + double.Parse(pair[1], CultureInfo.InvariantCulture)))])])]);

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * 1e-9);
}
