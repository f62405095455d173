namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Shares a whole number out by weights in whole numbers: the method of odd divisors (Webster, Sainte-Laguë), with a minimum for each.</summary>
/// <remarks>Exact in integers; of two equal claims the one with the lower position wins.</remarks>
internal static class Apportionment
{
    /// <summary>Shares out.</summary>
    /// <param name="total">What is shared out.</param>
    /// <param name="weights">The weight of each, from 0.</param>
    /// <param name="minimum">What each gets at least.</param>
    /// <param name="maximum">What each gets at most; empty for no bound.</param>
    /// <returns>The parts; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentException">The minima exceed the total, or the maxima or weights leave a rest that nobody may take.</exception>
    internal static int[] Share(int total, ReadOnlySpan<int> weights, int minimum, ReadOnlySpan<int> maximum = default)
    {
        var parts = new int[weights.Length];
        var claims = new PriorityQueue<int, Claim>(weights.Length);
        var rest = (long)total;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = minimum;
            rest -= minimum;
            if (weights[i] > 0 && (maximum.IsEmpty || minimum < maximum[i]))
            {
                claims.Enqueue(i, new Claim(weights[i], minimum, i));
            }
        }

        if (rest < 0)
        {
            throw new ArgumentException($"Expected at least {(long)minimum * parts.Length} to give {minimum} to each of {parts.Length}, but found {total}.", nameof(total));
        }

        for (; rest > 0; rest--)
        {
            if (!claims.TryDequeue(out var winner, out _))
            {
                throw new ArgumentException($"Expected parts that can take {total}, but {rest} are left over.", nameof(weights));
            }

            parts[winner]++;
            if (maximum.IsEmpty || parts[winner] < maximum[winner])
            {
                claims.Enqueue(winner, new Claim(weights[winner], parts[winner], winner));
            }
        }

        return parts;
    }

    private readonly record struct Claim(long Weight, long Held, int Position) : IComparable<Claim>
    {
        public int CompareTo(Claim other)
        {
            // The larger quotient weight / (2 held + 1) comes first.
            var order = ((Int128)other.Weight * ((2 * Held) + 1)).CompareTo((Int128)Weight * ((2 * other.Held) + 1));
            return order != 0 ? order : Position.CompareTo(other.Position);
        }
    }
}
