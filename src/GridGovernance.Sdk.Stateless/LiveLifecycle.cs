using GridGovernance.Sdk.Lifecycles;
using Stateless;

namespace GridGovernance.Sdk.Stateless;

/// <summary>A compiled lifecycle as a live machine of the Stateless library: the same states, permitted triggers and refusals.</summary>
/// <remarks>
/// <para>The core keeps one table that all cases share; a Stateless machine keeps delegates of its own, and is for hosts that want its hooks.
/// Windows of transitions are a matter of the case and its calendar, and no guard of the machine. Use a machine from one thread at a time.</para>
/// </remarks>
public static class LiveLifecycle
{
    /// <summary>Builds a machine over a state that the host keeps.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="read">Returns the code of the state.</param>
    /// <param name="write">Takes the code of the state entered.</param>
    /// <param name="holds">Says whether a guard holds, given its name; pure.</param>
    /// <param name="effects">Takes the effects of each transition in order, as the table has them; none are told when null.</param>
    /// <returns>The machine.</returns>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="effects"/> is null.</exception>
    public static StateMachine<string, string> Create(
        Lifecycle lifecycle, Func<string> read, Action<string> write, Func<string, bool> holds, Action<EquatableArray<string>>? effects = null)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(holds);
        var machine = new StateMachine<string, string>(read, write);
        foreach (var state in lifecycle.Definition.States)
        {
            var configuration = machine.Configure(state.Code);
            if (state.Superstate is { } superstate)
            {
                configuration.SubstateOf(superstate);
            }

            foreach (var row in lifecycle.Definition.Transitions.Where(transition => string.Equals(transition.From, state.Code, StringComparison.Ordinal)).GroupBy(static transition => transition.Trigger, StringComparer.Ordinal))
            {
                Permit(configuration, state.Code, [.. row], holds, effects);
            }
        }

        PermitReentries(machine, lifecycle, holds);
        if (effects is not null)
        {
            machine.OnTransitionCompleted(transition =>
            {
                var satisfied = 0UL;
                for (var i = 0; i < lifecycle.Guards.Count; i++)
                {
                    satisfied |= holds(lifecycle.Guards[i]) ? 1UL << i : 0;
                }

                effects(lifecycle.Fire(lifecycle.FindState(transition.Source)!, transition.Trigger, satisfied)!.Effects);
            });
        }

        return machine;
    }

    // Stateless passes over a superstate's transition that leads back into the state itself; the table enters it anew, so it is said there.
    private static void PermitReentries(StateMachine<string, string> machine, Lifecycle lifecycle, Func<string, bool> holds)
    {
        foreach (var state in lifecycle.States)
        {
            foreach (var trigger in lifecycle.PermittedTriggers(state))
            {
                var row = lifecycle.Transitions(state, trigger.Code).ToArray();
                for (var i = 0; i < row.Length; i++)
                {
                    var (transition, earlier) = (row[i].Definition, row[..i]);
                    if (string.Equals(transition.To, state.Code, StringComparison.Ordinal) && !string.Equals(transition.From, state.Code, StringComparison.Ordinal))
                    {
                        machine.Configure(state.Code).PermitReentryIf(
                            trigger.Code,
                            () => transition.Guards.All(holds) && !earlier.Any(other => other.Definition.Guards.All(holds)),
                            string.Join(", ", transition.Guards));
                    }
                }
            }
        }
    }

    // Stateless wants exactly one guard to hold: each excludes what stands before it, so that the first in the order of the file decides here too.
    private static void Permit(
        StateMachine<string, string>.StateConfiguration configuration, string state, TransitionDefinition[] row, Func<string, bool> holds, Action<EquatableArray<string>>? effects)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (transition, earlier) = (row[i], row[..i]);
            bool Guard() => transition.Guards.All(holds) && !earlier.Any(other => other.Guards.All(holds));
            var description = string.Join(", ", transition.Guards);
            if (transition.To is null)
            {
                configuration.InternalTransitionIf(transition.Trigger, _ => Guard(), _ => effects?.Invoke(transition.Effects), description);
            }
            else if (string.Equals(transition.To, state, StringComparison.Ordinal))
            {
                configuration.PermitReentryIf(transition.Trigger, Guard, description);
            }
            else
            {
                configuration.PermitIf(transition.Trigger, transition.To, Guard, description);
            }
        }
    }
}
