using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

public class LifecycleProperties
{
    private static readonly string[] Guards = ["g0", "g1", "g2"];

    [Property(Arbitrary = [typeof(LifecycleProperties)])]
    public void Fire_AnyDefinition_EqualsANaiveWalkOverTheDefinition(LifecycleDefinition definition)
    {
        Assert.False(LifecycleCheck.Run(definition, new LifecycleVocabulary(Guards, ["clerk", "supervisor"])).HasErrors);
        var lifecycle = LifecycleCompiler.Compile(definition);
        foreach (var state in lifecycle.States.Where(state => !state.IsSuperstate))
        {
            foreach (var trigger in definition.Triggers.Select(trigger => trigger.Code))
            {
                for (var held = 0; held < 1 << Guards.Length; held++)
                {
                    var names = Guards.Where((_, i) => (held & (1 << i)) != 0).ToHashSet();
                    var satisfied = lifecycle.Guards.Select((guard, bit) => names.Contains(guard) ? 1UL << bit : 0).Aggregate(0UL, (a, b) => a | b);

                    var fired = lifecycle.Fire(state, trigger, satisfied);

                    Assert.Equal(Walk(definition, state.Code, trigger, names), fired?.Definition);
                }
            }
        }
    }

    public static Arbitrary<LifecycleDefinition> Definitions() => Arb.From(
        from plain in Gen.Choose(1, 6)
        from grouped in Gen.Choose(0, 3)
        let states = Enumerable.Range(0, plain).Select(i => new StateDefinition { Code = $"s{i}", Label = Sample.Text("s"), Responsible = "clerk" })
            .Concat(grouped == 0 ? [] : Enumerable.Range(0, grouped).Select(i => new StateDefinition { Code = $"in{i}", Label = Sample.Text("in"), Superstate = i == 2 ? "in0" : "group" })
                .Append(new StateDefinition { Code = "group", Label = Sample.Text("group"), Responsible = "clerk" }))
            .ToArray()
        let superstates = states.Select(state => state.Superstate).ToHashSet()
        let resting = states.Where(state => !superstates.Contains(state.Code)).Select(state => state.Code).ToArray()
        from transitions in (
            from source in Gen.Elements(states)
            from target in Gen.Elements(resting)
            from trigger in Gen.Elements("t0", "t1")
            from guards in Gen.SubListOf(Guards)
            from inner in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new TransitionDefinition
            {
                From = source.Code,
                Trigger = trigger,
                To = inner ? null : target,
                By = ["clerk"],
                Guards = EquatableArray.From(guards),
            }).ListOf()
        select new LifecycleDefinition
        {
            Code = "random",
            Version = 1,
            Title = Sample.Text("random"),
            Initial = resting[0],
            States = EquatableArray.From(states),
            Triggers = [new TriggerDefinition("t0", Sample.Text("t0")), new TriggerDefinition("t1", Sample.Text("t1"))],
            Transitions = EquatableArray.From(transitions),
            Escalation = Sample.Definition.Escalation,
        });

    private static TransitionDefinition? Walk(LifecycleDefinition definition, string state, string trigger, HashSet<string> held)
    {
        for (var at = state; at is not null; at = definition.States.Single(known => known.Code == at).Superstate)
        {
            foreach (var transition in definition.Transitions)
            {
                if (transition.From == at && transition.Trigger == trigger && transition.Guards.All(held.Contains))
                {
                    return transition;
                }
            }
        }

        return null;
    }
}
