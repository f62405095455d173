using System.Globalization;
using GridGovernance.Sdk.Simulation.Experiments;
using Xunit.Abstractions;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

/// <summary>
/// What theory says of queues lies in the 95 % interval of 20 replications in 95 % of the studies. Seeds 1 to 1000; fewer where GG_PBT_RUNS asks
/// for less than its thousand. Each replication counts 1,500 mean services after a warm-up of 150.
/// </summary>
public sealed class QueueingTruthTests(ITestOutputHelper output)
{
    private const double WarmUp = 150;
    private const double Time = 1_500;
    private const int Replications = 20;
    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "1000", CultureInfo.InvariantCulture);
    private static readonly int Seeds = Math.Clamp(Runs, 1, 1_000);

    // W = ρ/(μ − λ).
    [Fact]
    public void AnMM1Queue_WaitsAsTheorySays() => Check(new QueueModel(1, [0.5], null, WarmUp, Time), ("wait", 0.5 / (1 - 0.5)));

    // Erlang's C over cμ − λ (Kleinrock, Queueing Systems 1, 3.5).
    [Fact]
    public void AnMM4Queue_WaitsAsTheorySays() => Check(new QueueModel(4, [2.8], null, WarmUp, Time), ("wait", ErlangC(4, 2.8) / (4 - 2.8)));

    // Pollaczek and Khinchine: λE[S²]/2(1 − ρ).
    [Fact]
    public void AnMG1Queue_WaitsAsTheorySays() => Check(new QueueModel(1, [0.5], 0.7, WarmUp, Time), ("wait", 0.5 * (1 + (0.7 * 0.7)) / (2 * (1 - 0.5))));

    // Cobham, Operations Research 2, 1954: W₀/(1 − σ(k − 1))(1 − σ(k)) with W₀ = Σ λE[S²]/2.
    [Fact]
    public void AnMM1QueueWithPriorities_WaitsAsTheorySays() => Check(
        new QueueModel(1, [0.2, 0.35], null, WarmUp, Time), ("wait-0", 0.55 / (1 - 0.2)), ("wait-1", 0.55 / ((1 - 0.2) * (1 - 0.55))));

    private void Check(QueueModel queue, params (string Metric, double Truth)[] truths)
    {
        var experiment = new Experiment<QueueModel>("queue", [new("queue", queue, queue.ToString())], QueueModel.Metrics, QueueModel.Run);
        var inside = new int[truths.Length];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var result = experiment.Run(new ExperimentOptions { Seed = seed, Replications = ReplicationRange.FirstOf(Replications) });
            Assert.All(result.ValuesOf("queue", "gap"), static gap => Assert.InRange(gap!.Value, 0, 1e-9));
            for (var i = 0; i < truths.Length; i++)
            {
                inside[i] += result.Summary("queue", truths[i].Metric).Interval!.Value.Contains(truths[i].Truth) ? 1 : 0;
            }
        }

        // Of a thousand, 93 to 97 %; of fewer, what chance allows.
        var spread = Math.Max(0.02, 4 * Math.Sqrt(0.95 * 0.05 / Seeds));
        for (var i = 0; i < truths.Length; i++)
        {
            output.WriteLine(FormattableString.Invariant($"{truths[i].Metric}: {truths[i].Truth:0.####} lies inside in {100.0 * inside[i] / Seeds} % of {Seeds} studies"));
            Assert.InRange((double)inside[i] / Seeds, 0.95 - spread, 0.95 + spread);
        }
    }

    private static double ErlangC(int servers, double load)
    {
        // Erlang's B by its recurrence, then C.
        var blocked = 1.0;
        for (var i = 1; i <= servers; i++)
        {
            blocked = load * blocked / (i + (load * blocked));
        }

        return blocked / (1 - (load / servers * (1 - blocked)));
    }
}
