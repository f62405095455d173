namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>An endless sequence of random numbers: the generator xoshiro256** and the distributions that simulations need.</summary>
/// <remarks>
/// <para>The generator is that of <see cref="SeededRandom"/>, by Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021).
/// Integers, chances and choices are exact. Continuous distributions take one number each by inversion, so that they are monotone in it
/// and two scenarios stay in step; they rest on + − × ÷ √ alone and give the same bits on every machine.</para>
/// <para>A stream is a moving state: equality is by reference, it has no default, and it must not be shared between threads.</para>
/// </remarks>
public sealed class RandomStream
{
    private const double Ulp = 1.0 / (1UL << 53);

    private readonly SeededRandom _bits;

    internal RandomStream(SeededRandom bits) => _bits = bits;

    /// <summary>Returns the next 64 random bits.</summary>
    /// <returns>The bits.</returns>
    public ulong NextUInt64() => _bits.NextUInt64();

    /// <summary>Returns a whole number below a bound, each equally likely.</summary>
    /// <param name="exclusiveMaximum">The bound, from 1.</param>
    /// <returns>A number in 0..<paramref name="exclusiveMaximum"/>−1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is below 1.</exception>
    public long NextInt64(long exclusiveMaximum) => _bits.NextInt64(exclusiveMaximum);

    /// <summary>Returns a whole number below a bound, each equally likely.</summary>
    /// <param name="exclusiveMaximum">The bound, from 1.</param>
    /// <returns>A number in 0..<paramref name="exclusiveMaximum"/>−1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is below 1.</exception>
    public int NextInt32(int exclusiveMaximum) => (int)NextInt64(exclusiveMaximum);

    /// <summary>Returns a number in the half-open interval 0..1, a multiple of 2⁻⁵³.</summary>
    /// <returns>The number; 1 does not occur.</returns>
    public double NextDouble() => _bits.NextDouble();

    /// <summary>Returns a number between two others.</summary>
    /// <param name="minimum">The smallest.</param>
    /// <param name="maximum">The bound above.</param>
    /// <returns>A number in <paramref name="minimum"/>..<paramref name="maximum"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is below <paramref name="minimum"/>, or one is not finite.</exception>
    public double NextBetween(double minimum, double maximum)
    {
        var width = maximum - minimum;
        if (!double.IsFinite(width) || width < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "Expected a finite number that is not below the minimum.");
        }

        return minimum + (width * NextDouble());
    }

    /// <summary>Says yes with an exact chance.</summary>
    /// <param name="numerator">How often it says yes, from 0 …</param>
    /// <param name="denominator">… out of so many times, from 1.</param>
    /// <returns>True with the chance <paramref name="numerator"/>/<paramref name="denominator"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is below 1, or <paramref name="numerator"/> is outside 0..<paramref name="denominator"/>.</exception>
    public bool NextChance(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        return NextInt64(denominator) < numerator;
    }

    /// <summary>Returns a duration between two independent events that come at a constant rate.</summary>
    /// <param name="mean">The mean, above 0.</param>
    /// <returns>A number from 0, exponentially distributed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is not a positive finite number.</exception>
    public double NextExponential(double mean)
    {
        ThrowIfNotPositive(mean, nameof(mean));
        return -mean * PortableMath.Log(1 - NextDouble());
    }

    /// <summary>Returns the sum of several exponential steps: a duration that is seldom very short, and the more regular the more steps it has.</summary>
    /// <param name="steps">The number of steps, from 1; takes as many numbers.</param>
    /// <param name="mean">The mean of the sum, above 0.</param>
    /// <returns>A number from 0, with the Erlang distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1, or <paramref name="mean"/> is not a positive finite number.</exception>
    public double NextErlang(int steps, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ThrowIfNotPositive(mean, nameof(mean));
        var sum = 0.0;
        for (var step = 0; step < steps; step++)
        {
            sum -= PortableMath.Log(1 - NextDouble());
        }

        return sum * mean / steps;
    }

    /// <summary>Returns how many independent events fall into a span.</summary>
    /// <param name="mean">How many on average, from 0; takes about as many numbers.</param>
    /// <returns>A count from 0, with the Poisson distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is negative or not finite.</exception>
    public int NextPoisson(double mean)
    {
        if (!double.IsFinite(mean) || mean < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a finite number from 0.");
        }

        var count = 0;
        for (var at = NextExponential(1); at < mean; at += NextExponential(1))
        {
            count++;
        }

        return count;
    }

    /// <summary>Returns a number from the normal distribution.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation, from 0.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is not finite, or <paramref name="standardDeviation"/> is negative or not finite.</exception>
    public double NextNormal(double mean, double standardDeviation)
    {
        if (!double.IsFinite(mean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a finite number.");
        }

        if (!double.IsFinite(standardDeviation) || standardDeviation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "Expected a finite number from 0.");
        }

        // The middle of the double's step, so that neither 0 nor 1 occurs.
        return mean + (standardDeviation * NormalQuantile.Of(NextDouble() + (Ulp / 2)));
    }

    /// <summary>Brings the elements into a random order, each order equally likely (Fisher and Yates).</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var left = items.Length; left > 1; left--)
        {
            var other = NextInt32(left);
            (items[left - 1], items[other]) = (items[other], items[left - 1]);
        }
    }

    internal static RandomStream FromWord(ulong word) => new(SeededRandom.FromSeed(word));

    private static void ThrowIfNotPositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a positive finite number.");
        }
    }
}
