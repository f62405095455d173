namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>A choice between numbered alternatives by whole-number weights, prepared once and drawn from often.</summary>
/// <remarks>
/// <para>The chances are exact: a weight over the sum of all. A draw takes one number and log₂ n comparisons.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class WeightedChoice
{
    // INVARIANT: ascending sums of the weights; the last is the total, above 0.
    private readonly long[] _sums;

    /// <summary>Creates a choice.</summary>
    /// <param name="weights">The weight of each alternative, from 0; at least one above 0.</param>
    /// <exception cref="ArgumentException">A weight is negative, or none is above 0.</exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public WeightedChoice(params ReadOnlySpan<int> weights)
    {
        _sums = new long[weights.Length];
        var total = 0L;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0)
            {
                throw new ArgumentException($"Expected weights from 0, but alternative {i} has {weights[i]}.", nameof(weights));
            }

            total = checked(total + weights[i]);
            _sums[i] = total;
        }

        if (total == 0)
        {
            throw new ArgumentException("Expected at least one weight above 0, but found none.", nameof(weights));
        }
    }

    /// <summary>Gets the number of alternatives.</summary>
    public int Count => _sums.Length;

    /// <summary>Gets the sum of the weights.</summary>
    public long Total => _sums[^1];

    /// <summary>Chooses an alternative.</summary>
    /// <param name="stream">The stream to take one number from.</param>
    /// <returns>Its position, from 0; never one with weight 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public int Draw(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return At(stream.NextInt64(Total));
    }

    private int At(long ticket)
    {
        var low = 0;
        var high = _sums.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sums[middle] <= ticket)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
