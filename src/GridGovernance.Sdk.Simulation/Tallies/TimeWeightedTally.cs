namespace GridGovernance.Sdk.Simulation.Tallies;

/// <summary>The mean over time of something that changes by steps: the length of a line, the units that are busy.</summary>
/// <remarks>Equality is by reference. One thread.</remarks>
public sealed class TimeWeightedTally
{
    private double _since;
    private double _start;
    private double _area;

    /// <summary>Creates a tally.</summary>
    /// <param name="now">The time at which it begins.</param>
    /// <param name="value">The value from then on.</param>
    public TimeWeightedTally(double now = 0, double value = 0)
    {
        _start = now;
        _since = now;
        Value = value;
        Maximum = value;
    }

    /// <summary>Gets the value that holds now.</summary>
    public double Value { get; private set; }

    /// <summary>Gets the largest value.</summary>
    public double Maximum { get; private set; }

    /// <summary>Sets the value.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <param name="value">The value from then on.</param>
    public void Set(double now, double value)
    {
        _area += Value * (now - _since);
        _since = now;
        Value = value;
        Maximum = value > Maximum ? value : Maximum;
    }

    /// <summary>Computes value × time since the tally began.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <returns>The area under the steps.</returns>
    public double Area(double now) => _area + (Value * (now - _since));

    /// <summary>Computes the mean over time.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <returns>The mean; null while no time has passed.</returns>
    public double? Mean(double now) => now > _start ? Area(now) / (now - _start) : null;

    /// <summary>Begins anew with the value that holds, such as after a warm-up.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    public void Clear(double now)
    {
        (_start, _since, _area) = (now, now, 0);
        Maximum = Value;
    }
}
