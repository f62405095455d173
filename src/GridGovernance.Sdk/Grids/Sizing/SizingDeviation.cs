namespace GridGovernance.Sdk.Grids;

/// <summary>How far a unit is from what its sizing policy asks for.</summary>
/// <remarks>Equality is by value. The default value is a unit within the policy. This type is immutable and safe to share between threads.</remarks>
/// <param name="Amount">How many are too many; negative for how many are too few; 0 within the policy.</param>
/// <param name="Basis">What is counted: households or population.</param>
public readonly record struct SizingDeviation(int Amount, SizingBasis Basis)
{
    /// <summary>Gets a value indicating whether the unit is within the policy.</summary>
    public bool IsWithin => Amount == 0;
}
