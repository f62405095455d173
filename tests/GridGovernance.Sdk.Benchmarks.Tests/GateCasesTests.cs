using System.Reflection;
using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Tests;

public sealed class GateCasesTests
{
    private static readonly IReadOnlyList<GateCase> Cases = GateCommand.AllCases();

    [Fact]
    public void Ids_AreUnique() => Assert.Equal(Cases.Count, Cases.Select(static one => one.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Ids_BeginWithTheirRoom()
    {
        // Rooms are the namespaces of the library and its simulation.
        var rooms = typeof(Finding).Assembly.GetExportedTypes().Select(static type => type.Namespace!.Split('.')[^1].ToLowerInvariant()).Append("simulation");

        Assert.All(Cases, one => Assert.Contains(one.Id.Split('.')[0], rooms));
    }

    [Fact]
    public void EachId_HasItsBenchmark() => Assert.All(Cases, static one =>
    {
        var setup = one.Benchmark.GetMethod(nameof(IGateBenchmark.Setup))!;
        var sizes = one.Benchmark.GetProperty(nameof(IGateBenchmark.Size))!.GetCustomAttribute<ParamsAttribute>()?.Values.Cast<int>() ?? [0];

        Assert.True(one.Benchmark is { IsPublic: true, IsSealed: false }, $"{one.Benchmark.Name} must be public and unsealed for BenchmarkDotNet.");
        Assert.NotNull(setup.GetCustomAttribute<GlobalSetupAttribute>());
        Assert.NotNull(one.Candidate.GetCustomAttribute<BenchmarkAttribute>());
        Assert.True(one.Reference is null || one.Reference.GetCustomAttribute<BenchmarkAttribute>() is { } reference && reference.OperationsPerInvoke == one.OperationsPerCall);
        Assert.Subset(sizes.ToHashSet(), one.FullSizes.ToHashSet());
    });

    [Fact]
    public void EachId_RunsAtItsSmallestSize_AndAnswersAsItsReferenceDoes()
    {
        foreach (var inputs in Cases.GroupBy(static one => (one.Benchmark, Size: one.ReducedSizes.Min())))
        {
            var benchmark = inputs.First().CreateBenchmark(inputs.Key.Size);
            foreach (var one in inputs)
            {
                var answer = (long)one.Candidate.Invoke(benchmark, null)!;
                if (one.Reference is not null && one.Measure == GateMeasure.Ratio)
                {
                    Assert.True(answer == (long)one.Reference.Invoke(benchmark, null)!, $"{one.Id} answers {answer}, which its reference does not.");
                }
            }
        }
    }
}
