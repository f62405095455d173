using System.Numerics;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.Lifecycles;

public class LifecycleColumnTests
{
    [Fact]
    public void AColumn_MovesEachCaseAsOneByOne_AndVerdictsAndSetsAgree()
    {
        foreach (var preset in LifecyclePresets.All)
        {
            var lifecycle = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out _)!;
            var random = new RandomStreams(5).Stream(preset.Code);
            const int count = 500;
            var column = new LifecycleColumn(lifecycle, count);
            var states = Enumerable.Repeat(lifecycle.Initial, count).ToArray();
            for (var round = 0; round < 12; round++)
            {
                var trigger = preset.Triggers[random.NextInt32(preset.Triggers.Count)].Code;
                var satisfied = Enumerable.Range(0, count).Select(_ => random.NextUInt64()).ToArray();
                var taken = 0;
                for (var i = 0; i < count; i++)
                {
                    var verdict = lifecycle.Judge(states[i], trigger, satisfied[i]);
                    Assert.Same(lifecycle.Fire(states[i], trigger, satisfied[i]), verdict.Transition);
                    var set = lifecycle.PermittedSet(states[i], satisfied[i]);
                    Assert.Equal(preset.Triggers.Count(t => lifecycle.CanFire(states[i], t.Code, satisfied[i])), BitOperations.PopCount(set));
                    Assert.Equal(verdict.IsPermitted, (set & (1UL << preset.Triggers.ToList().FindIndex(t => t.Code == trigger))) != 0);
                    taken += verdict.IsPermitted ? 1 : 0;
                    states[i] = verdict.Transition?.Target ?? states[i];
                }

                Assert.Equal(taken, column.Fire(trigger, satisfied));
                Assert.All(Enumerable.Range(0, count), i => Assert.Same(states[i], column[i]));
            }
        }
    }

    [Fact]
    public void AVerdict_NamesTheGuardsThatDoNotHold()
    {
        var lifecycle = Lifecycle.Compile(LifecyclePresets.Daily, LifecycleVocabulary.NamedIn(LifecyclePresets.Daily), out _)!;
        var noted = 1UL << lifecycle.Guards.ToList().IndexOf("note-given");

        var none = lifecycle.Judge(lifecycle.Initial, "handle-on-spot", 0);
        var some = lifecycle.Judge(lifecycle.Initial, "handle-on-spot", noted);

        Assert.Equal(["note-given", "may-self-handle"], none.UnmetGuards(lifecycle));
        Assert.Equal(["may-self-handle"], some.UnmetGuards(lifecycle));
        Assert.Equal("verifying", some.Nearest!.Target.Code);
        Assert.Equal(default, lifecycle.Judge(lifecycle.Initial, "pass", ulong.MaxValue));
        Assert.Empty(lifecycle.Judge(lifecycle.Initial, "accept", ulong.MaxValue).UnmetGuards(lifecycle));
    }

    [Fact]
    public void AColumn_WantsGuardsForEveryCase() =>
        Assert.Throws<ArgumentException>(() => new LifecycleColumn(Sample.Compiled, 3).Fire("accept", [0UL]));

    [Fact]
    public void AColumn_CanBeSet()
    {
        var column = new LifecycleColumn(Sample.Compiled, 2);
        column.Put(1, Sample.Compiled.FindState("working")!);
        Assert.Equal(("reported", "working", 2), (column[0].Code, column[1].Code, column.Count));
        Assert.Equal(1, column.Fire("finish", [ulong.MaxValue, ulong.MaxValue]));
        Assert.Equal("checking", column[1].Code);
    }

    [Fact]
    public void AColumn_BeginsInTheInitialState_WhereverItStandsInTheDefinition()
    {
        var reversed = Lifecycle.Compile(Sample.Definition with { States = EquatableArray.From(Sample.Definition.States.Reverse()) }, Sample.Vocabulary, out _)!;

        var column = new LifecycleColumn(reversed, 2);

        Assert.Equal(("reported", "reported"), (column[0].Code, column[1].Code));
    }

    [Fact]
    public void SomeOfAColumn_MoveByTheirOwnGuards_AndTheRestStay()
    {
        var column = new LifecycleColumn(Sample.Compiled, 5);
        for (var i = 0; i < 4; i++)
        {
            column.Put(i, Sample.Compiled.FindState("working")!);
        }

        Assert.Equal(2, column.Fire("finish", [0, 2, 3, 4], [ulong.MaxValue, ulong.MaxValue, 0, ulong.MaxValue, ulong.MaxValue]));
        Assert.Equal(["checking", "working", "working", "checking", "reported"], Enumerable.Range(0, 5).Select(i => column[i].Code));
        Assert.Equal(0, column.Fire("vanish", [0, 1], new ulong[5]));
        Assert.Equal(0, column.Fire("finish", [], new ulong[5]));
        Assert.Equal(1, column.Fire("abandon", [1], new ulong[5]));
        Assert.Equal("checking", column[1].Code); // the substate's own transition, not the superstate's as well
    }
}
