namespace GridGovernance.Sdk.Assessment;

/// <summary>How much the choice of one weight moves a ranking.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Component">The code of the component whose weight it is.</param>
/// <param name="Index">The weight's shares of the variance of the ranking's shift.</param>
public sealed record WeightSensitivity(string Component, SensitivityIndex Index);
