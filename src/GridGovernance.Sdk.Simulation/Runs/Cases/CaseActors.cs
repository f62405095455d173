using GridGovernance.Sdk.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who may try a trigger, as those who try it: a vacant seat tries nothing.</summary>
internal static class CaseActors
{
    internal static IEnumerable<CaseActor> For(CaseModel model, GridCase c, string trigger, Instant at) =>
        CaseParticipants.WhoMayTry(model, c, trigger, at).Where(seat => SeatHolders.IsHeld(model, seat, at)).Select(static seat => new CaseActor(seat));
}
