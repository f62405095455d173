using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>How precisely a metric shall be known before an experiment ends: replications are added until every scenario's confidence interval is narrow enough.</summary>
/// <remarks>
/// <para>The sequential procedure of Law, "Simulation Modeling and Analysis" (4th ed. 2007), section 9.4.1: for a half-width of a share γ of the mean, the interval
/// must be within γ/(1 + γ) of the mean that was found. It is looked at after fixed numbers of replications, so that the answer does not depend on how many threads run them.
/// An interval at which one stopped because it was narrow covers slightly less often than it says.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record PrecisionTarget
{
    /// <summary>Creates a target.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="halfWidth">Half the width of the confidence interval: in the metric's unit, or as a share of the mean; above 0.</param>
    /// <param name="isRelative">Whether <paramref name="halfWidth"/> is a share of the mean.</param>
    /// <exception cref="ArgumentException"><paramref name="metric"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfWidth"/> is not a positive finite number.</exception>
    public PrecisionTarget(string metric, double halfWidth, bool isRelative = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        if (!double.IsFinite(halfWidth) || halfWidth <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "Expected a positive finite number.");
        }

        Metric = metric;
        HalfWidth = halfWidth;
        IsRelative = isRelative;
    }

    /// <summary>Gets the metric.</summary>
    public string Metric { get; }

    /// <summary>Gets half the width of the confidence interval, in the metric's unit or as a share of the mean.</summary>
    public double HalfWidth { get; }

    /// <summary>Gets a value indicating whether <see cref="HalfWidth"/> is a share of the mean.</summary>
    public bool IsRelative { get; }

    /// <summary>Gets the confidence of the interval, between 0 and 1. The default is 0.95.</summary>
    public double Confidence { get; init; } = ConfidenceInterval.DefaultConfidence;

    /// <summary>Gets the number of replications after which to stop in any case. The default is 1,000.</summary>
    public int MaximumReplications { get; init; } = 1_000;

    /// <summary>Gets how many replications are added at a time, from 1. The default is 10.</summary>
    public int Step { get; init; } = 10;

    /// <summary>Says whether a summary is precise enough.</summary>
    /// <param name="summary">The summary of the metric in one scenario.</param>
    /// <returns>True when it is; false also while the interval is undefined.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="summary"/> is null.</exception>
    public bool IsMetBy(MetricSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Interval is { } interval && interval.HalfWidth <= (IsRelative ? HalfWidth / (1 + HalfWidth) * Math.Abs(summary.Mean!.Value) : HalfWidth);
    }
}
