using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class EllipsoidProperties
{
    private const double SemiMajor = 6378137;
    private const double Flattening = 1 / 298.257222101;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    // Flinders Peak to Buninyong on GRS80, the ellipsoid of CGCS2000: Geocentric Datum of Australia Technical Manual (ICSM), chapter 4.
    [Fact]
    public void DistanceMetres_FlindersPeakToBuninyong_IsThePublishedLength()
    {
        var from = new GeoPoint(Degrees(144, 25, 29.52440), -Degrees(37, 57, 3.72030));
        var to = new GeoPoint(Degrees(143, 55, 35.38390), -Degrees(37, 39, 10.15610));

        Assert.Equal(54972.271, CoordinateSystem.Cgcs2000.DistanceMetres(from, to), 0.005);
        Assert.Equal(54972.271, Vincenty(from, to), 0.001);
    }

    [Property(MaxTest = 2000)]
    public void DistanceMetres_AcrossAnyCounty_IsTheGeodesic(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var from = new GeoPoint(random.Between(73, 135), random.Between(3, 54));
        var reach = random.Below(3) switch { 0 => 0.01, 1 => 0.2, _ => 2 };
        var to = new GeoPoint(from.X + random.Between(-reach, reach), from.Y + random.Between(-reach, reach));

        var expected = Vincenty(from, to);

        // Vincenty's own formula is good to a tenth of a millimetre.
        Assert.Equal(expected, CoordinateSystem.Cgcs2000.DistanceMetres(from, to), (expected * 1e-6) + 1e-4);
    }

    // Great circles between points 100 m apart on the sphere of the same area: at that length nothing tells them from the geodesics that GeographicLib's area is of.
    [Property(MaxTest = 60)]
    public void AreaSquareMetres_OfAnyRing_IsThatOfTheRingDensifiedToHundredMetres(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var (radius, x, y) = (random.Below(2) == 0 ? 0.01 : 0.3, random.Between(74, 134), random.Between(4, 53));
        var boundary = GridBoundary.Create(CoordinateSystem.Cgcs2000, Shapes.Star(random, x, y, radius, 3 + random.Below(30)));

        var expected = DensifiedArea(boundary);

        Assert.Equal(expected, boundary.AreaSquareMetres, expected * 1e-6);
    }

    [Property(MaxTest = 5000)]
    public void Convert_AnywhereInChina_ReturnsWithinHalfAMetre(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var point = new GeoPoint(random.Between(73, 135.1), random.Between(3.4, 53.6));
        foreach (var shifted in new[] { CoordinateSystem.Gcj02, CoordinateSystem.Bd09 })
        {
            var back = shifted.Convert(CoordinateSystem.Cgcs2000.Convert(point, shifted), CoordinateSystem.Cgcs2000);
            var forth = CoordinateSystem.Cgcs2000.Convert(shifted.Convert(point, CoordinateSystem.Cgcs2000), shifted);

            Assert.InRange(CoordinateSystem.Cgcs2000.DistanceMetres(point, back), 0, 0.5);
            Assert.InRange(CoordinateSystem.Cgcs2000.DistanceMetres(point, forth), 0, 0.5);
        }
    }

    private static double Degrees(int degrees, int minutes, double seconds) => degrees + ((minutes + (seconds / 60)) / 60);

    private static double DensifiedArea(GridBoundary boundary)
    {
        var (pole, ring, sum) = (Q(1), boundary.Ring(0), 0.0);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var steps = 1 + (int)(CoordinateSystem.Cgcs2000.DistanceMetres(a, b) / 100);
            for (var k = 0; k < steps; k++)
            {
                sum -= UnderGreatCircle(Between(a, b, k / (double)steps), Between(a, b, (k + 1) / (double)steps), pole);
            }
        }

        return sum * SemiMajor * SemiMajor * pole / 2;
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double share) => new(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));

    // Spherical excess between a great circle and the equator (Bevis and Cambareri 1987), over authalic latitudes (Snyder 1987, eq. 3-11 and 3-12).
    private static double UnderGreatCircle(GeoPoint a, GeoPoint b, double pole)
    {
        var (t1, t2) = (Math.Tan(Authalic(a.Y, pole) / 2), Math.Tan(Authalic(b.Y, pole) / 2));
        return 2 * Math.Atan(Math.Tan((b.X - a.X) * Math.PI / 360) * (t1 + t2) / (1 + (t1 * t2)));
    }

    private static double Authalic(double latitude, double pole) => Math.Asin(Q(Math.Sin(latitude * Math.PI / 180)) / pole);

    private static double Q(double sin)
    {
        var e = Math.Sqrt(EccentricitySquared);
        return (1 - EccentricitySquared) * ((sin / (1 - (EccentricitySquared * sin * sin))) + (Math.Atanh(e * sin) / e));
    }

    // T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (1975).
    private static double Vincenty(GeoPoint from, GeoPoint to)
    {
        var b = SemiMajor * (1 - Flattening);
        var difference = (to.X - from.X) * Math.PI / 180;
        var (u1, u2) = (Math.Atan((1 - Flattening) * Math.Tan(from.Y * Math.PI / 180)), Math.Atan((1 - Flattening) * Math.Tan(to.Y * Math.PI / 180)));
        var ((sin1, cos1), (sin2, cos2)) = (Math.SinCos(u1), Math.SinCos(u2));
        var (lambda, sigma, sinSigma, cosSigma, cosSquared, cosTwice) = (difference, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var step = 0; step < 50; step++)
        {
            var (sin, cos) = Math.SinCos(lambda);
            sinSigma = Math.Sqrt(Math.Pow(cos2 * sin, 2) + Math.Pow((cos1 * sin2) - (sin1 * cos2 * cos), 2));
            if (sinSigma == 0)
            {
                return 0;
            }

            cosSigma = (sin1 * sin2) + (cos1 * cos2 * cos);
            sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cos1 * cos2 * sin / sinSigma;
            cosSquared = 1 - (sinAlpha * sinAlpha);
            cosTwice = cosSigma - (2 * sin1 * sin2 / cosSquared);
            var c = Flattening / 16 * cosSquared * (4 + (Flattening * (4 - (3 * cosSquared))));
            lambda = difference + ((1 - c) * Flattening * sinAlpha
                * (sigma + (c * sinSigma * (cosTwice + (c * cosSigma * (-1 + (2 * cosTwice * cosTwice)))))));
        }

        var k = cosSquared * ((SemiMajor * SemiMajor) - (b * b)) / (b * b);
        var bigA = 1 + (k / 16384 * (4096 + (k * (-768 + (k * (320 - (175 * k)))))));
        var bigB = k / 1024 * (256 + (k * (-128 + (k * (74 - (47 * k))))));
        var correction = bigB * sinSigma * (cosTwice + (bigB / 4 * ((cosSigma * (-1 + (2 * cosTwice * cosTwice)))
            - (bigB / 6 * cosTwice * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cosTwice * cosTwice))))));
        return b * bigA * (sigma - correction);
    }
}
