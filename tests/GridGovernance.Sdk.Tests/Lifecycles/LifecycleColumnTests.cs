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
}
