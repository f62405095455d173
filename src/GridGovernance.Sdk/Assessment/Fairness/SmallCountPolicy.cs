namespace GridGovernance.Sdk.Assessment;

/// <summary>What happens to rates over few cases, so that nobody tops or ends a list by luck (小样本处理).</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record SmallCountPolicy
{
    /// <summary>Gets what happens to a rate.</summary>
    public SmallCountKind Kind { get; init; }

    /// <summary>Gets the fewest cases that a rate needs; a rate over fewer, but some, becomes missing, and the scheme says what follows. 0 for any.</summary>
    public long MinimumCases { get; init; }
}
