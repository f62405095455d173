using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>What two scenarios differ by in one metric, replication by replication.</summary>
/// <remarks>
/// <para>Both scenarios of a replication saw the same luck where common random numbers are on; the difference of the two then varies less than either.
/// Its mean is tested against 0 by Student's t over the pairs, which holds with and without common random numbers.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ScenarioComparison
{
    /// <summary>Gets the code of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Gets the code of the scenario that it is held against.</summary>
    public required string Reference { get; init; }

    /// <summary>Gets the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Gets the number of replications that have a value in both.</summary>
    public required int Pairs { get; init; }

    /// <summary>Gets the mean of scenario minus reference; null without a pair.</summary>
    public required double? MeanDifference { get; init; }

    /// <summary>Gets the standard deviation of the differences; null with fewer than two pairs.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>Gets the confidence interval of the difference; in a family it is widened by Bonferroni, so that all of them hold at once. Null with fewer than two pairs.</summary>
    public required ConfidenceInterval? Interval { get; init; }

    /// <summary>Gets how likely so large a difference is where there is none, looked at alone; null with fewer than two pairs.</summary>
    public required double? PValue { get; init; }

    /// <summary>Gets the same with regard to all comparisons of the family, by Holm's method; equal to <see cref="PValue"/> where there is one comparison.</summary>
    public required double? AdjustedPValue { get; init; }

    /// <summary>Gets the variance of the difference over the sum of both variances: about 1 without common random numbers, and the less the better they work; null where undefined.</summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>Gets how many comparisons were made together.</summary>
    public required int FamilySize { get; init; }

    /// <summary>Gets the confidence with which none of the family is a false difference.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets a value indicating whether the scenarios differ, with <see cref="Confidence"/> over the whole family.</summary>
    public bool IsDifferent => AdjustedPValue is { } p && p <= 1 - Confidence;
}
