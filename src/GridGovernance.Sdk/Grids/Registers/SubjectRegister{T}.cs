using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A register (台账) of what lies in the grids: people, dwellings, organisations or facilities, each with its days.</summary>
/// <remarks>
/// <para>It guarantees that an id stands at most once on any day and that places are of its coordinate system. Whether each subject is in one grid, an audit says.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The entry.</typeparam>
public sealed class SubjectRegister<T>
    where T : class, IGridSubject
{
    private readonly Dictionary<string, List<T>> _byId;

    private SubjectRegister(CoordinateSystem system, EquatableArray<T> entries, Dictionary<string, List<T>> byId)
    {
        System = system;
        Entries = entries;
        _byId = byId;
    }

    /// <summary>Gets the coordinate system of the places.</summary>
    public CoordinateSystem System { get; }

    /// <summary>Gets the entries, in the order given.</summary>
    public EquatableArray<T> Entries { get; }

    /// <summary>Checks entries and makes a register of them.</summary>
    /// <param name="system">The coordinate system of the places.</param>
    /// <param name="entries">The entries; each finding's path begins with the position, such as <c>/rows/0/lat</c>.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The register; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SubjectRegister<T>? Create(CoordinateSystem system, IEnumerable<T> entries, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(entries);
        var all = EquatableArray.From(entries);
        var byId = new Dictionary<string, List<T>>(all.Count, StringComparer.Ordinal);
        var findings = new List<Finding>();
        for (var i = 0; i < all.Count; i++)
        {
            Check(system, all[i], i, findings);
            if (!byId.TryGetValue(all[i].Id, out var known))
            {
                byId.Add(all[i].Id, known = new List<T>(1));
            }

            if (known.Exists(k => Overlap(k, all[i])))
            {
                findings.Add(Error("grids.subject-twice", i, "id", all[i].Id));
            }

            known.Add(all[i]);
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new SubjectRegister<T>(system, all, byId);
    }

    /// <summary>Finds an entry as it was on a day.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="on">The day.</param>
    /// <returns>The entry; null where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public T? Find(string id, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.TryGetValue(id, out var entries) ? entries.Find(e => e.IsValidOn(on)) : null;
    }

    /// <summary>Returns the entries that hold on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The entries, in the order given.</returns>
    public IEnumerable<T> AsOf(LocalDate on) => Entries.Where(e => e.IsValidOn(on));

    private static void Check(CoordinateSystem system, T entry, int row, List<Finding> findings)
    {
        if (entry.Id.Length == 0)
        {
            findings.Add(Error("grids.subject-id", row, "id"));
        }

        if (entry.ValidFrom > entry.ValidTo)
        {
            findings.Add(Error("grids.validity-order", row, "validTo", entry.Id, entry.ValidFrom, entry.ValidTo));
        }

        if (entry.Lon is null != entry.Lat is null)
        {
            findings.Add(Error("grids.subject-half-place", row, entry.Lon is null ? "lon" : "lat", entry.Id));
        }
        else if (entry.Place is { } place && !system.Accepts(place))
        {
            findings.Add(Error("grids.subject-place", row, "lon", entry.Id, system, place));
        }
    }

    private static bool Overlap(T one, T other) =>
        (one.ValidTo is null || other.ValidFrom is null || one.ValidTo >= other.ValidFrom)
        && (other.ValidTo is null || one.ValidFrom is null || other.ValidTo >= one.ValidFrom);

    private static Finding Error(string code, int row, string column, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(FormattableString.Invariant($"/rows/{row}/{column}")));
}
