using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The dimensions that tables of cases are counted by; what a case does not tell is the empty category.</summary>
public static class CaseAxes
{
    /// <summary>Gets the channel that the case came by (渠道).</summary>
    public static CrossAxis<CaseFact> Channel { get; } = new("channel", static fact => fact.Channel ?? "");

    /// <summary>Gets the tier (分级).</summary>
    public static CrossAxis<CaseFact> Tier { get; } = new("tier", static fact => fact.Tier ?? "");

    /// <summary>Gets the size of the matter (大小).</summary>
    public static CrossAxis<CaseFact> Size { get; } = new("size", static fact => fact.Size ?? "");

    /// <summary>Gets the category of the matter (类别).</summary>
    public static CrossAxis<CaseFact> Category { get; } = new("category", static fact => fact.Category ?? "");

    /// <summary>Gets the grid or cell.</summary>
    public static CrossAxis<CaseFact> Unit { get; } = new("unit", static fact => fact.Unit ?? "");

    /// <summary>Gets the department.</summary>
    public static CrossAxis<CaseFact> Department { get; } = new("department", static fact => fact.Department ?? "");

    /// <summary>Gets the kind of settlement (社区类型) that the place of the case has.</summary>
    public static CrossAxis<CaseFact> Settlement { get; } = new("settlement", static fact => fact.Settlement ?? "");

    /// <summary>Returns the period in which the case was reported.</summary>
    /// <param name="kind">The length of the period.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    public static CrossAxis<CaseFact> Period(PeriodKind kind) => Enum.IsDefined(kind)
        ? new("period", fact => fact.ReportedOn is { } date ? Periods.PeriodOf(date, kind) : "")
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind is not one of the kinds of periods.");
}
