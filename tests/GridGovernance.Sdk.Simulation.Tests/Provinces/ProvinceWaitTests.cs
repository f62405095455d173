using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tests.Runs;

namespace GridGovernance.Sdk.Simulation.Tests.Provinces;

/// <summary>Waiting times of a province against what theory says of them. Services are whole minutes, evenly between 0 and twice their mean s: E[S²] = s² + s(s + 1)/3.</summary>
public sealed class ProvinceWaitTests
{
    // One tier at any hour, every hour alike; the grid settles each matter where it is reported.
    private static readonly ProvinceParameters Plain = new()
    {
        Grids = 100,
        Workers = 100,
        ReportsPerDay = 3_360,
        Days = 20,
        HourWeights = EquatableArray.From(Enumerable.Repeat(1, 24)),
        Tiers = [new TierBehaviour { Tier = "daily", Weight = 1, HardPermille = 0, RoundTheClock = true }],
        OnTheSpotPermille = [new("daily", 1_000)],
        Steps = [Step("reported", "handle-on-spot", 30, 0), Step("verifying", "pass", 40, 0)],
    };

    // Five steps, of which reporting, signing in and handling are the worker's.
    private static readonly ProvinceParameters Long = Plain with
    {
        Steps =
        [
            Step("reported", "accept", 1, 0), Step("accepted", "dispatch", 1, 0), Step("dispatched", "sign-in", 1, 0), Step("handling", "finish", 1, 0), Step("verifying", "pass", 1, 0),
        ],
    };

    // Pollaczek and Khinchine: λE[S²]/2(1 − ρ), which whole minutes leave as it is; λ = 33.6 a day, ρ = 0.7.
    [Fact]
    public void Execute_OneWorkerAGrid_WaitsAsTheorySays()
    {
        const double Rate = 33.6 / 1_440, Load = Rate * 30;
        const double Wait = Rate * ((30 * 30) + (30 * 31 / 3.0)) / (2 * (1 - Load));

        AssertNear(Wait + 30 + 40, MeanOf(Plain), 0.03);
    }

    // Lee and Longton: Erlang's C over cμ − λ, times (1 + variation²)/2; near, not exact.
    [Fact]
    public void Execute_TwoWorkersAGrid_WaitsAsTheorySays()
    {
        const double Rate = 67.2 / 1_440, Offered = Rate * 30, Waits = Offered * Offered / (2 + Offered), Variation = 31 / 90.0;
        const double Wait = Waits * 30 / (2 - Offered) * (1 + Variation) / 2;

        AssertNear(Wait + 30 + 40, MeanOf(Plain with { Workers = 200, ReportsPerDay = 6_720 }), 0.03);
    }

    // Two reports of one grid do meet: at random they come, not by turns.
    [Fact]
    public void Execute_FewReports_WaitsAsTheorySaysAllTheSame()
    {
        const double Rate = 4.8 / 1_440;
        const double Wait = Rate * ((30 * 30) + (30 * 31 / 3.0)) / (2 * (1 - (Rate * 30)));

        AssertNear(Wait, MeanOf(Plain with { Grids = 700, Workers = 700 }) - MeanOf(Plain with { Grids = 700, Workers = 14_000 }), 0.15);
    }

    // No queue: means of services and lags, over every way of a case.
    [Fact]
    public void Execute_AMultitudeOfWorkers_TakesNoLongerThanServicesAndLags()
    {
        var idle = Plain with
        {
            Workers = 2_000,
            Steps = [Step("reported", "accept", 18, 20), Step("accepted", "dispatch", 6, 45), Step("dispatched", "sign-in", 5, 90), Step("handling", "finish", 70, 300), Step("verifying", "pass", 10, 110)],
        };

        AssertNear(18 + 20 + 6 + 45 + 5 + 90 + 70 + 300 + 10 + 110, MeanOf(idle), 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Execute_HoweverManyDays_MakesNobodyWaitForWorkToCome(int days)
    {
        // A report a day and three services of a minute: each at least a minute, evenly 0 to 2, and hardly ever two at once.
        var result = Run(Long with { Grids = 610, Workers = 610, ReportsPerDay = 610, Days = days });

        Assert.InRange((double)result.MinutesToClose / result.Closed, 6.4, 6.9);
        Assert.Equal(result.Closed, result.OnTime);
    }

    [Fact]
    public void Play_MoreDays_LeavesWhatWasBeforeThemToTheMinute()
    {
        var busy = new ProvinceParameters { Grids = 30, Workers = 40, ReportsPerDay = 400, Days = 4 };

        var (four, eight) = (MovesOf(busy), MovesOf(busy with { Days = 8 }));
        Assert.True(four.Count > 2_000, $"Only {four.Count} moves.");
        Assert.Equal(four, eight.Where(static move => move.Minute < 4 * 1_440));
    }

    // Steps that take no time are a minute each, so that all who were reported together act together to the end.
    [Fact]
    public void Play_OfOneMinute_GoesInTheOrderOfReports()
    {
        var moves = MovesOf(Long with { Days = 1, Steps = EquatableArray.From(Long.Steps.Select(static step => step with { ServiceMinutes = 0 })) });

        Assert.True(moves.Count > 10_000, $"Only {moves.Count} moves.");
        Assert.All(moves.GroupBy(static move => (move.Minute, move.State)), static together => Assert.Equal(together.Select(static move => move.Case).Order(), together.Select(static move => move.Case)));
        Assert.Equal(moves.Select(static move => move.Minute).Order(), moves.Select(static move => move.Minute));
    }

    [Fact]
    public void Execute_WorkersWhoAreOverrun_AreBusyAllTheTimeAndNoMore()
    {
        var overrun = Run(Plain with { ReportsPerDay = 33_600, Days = 2 });

        Assert.InRange(overrun.WorkerMinutes, 0.98 * 2 * 1_440 * 100, 2 * 1_440 * 100);
    }

    private static StepBehaviour Step(string state, string trigger, int service, int lag) =>
        new() { State = state, ServiceMinutes = service, LagMinutes = lag, Triggers = [new(trigger, 1)] };

    private static ProvinceResult Run(ProvinceParameters parameters) => ProvinceRun.Execute(SampleCounty.Model, parameters, new RandomStreams(1));

    private static double MeanOf(ProvinceParameters parameters) => Run(parameters) is var result ? (double)result.MinutesToClose / result.Closed : 0;

    private static List<ProvinceMove> MovesOf(ProvinceParameters parameters)
    {
        var run = ProvinceRun.Create(SampleCounty.Model, parameters, new RandomStreams(1), sampleEvery: 1);
        run.Play(default);
        return run.Sampled;
    }

    private static void AssertNear(double expected, double actual, double share) => Assert.InRange(actual, expected * (1 - share), expected * (1 + share));
}
