using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Units with their first and last days, as files hold them: it may have gaps and overlaps in time, which an audit is there to find.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GridTimeline
{
    private readonly GridUnitVersion[] _versions;

    private GridTimeline(GridScheme scheme, GridUnitVersion[] versions)
    {
        Scheme = scheme;
        _versions = versions;
        Versions = Array.AsReadOnly(versions);
        var changes = new SortedSet<LocalDate>();
        foreach (var version in versions)
        {
            changes.Add(version.ValidFrom);
            if (version.ValidTo is { } last && last < LocalDate.MaxIsoValue)
            {
                changes.Add(last.PlusDays(1));
            }
        }

        Changes = EquatableArray.From(changes);
    }

    /// <summary>Gets the hierarchy.</summary>
    public GridScheme Scheme { get; }

    /// <summary>Gets the versions by code, then by day.</summary>
    public IReadOnlyList<GridUnitVersion> Versions { get; }

    /// <summary>Gets every day on which something changes, in order: between two of them the map is one and the same.</summary>
    public EquatableArray<LocalDate> Changes { get; }

    /// <summary>Checks versions and makes a timeline of them.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="versions">The versions, in any order.</param>
    /// <param name="report">Errors for days that run backwards and for two versions of one code on one day; a warning, with its days, where a code is absent for a while. Each names the unit's code.</param>
    /// <returns>The timeline; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static GridTimeline? Create(GridScheme scheme, IEnumerable<GridUnitVersion> versions, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(versions);
        var timeline = Of(scheme, versions);
        report = timeline.Check();
        return report.HasErrors ? null : timeline;
    }

    /// <summary>Returns the map of a day.</summary>
    /// <param name="on">The day.</param>
    /// <param name="report">Everything that keeps the units of that day from forming a map, such as a parent that does not hold yet.</param>
    /// <returns>The map; null exactly when the report has errors.</returns>
    public GridMap? AsOf(LocalDate on, out FindingReport report) =>
        GridMap.Create(Scheme, [.. _versions.Where(v => v.IsValidOn(on)).Select(static v => v.Unit)], out report);

    internal static GridTimeline Of(GridScheme scheme, IEnumerable<GridUnitVersion> versions) =>
        new(scheme, [.. versions.OrderBy(static v => v.Unit.Code).ThenBy(static v => v.ValidFrom)]);

    private FindingReport Check()
    {
        var findings = new List<Finding>();
        for (var i = 0; i < _versions.Length; i++)
        {
            var (version, code) = (_versions[i], _versions[i].Unit.Code);
            if (version.ValidFrom > version.ValidTo)
            {
                findings.Add(Finding.Error(GridsMessages.Catalogue["grids.validity-order", code, version.ValidFrom, version.ValidTo], FindingPlace.Of(code.ToString())));
            }

            if (i == 0 || _versions[i - 1].Unit.Code != code)
            {
                continue;
            }

            var last = _versions[i - 1].ValidTo;
            if (last is null || last >= version.ValidFrom)
            {
                findings.Add(Finding.Error(GridsMessages.Catalogue["grids.validity-overlap", code, version.ValidFrom], FindingPlace.Of(code.ToString())));
            }
            else if (last.Value.PlusDays(1) < version.ValidFrom)
            {
                var message = GridsMessages.Catalogue["grids.validity-gap", code, last.Value.PlusDays(1), version.ValidFrom.PlusDays(-1)];
                findings.Add(Finding.Warning(message, FindingPlace.Of(code.ToString())));
            }
        }

        return new FindingReport(findings);
    }
}
