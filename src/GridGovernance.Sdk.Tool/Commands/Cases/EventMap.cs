using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Tool.Commands.Cases;

/// <summary>The network as events know it: the places of cases and the units of the seats over them, each with all that hold it.</summary>
/// <remarks>A model has a hierarchy and no network; codes alone say what lies in what.</remarks>
internal static class EventMap
{
    internal static GridMap Of(GridScheme scheme, IEnumerable<CaseEventRow> rows)
    {
        var codes = new SortedSet<GridCode>();
        foreach (var row in rows)
        {
            Add(scheme, row.Event is CaseReported reported ? reported.Place : null, codes);
            foreach (var seat in SeatsOf(row.Event))
            {
                Add(scheme, GridCode.TryParse(seat.Unit, out var unit) ? unit : null, codes);
            }
        }

        var units = codes.Select(code => GridUnit.Create(scheme, code, code.ToString(), GridKind.Division)).ToArray();
        return GridMap.Create(scheme, units, out var report) ?? throw new GovernanceException(report);
    }

    private static void Add(GridScheme scheme, GridCode? code, SortedSet<GridCode> codes)
    {
        while (code is { } one && scheme.TryLevelOf(one, out _))
        {
            codes.Add(one);
            code = scheme.ParentOf(one);
        }
    }

    private static IEnumerable<Seat> SeatsOf(CaseEvent e) => e switch
    {
        CaseMoved { Responsible: { } responsible } => [e.By, responsible],
        CaseDispatched dispatched => [e.By, dispatched.Lead, .. dispatched.Assisting],
        CaseEscalated escalated => [e.By, escalated.Supervisor],
        SubtaskAssigned assigned => [e.By, assigned.Seat],
        TeamAttached attached => [e.By, .. attached.Team.Members.Select(static member => member.Seat)],
        CaseRecorded { Target: { } target } => [e.By, target],
        _ => [e.By],
    };
}
