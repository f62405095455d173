namespace GridGovernance.Sdk.Division;

/// <summary>How far a division has come.</summary>
/// <remarks>Equality is by value. The default value has done nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Parents">How many parents are done.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct DivisionProgress(int Parents, int Total);
