namespace GridGovernance.Sdk.Division;

/// <summary>A measure that is balanced between the grids of a parent beside the size, such as work orders or area.</summary>
/// <remarks>
/// <para>The deviation of a grid is the largest of |amount − mean| ÷ mean × weight over all measures; the size's weight is 1.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Name"><c>households</c>, <c>people</c>, or the name of a further measure of the units.</param>
/// <param name="Weight">The weight, above 0 and at most 1000.</param>
public sealed record DivisionMeasure(string Name, decimal Weight = 1m);
