using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>Random lifecycles of which nothing is promised: marks that are set and undone, leads and assisting seats, windows, internal steps, superstates, reopenings.</summary>
internal static class TangledLifecycles
{
    private static readonly string[] Guards = ["", "", "", "has-lead", "never-returned", "is-true", "free", "late", "other", "free,late"];
    private static readonly string[] Effects = ["", "", "", "", "dispatched", "returned", "verified", "returned,dispatched"];
    private static readonly string[] Parties = ["clerk", "clerk", "boss", "lead", "assisting", "head", "clerk,lead", "lead,head", "assisting,boss"];

    internal static LifecycleVocabulary Vocabulary { get; } = new(["has-lead", "never-returned", "is-true", "free", "late", "other"], ["clerk", "boss", "head"])
    {
        PostsOfTheLead = ["head"],
        Facts =
        [
            new LifecycleGuard("has-lead") { Initially = false, EstablishedBy = ["dispatched"], UndoneBy = ["returned"], Party = "lead" },
            new LifecycleGuard("never-returned") { Initially = true, UndoneBy = ["returned"] },
            new LifecycleGuard("is-true") { IsLasting = true, EstablishedBy = ["verified"] },
            new LifecycleGuard("late") { Excludes = ["other", "never-returned"] },
        ],
    };

    internal static LifecycleDefinition Create(int seed)
    {
        var random = new RandomStreams(seed).Stream("tangled");
        T One<T>(IReadOnlyList<T> items) => items[random.NextInt32(items.Count)];
        EquatableArray<string> Some(string[] items) => EquatableArray.From(One(items).Split(',', StringSplitOptions.RemoveEmptyEntries));
        var count = 2 + random.NextInt32(4);
        var groups = Enumerable.Range(0, random.NextInt32(3)).Select(i => $"g{i}").ToArray();
        var states = Enumerable.Range(0, count).Select(i => new StateDefinition
        {
            Code = $"s{i}",
            Label = Sample.Text("s"),
            Responsible = i == 0 ? "clerk" : One(["clerk", "clerk", "lead", "boss", "head"]),
            Superstate = groups.Length > 0 && random.NextInt32(2) == 0 ? One(groups) : null,
        }).ToList();
        var used = groups.Where(group => states.Exists(state => state.Superstate == group)).ToArray();
        var from = states.Select(state => state.Code).Concat(used).ToArray();
        var to = states.Select(state => state.Code).Append("end").ToArray();
        var transitions = Enumerable.Range(0, count + random.NextInt32((2 * count) + 2)).Select(_ => new TransitionDefinition
        {
            From = One(from),
            Trigger = $"t{random.NextInt32(4)}",
            To = random.NextInt32(8) == 0 ? null : One(to),
            By = Some(Parties),
            Guards = Some(Guards),
            Effects = Some(Effects),
            Within = random.NextInt32(6) == 0 ? new TimeLimit(1, LimitUnit.WorkingDays) : null,
        }).ToList();
        if (random.NextInt32(3) == 0)
        {
            transitions.Add(new TransitionDefinition { From = "end", Trigger = "reopen", To = One(states).Code, By = ["boss"], Effects = Some(Effects), Within = new TimeLimit(5, LimitUnit.WorkingDays) });
        }

        return new LifecycleDefinition
        {
            Code = "tangled",
            Version = 1,
            Title = Sample.Text("tangled"),
            Initial = "s0",
            States = [.. states, .. used.Select(group => new StateDefinition { Code = group, Label = Sample.Text("g") }), new StateDefinition { Code = "end", Label = Sample.Text("end"), Final = true }],
            Triggers = EquatableArray.From(new[] { "t0", "t1", "t2", "t3", "reopen" }.Select(trigger => new TriggerDefinition(trigger, Sample.Text(trigger)))),
            Transitions = EquatableArray.From(transitions),
            Clocks = [Sample.Definition.Clocks[0] with { Starts = ["s0"] }],
            Escalation = [SoundLifecycles.Rung("boss")],
        };
    }
}
