using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public sealed class SamplingStudyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(19, 19)]
    [InlineData(20, 19)]
    [InlineData(21, 20)]
    [InlineData(40, 38)]
    [InlineData(100, 95)]
    public void Run_OfPeopleInOneLine_HasTheWaitOfTheNearestRank(int people, int rank)
    {
        var atOnce = new SamplingParameters { People = people, Sites = 1, LanesPerSite = 1, SecondsPerPerson = 60, CalledOverHours = 0, ComesAfterMinutes = 0 };
        var (waits, wait) = (new List<int>(), 0);
        var result = new Experiment<SamplingParameters>("line", [SamplingStudy.As("line", atOnce)], [.. SamplingStudy.Measures.Select(static measure => measure.Code)], (parameters, replication) =>
        {
            for (var person = 0; person < people; person++)
            {
                waits.Add(wait);
                wait += (int)Math.Round(replication.Streams.Stream("sampling/service", person).NextExponential(60));
            }

            SamplingStudy.Run(parameters, replication);
        }).Run(new ExperimentOptions { Seed = 3, Replications = ReplicationRange.FirstOf(1) });

        Assert.Equal(waits[rank - 1] / 60.0, result.Summary("line", "wait-95").Mean!.Value, 1e-9);
    }

    [Fact]
    public void Run_WorkOfMoreThanALifetime_IsCountedWhole()
    {
        var endless = new SamplingParameters { People = 50_000, Sites = 1, LanesPerSite = 1, SecondsPerPerson = 86_400, ElsewherePermille = 0 };
        var result = new Experiment<SamplingParameters>("endless", [SamplingStudy.As("endless", endless)], [.. SamplingStudy.Measures.Select(static measure => measure.Code)], SamplingStudy.Run)
            .Run(new ExperimentOptions { Seed = 3, Replications = ReplicationRange.FirstOf(1) });

        Assert.Equal(50_000 * 24.0, result.Summary("endless", "hours-to-all").Mean!.Value, 25_000.0);
        Assert.Equal(25_000 * 1_440.0, result.Summary("endless", "wait-mean").Mean!.Value, 1_000_000.0);
    }

    [Fact]
    public void Run_OfNoTimeAtAll_HasNoRate()
    {
        var brief = new SamplingParameters { People = 1, Sites = 1, LanesPerSite = 1, SecondsPerPerson = 1, CalledOverHours = 0, ComesAfterMinutes = 0, ElsewherePermille = 0 };
        var result = new Experiment<SamplingParameters>("brief", [SamplingStudy.As("brief", brief)], [.. SamplingStudy.Measures.Select(static measure => measure.Code)], SamplingStudy.Run)
            .Run(new ExperimentOptions { Seed = 3, Replications = ReplicationRange.FirstOf(40) });

        Assert.Equal(
            result.ValuesOf("brief", "hours-to-all").Select(static hours => hours == 0),
            result.ValuesOf("brief", "people-per-hour").Select(static rate => rate is null));
        Assert.Contains(null, result.ValuesOf("brief", "people-per-hour"));
    }
}
