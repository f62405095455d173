namespace GridGovernance.Sdk.Division;

/// <summary>The proof that there is no plan: some units, what they hold, and what they would need.</summary>
/// <remarks>
/// <para>It can be checked without trusting the solver: sum the measure over the units, and see that they are cut off, or belong together, as <see cref="Kind"/> says.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record InfeasibilityCertificate
{
    /// <summary>Gets what it rests on.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>Gets the parent; null where the problem has one without a code.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets the ids of the units that it is about, in the problem's order.</summary>
    public required EquatableArray<string> Units { get; init; }

    /// <summary>Gets what is counted: <c>households</c>, <c>people</c> or <c>units</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>Gets how much of it the units hold.</summary>
    public required long Holds { get; init; }

    /// <summary>Gets how much they would need to hold, at least or at most as <see cref="Kind"/> says.</summary>
    public required long Needs { get; init; }

    /// <summary>Gets the sentence that tells it.</summary>
    public required Message Reason { get; init; }
}
