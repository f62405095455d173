namespace GridGovernance.Sdk.Assessment;

/// <summary>One step of the normalisation <c>step</c>: a half-open interval up to the next step, and what it is worth.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record NormalisationStepDefinition
{
    /// <summary>Gets the smallest value that belongs to the step; null in the first step, which has no lower end.</summary>
    public decimal? From { get; init; }

    /// <summary>Gets what the step is worth, 0 (worst) to 1 (best).</summary>
    public required decimal Score { get; init; }
}
