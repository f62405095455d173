namespace GridGovernance.Sdk.Assessment;

/// <summary>An indicator as data (指标定义): two counts by name, one over the other.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record IndicatorDefinition
{
    /// <summary>Gets the code, such as <c>on-time-closure-rate</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets which way is good.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>Gets the code of the <see cref="CaseSelector"/> above the line.</summary>
    public required string Numerator { get; init; }

    /// <summary>Gets the code of the <see cref="CaseSelector"/> below the line.</summary>
    public required string Denominator { get; init; }
}
