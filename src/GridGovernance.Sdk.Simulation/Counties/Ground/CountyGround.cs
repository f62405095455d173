using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>The ground of a synthetic county: its outline, tiled into natural units around their sites, and what borders on what.</summary>
internal sealed class CountyGround
{
    private CountyGround(VoronoiTiling tiling, GeoPoint[] sites, PlanePoint[] places, UnitGraph graph)
    {
        Tiling = tiling;
        Sites = sites;
        Places = places;
        Graph = graph;
    }

    /// <summary>Gets the tiling: one face for each site.</summary>
    internal VoronoiTiling Tiling { get; }

    /// <summary>Gets the sites on the quantum, in the order of the plan.</summary>
    internal GeoPoint[] Sites { get; }

    /// <summary>Gets the sites in the local plane.</summary>
    internal PlanePoint[] Places { get; }

    /// <summary>Gets which units share a border.</summary>
    internal UnitGraph Graph { get; }

    /// <summary>Generates a plausible outline of a wanted area.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="middle">Where it lies, in CGCS2000.</param>
    /// <param name="squareKilometres">The area on the ellipsoid; met within one square metre in a hundred million.</param>
    /// <returns>The outline in CGCS2000.</returns>
    internal static GridBoundary GenerateOutline(RandomStream stream, GeoPoint middle, double squareKilometres)
    {
        var shape = OutlineShape.Draw(stream);
        var plane = new LocalPlane(middle.X, middle.Y);
        var wanted = squareKilometres * 1e6;
        var scale = Math.Sqrt(wanted / Math.PI);
        for (var step = 0; ; step++)
        {
            var ring = Array.ConvertAll(shape, corner =>
            {
                var (longitude, latitude) = plane.ToDegrees(new PlanePoint(corner.East * scale, corner.North * scale));
                return new GeoPoint(longitude, latitude);
            });
            var outline = GridBoundary.Create(CoordinateSystem.Cgcs2000, ring);
            if (step == 6)
            {
                return outline;
            }

            scale *= Math.Sqrt(wanted / outline.AreaSquareMetres);
        }
    }

    /// <summary>Places the units of a plan and tiles the outline around them.</summary>
    /// <param name="outline">The outline in CGCS2000.</param>
    /// <param name="plan">The villages and communities.</param>
    /// <param name="options">The options.</param>
    /// <param name="streams">The random streams.</param>
    /// <returns>The ground.</returns>
    /// <exception cref="ArgumentException">The outline has no room for so many units.</exception>
    internal static CountyGround Create(
        GridBoundary outline, IReadOnlyList<NeighbourhoodPlan> plan, SyntheticCountyOptions options, RandomStreams streams)
    {
        var bounds = outline.Bounds;
        var plane = new LocalPlane(bounds.Centre.X, bounds.Centre.Y);
        var seat = outline.Contains(options.Seat) ? options.Seat : bounds.Centre;
        var placement = new SitePlacement(
            streams, (plane.ToPlane(bounds.West, bounds.South), plane.ToPlane(bounds.East, bounds.North)), place => Snap(outline, plane, place));
        var places = placement.Place(plan, [.. options.Townships.Select(static t => t.IsMainTown)], plane.ToPlane(seat.X, seat.Y));
        var sites = Array.ConvertAll(places, place => ToSite(outline, plane, place));
        var tiling = VoronoiTiling.Create(outline, sites);
        return new CountyGround(tiling, sites, places, UnitGraph.Create(sites.Length, tiling.Adjacency.Select(static a => (a.First, a.Second))));
    }

    private static PlanePoint? Snap(GridBoundary outline, LocalPlane plane, PlanePoint place)
    {
        var site = ToSite(outline, plane, place);
        return outline.Contains(site) ? plane.ToPlane(site.X, site.Y) : null;
    }

    private static GeoPoint ToSite(GridBoundary outline, LocalPlane plane, PlanePoint place)
    {
        var (longitude, latitude) = plane.ToDegrees(place);
        return outline.System.Round(new GeoPoint(longitude, latitude));
    }
}
