namespace GridGovernance.Sdk.Assessment;

/// <summary>A veto (一票否决), as data: a value above a limit, or below one, lowers the score, whatever else was done well.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record VetoDefinition
{
    /// <summary>Gets the code, unique in the scheme; also its indicator's, unless <see cref="Indicator"/> names another.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the code of the indicator; null when it is <see cref="Code"/>.</summary>
    public string? Indicator { get; init; }

    /// <summary>Gets the value up to which nothing happens; null for 0.</summary>
    public decimal? Over { get; init; }

    /// <summary>Gets the value from which nothing happens, and below which the veto strikes; null where more is what it strikes at. Never beside <see cref="Over"/>.</summary>
    public decimal? Under { get; init; }

    /// <summary>Gets the score that is left at most, 0 or more; null for 0.</summary>
    public decimal? Score { get; init; }

    /// <summary>Gets a value indicating whether an absent value counts as nothing; otherwise the unit gets no score.</summary>
    public bool IgnoreAbsent { get; init; }
}
