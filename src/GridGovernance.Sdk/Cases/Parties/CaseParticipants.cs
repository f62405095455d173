using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Says who may try what in a case: the seats behind the parties that its lifecycle names.</summary>
/// <remarks>Whether a seat's try is accepted, <see cref="CaseEngine"/> decides. This type is safe to share between threads.</remarks>
public static class CaseParticipants
{
    /// <summary>Returns the seats that may try a trigger at an instant.</summary>
    /// <param name="model">The model; the case's lifecycle must be one of its own.</param>
    /// <param name="c">The case.</param>
    /// <param name="trigger">The code of the trigger.</param>
    /// <param name="at">The instant: where the grid of the case is no more by then, those above what it went on as may try.</param>
    /// <returns>The responsible seat first, then the seats of the parties in the order of the lifecycle, each once; a seat may be vacant.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The model lacks the case's lifecycle or its state.</exception>
    public static EquatableArray<Seat> WhoMayTry(CaseModel model, GridCase c, string trigger, Instant at)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(trigger);
        if (model.Lifecycles.Find(c.Lifecycle) is not { } lifecycle || lifecycle.FindState(c.State) is not { } state)
        {
            throw new ArgumentException($"Expected a case in a state of a lifecycle of the model, but found \"{c.State}\" of \"{c.Lifecycle}\".", nameof(c));
        }

        var parties = lifecycle.Transitions(state, trigger).ToArray().SelectMany(static transition => transition.Definition.By);
        return EquatableArray.From(parties.Select(party => SeatOf(model, c, party, at)).Prepend(c.Responsible).OfType<Seat>().Distinct());
    }

    private static Seat? SeatOf(CaseModel model, GridCase c, string party, Instant at) => party switch
    {
        LifecycleParty.Lead => c.Lead,
        LifecycleParty.Reporter => c.Reporter,
        LifecycleParty.Supervisor => c.Supervisor,
        LifecycleParty.Assisting => c.Assisting.Count > 0 ? c.Assisting[0] : null,
        _ => !model.Establishment.TryFindPost(party, out var post) ? null
            : post.IsOfDepartment ? c.Lead is { } lead ? new Seat(party, lead.Unit) : null
            : model.AncestorAt(c.Place, post.Level, at) is { } unit ? new Seat(party, unit.ToString()) : null,
    };
}
