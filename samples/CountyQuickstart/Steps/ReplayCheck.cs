using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Simulation.Runs;

namespace CountyQuickstart.Steps;

/// <summary>The two promises that every case of the run is held to: its events give its state again, and while it is open it has somebody responsible and a next deadline.</summary>
/// <param name="Cases">The cases that were checked.</param>
/// <param name="Events">The events that were replayed.</param>
/// <param name="Different">Cases whose replay gives another state.</param>
/// <param name="Orphaned">Open cases without a responsible seat or without a next deadline.</param>
internal sealed record ReplayCheck(int Cases, int Events, int Different, int Orphaned)
{
    internal bool IsClean => Different == 0 && Orphaned == 0;

    internal static ReplayCheck Run(IEnumerable<CaseHistory> histories)
    {
        var check = new ReplayCheck(0, 0, 0, 0);
        foreach (var (one, events) in histories)
        {
            check = new ReplayCheck(
                check.Cases + 1,
                check.Events + events.Count,
                check.Different + (GridCase.Replay(events) == one ? 0 : 1),
                check.Orphaned + (one.IsOpen && (one.Responsible is null || one.NextDeadline is null) ? 1 : 0));
        }

        return check;
    }
}
