namespace GridGovernance.Sdk.Assessment;

/// <summary>A deduction or a bonus, as data: points for every full unit of an indicator (扣分项, 加分项).</summary>
/// <remarks>
/// <para>Of a value, what exceeds <see cref="Over"/> is counted in full steps of <see cref="Per"/>, each worth <see cref="Points"/>, up to <see cref="Cap"/>.
/// In Jinniu (金牛区) every 200 shared bicycles over the quota cost 0.1: 9,050 against 8,300 cost 0.3.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AdjustmentDefinition
{
    /// <summary>Gets the code, unique in the scheme; also its indicator's, unless <see cref="Indicator"/> names another.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the code of the indicator; null when it is <see cref="Code"/>.</summary>
    public string? Indicator { get; init; }

    /// <summary>Gets the points of a step, above 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>Gets the size of a step, above 0; null for 1.</summary>
    public decimal? Per { get; init; }

    /// <summary>Gets the value up to which nothing counts; null for 0.</summary>
    public decimal? Over { get; init; }

    /// <summary>Gets the value from which nothing counts, and below which what is lacking does: in Jinhua (金华) each percentage point of on-time closure below 70 costs 1
    /// (0.7 in steps of 0.01); null where more is what counts. Never beside <see cref="Over"/>.</summary>
    public decimal? Under { get; init; }

    /// <summary>Gets the most points, 0 or more; null without a limit.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Gets who grants a bonus, such as <c>province</c>, for the caps by source; null without one, and for deductions.</summary>
    public string? Source { get; init; }

    /// <summary>Gets a value indicating whether an absent value counts as nothing; otherwise the unit gets no score.</summary>
    public bool IgnoreAbsent { get; init; }
}
