namespace GridGovernance.Sdk.Division;

/// <summary>How much of a further measure a unit holds.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Measure">The name of the measure, as <see cref="DivisionMeasure.Name"/> has it.</param>
/// <param name="Amount">The amount, from 0.</param>
public sealed record DivisionAmount(string Measure, int Amount);
