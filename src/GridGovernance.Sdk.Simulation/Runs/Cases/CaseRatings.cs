using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The three-party evaluation after closure: residents by call-back, the department, and the grid worker who rates the department.</summary>
internal sealed class CaseRatings
{
    private readonly CaseEngine _engine;
    private readonly CountyRunParameters _parameters;

    internal CaseRatings(CaseEngine engine, CountyRunParameters parameters)
    {
        _engine = engine;
        _parameters = parameters;
    }

    /// <summary>Who will rate a case that has just closed, and when.</summary>
    internal IEnumerable<(EvaluationParty Party, Instant At)> Plan(RunningCase running, Instant at)
    {
        if (running.Draws("rates/Resident").NextChance(_parameters.ResidentRatesPermille, 1_000))
        {
            yield return (EvaluationParty.Resident, Later(running, EvaluationParty.Resident, at));
        }

        if (running.State!.Handler is { } handler && IsOfDepartment(handler))
        {
            foreach (var party in new[] { EvaluationParty.Department, EvaluationParty.GridWorker })
            {
                if (running.Draws("rates/" + party).NextChance(_parameters.OfficialRatesPermille, 1_000))
                {
                    yield return (party, Later(running, party, at));
                }
            }
        }
    }

    /// <summary>Rates a case; a party that the engine does not admit stays silent.</summary>
    internal void Rate(RunningCase running, EvaluationParty party, Instant at)
    {
        var c = running.State!;
        if (SeatOf(c, party) is { } seat && SeatHolders.IsHeld(_engine.Model, seat, at))
        {
            var decision = _engine.Decide(c, new EvaluateCase(running.NextCommandId(), party, Rating(running, party)), new CaseActor(seat), at);
            running.Apply(decision.Events);
        }
    }

    // Assumed: people start content and take off points for lateness, rework and escalation.
    private static int Rating(RunningCase running, EvaluationParty party)
    {
        var c = running.State!;
        var late = c.Clocks.Any(clock => clock.IsMissed);
        var draws = running.Draws("rating/" + party);
        var rating = 5 - draws.NextInt32(2) - (late ? 1 + draws.NextInt32(2) : 0) - Math.Min(1, c.Reworks) - (c.Escalations > 1 ? 1 : 0);
        return Math.Clamp(party == EvaluationParty.Department ? rating + 1 : rating, 1, 5);
    }

    private Seat? SeatOf(GridCase c, EvaluationParty party) => party switch
    {
        EvaluationParty.Department => c.Lead,
        EvaluationParty.GridWorker => OfPost(_parameters.Codes.WorkerPost, c),
        _ => OfPost(_parameters.Codes.DispatcherPost, c),
    };

    private Seat? OfPost(string code, GridCase c) =>
        _engine.Model.Establishment.TryFindPost(code, out var post) && _engine.Model.Map.AncestorAt(c.Place, post.Level) is { } unit
            ? new Seat(code, unit.Code.ToString())
            : null;

    private bool IsOfDepartment(Seat seat) => _engine.Model.Establishment.TryFindPost(seat.Post, out var post) && post.IsOfDepartment;

    private static Instant Later(RunningCase running, EvaluationParty party, Instant at) => at + Duration.FromMinutes(60 + running.Draws("rates/" + party).NextInt32(3 * 24 * 60));
}
