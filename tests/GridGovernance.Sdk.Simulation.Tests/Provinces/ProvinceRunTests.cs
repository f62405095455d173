using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Provinces;

public class ProvinceRunTests
{
    // A hundredth of the province, three days.
    private static readonly ProvinceParameters Small = new() { Grids = 610, Workers = 3_300, ReportsPerDay = 736, Days = 3 };

    private static readonly ProvinceResult Result = Run(Small);

    [Fact]
    public void Execute_ASmallProvince_ClosesMostCasesAndCountsThemAll()
    {
        Assert.Equal(3 * 736, Result.Reported);
        Assert.InRange(Result.Closed, Result.Reported / 3, Result.Reported);
        Assert.InRange(Result.OnTime, 1, Result.Closed);
        Assert.InRange(Result.Overdue, 0, Result.Reported - Result.Closed);
        Assert.True(Result.Refused > 0);
    }

    [Fact]
    public void Execute_SameSeed_GivesTheSameInEveryCultureAndAnotherSeedDoesNot()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(Result, Run(Small));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.NotEqual(Result.Signature, Run(Small, seed: 2).Signature);
    }

    [Fact]
    public void Execute_FewWorkers_MakesReportsWait()
    {
        var busy = Run(Small with { Grids = 30, Workers = 30 });

        Assert.True(busy.Closed < Result.Closed);
    }

    [Fact]
    public void Sample_OfEveryTenthCase_IsAcceptedByTheEngineAndKeepsTheInvariants()
    {
        var (result, differing, invariants) = ProvinceSample.Run(SampleCounty.Model, Small, new RandomStreams(1), every: 10);

        Assert.Equal(Result, result);
        Assert.Equal(0, differing);
        Assert.Equal(221, invariants.Cases);
        Assert.True(invariants.Commands > 3 * invariants.Cases, $"Only {invariants.Commands} commands.");
        Assert.True(invariants.AreKept, invariants.ToString());
    }

    [Fact]
    public void Sample_OfAModelWithTierRules_TakesMattersByThem()
    {
        var rules = new CaseRulesDefinition { Code = "rules", Source = "test", TierRules = [new TierRule("serious", new("Fire kills.", "火灾致命。")) { Matters = ["fire-safety", "dispute-mediation"] }] };
        var model = GovernanceModel.Compile(SampleCounty.Model.Definitions with { CaseRules = rules }, out _)!;

        var (result, differing, invariants) = ProvinceSample.Run(model, Small, new RandomStreams(1), every: 10);

        Assert.Equal(Result, result);
        Assert.Equal(0, differing);
        Assert.True(invariants.AreKept, invariants.ToString());
    }

    [Fact]
    public void Execute_ParametersThatDoNotFit_Throw()
    {
        Assert.Throws<ArgumentException>(() => Run(Small with { Workers = 609 }));
        Assert.Throws<ArgumentException>(() => Run(Small with { HourWeights = [1] }));
        Assert.Throws<ArgumentException>(() => Run(Small with { Tiers = [Small.Tiers[0] with { Tier = "weekly" }] }));
    }

    public static TheoryData<string, ProvinceParameters> Bounds { get; } = new()
    {
        { "\"days\" should be 1 to 3660, but is 0.", Small with { Days = 0 } },
        { "\"days\" should be 1 to 3660, but is 3661.", Small with { Days = 3_661 } },
        { "\"grids\" should be 1 to 1000000, but is 0.", Small with { Grids = 0 } },
        { "\"workers\" should be 610 to 10000000, at least one a grid, but is 609.", Small with { Workers = 609 } },
        { "\"workers\" should be 610 to 10000000, at least one a grid, but is 10000001.", Small with { Workers = 10_000_001 } },
        { "\"reportsPerDay\" should be 1 to 66666666, at most 200000000 in all, but is 66666667.", Small with { ReportsPerDay = 66_666_667 } },
        { "\"hourWeights\" should hold 24 hours, but holds 0.", Small with { HourWeights = [] } },
        { "\"hourWeights\" should have at least one weight above 0, but has none.", Small with { HourWeights = [.. new int[24]] } },
        { "\"hourWeights/3\" should be 0 to 1000000, but is 2000000000.", Small with { HourWeights = [1, 1, 1, 2_000_000_000, .. new int[20]] } },
        { "\"tiers/daily/weight\" should be 0 to 1000000, but is 2000000000.", OfTier(static tier => tier with { Weight = 2_000_000_000 }) },
        { "\"tiers/daily/lagPercent\" should be 0 to 100000, but is -1.", OfTier(static tier => tier with { LagPercent = -1 }) },
        { "\"tiers/daily/hardPermille\" should be 0 to 1000, but is 1001.", OfTier(static tier => tier with { HardPermille = 1_001 }) },
        { "\"tiers/daily/hardFactor\" should be 1 to 1000, but is 0.", OfTier(static tier => tier with { HardFactor = 0 }) },
        { "\"steps/handling/serviceMinutes\" should be 0 to 527040, but is 2000000000.", OfHandling(static step => step with { ServiceMinutes = 2_000_000_000 }) },
        { "\"steps/handling/lagMinutes\" should be 0 to 527040, but is 527041.", OfHandling(static step => step with { LagMinutes = 527_041 }) },
        { "\"steps/handling/triggers/finish/weight\" should be 0 to 1000000, but is 2000000000.", OfHandling(static step => step with { Triggers = [new("finish", 2_000_000_000)] }) },
        { "\"onTheSpotPermille/daily/weight\" should be 0 to 1000, but is 1001.", Small with { OnTheSpotPermille = [new("daily", 1_001)] } },
        { "\"onTheSpotPermille\" should name \"daily\" once, but names it 2 times.", Small with { OnTheSpotPermille = [new("daily", 1), new("daily", 2)] } },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Execute_AParameterOutsideItsRange_IsNamedWithItsValueAndTheRange(string said, ProvinceParameters parameters) =>
        Assert.StartsWith(said, Assert.Throws<ArgumentException>(() => Run(parameters)).Message, StringComparison.Ordinal);

    [Fact]
    public void Execute_SeveralParametersOutsideTheirRanges_AreAllNamed()
    {
        var message = Assert.Throws<ArgumentException>(() => Run(Small with { Days = 0, Grids = -1, ReportsPerDay = 0 })).Message;

        Assert.All((string[])["\"days\"", "\"grids\"", "\"reportsPerDay\""], name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    public static TheoryData<string, ProvinceParameters> Ends { get; } = new()
    {
        { "no service, no lag", Small with { Steps = [.. Small.Steps.Select(static step => step with { ServiceMinutes = 0, LagMinutes = 0 })] } },
        { "a year of service", Small with { Steps = [.. Small.Steps.Select(static step => step with { ServiceMinutes = 527_040 })] } },
        {
            "a year of lag, a thousand times", Small with
            {
                Steps = [.. Small.Steps.Select(static step => step with { LagMinutes = 527_040 })],
                Tiers = [.. Small.Tiers.Select(static tier => tier with { LagPercent = 100_000 })],
            }
        },
        {
            "a year of service and of lag, a thousand times, round the clock, one worker", Small with
            {
                Grids = 1,
                Workers = 1,
                ReportsPerDay = 5_000,
                Steps = [.. Small.Steps.Select(static step => step with { ServiceMinutes = 527_040, LagMinutes = 527_040 })],
                Tiers = [.. Small.Tiers.Select(static tier => tier with { LagPercent = 100_000, RoundTheClock = true })],
            }
        },
        { "lags of nothing", Small with { Tiers = [.. Small.Tiers.Select(static tier => tier with { LagPercent = 0 })] } },
        {
            "the largest weights", Small with
            {
                HourWeights = [.. Enumerable.Repeat(1_000_000, 24)],
                Tiers = [.. Small.Tiers.Select(static tier => tier with { Weight = 1_000_000 })],
                Steps = [.. Small.Steps.Select(static step => step with { Triggers = [.. step.Triggers.Select(static trigger => trigger with { Weight = 1_000_000 })] })],
            }
        },
        { "one tier", Small with { Tiers = [.. Small.Tiers.Select(static tier => tier with { Weight = tier.Tier == "daily" ? 1 : 0 })] } },
        { "one report", Small with { ReportsPerDay = 1, Days = 1 } },
        { "many workers", Small with { Workers = 1_000_000 } },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Execute_ParametersAtTheEndsOfTheirRanges_Runs(string name, ProvinceParameters parameters)
    {
        var result = Run(parameters);

        Assert.True(result.Reported == parameters.Days * parameters.ReportsPerDay && result.WorkerMinutes >= 0 && result.WorkerMinutes <= (long)parameters.Days * 1_440 * parameters.Workers, name);
    }

    [Fact]
    public void Execute_HoursOfTheLargestWeights_ShareTheReportsEvenly()
    {
        // Reports of the last hour alone can hardly be closed by the end; those of two hours are so half of the time.
        var last = Run(Small with { Days = 1, HourWeights = [.. new int[23], 1_000_000] });
        var both = Run(Small with { Days = 1, HourWeights = [.. new int[8], 1_000_000, .. new int[14], 1_000_000] });
        var first = Run(Small with { Days = 1, HourWeights = [.. new int[8], 1_000_000, .. new int[15]] });

        Assert.InRange(both.Closed, last.Closed + ((first.Closed - last.Closed) * 0.4), last.Closed + ((first.Closed - last.Closed) * 0.6));
    }

    private static ProvinceParameters OfTier(Func<TierBehaviour, TierBehaviour> change) => Small with { Tiers = [change(Small.Tiers[0]), .. Small.Tiers.Skip(1)] };

    private static ProvinceParameters OfHandling(Func<StepBehaviour, StepBehaviour> change) =>
        Small with { Steps = [.. Small.Steps.Select(step => step.State == "handling" ? change(step) : step)] };

    private static ProvinceResult Run(ProvinceParameters parameters, long seed = 1) => ProvinceRun.Execute(SampleCounty.Model, parameters, new RandomStreams(seed));

    [Theory]
    [InlineData("does not know 2027-01-01", 2026, 12, 25, 10, 1_000, 700, "daily")]
    [InlineData("at most", 2026, 3, 2, 10, 2_000_000_000, 700, "daily")]
    [InlineData("0 to 1000", 2026, 3, 2, 10, 1_000, 1_001, "daily")]
    [InlineData("names \"weekly\"", 2026, 3, 2, 10, 1_000, 700, "weekly")]
    public void Run_WhatWouldBePassedOver_IsRefused(string said, int year, int month, int day, int days, int reports, int permille, string tier)
    {
        var parameters = new ProvinceParameters { From = new LocalDate(year, month, day), Days = days, Grids = 100, Workers = 100, ReportsPerDay = reports, OnTheSpotPermille = [new(tier, permille)] };

        var refused = Assert.Throws<ArgumentException>(() => ProvinceRun.Execute(SampleCounty.Model, parameters, new RandomStreams(1)));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
