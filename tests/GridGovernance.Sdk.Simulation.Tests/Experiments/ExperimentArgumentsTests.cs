using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public sealed class ExperimentArgumentsTests
{
    private static readonly Experiment<int> Sample = SampleExperiment.Create();
    private static readonly ExperimentResult Result = Sample.Run(SampleExperiment.Options(1, 2));

    public static TheoryData<string> Names => [.. Calls.Keys];

    private static SortedDictionary<string, Action> Calls => new(StringComparer.Ordinal)
    {
        ["an experiment without a name"] = static () => _ = new Experiment<int>(null!, [new("a", 1, "")], ["m"], static (_, _) => { }),
        ["an experiment without a model"] = static () => _ = new Experiment<int>("x", [new("a", 1, "")], ["m"], null!),
        ["Run"] = static () => Sample.Run(null!),
        ["Rerun"] = static () => Sample.Rerun(null!),
        ["Merge"] = static () => ExperimentResult.Merge(null!),
        ["Meets"] = static () => Result.Meets(null!),
        ["Summary without a scenario"] = static () => Result.Summary(null!, "sum"),
        ["Summary without a metric"] = static () => Result.Summary("low", null!),
        ["CompareAll"] = static () => Result.CompareAll(null!),
        ["DifferencesFrom"] = static () => Result.Manifest.DifferencesFrom(null!),
        ["WriteManifest"] = static () => ExperimentJson.WriteManifest(null!),
        ["WriteResult"] = static () => ExperimentJson.WriteResult(null!),
        ["ReadManifest"] = static () => ExperimentJson.ReadManifest("{}"u8, null!),
        ["ReadResult"] = static () => ExperimentJson.ReadResult("{}"u8, null!),
        ["Csv without a result"] = static () => ExperimentCsv.Write(null!, TextWriter.Null),
        ["Csv without an output"] = static () => ExperimentCsv.Write(Result, null!),
        ["ReplicationRange"] = static () => ReplicationRange.Parse(null!, null),
        ["PrecisionTarget"] = static () => _ = new PrecisionTarget(null!, 1),
        ["IsMetBy"] = static () => new PrecisionTarget("sum", 1).IsMetBy(null!),
        ["an event loop"] = static () => new EventLoop<int>().Run(1, null!),
        ["a capacity plan"] = static () => CapacityPlan.FromCalendar(null!, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2), 1),
        ["an empirical draw"] = static () => new EmpiricalDistribution(1).Draw(null!),
        ["a weighted draw"] = static () => new WeightedChoice(1).Draw(null!),
        ["a stream"] = static () => new RandomStreams(1).Stream(null!),
        ["a branch"] = static () => new RandomStreams(1).Branch(null!),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ACall_WithoutWhatItNeeds_NamesTheParameter(string name) => Assert.NotNull(Assert.Throws<ArgumentNullException>(Calls[name]).ParamName);

    [Fact]
    public void Options_LeftAlone_AreTenReplicationsOnOneThreadWithCommonRandomNumbers()
    {
        var options = new ExperimentOptions { Seed = 5 };
        var target = new PrecisionTarget("sum", 0.1);

        Assert.Equal((5, ReplicationRange.FirstOf(10), 1, true), (options.Seed, options.Replications, options.Parallelism, options.HasCommonRandomNumbers));
        Assert.Null(options.Precision);
        Assert.Equal((0.95, 1_000, 10, false), (target.Confidence, target.MaximumReplications, target.Step, target.IsRelative));
    }

    [Fact]
    public void Run_AtOneTime_StartsNoThread()
    {
        var threads = new HashSet<int>();
        new Experiment<int>("threads", [new("a", 1, "")], ["x"], (_, _) => threads.Add(Environment.CurrentManagedThreadId)).Run(SampleExperiment.Options());

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void Run_MoreRunsThanFitIntoMemory_IsRefusedBeforeTheFirst() =>
        Assert.Contains("at most", Assert.Throws<ArgumentException>(static () => Sample.Run(SampleExperiment.Options(1, 2_000_000_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void LogNormal_AnUnusableVariation_IsRefusedByItsName() =>
        Assert.Equal("variation", Assert.Throws<ArgumentOutOfRangeException>(static () => new RandomStreams(1).Stream("a").NextLogNormal(1, 1e200)).ParamName);
}
