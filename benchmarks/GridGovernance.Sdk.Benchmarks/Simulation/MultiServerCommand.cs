using System.Globalization;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary><c>--mm8 CUSTOMERS</c>: runs the queue of <see cref="MultiServerBenchmarks"/> once it is warm, and prints events, CPU seconds, the mean wait and what theory says of it. <c>benchmarks/simpy.sh</c> calls it.</summary>
internal static class MultiServerCommand
{
    private const int WarmUps = 3;

    /// <summary>Runs the command.</summary>
    /// <returns>0, or 2 when the arguments are unusable.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not [var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var customers) || customers < 1)
        {
            error.WriteLine("Expected --mm8 CUSTOMERS.");
            return 2;
        }

        var streams = new RandomStreams(8);
        var model = MultiServerBenchmarks.CreateModel(streams);
        for (var run = 0; run < WarmUps; run++)
        {
            model.Reset(streams);
            model.Run(100_000);
            Thread.Sleep(150);
        }

        model.Reset(streams);
        var begin = ThreadClock.Nanoseconds();
        var wait = model.Run(customers).Wait;
        var seconds = (ThreadClock.Nanoseconds() - begin) / 1e9;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Events} {seconds} {wait} {MultiServerBenchmarks.MeanWait}"));
        return 0;
    }
}
