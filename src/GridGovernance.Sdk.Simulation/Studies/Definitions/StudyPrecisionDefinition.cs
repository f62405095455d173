using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How precisely a measure of a <see cref="StudyDefinition"/> shall be known in every scenario before the study ends.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Measure">The measure.</param>
/// <param name="HalfWidth">Half the width of the confidence interval, above 0: in the measure's unit, or as a share of the mean.</param>
/// <param name="IsRelative">Whether <paramref name="HalfWidth"/> is a share of the mean.</param>
/// <param name="Confidence">The confidence of the interval, between 0 and 1.</param>
/// <param name="MaximumReplications">The number of replications after which to stop in any case, from 2.</param>
/// <param name="Step">How many replications are added at a time, from 1.</param>
public sealed record StudyPrecisionDefinition(
    string Measure, decimal HalfWidth, bool IsRelative = false, decimal Confidence = 0.95m, int MaximumReplications = 1_000, int Step = 10)
{
    /// <summary>Gets a value indicating whether all numbers are within their ranges.</summary>
    internal bool IsSound => HalfWidth > 0 && Confidence is > 0 and < 1 && MaximumReplications >= 2 && Step >= 1;

    internal PrecisionTarget ToTarget() => new(Measure, (double)HalfWidth, IsRelative)
    {
        Confidence = (double)Confidence,
        MaximumReplications = MaximumReplications,
        Step = Step,
    };
}
