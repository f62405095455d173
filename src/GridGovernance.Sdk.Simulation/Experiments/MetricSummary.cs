using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>What the replications of one scenario say about one metric.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Scenario">The code of the scenario.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Count">The replications that have a value.</param>
/// <param name="Missing">The replications that have none.</param>
/// <param name="Mean">The mean of the values; null without one.</param>
/// <param name="StandardDeviation">Their standard deviation, with n − 1; null with fewer than two.</param>
/// <param name="Minimum">The smallest value; null without one.</param>
/// <param name="Maximum">The largest value; null without one.</param>
/// <param name="Interval">The confidence interval of the mean by Student's t; null with fewer than two values.</param>
public sealed record MetricSummary(
    string Scenario,
    string Metric,
    int Count,
    int Missing,
    double? Mean,
    double? StandardDeviation,
    double? Minimum,
    double? Maximum,
    ConfidenceInterval? Interval);
