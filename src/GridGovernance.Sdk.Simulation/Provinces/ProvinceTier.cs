using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Runs;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>A tier as columns need it: what people do in each state, by number, and which bits of a case its guards look at.</summary>
internal sealed class ProvinceTier
{
    private const string Suspend = "suspend";
    private readonly int[][] _triggers;
    private readonly int[][] _sums;

    internal ProvinceTier(Lifecycle lifecycle, TierBehaviour tier, ProvinceParameters parameters, List<string> triggers, int[] due)
    {
        (Lifecycle, Due, RoundTheClock) = (lifecycle, due, tier.RoundTheClock);
        var states = lifecycle.States;
        (_triggers, _sums) = (new int[states.Count][], new int[states.Count][]);
        (Service, Lag, Fallback, IsFinal, OfLead) = (new int[states.Count], new int[states.Count], new int[states.Count], new bool[states.Count], new bool[states.Count]);
        foreach (var state in states)
        {
            var permitted = lifecycle.PermittedTriggers(state).Select(static trigger => trigger.Code).Where(static code => code != Suspend).ToArray();
            var step = parameters.Steps.FirstOrDefault(step => string.Equals(step.State, state.Code, StringComparison.Ordinal));
            var known = (step?.Triggers ?? []).Where(trigger => trigger.Weight > 0 && permitted.Contains(trigger.Code)).ToArray();
            (string Code, int Weight)[] chosen = known.Length > 0 ? [.. known.Select(static one => (one.Code, one.Weight))] : [.. permitted.Take(1).Select(static code => (code, 1))];
            _triggers[state.Index] = [.. chosen.Select(one => NumberOf(one.Code, triggers))];
            _sums[state.Index] = [.. chosen.Select((_, i) => chosen.Take(i + 1).Sum(static one => one.Weight))];
            Service[state.Index] = step?.ServiceMinutes ?? 60;
            Lag[state.Index] = (int)((step?.LagMinutes ?? 0) * (long)tier.LagPercent / 100);
            IsFinal[state.Index] = state.IsFinal;
            OfLead[state.Index] = state.Code is "dispatched" or "handling";
            Fallback[state.Index] = permitted.Length == 0 ? -1 : NumberOf(FallbackOf(lifecycle, state, [.. chosen.Select(static one => one.Code), .. permitted]), triggers);
        }

        OnTheSpot = BitOf("may-self-handle");
        NeverReturned = BitOf("never-returned");
        HasLead = BitOf("has-lead");
    }

    internal Lifecycle Lifecycle { get; }

    internal int[] Due { get; }

    internal bool RoundTheClock { get; }

    internal int[] Service { get; }

    internal int[] Lag { get; }

    internal int[] Fallback { get; }

    internal bool[] IsFinal { get; }

    internal bool[] OfLead { get; }

    internal ulong OnTheSpot { get; }

    internal ulong NeverReturned { get; }

    internal ulong HasLead { get; }

    /// <summary>The guards of a new case: notes are given and verifiers are others; nothing is returned or led yet.</summary>
    internal ulong GuardsOf(bool mayHandle) => ~(HasLead | (mayHandle ? 0 : OnTheSpot));

    internal int WeightSum(int state) => _sums[state][^1];

    internal int Trigger(int state, int ticket)
    {
        var (sums, i) = (_sums[state], 0);
        while (sums[i] <= ticket)
        {
            i++;
        }

        return _triggers[state][i];
    }

    // What always works and leads on: first of what people do anyway, then of what is permitted.
    private static string FallbackOf(Lifecycle lifecycle, LifecycleState state, string[] codes) =>
        codes.FirstOrDefault(code => lifecycle.Transitions(state, code).ToArray().Any(row => row.Guards == 0 && row.Target != state)) ?? codes[0];

    private ulong BitOf(string guard)
    {
        for (var i = 0; i < Lifecycle.Guards.Count; i++)
        {
            if (string.Equals(Lifecycle.Guards[i], guard, StringComparison.Ordinal))
            {
                return 1UL << i;
            }
        }

        return 0;
    }

    private static int NumberOf(string code, List<string> triggers)
    {
        var number = triggers.IndexOf(code);
        if (number < 0)
        {
            number = triggers.Count;
            triggers.Add(code);
        }

        return number;
    }
}
