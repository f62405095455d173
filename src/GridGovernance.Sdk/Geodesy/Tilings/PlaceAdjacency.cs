using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds which places (点位) are neighbours where none of them has an area: those whose Voronoi cells (泰森多边形) share a border among the places.</summary>
/// <remarks>
/// <para>Each place has the land that lies nearest to it. Two places are neighbours where their land shares a border inside the convex hull of all places: a border that runs wholly
/// outside of it, such as that between two far ends of a row with a slight bend, has nobody beside it and counts for nothing. A border shorter than two thousandths of the
/// quantum is a point, in which more than three cells meet, and does not count either. Places on one line are neighbours in its order.</para>
/// <para>So the neighbours always join all places: the shortest tree between them (Gabriel and Sokal, A New Statistical Approach to Geographic Variation Analysis, 1969;
/// Toussaint, The relative neighbourhood graph of a finite planar set, 1980) is among them.</para>
/// <para>Places that round to one point of the quantum share one cell: they are neighbours of each other in their order, the first of them is a neighbour of all that stand at a
/// neighbouring point, and each of them a neighbour of the first there. That keeps a tower of a thousand households as sparse as a street.</para>
/// <para>The candidates are the edges of the Delaunay triangulation. Longitude is scaled by the cosine of the middle latitude, as in <see cref="VoronoiTiling"/>.</para>
/// </remarks>
public static class PlaceAdjacency
{
    /// <summary>Finds all pairs of neighbours.</summary>
    /// <param name="system">The coordinate system of the places.</param>
    /// <param name="places">The places.</param>
    /// <returns>Pairs of positions, the smaller first, by first and then by second position.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A place is not finite or out of range.</exception>
    public static IReadOnlyList<(int First, int Second)> Find(CoordinateSystem system, IReadOnlyList<GeoPoint> places)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(places);
        var at = new Dictionary<(long X, long Y), int>();
        var sites = new List<(long X, long Y)>();
        var members = new List<List<int>>();
        for (var i = 0; i < places.Count; i++)
        {
            var site = system.ToQuanta(places[i]);
            if (!at.TryGetValue(site, out var position))
            {
                at.Add(site, position = sites.Count);
                sites.Add(site);
                members.Add([]);
            }

            members[position].Add(i);
        }

        var pairs = new List<(int First, int Second)>();
        foreach (var here in members)
        {
            for (var i = 1; i < here.Count; i++)
            {
                pairs.Add((here[i - 1], here[i]));
            }
        }

        foreach (var (from, to) in Neighbours(system, sites))
        {
            foreach (var place in members[from])
            {
                Add(place, members[to][0]);
            }

            foreach (var place in members[to].Skip(1))
            {
                Add(members[from][0], place);
            }
        }

        pairs.Sort();
        return pairs.AsReadOnly();

        void Add(int first, int second) => pairs.Add((Math.Min(first, second), Math.Max(first, second)));
    }

    private static IEnumerable<(int From, int To)> Neighbours(CoordinateSystem system, List<(long X, long Y)> sites)
    {
        int[] order = [.. Enumerable.Range(0, sites.Count).OrderBy(site => sites[site])];
        return order.Length < 3 || order.All(site => Side(sites[order[0]], sites[order[^1]], sites[site]) == 0)
            ? order.Skip(1).Select((site, i) => (order[i], site))
            : InPlane(system, sites, order);
    }

    private static List<(int From, int To)> InPlane(CoordinateSystem system, List<(long X, long Y)> sites, int[] order)
    {
        var (low, high) = (sites.Min(static site => site.Y), sites.Max(static site => site.Y));
        var latitude = system.ToPoint(0, low + ((high - low) / 2)).Y;
        var eastScale = system.IsGeographic ? Math.Max(DeterministicMath.Cos(latitude * DeterministicMath.RadiansPerDegree), 0.01) : 1;
        var origin = sites[order[0]];
        var plane = sites.ConvertAll(site => (X: (site.X - origin.X) * eastScale, Y: (double)(site.Y - origin.Y)));
        var positions = new Dictionary<(double X, double Y), int>();
        foreach (var site in order)
        {
            positions.Add(plane[site], site);
        }

        var borders = new PlaceBorders(plane, Hull(sites, order));
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites(plane.ConvertAll(static site => new Coordinate(site.X, site.Y)));
        var pairs = new List<(int From, int To)>();
        foreach (var edge in builder.GetSubdivision().GetPrimaryEdges(false))
        {
            // A far corner of the triangulation's frame is none of the places, and bounds no border among them.
            var (from, to) = (positions[(edge.Orig.X, edge.Orig.Y)], positions[(edge.Dest.X, edge.Dest.Y)]);
            var beyond = new[] { edge.LNext.Dest, edge.OPrev.Dest }.Select(vertex => positions.GetValueOrDefault((vertex.X, vertex.Y), -1));
            if (borders.Meet(from, to, beyond.Where(static site => site >= 0)))
            {
                pairs.Add((from, to));
            }
        }

        return pairs;
    }

    // Andrew, Another Efficient Algorithm for Convex Hulls in Two Dimensions, 1979: counter-clockwise, corners alone.
    private static List<int> Hull(List<(long X, long Y)> sites, int[] order)
    {
        var hull = new List<int>();
        for (var (pass, start) = (0, 0); pass < 2; pass++, start = hull.Count)
        {
            foreach (var site in pass == 0 ? order : order.Reverse())
            {
                while (hull.Count >= start + 2 && Side(sites[hull[^2]], sites[hull[^1]], sites[site]) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(site);
            }

            hull.RemoveAt(hull.Count - 1);
        }

        return hull;
    }

    private static int Side((long X, long Y) a, (long X, long Y) b, (long X, long Y) c) => ExactPredicates.Orientation(a.X, a.Y, b.X, b.Y, c.X, c.Y);
}
