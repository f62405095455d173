namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How often a tier's cases come, how many of them are hard, and whether they are worked on round the clock.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record TierBehaviour
{
    /// <summary>Gets the code of the tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets the weight among the tiers.</summary>
    public required int Weight { get; init; }

    /// <summary>Gets the share of hard cases, in thousandths.</summary>
    public required int HardPermille { get; init; }

    /// <summary>Gets by how much the lags of a hard case are longer, but for <see cref="StepBehaviour.IsDeskWork"/>. The default is 8.</summary>
    public int HardFactor { get; init; } = 8;

    /// <summary>Gets the lags of this tier, as a percentage of <see cref="StepBehaviour.LagMinutes"/>. The default is 100.</summary>
    public int LagPercent { get; init; } = 100;

    /// <summary>Gets a value indicating whether services and lags run through nights and rest days, and services go before those of other tiers.</summary>
    public bool RoundTheClock { get; init; }
}
