using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>One run of one scenario: where its random numbers come from, and where its metrics go.</summary>
/// <remarks>
/// <para>A metric that is not recorded is missing, which is not zero: a mean over no case, for one.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
public sealed class Replication
{
    private readonly NameIndex _metrics;
    private readonly bool[] _recorded;

    internal Replication(int number, RandomStreams streams, NameIndex metrics, CancellationToken cancellation)
    {
        Number = number;
        Streams = streams;
        Cancellation = cancellation;
        _metrics = metrics;
        _recorded = new bool[metrics.Count];
        Values = new double?[metrics.Count];
    }

    /// <summary>Gets the number of the replication, from 1.</summary>
    public int Number { get; }

    /// <summary>Gets the random streams: they depend on the seed and on <see cref="Number"/>, and on the scenario only where common random numbers are off.</summary>
    public RandomStreams Streams { get; }

    /// <summary>Gets what ends the experiment early; a long run should look at it.</summary>
    public CancellationToken Cancellation { get; }

    internal double?[] Values { get; }

    /// <summary>Records a metric.</summary>
    /// <param name="metric">One of the experiment's metrics, once.</param>
    /// <param name="value">The value, finite; null where it is undefined.</param>
    /// <exception cref="ArgumentNullException"><paramref name="metric"/> is null.</exception>
    /// <exception cref="ArgumentException">The experiment has no such metric, it was recorded before, or <paramref name="value"/> is not finite.</exception>
    public void Record(string metric, double? value)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var index = _metrics.IndexOf(metric);
        if (_recorded[index])
        {
            throw new ArgumentException($"Metric \"{metric}\" must be recorded once in a replication, but was recorded before.", nameof(metric));
        }

        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentException($"Metric \"{metric}\" must have a finite value, or null where it is undefined, but has {number}.", nameof(value));
        }

        _recorded[index] = true;
        Values[index] = value;
    }

    /// <summary>Records the mean of a series without its warm-up, as <see cref="WarmUp"/> finds it; missing where the series is too short to tell.</summary>
    /// <param name="metric">One of the experiment's metrics, once.</param>
    /// <param name="observations">The observations of one run in their order, finite.</param>
    /// <returns>Where the warm-up ends.</returns>
    /// <exception cref="ArgumentException">The experiment has no such metric, it was recorded before, or an observation is not finite.</exception>
    public WarmUpCut RecordAfterWarmUp(string metric, ReadOnlySpan<double> observations)
    {
        foreach (var observation in observations)
        {
            if (!double.IsFinite(observation))
            {
                throw new ArgumentException($"Metric \"{metric}\" must have finite observations, but has {observation}.", nameof(observations));
            }
        }

        var cut = WarmUp.Find(observations);
        Record(metric, cut.Mean);
        return cut;
    }
}
