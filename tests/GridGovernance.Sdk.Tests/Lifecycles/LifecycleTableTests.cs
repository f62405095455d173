using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>What states do to clocks, and what a builder collects, all told.</summary>
public class LifecycleTableTests
{
    private static readonly Lifecycle Small = Sample.Compiled;

    // A clock of the sample that starts, pauses and stops in three states, and keeps in the fourth.
    [Theory]
    [InlineData("waiting", "Running", "Running", "Running", "Running")]
    [InlineData("working", "Idle", "Paused", "Paused", "Stopped")]
    [InlineData("checking", "Idle", "Stopped", "Stopped", "Stopped")]
    [InlineData("reported", "Idle", "Running", "Running", "Stopped")]
    [InlineData("closed", "Idle", "Stopped", "Stopped", "Stopped")]
    public void AState_DoesOneThingToAClock_HoweverItStands(string state, string idle, string running, string paused, string stopped)
    {
        var definition = Sample.Definition with
        {
            Clocks =
            [
                .. Sample.Definition.Clocks,
                new ClockDefinition
                {
                    Code = "part", Label = Sample.Text("Part"), Limit = new TimeLimit(1, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode,
                    Starts = ["waiting"], Pauses = ["working"], Stops = ["checking"],
                },
            ],
        };
        var lifecycle = Lifecycle.Compile(definition, Sample.Vocabulary, out _)!;
        var (clock, entered) = (lifecycle.Clocks[1], lifecycle.FindState(state)!);

        Assert.Equal(
            [idle, running, paused, stopped],
            new[] { ClockStatus.Idle, ClockStatus.Running, ClockStatus.Paused, ClockStatus.Stopped }.Select(before => clock.After(before, entered).ToString()));
    }

    [Fact]
    public void AClockOfASuperstate_HoldsInItsSubstates_UnlessTheyNameItThemselves()
    {
        var clock = new ClockDefinition
        {
            Code = "part", Label = Sample.Text("Part"), Limit = new TimeLimit(1, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode, Starts = ["in-hand"], Pauses = ["working"],
        };
        var lifecycle = Lifecycle.Compile(Sample.Definition with { Clocks = [.. Sample.Definition.Clocks, clock] }, Sample.Vocabulary, out _)!;

        Assert.Equal(
            [ClockRole.Keeps, ClockRole.Starts, ClockRole.Starts, ClockRole.Pauses, ClockRole.Keeps, ClockRole.Stops],
            lifecycle.States.Select(lifecycle.Clocks[1].RoleIn));
    }

    [Fact]
    public void AnUnknownTrigger_DoesNothing_AndAStateIsInItsSuperstatesAndItself()
    {
        var (waiting, inHand) = (Small.FindState("waiting")!, Small.FindState("in-hand")!);

        Assert.True(Small.HasTrigger("abandon") && !Small.HasTrigger("vanish"));
        Assert.Equal(default, Small.Judge(waiting, "vanish", ulong.MaxValue));
        Assert.False(Small.CanFire(waiting, "vanish"));
        Assert.Empty(Small.Transitions(waiting, "vanish").ToArray());
        Assert.True(waiting.IsIn(inHand) && waiting.IsIn(waiting) && !inHand.IsIn(waiting));
        Assert.True(inHand.IsSuperstate && !waiting.IsSuperstate);
        Assert.Empty(Small.PermittedTriggers(inHand));
        Assert.Null(Small.FindState("nowhere"));
        Assert.Equal("waiting", waiting.ToString());
    }

    [Fact]
    public void AVerdict_OfAnAcceptedTrigger_LacksNothing_AndOfARefusedOneNamesItsGuards()
    {
        var working = Small.FindState("working")!;

        var accepted = Small.Judge(working, "finish", ulong.MaxValue);
        var refused = Small.Judge(working, "finish", 0);

        Assert.True(accepted.IsPermitted);
        Assert.Equal((accepted.Transition, 0UL), (accepted.Nearest, accepted.Unmet));
        Assert.False(refused.IsPermitted);
        Assert.Equal(["noted"], refused.UnmetGuards(Small));
        Assert.Same(accepted.Transition, refused.Nearest);
        Assert.Throws<ArgumentNullException>(() => refused.UnmetGuards(null!));
    }

    [Fact]
    public void AColumnOfNoCases_IsEmpty_AndOfLessACallersMistake()
    {
        Assert.Equal(0, new LifecycleColumn(Small, 0).Fire("accept", []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleColumn(Small, -1));
        Assert.Throws<ArgumentNullException>(() => new LifecycleColumn(null!, 1));
        Assert.Throws<ArgumentNullException>(() => new LifecycleColumn(Small, 1).Put(0, null!));
        Assert.Equal((3, "reported"), (new LifecycleColumn(Small, 3).Count, new LifecycleColumn(Small, 3)[2].Code));
    }

    [Fact]
    public void ABuilder_KeepsTriggersInTheOrderOfTheirFirstTransition_LabelledOrByTheirCode()
    {
        var definition = new LifecycleBuilder("b", 2, Sample.Text("B"), "one")
            .Label("go", new LocalizedText("Go", "走"))
            .Configure("one", Sample.Text("One"), s => s.ResponsibleIs("lead").Permit("stay", "one", "lead").Permit("go", "two", "lead").OnExit("bye"))
            .Configure("two", Sample.Text("Two"), s => s.Final().Add(new TransitionDefinition { From = "elsewhere", Trigger = "go", To = "one", By = ["lead"], Within = new TimeLimit(1, LimitUnit.WorkingDays) }))
            .Escalate("lead", new TimeLimit(1, LimitUnit.WorkingDays), CountingPolicy.Petition)
            .Build();

        Assert.Equal(("b", 2, "one"), (definition.Code, definition.Version, definition.Initial));
        Assert.Equal([("stay", "stay"), ("go", "Go")], definition.Triggers.Select(trigger => (trigger.Code, trigger.Label.En)));
        Assert.Equal(["one", "one", "two"], definition.Transitions.Select(transition => transition.From));
        Assert.Equal(["bye"], definition.States[0].OnExit);
        Assert.Equal((true, false), (definition.States[1].Final, definition.States[0].Final));
        Assert.Equal(("lead", CountingPolicy.Petition), (definition.Escalation[0].To, definition.Escalation[0].Policy));
    }

    [Fact]
    public void ABuilder_OfNothing_IsACallersMistake()
    {
        var builder = new LifecycleBuilder("b", 1, Sample.Text("B"), "one");

        Assert.Throws<ArgumentException>(() => new LifecycleBuilder(" ", 1, Sample.Text("B"), "one"));
        Assert.Throws<ArgumentException>(() => new LifecycleBuilder("b", 1, Sample.Text("B"), " "));
        Assert.Throws<ArgumentNullException>(() => new LifecycleBuilder("b", 1, null!, "one"));
        Assert.Throws<ArgumentException>(() => builder.Configure(" ", Sample.Text("x")));
        Assert.Throws<ArgumentNullException>(() => builder.Configure("x", null!));
        Assert.Throws<ArgumentException>(() => builder.Label(" ", Sample.Text("x")));
        Assert.Throws<ArgumentNullException>(() => builder.Label("x", null!));
        Assert.Throws<ArgumentNullException>(() => builder.Clock(null!));
        Assert.Throws<ArgumentException>(() => builder.Escalate(" ", new TimeLimit(1, LimitUnit.WorkingDays)));
    }

    [Fact]
    public void ACatalogue_HoldsTheNewestOfEachInOrder_WhateverTheOrderTheyCameIn()
    {
        Lifecycle Of(string code, int version) => Lifecycle.Compile(Sample.Definition with { Code = code, Version = version }, Sample.Vocabulary, out _)!;
        var catalogue = new LifecycleCatalogue([Of("b", 2), Of("a", 1), Of("b", 1), Of("b", 2)]);

        Assert.Equal([("a", 1), ("b", 2)], catalogue.Current.Select(lifecycle => (lifecycle.Key.Code, lifecycle.Key.Version)));
        Assert.Equal(1, catalogue.Find(Of("b", 1).Key)!.Key.Version);
        Assert.Null(catalogue.Find(Of("b", 3).Key));
        Assert.Null(catalogue.Newest("c"));
        var (first, second) = (Of("a", 1), Of("a", 1));
        Assert.Same(first, new LifecycleCatalogue([first, second]).Newest("a"));
        Assert.Same(first, new LifecycleCatalogue([first, second]).Find(second.Key));
    }

    [Theory]
    [InlineData("superstate")]
    [InlineData("final")]
    [InlineData("responsible")]
    [InlineData("onExit")]
    [InlineData("by")]
    [InlineData("window")]
    [InlineData("limit")]
    [InlineData("reentry")]
    [InlineData("rung")]
    public void TheContentHash_NoticesWhateverDecides(string what)
    {
        var d = Sample.Definition;
        TransitionDefinition First(Func<TransitionDefinition, TransitionDefinition> change) => change(d.Transitions[0]);
        var changed = what switch
        {
            "superstate" => d.WithState("checking", state => state with { Superstate = "in-hand" }),
            "final" => d with { States = d.States.Add(new StateDefinition { Code = "gone", Label = Sample.Text("Gone"), Final = true }), Transitions = d.Transitions.Add(new TransitionDefinition { From = "checking", Trigger = "fail", To = "gone", By = ["dispatcher"] }) },
            "responsible" => d.WithState("reported", state => state with { Responsible = "dispatcher" }),
            "onExit" => d.WithState("reported", state => state with { OnExit = ["left-reported", "twice"] }),
            "by" => d with { Transitions = [First(t => t with { By = ["verifier"] }), .. d.Transitions.Skip(1)] },
            "window" => d with { Transitions = [d.Transitions[0], d.Transitions[1] with { Within = new TimeLimit(1, LimitUnit.WorkingDays) }, .. d.Transitions.Skip(2)] },
            "limit" => d with { Clocks = [d.Clocks[0] with { Limit = new TimeLimit(6, LimitUnit.WorkingDays) }] },
            "reentry" => d with { Clocks = [d.Clocks[0] with { Reentry = ClockReentry.Restart }] },
            _ => d with { Escalation = d.Escalation.Add(new EscalationRung { To = "verifier", Within = new TimeLimit(1, LimitUnit.WorkingDays), Policy = CountingPolicy.CivilCode }) },
        };

        var compiled = Lifecycle.Compile(changed, Sample.Vocabulary, out var report);
        Assert.True(compiled is not null, string.Join("; ", report));
        Assert.NotEqual(Small.Key.Hash, compiled.Key.Hash);
    }

    [Fact]
    public void TheContentHash_DoesNotAskForTheOrderOfSets()
    {
        var d = Sample.Definition;
        var shuffled = d with
        {
            States = EquatableArray.From(d.States.Reverse()),
            Triggers = EquatableArray.From(d.Triggers.Reverse()),
            Transitions = EquatableArray.From(d.Transitions.Select(t => t with { By = EquatableArray.From(t.By.Reverse()), Guards = EquatableArray.From(t.Guards.Reverse()) })),
        };

        Assert.Equal(Small.Key, Lifecycle.Compile(shuffled, Sample.Vocabulary, out _)!.Key);
    }

    [Fact]
    public void TriggersAfterTheSixtyFourth_FireAsOthers_AndHaveNoBit()
    {
        var builder = new LifecycleBuilder("many", 1, Sample.Text("Many"), "a").Clock(Sample.Definition.Clocks[0] with { Starts = ["a"] }).Escalate("lead", new TimeLimit(1, LimitUnit.WorkingDays));
        builder.Configure("a", Sample.Text("A"), s =>
        {
            s.ResponsibleIs("lead");
            for (var i = 0; i < 66; i++)
            {
                s.PermitIf($"t{i}", i == 64 ? "b" : "c", i % 2 == 0 ? [] : ["noted"], "lead");
            }
        });
        builder.Configure("b", Sample.Text("B"), s => s.ResponsibleIs("lead").Permit("t65", "c", "lead").Permit("t63", "c", "lead")).Configure("c", Sample.Text("C"), s => s.Final());
        var lifecycle = LifecycleCompiler.Compile(builder.Build());
        var (first, second) = (lifecycle.FindState("a")!, lifecycle.FindState("b")!);

        Assert.Equal(0x5555_5555_5555_5555UL, lifecycle.PermittedSet(first, 0));
        Assert.Equal(ulong.MaxValue, lifecycle.PermittedSet(first, ulong.MaxValue));
        Assert.Equal(1UL << 63, lifecycle.PermittedSet(second, 0));
        Assert.Equal(0UL, lifecycle.PermittedSet(lifecycle.FindState("c")!, ulong.MaxValue));
        Assert.Equal("b", lifecycle.Fire(first, "t64", 0)!.Target.Code);
        Assert.Null(lifecycle.Fire(first, "t65", 0));
        Assert.Equal("c", lifecycle.Fire(first, "t65", 1)!.Target.Code);
        Assert.Equal(["t63", "t65"], lifecycle.PermittedTriggers(second).Select(trigger => trigger.Code));
    }
}
