namespace GridGovernance.Sdk.Assessment;

/// <summary>What a scheme does where an indicator has no value, as data.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AbsenceDefinition
{
    /// <summary>Gets what happens.</summary>
    public AbsenceKind Kind { get; init; }

    /// <summary>Gets the value that counts instead, 0 (worst) to 1 (best); only for <see cref="AbsenceKind.Fixed"/>.</summary>
    public decimal? Score { get; init; }
}
