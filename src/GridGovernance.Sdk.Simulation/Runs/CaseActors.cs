using GridGovernance.Sdk.Cases;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who may try a trigger, as those who try it.</summary>
internal static class CaseActors
{
    internal static IEnumerable<CaseActor> For(CaseModel model, GridCase c, string trigger) =>
        CaseParticipants.WhoMayTry(model, c, trigger).Select(static seat => new CaseActor(seat));
}
