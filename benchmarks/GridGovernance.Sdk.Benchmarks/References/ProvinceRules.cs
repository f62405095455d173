using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What <see cref="ProvinceLoop"/> knows of a model and of its people, read once at set-up: plain arrays by the numbers of states and triggers, and one week of working minutes and limits.</summary>
/// <remarks>The week is that from the period's first day, and repeats itself: a period without holidays.</remarks>
internal sealed class ProvinceRules
{
    internal const int Week = 7 * 1_440;

    internal ProvinceRules(GovernanceModel model, ProvinceParameters parameters)
    {
        var start = parameters.From.AtStartOfDayInZone(model.Calendar.Zone).ToInstant();
        IsWorked = [.. Enumerable.Range(0, Week).Select(minute => model.Calendar.IsWorkingTime(start + Duration.FromMinutes(minute)) == true)];
        var triggers = new List<string>();
        Tiers = [.. parameters.Tiers.Select(tier => new Tier(model, model.Lifecycles.Newest(tier.Tier)!, tier, parameters, start, triggers))];
        Return = triggers.IndexOf("return");
    }

    internal bool[] IsWorked { get; }

    internal Tier[] Tiers { get; }

    internal int Return { get; }

    /// <summary>One way on: the target where all guards of the mask hold.</summary>
    internal readonly record struct Way(ulong Guards, int Target);

    /// <summary>A tier by numbers.</summary>
    internal sealed class Tier
    {
        internal Tier(GovernanceModel model, Lifecycle lifecycle, TierBehaviour tier, ProvinceParameters parameters, Instant start, List<string> triggers)
        {
            var states = lifecycle.States;
            (Weight, RoundTheClock, Initial) = (tier.Weight, tier.RoundTheClock, lifecycle.Initial.Index);
            OnTheSpotPermille = parameters.OnTheSpotPermille.FirstOrDefault(one => one.Code == tier.Tier)?.Weight ?? 0;
            (Ways, Triggers, Sums, Fallback) = (new Way[states.Count][][], new int[states.Count][], new int[states.Count][], new int[states.Count]);
            (Service, Lag, IsFinal, IsOfLead) = (new int[states.Count], new int[states.Count], new bool[states.Count], new bool[states.Count]);
            foreach (var state in states)
            {
                var i = state.Index;
                var step = parameters.Steps.FirstOrDefault(one => one.State == state.Code);
                string[] permitted = [.. lifecycle.PermittedTriggers(state).Select(static one => one.Code).Where(static code => code != "suspend")];
                WeightedCode[] chosen = [.. (step?.Triggers ?? []).Where(one => one.Weight > 0 && permitted.Contains(one.Code))];
                chosen = chosen.Length > 0 ? chosen : [.. permitted.Take(1).Select(static code => new WeightedCode(code, 1))];
                Ways[i] = new Way[32][];
                foreach (var code in permitted)
                {
                    Ways[i][NumberOf(code, triggers)] = [.. lifecycle.Transitions(state, code).ToArray().Select(static row => new Way(row.Guards, row.Target.Index))];
                }

                Triggers[i] = [.. chosen.Select(one => NumberOf(one.Code, triggers))];
                Sums[i] = [.. chosen.Select((_, last) => chosen.Take(last + 1).Sum(static one => one.Weight))];

                // Whoever is refused tries what needs no guard and leads on.
                Fallback[i] = chosen.Select(static one => one.Code).Concat(permitted).Select(code => NumberOf(code, triggers))
                    .FirstOrDefault(trigger => Ways[i][trigger].Any(way => way.Guards == 0 && way.Target != i), Triggers[i].FirstOrDefault());
                (Service[i], Lag[i]) = (step?.ServiceMinutes ?? 60, (step?.LagMinutes ?? 0) * tier.LagPercent / 100);
                (IsFinal[i], IsOfLead[i]) = (state.IsFinal, state.Code is "dispatched" or "handling");
            }

            (OnTheSpot, NeverReturned, HasLead) = (BitOf(lifecycle, "may-self-handle"), BitOf(lifecycle, "never-returned"), BitOf(lifecycle, "has-lead"));
            DueAfter = DueOf(model, lifecycle, start);
        }

        internal int Weight { get; }

        internal int OnTheSpotPermille { get; }

        internal bool RoundTheClock { get; }

        internal int Initial { get; }

        internal Way[][][] Ways { get; }

        internal int[][] Triggers { get; }

        internal int[][] Sums { get; }

        internal int[] Fallback { get; }

        internal int[] Service { get; }

        internal int[] Lag { get; }

        internal bool[] IsFinal { get; }

        internal bool[] IsOfLead { get; }

        internal ulong OnTheSpot { get; }

        internal ulong NeverReturned { get; }

        internal ulong HasLead { get; }

        /// <summary>Gets the minutes from a report in each minute of the week to the end of its limit.</summary>
        internal int[] DueAfter { get; }

        // The limits that run from report to an end; of several, the earliest.
        private static int[] DueOf(GovernanceModel model, Lifecycle lifecycle, Instant start)
        {
            var clocks = lifecycle.Clocks.Where(clock => clock.RoleIn(lifecycle.Initial) == ClockRole.Starts
                && lifecycle.States.All(state => state.IsFinal || clock.RoleIn(state) != ClockRole.Stops)).Select(static clock => clock.Definition).ToArray();
            return [.. Enumerable.Range(0, Week).Select(minute => start + Duration.FromMinutes(minute))
                .Select(at => clocks.Length == 0 ? int.MaxValue / 2 : clocks.Min(clock => (int)(model.Calendar.Due(at, clock.Limit, clock.Policy).At - at).TotalMinutes))];
        }

        private static ulong BitOf(Lifecycle lifecycle, string guard) => lifecycle.Guards.ToList().IndexOf(guard) is >= 0 and var i ? 1UL << i : 0;

        private static int NumberOf(string code, List<string> triggers)
        {
            if (!triggers.Contains(code))
            {
                triggers.Add(code);
            }

            return triggers.IndexOf(code);
        }
    }
}
