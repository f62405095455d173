using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class CoordinateSystemTests
{
    [Theory]
    [InlineData("gcj02")]
    [InlineData("bd09")]
    public void Convert_ForthAndBack_ReturnsWithinAMillimetre(string code)
    {
        Assert.True(CoordinateSystem.TryFromCode(code, out var shifted));
        var random = new TestRandom(1);
        for (var i = 0; i < 2000; i++)
        {
            var point = new GeoPoint(random.Between(73, 135), random.Between(18, 53));

            var there = CoordinateSystem.Cgcs2000.Convert(point, shifted);
            var back = shifted.Convert(there, CoordinateSystem.Wgs84);

            Assert.InRange(CoordinateSystem.Cgcs2000.DistanceMetres(point, there), 10, 1600);
            Assert.True(CoordinateSystem.Wgs84.DistanceMetres(point, back) < 0.001, $"{point} → {there} → {back}");
        }
    }

    // Beijing's Tian'anmen as three public implementations give it: WGS 84 → GCJ-02 → BD-09.
    [Fact]
    public void Convert_AKnownPlace_GivesTheKnownShift()
    {
        var gcj = CoordinateSystem.Wgs84.Convert(new GeoPoint(116.404, 39.915), CoordinateSystem.Gcj02);
        var bd = CoordinateSystem.Gcj02.Convert(new GeoPoint(116.404, 39.915), CoordinateSystem.Bd09);

        Assert.Equal((116.41024449916938, 39.91640428150164), (gcj.X, gcj.Y), Near);
        Assert.Equal((116.41036949371029, 39.92133699351021), (bd.X, bd.Y), Near);
    }

    [Fact]
    public void Convert_OutsideChina_GcjIsUnshifted()
    {
        var paris = new GeoPoint(2.35, 48.85);

        Assert.Equal(paris, CoordinateSystem.Wgs84.Convert(paris, CoordinateSystem.Gcj02));
    }

    [Fact]
    public void Convert_MetricToGeographic_IsRefused() =>
        Assert.Throws<ArgumentException>(() => CoordinateSystem.Metric.Convert(default, CoordinateSystem.Wgs84));

    // Geodesics of GeographicLib (Karney 2013) on WGS 84.
    [Theory]
    [InlineData(0, 0, 1, 0, 111319.49079327357)]
    [InlineData(0, 0, 0, 1, 110574.38855779878)]
    [InlineData(107, 32, 107.3, 32.4, 52649.0)]
    public void DistanceMetres_OnTheEllipsoid_IsTheGeodesics(double lon1, double lat1, double lon2, double lat2, double expected)
    {
        var metres = CoordinateSystem.Wgs84.DistanceMetres(new GeoPoint(lon1, lat1), new GeoPoint(lon2, lat2));

        Assert.Equal(expected, metres, expected * (expected == 52649.0 ? 1e-3 : 1e-7));
    }

    [Fact]
    public void Area_OfADegree_IsTheAuthalicValue()
    {
        // Closed form: a²·Δλ·(q(33°) − q(32°))/2 with Snyder's q (eq. 3-12).
        const double E2 = 0.0066943799901413165;
        static double Q(double degrees)
        {
            var (s, e) = (Math.Sin(degrees * Math.PI / 180), Math.Sqrt(E2));
            return (1 - E2) * ((s / (1 - (E2 * s * s))) - (Math.Log((1 - (e * s)) / (1 + (e * s))) / (2 * e)));
        }

        var expected = 6378137.0 * 6378137.0 * (Math.PI / 180) * (Q(33) - Q(32)) / 2;

        Assert.Equal(expected, Shapes.Box(CoordinateSystem.Wgs84, 107, 32, 108, 33).AreaSquareMetres, expected * 1e-12);
    }

    [Fact]
    public void Area_OfSlantedEdges_IsThatOfManySmallSteps()
    {
        var coarse = GridBoundary.Create(CoordinateSystem.Cgcs2000, new GeoPoint(107, 31), new GeoPoint(109, 32.5), new GeoPoint(106.5, 34));
        GeoPoint[] corners = [new(107, 31), new(109, 32.5), new(106.5, 34)];
        var fine = new List<GeoPoint>();
        for (var i = 0; i < 3; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % 3]);
            fine.AddRange(Enumerable.Range(0, 1000).Select(k => new GeoPoint(a.X + ((b.X - a.X) * k / 1000), a.Y + ((b.Y - a.Y) * k / 1000))));
        }

        Assert.Equal(GridBoundary.Create(CoordinateSystem.Cgcs2000, fine).AreaSquareMetres, coarse.AreaSquareMetres, coarse.AreaSquareMetres * 1e-8);
    }

    [Fact]
    public void Sine_OfOurs_IsThePlatforms()
    {
        var random = new TestRandom(7);
        for (var i = 0; i < 20_000; i++)
        {
            var x = random.Between(-700, 700);
            var (sin, cos) = DeterministicMath.SinCos(x);
            Assert.Equal(Math.Sin(x), sin, 2e-16);
            Assert.Equal(Math.Cos(x), cos, 2e-16);
        }
    }

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 1e-7 && Math.Abs(a.Y - b.Y) < 1e-7;
}
