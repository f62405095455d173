using GridGovernance.Sdk.Statistics;

namespace CountyQuickstart.Steps;

/// <summary>What became of the cases of a tier, or of all.</summary>
/// <param name="Received">Cases reported in the run.</param>
/// <param name="Closed">Of those, closed by the run's end.</param>
/// <param name="ClosedOnTime">Of those, closed by their deadline.</param>
/// <param name="Due">Cases whose deadline fell within the run, closed or not.</param>
/// <param name="Overdue">Cases that were open beyond their deadline when the run ended.</param>
internal sealed record TierCount(int Received, int Closed, int ClosedOnTime, int Due, int Overdue)
{
    internal int ClosedLate => Closed - ClosedOnTime;

    internal int OpenInTime => Received - Closed - Overdue;

    internal Rate ClosureRate => new(Closed, Received);

    internal Rate OnTimeRate => new(ClosedOnTime, Due);

    internal static TierCount Of(IEnumerable<CaseRow> rows)
    {
        var (received, closed, onTime, due, overdue) = (0, 0, 0, 0, 0);
        foreach (var row in rows)
        {
            received++;
            closed += row.IsClosed ? 1 : 0;
            onTime += row.IsClosedOnTime ? 1 : 0;
            due += row.IsDue ? 1 : 0;
            overdue += row.IsOverdue ? 1 : 0;
        }

        return new TierCount(received, closed, onTime, due, overdue);
    }
}
