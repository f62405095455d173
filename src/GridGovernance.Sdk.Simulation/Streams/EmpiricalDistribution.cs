namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>The distribution of values that were observed: between neighbouring observations, every number is as likely (Law, "Simulation Modeling and Analysis", 4th ed. 2007, 8.3.16).</summary>
/// <remarks>
/// <para>A draw takes one number and is monotone in it. The mean is that of the middles of neighbours, not exactly that of the observations; nothing below the smallest or above the largest comes out.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EmpiricalDistribution
{
    // INVARIANT: ascending, at least one.
    private readonly double[] _sorted;

    /// <summary>Creates a distribution.</summary>
    /// <param name="observations">The observations in any order, finite; at least one.</param>
    /// <exception cref="ArgumentException">There is no observation, or one is not finite.</exception>
    public EmpiricalDistribution(params ReadOnlySpan<double> observations)
    {
        if (observations.IsEmpty)
        {
            throw new ArgumentException("Expected at least one observation, but found none.", nameof(observations));
        }

        foreach (var observation in observations)
        {
            if (!double.IsFinite(observation))
            {
                throw new ArgumentException(FormattableString.Invariant($"Expected finite observations, but found {observation}."), nameof(observations));
            }
        }

        _sorted = observations.ToArray();
        Array.Sort(_sorted);
    }

    /// <summary>Gets the number of observations.</summary>
    public int Count => _sorted.Length;

    /// <summary>Draws a number.</summary>
    /// <param name="stream">The stream to take one number from.</param>
    /// <returns>A number from the smallest to the largest observation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public double Draw(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Quantile(stream.NextDouble());
    }

    /// <summary>Computes the value below which a share of the distribution lies.</summary>
    /// <param name="share">The share, 0..1.</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0..1.</exception>
    public double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share between 0 and 1.");
        }

        var place = share * (_sorted.Length - 1);
        var below = Math.Min((int)place, Math.Max(0, _sorted.Length - 2));
        var above = Math.Min(below + 1, _sorted.Length - 1);
        var (part, width) = (place - below, _sorted[above] - _sorted[below]);
        return double.IsFinite(width) ? _sorted[below] + (part * width) : ((1 - part) * _sorted[below]) + (part * _sorted[above]);
    }
}
