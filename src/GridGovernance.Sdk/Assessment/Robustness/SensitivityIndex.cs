namespace GridGovernance.Sdk.Assessment;

/// <summary>How much of a result's variance one input brings about.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="FirstOrder">The share of the variance that the input brings about by itself (Sobol's first-order index); an estimate, which may fall a little
/// outside 0..1.</param>
/// <param name="Total">The share that would stay if all other inputs were known (the total index): by itself and together with others.</param>
public sealed record SensitivityIndex(double FirstOrder, double Total);
