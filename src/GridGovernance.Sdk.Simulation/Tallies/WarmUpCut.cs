namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>Where the warm-up of a series ends.</summary>
/// <remarks>Equality is by value. The default is a series that is too short. This type is immutable and safe to share between threads.</remarks>
/// <param name="Observations">The observations to cut off; null where the series is too short to tell.</param>
/// <param name="Mean">The mean of those that follow, up to the last full batch; null where the series is too short.</param>
public readonly record struct WarmUpCut(int? Observations, double? Mean);
