namespace GridGovernance.Sdk.Assessment;

/// <summary>How an indicator's value becomes a share of a full score, 0 (worst) to 1 (best), as data (无量纲化).</summary>
/// <remarks>
/// <para>Each kind has its own parameters, and no other may be present:</para>
/// <list type="table">
/// <item><term><c>fraction-of-maximum</c></term><description><see cref="Maximum"/>, or the largest value of the units
/// that are scored when absent. Up: value ÷ maximum. Down: 1 − value ÷ maximum.</description></item>
/// <item><term><c>min-max</c></term><description><see cref="Minimum"/> and <see cref="Maximum"/>, or the smallest and largest value of the
/// units that are scored when both are absent. Up: (value − minimum) ÷ (maximum − minimum). Down: 1 − that.</description></item>
/// <item><term><c>target</c></term><description><see cref="Target"/> is worth 1, <see cref="Baseline"/> 0, in between on a line. Up: the baseline is below the
/// target, 0 when absent. Down: it is above the target.</description></item>
/// <item><term><c>step</c></term><description><see cref="Steps"/>, half-open, in ascending order, worth ever more (up) or ever less (down).</description></item>
/// <item><term><c>interval</c></term><description>Worth 1 from <see cref="Low"/> to <see cref="High"/>, falling on a line to 0 at <see cref="Minimum"/> and at
/// <see cref="Maximum"/>; without a direction.</description></item>
/// <item><term><c>reference</c></term><description>Worth 1 at <see cref="Reference"/>, falling on a line to 0 at <see cref="Tolerance"/> on either side;
/// without a direction.</description></item>
/// <item><term><c>rank</c></term><description>The share of the other units that are worse, units of equal value counting half.</description></item>
/// <item><term><c>percentile-rank</c></term><description>The share of all units, this one too, that are no better.</description></item>
/// <item><term><c>z-score</c></term><description>0.5 at the mean of the units that are scored, 1 and 0 at <see cref="Spread"/> standard deviations (of the
/// population) on its good and its bad side.</description></item>
/// </list>
/// <para>Where all units that are scored have one value, <c>min-max</c>, <c>fraction-of-maximum</c> without a positive maximum and <c>rank</c> of a single
/// unit are worth 1, and <c>z-score</c> is worth 0.5.</para>
/// <para>Beyond its ends a value is worth 0 or 1, never less or more. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record NormalisationDefinition
{
    /// <summary>Gets the kind, such as <c>target</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the smallest value.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Gets the largest value.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Gets the value that is worth 1.</summary>
    public decimal? Target { get; init; }

    /// <summary>Gets the value that is worth 0.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Gets the lower end of the interval that is worth 1.</summary>
    public decimal? Low { get; init; }

    /// <summary>Gets the upper end of the interval that is worth 1.</summary>
    public decimal? High { get; init; }

    /// <summary>Gets the value to be met.</summary>
    public decimal? Reference { get; init; }

    /// <summary>Gets how far from the reference the worth is 0.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Gets how many standard deviations lie between the mean and either end.</summary>
    public decimal? Spread { get; init; }

    /// <summary>Gets the steps.</summary>
    public EquatableArray<NormalisationStepDefinition> Steps { get; init; }
}
