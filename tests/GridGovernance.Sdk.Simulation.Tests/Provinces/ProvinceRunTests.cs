using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Provinces;
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
