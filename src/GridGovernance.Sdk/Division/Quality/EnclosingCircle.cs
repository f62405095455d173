namespace GridGovernance.Sdk.Division;

/// <summary>The smallest circle around points.</summary>
/// <remarks>
/// The incremental algorithm of Welzl ("Smallest enclosing disks", 1991) over the corners of the convex hull, which Andrew's monotone chain finds.
/// A hull has few corners, so that the order in which they are taken does not matter to the time.
/// </remarks>
internal static class EnclosingCircle
{
    private const double Slack = 1 + 1e-12;

    /// <summary>Returns the square of the radius.</summary>
    /// <param name="points">The points, at least one; put in order.</param>
    internal static double SquareRadius(List<(double East, double North)> points)
    {
        var hull = Hull(points);
        var circle = (Centre: hull[0], Square: 0.0);
        for (var i = 1; i < hull.Count; i++)
        {
            if (!IsIn(circle, hull[i]))
            {
                circle = Through(hull, i);
            }
        }

        return circle.Square;
    }

    private static ((double East, double North) Centre, double Square) Through(List<(double East, double North)> hull, int i)
    {
        var circle = (Centre: hull[i], Square: 0.0);
        for (var j = 0; j < i; j++)
        {
            if (IsIn(circle, hull[j]))
            {
                continue;
            }

            circle = Around(hull[i], hull[j]);
            for (var k = 0; k < j; k++)
            {
                circle = IsIn(circle, hull[k]) ? circle : Around(hull[i], hull[j], hull[k]);
            }
        }

        return circle;
    }

    private static bool IsIn(((double East, double North) Centre, double Square) circle, (double East, double North) point) =>
        SquareDistance(circle.Centre, point) <= circle.Square * Slack;

    private static double SquareDistance((double East, double North) a, (double East, double North) b) =>
        ((a.East - b.East) * (a.East - b.East)) + ((a.North - b.North) * (a.North - b.North));

    private static ((double East, double North) Centre, double Square) Around((double East, double North) a, (double East, double North) b) =>
        (((a.East + b.East) / 2, (a.North + b.North) / 2), SquareDistance(a, b) / 4);

    private static ((double East, double North) Centre, double Square) Around((double East, double North) a, (double East, double North) b, (double East, double North) c)
    {
        var (bx, by, cx, cy) = (b.East - a.East, b.North - a.North, c.East - a.East, c.North - a.North);
        var turn = 2 * ((bx * cy) - (by * cx));
        if (turn == 0)
        {
            var (ab, ac, bc) = (Around(a, b), Around(a, c), Around(b, c));
            return ab.Square >= ac.Square && ab.Square >= bc.Square ? ab : ac.Square >= bc.Square ? ac : bc;
        }

        var (bSquare, cSquare) = ((bx * bx) + (by * by), (cx * cx) + (cy * cy));
        var (x, y) = (((cy * bSquare) - (by * cSquare)) / turn, ((bx * cSquare) - (cx * bSquare)) / turn);
        return ((a.East + x, a.North + y), (x * x) + (y * y));
    }

    private static List<(double East, double North)> Hull(List<(double East, double North)> points)
    {
        points.Sort();
        var hull = new List<(double East, double North)>();
        for (var pass = 0; pass < 2; pass++)
        {
            var start = hull.Count;
            foreach (var point in points)
            {
                while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            if (hull.Count > 1)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            points.Reverse();
        }

        return hull;
    }

    private static double Turn((double East, double North) a, (double East, double North) b, (double East, double North) c) =>
        ((b.East - a.East) * (c.North - a.North)) - ((b.North - a.North) * (c.East - a.East));
}
