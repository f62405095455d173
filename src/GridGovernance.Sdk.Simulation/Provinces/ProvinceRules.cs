using System.Globalization;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Runs;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>What the parameters of a province must keep: every number in its range, every code known, every day covered by the calendar.</summary>
/// <remarks>What is passed over or clipped in silence would answer another question than was asked.</remarks>
internal static class ProvinceRules
{
    private const int MostDays = 3_660;
    private const int MostReports = 200_000_000;
    private const int MostGrids = 1_000_000;
    private const int MostWorkers = 10_000_000;
    private const int MostWeight = 1_000_000;
    private const int MostPercent = 100_000;

    /// <summary>Refuses parameters that do not fit; the message names all that is wrong.</summary>
    internal static void Check(GovernanceModel model, ProvinceParameters parameters)
    {
        var ranges = new ParameterRanges();
        Sizes(ranges, parameters);
        Behaviours(ranges, parameters);
        ranges.Ensure(nameof(parameters));
        for (var day = 0; day < parameters.Days; day++)
        {
            if (model.Calendar.IsWorkingDay(parameters.From.PlusDays(day)) is null)
            {
                throw new ArgumentException($"The calendar must know every day of the period, but does not know {parameters.From.PlusDays(day):R}.", nameof(parameters));
            }
        }

        CountyRunRules.CheckSteps(model.Lifecycles, parameters.Tiers, parameters.Steps);
        foreach (var share in parameters.OnTheSpotPermille.GroupBy(static one => one.Code, StringComparer.Ordinal))
        {
            ranges.Require(share.Count() == 1, $"\"onTheSpotPermille\" should name \"{share.Key}\" once, but names it {share.Count()} times.")
                .Require(parameters.Tiers.Any(tier => tier.Tier == share.Key), $"\"onTheSpotPermille\" should name a tier of the province, but names \"{share.Key}\".");
        }

        ranges.Ensure(nameof(parameters));
    }

    private static void Sizes(ParameterRanges ranges, ProvinceParameters parameters) => ranges
        .Range("days", parameters.Days, 1, MostDays)
        .Range("grids", parameters.Grids, 1, MostGrids)
        .Range("workers", parameters.Workers, Math.Clamp(parameters.Grids, 1, MostGrids), MostWorkers, ", at least one a grid")
        .Range("reportsPerDay", parameters.ReportsPerDay, 1, MostReports / Math.Clamp(parameters.Days, 1, MostDays), string.Create(CultureInfo.InvariantCulture, $", at most {MostReports} in all"));

    private static void Behaviours(ParameterRanges ranges, ProvinceParameters parameters)
    {
        ranges.Require(parameters.HourWeights.Count == 24, string.Create(CultureInfo.InvariantCulture, $"\"hourWeights\" should hold 24 hours, but holds {parameters.HourWeights.Count}."))
            .Weights("hourWeights", parameters.HourWeights.Select(static (weight, hour) => (hour.ToString(CultureInfo.InvariantCulture), weight)), MostWeight)
            .Weights("tiers", parameters.Tiers.Select(static tier => (tier.Tier + "/weight", tier.Weight)), MostWeight)
            .Each("onTheSpotPermille", parameters.OnTheSpotPermille.Select(static one => (one.Code + "/weight", one.Weight)), 0, 1_000);
        foreach (var tier in parameters.Tiers)
        {
            ranges.Range($"tiers/{tier.Tier}/hardPermille", tier.HardPermille, 0, 1_000)
                .Range($"tiers/{tier.Tier}/hardFactor", tier.HardFactor, 1, 1_000)
                .Range($"tiers/{tier.Tier}/lagPercent", tier.LagPercent, 0, MostPercent);
        }

        foreach (var step in parameters.Steps)
        {
            ranges.Range($"steps/{step.State}/serviceMinutes", step.ServiceMinutes, 0, ParameterRanges.MinutesOfYear)
                .Range($"steps/{step.State}/lagMinutes", step.LagMinutes, 0, ParameterRanges.MinutesOfYear)
                .Each($"steps/{step.State}/triggers", step.Triggers.Select(static trigger => (trigger.Code + "/weight", trigger.Weight)), 0, MostWeight);
        }
    }
}
