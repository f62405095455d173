using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

/// <summary>Sums of a few draws: cheap, and different in every replication.</summary>
internal static class SampleExperiment
{
    internal static Experiment<int> Create(string name = "sums") => new(
        name,
        [new("low", 2, "draws=2"), new("middle", 3, "draws=3"), new("high", 9, "draws=9")],
        ["sum", "rare"],
        static (draws, replication) =>
        {
            var stream = replication.Streams.Stream("draws");
            var sum = 0.0;
            for (var i = 0; i < draws; i++)
            {
                sum += stream.NextExponential(1);
            }

            replication.Record("sum", sum);
            replication.Record("rare", sum > 3 ? sum / 3 : null);
        },
        [new("a table", ContentHash.Of("a,b"u8))]);

    internal static ExperimentOptions Options(int first = 1, int last = 12, int parallelism = 1) =>
        new() { Seed = 20260101, Replications = new ReplicationRange(first, last), Parallelism = parallelism };

    internal static string Text(ExperimentResult result) => System.Text.Encoding.UTF8.GetString(ExperimentJson.WriteResult(result));
}
