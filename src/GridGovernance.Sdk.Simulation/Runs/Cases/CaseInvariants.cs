using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Holds cases to what every case must keep: while it is open, exactly one responsible seat and a next deadline after every command; and replaying its events gives the same case.</summary>
/// <remarks>Equality is by value. The default found nothing in nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Commands">How many accepted commands they went through.</param>
/// <param name="WithoutSeat">After how many of these an open case had no responsible seat.</param>
/// <param name="WithoutDeadline">After how many of these an open case had no next deadline.</param>
/// <param name="ReplayedOtherwise">How many cases are not the replay of their events.</param>
public readonly record struct CaseInvariants(int Cases, int Commands, int WithoutSeat, int WithoutDeadline, int ReplayedOtherwise)
{
    /// <summary>Gets a value indicating whether everything was kept.</summary>
    public bool AreKept => WithoutSeat + WithoutDeadline + ReplayedOtherwise == 0;

    /// <summary>Looks at cases.</summary>
    /// <param name="cases">The cases with their events.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> is null.</exception>
    public static CaseInvariants Of(IEnumerable<CaseHistory> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var (count, commands, seats, deadlines, replays) = (0, 0, 0, 0, 0);
        foreach (var history in cases)
        {
            count++;
            GridCase? state = null;
            for (var i = 0; i < history.Events.Count; i++)
            {
                var e = history.Events[i];
                state = GridCase.Apply(state, e);
                if (i + 1 < history.Events.Count && string.Equals(history.Events[i + 1].CommandId, e.CommandId, StringComparison.Ordinal))
                {
                    continue;
                }

                commands++;
                seats += state.IsOpen && state.Responsible is null ? 1 : 0;
                deadlines += state.IsOpen && state.NextDeadline is null ? 1 : 0;
            }

            replays += history.Case.Equals(state) ? 0 : 1;
        }

        return new CaseInvariants(count, commands, seats, deadlines, replays);
    }
}
