using GridGovernance.Sdk.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who may try a trigger, as those who try it.</summary>
internal static class CaseActors
{
    internal static IEnumerable<CaseActor> For(CaseModel model, GridCase c, string trigger, Instant at) =>
        CaseParticipants.WhoMayTry(model, c, trigger, at).Select(static seat => new CaseActor(seat));
}
