using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Audits that every unit is staffed on every day of a time, and names the first day of each gap.</summary>
/// <remarks>Only days on which something changes are looked at, so that a year costs no more than a day. This type is safe to share between threads.</remarks>
public static class StaffingAudit
{
    /// <summary>Audits standards against a roster.</summary>
    /// <param name="standards">The standards; what is wrong with one is a finding at <c>/0</c>, <c>/1</c> …, and it is passed over.</param>
    /// <param name="establishment">The posts.</param>
    /// <param name="map">The map that has the units.</param>
    /// <param name="roster">Who sits where.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public static StaffingAuditReport Run(
        IEnumerable<StaffingStandard> standards, Establishment establishment, GridMap map, Roster roster, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(standards);
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var run = new StaffingAuditRun(establishment, map, roster, from, to);
        var i = 0;
        foreach (var standard in standards)
        {
            run.Add(standard, i++);
        }

        return run.ToReport();
    }
}
