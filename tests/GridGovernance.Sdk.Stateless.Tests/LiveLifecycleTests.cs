using System.Globalization;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using Stateless;

namespace GridGovernance.Sdk.Stateless.Tests;

public class LiveLifecycleTests
{
    private const int Steps = 8;

    private static readonly int Sequences = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "1000", CultureInfo.InvariantCulture);

    public static TheoryData<string> Codes => new(LifecyclePresets.All.Select(static preset => preset.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task RandomTriggers_ReachTheSameStates_PermitTheSameTriggers_AndAreRefusedAlike(string code)
    {
        var preset = LifecyclePresets.All.Single(known => known.Code == code);
        var lifecycle = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out _)!;
        var (live, satisfied) = (lifecycle.Initial.Code, 0UL);
        var told = default(EquatableArray<string>);
        var machine = LiveLifecycle.Create(
            lifecycle, () => live, state => live = state, guard => (satisfied & (1UL << lifecycle.Guards.ToList().IndexOf(guard))) != 0, effects => told = effects);
        var (random, refused, moved) = (20260101UL, 0, 0);
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            live = lifecycle.Initial.Code;
            var state = lifecycle.Initial;
            for (var step = 0; step < Steps; step++)
            {
                satisfied = Next(ref random) | Next(ref random);
                var permitted = preset.Triggers.Select(static trigger => trigger.Code).Where(trigger => lifecycle.CanFire(state, trigger, satisfied)).ToArray();
                Assert.Equal(permitted.Order(StringComparer.Ordinal), (await machine.GetPermittedTriggersAsync()).Order(StringComparer.Ordinal));

                // Mostly one that is permitted, so that deep states are reached; sometimes any.
                var pool = permitted.Length > 0 && Next(ref random) % 4 != 0 ? permitted : [.. preset.Triggers.Select(static trigger => trigger.Code)];
                var trigger = pool[(int)(Next(ref random) % (ulong)pool.Length)];
                told = default;
                if (lifecycle.Fire(state, trigger, satisfied) is { } transition)
                {
                    machine.Fire(trigger);
                    state = transition.Target;
                    moved++;
                    Assert.Equal(transition.Effects, told);
                }
                else
                {
                    Assert.Throws<InvalidOperationException>(() => machine.Fire(trigger));
                    Assert.False(machine.CanFire(trigger));
                    refused++;
                }

                Assert.Equal(state.Code, live);
            }
        }

        Assert.True(moved > Sequences && refused > Sequences / 10, $"{moved} moved, {refused} refused");
    }

    [Fact]
    public void AnUnmetGuard_IsNamed()
    {
        var lifecycle = Lifecycle.Compile(LifecyclePresets.Daily, LifecycleVocabulary.NamedIn(LifecyclePresets.Daily), out _)!;
        var state = "reported";
        var machine = LiveLifecycle.Create(lifecycle, () => state, entered => state = entered, static _ => false);

        Assert.False(machine.CanFire("reject", out var unmet));
        Assert.Equal(["note-given"], unmet);
    }

    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
