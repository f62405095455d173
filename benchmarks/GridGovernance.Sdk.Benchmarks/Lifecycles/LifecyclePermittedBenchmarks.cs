using System.Numerics;
using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Lifecycles;

/// <summary>What is permitted in a state, and what a refusal costs: against a bit mask a state with the guards of each trigger, and against an accepted transition.</summary>
[MemoryDiagnoser]
public class LifecyclePermittedBenchmarks : IGateBenchmark
{
    private const int Steps = 1_000;
    private readonly ulong[] _satisfied = new ulong[Steps];
    private readonly int[] _at = new int[Steps];
    private readonly string[] _granted = new string[Steps];
    private readonly string[] _refused = new string[Steps];
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);
    private Lifecycle _lifecycle = null!;
    private LifecycleState[] _states = [];
    private (ulong Always, (ulong Bit, ulong Guards)[] Guarded)[] _masks = [];

    /// <summary>Gets or sets nothing: one lifecycle.</summary>
    public int Size { get; set; }

    /// <summary>Compiles the lifecycle and lays out the masks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var preset = LifecyclePresets.Daily;
        _lifecycle = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out var report) ?? throw new GovernanceException(report);
        _states = [.. _lifecycle.States.Where(static state => !state.IsSuperstate && !state.IsFinal)];
        _masks = [.. _states.Select(state => (MaskOf(state, static row => row.Any(static t => t.Guards == 0)), GuardedOf(state)))];
        for (var i = 0; i < preset.Triggers.Count; i++)
        {
            _bits[preset.Triggers[i].Code] = 1UL << i;
        }

        var random = new RandomStreams(1).Stream("permitted");
        for (var i = 0; i < Steps; i++)
        {
            _at[i] = random.NextInt32(_states.Length);
            _satisfied[i] = ulong.MaxValue;
            _granted[i] = _lifecycle.PermittedTriggers(_states[_at[i]]).First().Code;
            _refused[i] = preset.Triggers.First(trigger => !_lifecycle.CanFire(_states[_at[i]], trigger.Code)).Code;
        }
    }

    /// <summary>The library's set.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Permitted()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            sum += BitOperations.PopCount(_lifecycle.PermittedSet(_states[_at[i]], _satisfied[i]));
        }

        return sum;
    }

    /// <summary>The bit mask that one writes by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public long Mask()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            var (mask, guarded) = _masks[_at[i]];
            foreach (var (bit, guards) in guarded)
            {
                mask |= (guards & ~_satisfied[i]) == 0 ? bit : 0;
            }

            sum += BitOperations.PopCount(mask);
        }

        return sum;
    }

    /// <summary>Whether a trigger by its name would move a case, as the library says.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long CanFire()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            sum += _lifecycle.CanFire(_states[_at[i]], (i & 1) == 0 ? _granted[i] : _refused[i], _satisfied[i]) ? 1 : 0;
        }

        return sum;
    }

    /// <summary>The same by name, from the bit mask that one writes by hand.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long MaskOfOne()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            var bit = _bits[(i & 1) == 0 ? _granted[i] : _refused[i]];
            var (mask, guarded) = _masks[_at[i]];
            foreach (var (own, guards) in guarded)
            {
                mask |= (guards & ~_satisfied[i]) == 0 ? own : 0;
            }

            sum += (mask & bit) != 0 ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Verdicts that refuse.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Refused()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            sum += _lifecycle.Judge(_states[_at[i]], _refused[i], _satisfied[i]).IsPermitted ? 0 : 1;
        }

        return sum;
    }

    /// <summary>Verdicts that permit.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Granted()
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++)
        {
            sum += _lifecycle.Judge(_states[_at[i]], _granted[i], _satisfied[i]).IsPermitted ? 1 : 0;
        }

        return sum;
    }

    private ulong MaskOf(LifecycleState state, Func<LifecycleTransition[], bool> holds)
    {
        var mask = 0UL;
        for (var i = 0; i < _lifecycle.Definition.Triggers.Count; i++)
        {
            mask |= holds(_lifecycle.Transitions(state, _lifecycle.Definition.Triggers[i].Code).ToArray()) ? 1UL << i : 0;
        }

        return mask;
    }

    private (ulong Bit, ulong Guards)[] GuardedOf(LifecycleState state) =>
    [
        .. Enumerable.Range(0, _lifecycle.Definition.Triggers.Count).SelectMany(i => _lifecycle.Transitions(state, _lifecycle.Definition.Triggers[i].Code).ToArray()
            .Where(static transition => transition.Guards != 0).Select(transition => (1UL << i, transition.Guards))),
    ];
}
