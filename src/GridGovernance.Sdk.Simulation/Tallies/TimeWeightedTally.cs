using System.Globalization;

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
    /// <exception cref="ArgumentOutOfRangeException">An argument is no finite number.</exception>
    public TimeWeightedTally(double now = 0, double value = 0)
    {
        _since = double.NegativeInfinity;
        Check(now);
        Check(value, nameof(value));
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is before the last change, or an argument is no finite number.</exception>
    public void Set(double now, double value)
    {
        Check(now);
        Check(value, nameof(value));
        _area += Value * (now - _since);
        _since = now;
        Value = value;
        Maximum = value > Maximum ? value : Maximum;
    }

    /// <summary>Computes value × time since the tally began.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <returns>The area under the steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is before the last change, or no finite number.</exception>
    public double Area(double now)
    {
        Check(now);
        return _area + (Value * (now - _since));
    }

    /// <summary>Computes the mean over time.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <returns>The mean; null while no time has passed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is before the last change, or no finite number.</exception>
    public double? Mean(double now) => Area(now) is var area && now > _start ? area / (now - _start) : null;

    /// <summary>Begins anew with the value that holds, such as after a warm-up.</summary>
    /// <param name="now">The time, not before that of the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is before the last change, or no finite number.</exception>
    public void Clear(double now)
    {
        Check(now);
        (_start, _since, _area) = (now, now, 0);
        Maximum = Value;
    }

    private void Check(double now)
    {
        Check(now, nameof(now));
        if (now < _since)
        {
            throw new ArgumentOutOfRangeException(nameof(now), now, $"Time must not go back behind the last change, which was at {_since.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static void Check(double number, string name)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(name, number, "Expected a finite number.");
        }
    }
}
