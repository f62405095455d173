using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Lifecycles;

/// <summary>A case walks through a lifecycle with a superstate and guards: legal triggers, wrong ones and unmet guards in turn.</summary>
[MemoryDiagnoser]
public class LifecycleFireBenchmarks : IGateBenchmark
{
    private const int Steps = 1_000;
    private static readonly LifecycleDefinition Definition = new LifecycleBuilder("walk", 1, Text("Walk"), "reported")
        .Configure("reported", Text("Reported"), s => s.ResponsibleIs("grid-worker").Permit("accept", "waiting", "dispatcher"))
        .Configure("in-hand", Text("In hand"), s => s.ResponsibleIs("lead").OnEntry("entered").OnExit("left").Permit("abandon", "closed", "dispatcher"))
        .Configure("waiting", Text("Waiting"), s => s.SubstateOf("in-hand").Permit("start", "working", "lead"))
        .Configure("working", Text("Working"), s => s.SubstateOf("in-hand").PermitIf("finish", "checking", ["noted"], "lead").InternalTransition("remark", ["remarked"], "lead"))
        .Configure("checking", Text("Checking"), s => s.ResponsibleIs("verifier").PermitIf("pass", "closed", ["other-person"], "verifier").Permit("fail", "working", "verifier"))
        .Configure("closed", Text("Closed"), s => s.Final())
        .Clock(new ClockDefinition
        {
            Code = "whole",
            Label = Text("Whole"),
            Limit = new TimeLimit(5, LimitUnit.WorkingDays),
            Policy = CountingPolicy.CivilCode,
            Starts = ["reported"],
        })
        .Escalate("lead", new TimeLimit(1, LimitUnit.WorkingDays))
        .Build();

    private readonly string[] _triggers = new string[Steps];
    private readonly ulong[] _satisfied = new ulong[Steps];
    private Lifecycle _lifecycle = null!;
    private TableEngine _engine = null!;

    /// <summary>Gets or sets nothing: one lifecycle, one walk.</summary>
    public int Size { get; set; }

    /// <summary>Compiles the lifecycle and draws the walk.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var vocabulary = new LifecycleVocabulary(["noted", "other-person"], ["grid-worker", "dispatcher", "verifier"]);
        _lifecycle = Lifecycle.Compile(Definition, vocabulary, out var report) ?? throw new GovernanceException(report);
        _engine = new TableEngine(Definition, _lifecycle.Guards);
        var random = new RandomStreams(1).Stream("walk");
        for (var i = 0; i < Steps; i++)
        {
            _triggers[i] = Definition.Triggers[random.NextInt32(Definition.Triggers.Count)].Code;
            _satisfied[i] = random.NextUInt64() & 3;
        }
    }

    /// <summary>The library's compiled lifecycle: the verdict with its effects, or with what is lacking.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Fire()
    {
        var sum = 0L;
        var state = _lifecycle.Initial;
        for (var i = 0; i < Steps; i++)
        {
            var verdict = _lifecycle.Judge(state, _triggers[i], _satisfied[i]);
            if (verdict.Transition is { } transition)
            {
                sum = (sum * 31) + transition.Effects.Count;
                state = transition.Target.IsFinal ? _lifecycle.Initial : transition.Target;
            }
            else
            {
                sum = (sum * 31) + (long)verdict.Unmet;
            }

            sum = (sum * 31) + state.Index;
        }

        return sum;
    }

    /// <summary>The full table engine that one writes by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public long Table()
    {
        var sum = 0L;
        var initial = _lifecycle.Initial.Index;
        var closed = _lifecycle.FindState("closed")!.Index;
        var state = initial;
        for (var i = 0; i < Steps; i++)
        {
            var (next, effects, unmet) = _engine.Judge(state, _triggers[i], _satisfied[i]);
            if (next >= 0)
            {
                sum = (sum * 31) + effects.Length;
                state = next == closed ? initial : next;
            }
            else
            {
                sum = (sum * 31) + (long)unmet;
            }

            sum = (sum * 31) + state;
        }

        return sum;
    }

    private static LocalizedText Text(string text) => new(text, text);
}
