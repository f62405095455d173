using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>The circles over a map on one day: which grid has which, and who belongs to them.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class OverlayCircles
{
    private readonly Dictionary<GridCode, List<OverlayCircle>> _byGrid = [];
    private readonly Dictionary<string, List<OverlayCircle>> _byMember = new(StringComparer.Ordinal);

    private OverlayCircles(EquatableArray<OverlayCircle> circles)
    {
        Circles = circles;
        foreach (var circle in circles)
        {
            foreach (var grid in circle.Grids.Distinct())
            {
                Add(_byGrid, grid, circle);
            }

            foreach (var member in circle.Members.Distinct(StringComparer.Ordinal))
            {
                Add(_byMember, member, circle);
            }
        }
    }

    /// <summary>Gets the circles that exist on the day, in the order given.</summary>
    public EquatableArray<OverlayCircle> Circles { get; }

    /// <summary>Checks circles and lays those that exist on a day over a map.</summary>
    /// <param name="map">The map of that day.</param>
    /// <param name="circles">The circles; each finding's path begins with the position, such as <c>/rows/0/grids</c>.</param>
    /// <param name="on">The day.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The circles; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="circles"/> is null.</exception>
    public static OverlayCircles? Create(GridMap map, IEnumerable<OverlayCircle> circles, LocalDate on, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(circles);
        var all = EquatableArray.From(circles);
        var findings = new List<Finding>();
        var known = new Dictionary<string, List<OverlayCircle>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            if (known.TryGetValue(all[i].Code, out var others) && others.Exists(other => Overlap(other, all[i])))
            {
                findings.Add(Error("grids.duplicate-circle", i, "code", all[i].Code));
            }

            Add(known, all[i].Code, all[i]);

            if (all[i].ValidFrom > all[i].ValidTo)
            {
                findings.Add(Error("grids.validity-order", i, "validTo", all[i].Code, all[i].ValidFrom, all[i].ValidTo));
            }

            if (all[i].IsValidOn(on))
            {
                CheckGrids(map, findings, all[i], i);
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new OverlayCircles(EquatableArray.From(all.Where(c => c.IsValidOn(on))));
    }

    /// <summary>Returns the circles over a grid.</summary>
    /// <param name="grid">The grid's code.</param>
    /// <returns>The circles, in the order given; empty when there are none.</returns>
    public EquatableArray<OverlayCircle> Over(GridCode grid) => _byGrid.TryGetValue(grid, out var found) ? EquatableArray.From(found) : [];

    /// <summary>Returns the circles that somebody belongs to.</summary>
    /// <param name="member">The opaque id.</param>
    /// <returns>The circles, in the order given; empty when there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    public EquatableArray<OverlayCircle> Of(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return _byMember.TryGetValue(member, out var found) ? EquatableArray.From(found) : [];
    }

    private static bool Overlap(OverlayCircle one, OverlayCircle other) =>
        (one.ValidTo is null || other.ValidFrom is null || one.ValidTo >= other.ValidFrom)
        && (other.ValidTo is null || one.ValidFrom is null || other.ValidTo >= one.ValidFrom);

    private static void Add<TKey>(Dictionary<TKey, List<OverlayCircle>> index, TKey key, OverlayCircle circle)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        list.Add(circle);
    }

    private static void CheckGrids(GridMap map, List<Finding> findings, OverlayCircle circle, int row)
    {
        if (circle.Grids.Count == 0)
        {
            findings.Add(Error("grids.circle-without-grid", row, "grids", circle.Code));
        }

        foreach (var grid in circle.Grids)
        {
            if (!map.TryFind(grid, out _))
            {
                findings.Add(Error("grids.circle-unknown-grid", row, "grids", circle.Code, grid));
            }
        }
    }

    private static Finding Error(string code, int row, string column, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(FormattableString.Invariant($"/rows/{row}/{column}")));
}
