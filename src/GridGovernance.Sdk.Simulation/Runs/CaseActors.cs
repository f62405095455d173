using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who may try a trigger: the responsible seat first, then the seats behind the parties that the lifecycle names.</summary>
internal static class CaseActors
{
    internal static IEnumerable<CaseActor> For(CaseModel model, GridCase c, string trigger)
    {
        var lifecycle = model.Lifecycles.Find(c.Lifecycle)!;
        var parties = lifecycle.Transitions(lifecycle.FindState(c.State)!, trigger).ToArray().SelectMany(transition => transition.Definition.By);
        return parties.Select(party => SeatOf(model, c, party)).Prepend(c.Responsible).OfType<Seat>().Distinct().Select(seat => new CaseActor(seat));
    }

    private static Seat? SeatOf(CaseModel model, GridCase c, string party) => party switch
    {
        LifecycleParty.Lead => c.Lead,
        LifecycleParty.Reporter => c.Reporter,
        LifecycleParty.Supervisor => c.Supervisor,
        LifecycleParty.Assisting => c.Assisting.Count > 0 ? c.Assisting[0] : null,
        _ => !model.Establishment.TryFindPost(party, out var post) ? null
            : post.IsOfDepartment ? c.Lead is { } lead ? new Seat(party, lead.Unit) : null
            : model.Map.AncestorAt(c.Place, post.Level) is { } unit ? new Seat(party, unit.Code.ToString()) : null,
    };
}
