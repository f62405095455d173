using System.Globalization;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who belongs to which grid (S2-5), and who is missing.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GridMembership
{
    private readonly ILookup<GridCode, GridMember> _byGrid;

    private GridMembership(EquatableArray<GridMember> members)
    {
        Members = members;
        _byGrid = members.ToLookup(static one => one.Grid);
    }

    /// <summary>Gets the members.</summary>
    public EquatableArray<GridMember> Members { get; }

    /// <summary>Compiles a table.</summary>
    /// <param name="members">The members.</param>
    /// <param name="map">The map that has the grids.</param>
    /// <param name="report">Everything that is wrong, with the paths <c>/members/0/…</c>: an unknown grid, a member without an id, days that end before they begin, a household in two grids
    /// at once. Leaders and staff may belong to several.</param>
    /// <returns>The membership; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public static GridMembership? Compile(EquatableArray<GridMember> members, GridMap map, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(map);
        var findings = new List<Finding>();
        for (var i = 0; i < members.Count; i++)
        {
            var one = members[i];
            string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/members/{i}/{member}");
            if (!map.TryFind(one.Grid, out _))
            {
                findings.Add(FieldworkMessages.Fault(Path("grid"), FieldworkMessages.Texts["fieldwork.unknown-place", one.Grid.ToString()]));
            }

            if (string.IsNullOrWhiteSpace(one.Member))
            {
                findings.Add(FieldworkMessages.Fault(Path("member"), FieldworkMessages.Texts["fieldwork.member-unnamed", one.Grid.ToString()]));
            }

            if (one.To < one.From)
            {
                findings.Add(FieldworkMessages.Fault(Path("to"), FieldworkMessages.Texts["fieldwork.ends-before-start", one.Member, one.From, one.To]));
            }
        }

        foreach (var group in Enumerable.Range(0, members.Count).Where(i => members[i].Role == GridMemberRole.Household).GroupBy(i => members[i].Member, StringComparer.Ordinal))
        {
            var rows = group.OrderBy(i => members[i].From).ThenBy(static i => i).ToArray();
            for (var k = 1; k < rows.Length; k++)
            {
                // Every row before may run on into it, not only the last.
                if (rows.Take(k).Any(row => !(members[row].To < members[rows[k]].From)))
                {
                    findings.Add(FieldworkMessages.Fault(
                        string.Create(CultureInfo.InvariantCulture, $"/members/{rows[k]}/grid"), FieldworkMessages.Texts["fieldwork.household-in-two", group.Key, members[rows[k]].From]));
                }
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new GridMembership(members);
    }

    /// <summary>Returns the members of a grid on a day.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="role">The role.</param>
    /// <param name="on">The day.</param>
    /// <returns>Their opaque ids, in the order of the table.</returns>
    public IEnumerable<string> MembersOf(GridCode grid, GridMemberRole role, LocalDate on) =>
        _byGrid[grid].Where(one => one.Role == role && one.IsInForceOn(on)).Select(static one => one.Member);

    /// <summary>Finds grids that lack somebody in a role on a day.</summary>
    /// <param name="grids">The grids.</param>
    /// <param name="role">The role.</param>
    /// <param name="on">The day.</param>
    /// <returns>The grids without anybody in it, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="grids"/> is null.</exception>
    public IEnumerable<GridCode> Without(IEnumerable<GridCode> grids, GridMemberRole role, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(grids);
        return grids.Where(grid => !MembersOf(grid, role, on).Any());
    }
}
