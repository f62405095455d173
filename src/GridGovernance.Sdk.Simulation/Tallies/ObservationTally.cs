namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>Count, mean and spread of observations, one after the other: a wait, a size, the result of a replication.</summary>
/// <remarks>
/// <para>The method of Welford ("Note on a method for calculating corrected sums of squares and products", Technometrics 4, 1962): stable, and nothing is kept of an observation.
/// What is undefined is null: a mean of nothing, a spread of one.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
public sealed class ObservationTally
{
    private double _mean;
    private double _squares;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;

    /// <summary>Gets the number of observations.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the mean; null without an observation.</summary>
    public double? Mean => Count > 0 ? _mean : null;

    /// <summary>Gets the variance with n − 1; null with fewer than two observations.</summary>
    public double? Variance => Count > 1 ? _squares / (Count - 1) : null;

    /// <summary>Gets the standard deviation with n − 1; null with fewer than two observations.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Gets the smallest observation; null without one.</summary>
    public double? Minimum => Count > 0 ? _minimum : null;

    /// <summary>Gets the largest observation; null without one.</summary>
    public double? Maximum => Count > 0 ? _maximum : null;

    /// <summary>Adds an observation.</summary>
    /// <param name="value">The observation, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is no finite number.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "An observation must be a finite number.");
        }

        Count++;
        var distance = value - _mean;
        _mean += distance / Count;
        _squares += distance * (value - _mean);
        _minimum = value < _minimum ? value : _minimum;
        _maximum = value > _maximum ? value : _maximum;
    }

    /// <summary>Forgets all observations, such as those of a warm-up.</summary>
    public void Clear()
    {
        Count = 0;
        _mean = 0;
        _squares = 0;
        _minimum = double.PositiveInfinity;
        _maximum = double.NegativeInfinity;
    }

    /// <summary>Computes the confidence interval of the mean by Student's t, for observations that are independent of each other: replications, not customers of one queue.</summary>
    /// <param name="confidence">The confidence, between 0 and 1.</param>
    /// <returns>The interval; null with fewer than two observations.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public ConfidenceInterval? IntervalOfMean(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Checked(confidence);
        if (StandardDeviation is not { } deviation)
        {
            return null;
        }

        var half = deviation == 0 ? 0 : StudentT.Quantile((1 + confidence) / 2, Count - 1) * deviation / Math.Sqrt(Count);
        return new ConfidenceInterval(_mean - half, _mean + half, confidence);
    }
}
