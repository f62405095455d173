using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>Random lifecycles that are sound by the way they are built: a chain from report to closure, with steps back, shortcuts and superstates.</summary>
internal static class SoundLifecycles
{
    internal static readonly string[] Posts = ["p0", "p1", "p2", "p3", "boss"];

    internal static LifecycleVocabulary Vocabulary { get; } = new(["g0", "g1", "g2", "late", "early", "shut"], [.. Posts, "ghost", "spectre"])
    {
        VacantPosts = ["ghost", "spectre"],
        Supervisors = new Dictionary<string, string> { ["p0"] = "p1", ["p1"] = "p2", ["p2"] = "p3", ["p3"] = "boss", ["ghost"] = "spectre" },
        Calendar = WorkCalendar.China,
        Facts =
        [
            new LifecycleGuard("late") { Initially = false, EstablishedBy = ["turn-late"], UndoneBy = ["turn-early"], Excludes = ["early"] },
            new LifecycleGuard("shut") { Initially = false },
        ],
    };

    internal static LifecycleDefinition Create(int seed)
    {
        var random = new RandomStreams(seed).Stream("sound");
        var count = 3 + random.NextInt32(7);
        var states = new List<StateDefinition>();
        var transitions = new List<TransitionDefinition>();
        var clocks = new List<ClockDefinition>();
        string Code(int i) => $"s{i}";

        for (var i = 0; i < count; i++)
        {
            var group = i > 0 && random.NextInt32(3) == 0 ? $"group{random.NextInt32(2)}" : null;
            states.Add(new StateDefinition { Code = Code(i), Label = Sample.Text(Code(i)), Responsible = Posts[random.NextInt32(4)], Superstate = group });
            clocks.Add(new ClockDefinition
            {
                Code = $"c{i}",
                Label = Sample.Text("clock"),
                Limit = new TimeLimit(1 + random.NextInt32(9), LimitUnit.WorkingDays),
                Policy = CountingPolicy.CivilCode,
                Starts = [Code(i)],
                Reentry = (ClockReentry)random.NextInt32(2),
            });
            var ways = 1 + random.NextInt32(3);
            for (var way = 0; way < ways; way++)
            {
                // The first way always leads on; others jump ahead, back or out.
                var to = way == 0 ? i + 1 : random.NextInt32(count + 2);
                var guards = Enumerable.Range(0, 3).Where(_ => random.NextInt32(3) == 0).Select(g => $"g{g}");
                transitions.Add(new TransitionDefinition
                {
                    From = Code(i),
                    Trigger = $"t{transitions.Count}",
                    To = to >= count ? "end" + (to - count == 0 ? "" : "2") : Code(to),
                    By = [Posts[random.NextInt32(4)]],
                    Guards = EquatableArray.From(guards),
                });
            }
        }

        // A clock that one state starts must not be paused or stopped elsewhere: every open state has its own, always.
        foreach (var group in states.Select(state => state.Superstate).OfType<string>().Distinct().Order().ToArray())
        {
            states.Add(new StateDefinition { Code = group, Label = Sample.Text(group) });
            transitions.Add(new TransitionDefinition { From = group, Trigger = $"t{transitions.Count}", To = "end", By = ["p3"] });
        }

        states.Add(new StateDefinition { Code = "end", Label = Sample.Text("end"), Final = true });
        if (transitions.Exists(transition => transition.To == "end2"))
        {
            states.Add(new StateDefinition { Code = "end2", Label = Sample.Text("end2"), Final = true });
        }

        return new LifecycleDefinition
        {
            Code = $"random-{seed}",
            Version = 1,
            Title = Sample.Text("random"),
            Initial = "s0",
            States = EquatableArray.From(states),
            Triggers = EquatableArray.From(transitions.Select(transition => new TriggerDefinition(transition.Trigger, Sample.Text(transition.Trigger)))),
            Transitions = EquatableArray.From(transitions),
            Clocks = EquatableArray.From(clocks),
            Escalation = [Rung("p2"), Rung("p3"), Rung("boss")],
        };
    }

    internal static EscalationRung Rung(string to) => new() { To = to, Within = new TimeLimit(1, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode };
}
