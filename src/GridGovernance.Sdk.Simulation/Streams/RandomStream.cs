namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>An endless sequence of random numbers: the generator xoshiro256** and the distributions that simulations need.</summary>
/// <remarks>
/// <para>The generator is that of <see cref="SeededRandom"/>, by Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021).
/// Integers, chances and choices are exact. Continuous distributions take one number each by inversion, so that they are monotone in it
/// and two scenarios stay in step; they rest on + − × ÷ √ alone and give the same bits on every machine. Every number is finite: what would leave the range of its type is the type's largest.</para>
/// <para>A stream is a moving state: equality is by reference, it has no default, and it must not be shared between threads.</para>
/// </remarks>
public sealed class RandomStream
{
    private const double Ulp = 1.0 / (1UL << 53);
    private const double LeastNormal = 2.2250738585072014E-308;

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
        return Finite(-mean * PortableMath.Log(1 - NextDouble()));
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

        var all = sum * mean;
        return Finite(double.IsFinite(all) ? all / steps : sum / steps * mean);
    }

    /// <summary>Returns how many independent events fall into a span.</summary>
    /// <param name="mean">How many on average, 0 to 1,000,000,000; takes about as many numbers.</param>
    /// <returns>A count from 0, with the Poisson distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is outside its range.</exception>
    public int NextPoisson(double mean)
    {
        if (mean is not (>= 0 and <= 1_000_000_000))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected a number from 0 to 1,000,000,000.");
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
        return Finite(mean + (standardDeviation * NormalQuantile.Of(NextDouble() + (Ulp / 2))));
    }

    /// <summary>Says yes with a chance given as a share; <see cref="NextChance"/> is exact.</summary>
    /// <param name="share">The chance, 0..1.</param>
    /// <returns>True with that chance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0..1.</exception>
    public bool NextBernoulli(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share between 0 and 1.");
        }

        return NextDouble() < share;
    }

    /// <summary>Returns how many failures come before the first success.</summary>
    /// <param name="share">The chance of a success, above 0 and at most 1.</param>
    /// <returns>A count from 0, with the geometric distribution: ⌊ln u ÷ ln(1 − p)⌋ (Devroye, "Non-Uniform Random Variate Generation", 1986, X.2). Takes one number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public long NextGeometric(double share)
    {
        if (share is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0 and at most 1.");
        }

        var u = 1 - NextDouble();
        var failures = share == 1 ? 0 : Math.Floor(PortableMath.Log(u) / PortableMath.Log1Minus(share));
        return failures < long.MaxValue ? (long)failures : long.MaxValue;
    }

    /// <summary>Returns a number from the triangular distribution: all that is known of an effort is often its least, its most and its usual size.</summary>
    /// <param name="minimum">The smallest.</param>
    /// <param name="mode">The most likely.</param>
    /// <param name="maximum">The largest.</param>
    /// <returns>The number, by inversion (Law, "Simulation Modeling and Analysis", 4th ed. 2007, 8.3.15). Takes one number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are not finite or do not ascend.</exception>
    public double NextTriangular(double minimum, double mode, double maximum)
    {
        var width = maximum - minimum;
        if (!double.IsFinite(width) || !(minimum <= mode && mode <= maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, FormattableString.Invariant($"Expected finite numbers that ascend, but found {minimum}, {mode} and {maximum}."));
        }

        var u = NextDouble();
        return u * width < mode - minimum
            ? minimum + RootOfProduct(u * width, mode - minimum)
            : maximum - RootOfProduct((1 - u) * width, maximum - mode);
    }

    /// <summary>Returns a number from the Weibull distribution: times to a failure whose rate falls (shape below 1) or rises with age.</summary>
    /// <param name="shape">The shape, above 0; 1 is the exponential distribution.</param>
    /// <param name="scale">The scale, above 0.</param>
    /// <returns>A number from 0, by inversion: scale · (−ln u)^(1/shape) (Law, 8.3.5). Takes one number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a positive finite number.</exception>
    public double NextWeibull(double shape, double scale)
    {
        ThrowIfNotPositive(shape, nameof(shape));
        ThrowIfNotPositive(scale, nameof(scale));
        var size = -PortableMath.Log(1 - NextDouble());
        return size == 0 ? 0 : Finite(scale * PortableMath.Pow(size, Finite(1 / shape)));
    }

    /// <summary>Returns a number whose logarithm is normal: durations of handling often are so, with a few very long ones.</summary>
    /// <param name="mean">The mean of the number itself, above 0.</param>
    /// <param name="variation">The standard deviation over the mean, from 0 to 1e100.</param>
    /// <returns>A number from 0: exp of a normal number with σ² = ln(1 + variation²) and μ = ln mean − σ²/2 (Law, 8.3.7). Takes one number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public double NextLogNormal(double mean, double variation)
    {
        ThrowIfNotPositive(mean, nameof(mean));
        if (variation is not (>= 0 and <= 1e100))
        {
            throw new ArgumentOutOfRangeException(nameof(variation), variation, "Expected a number from 0 to 1e100.");
        }

        var variance = PortableMath.Log(1 + (variation * variation));
        return Finite(PortableMath.Exp(NextNormal(PortableMath.Log(Math.Max(mean, LeastNormal)) - (variance / 2), Math.Sqrt(variance))));
    }

    /// <summary>Returns a number from the gamma distribution: the Erlang distribution for steps that need not be whole.</summary>
    /// <param name="shape">The shape, 0.01 to 10,000.</param>
    /// <param name="mean">The mean, above 0.</param>
    /// <returns>A number from 0, by inversion of the regularised incomplete gamma function (DLMF 8.2.4). Takes one number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public double NextGamma(double shape, double mean)
    {
        ThrowIfNotPositive(mean, nameof(mean));
        if (shape is not (>= 0.01 and <= 10_000))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "Expected a shape from 0.01 to 10,000.");
        }

        var (scale, size) = (mean / shape, GammaQuantile.Of(NextDouble() + (Ulp / 2), shape));
        return Finite(double.IsFinite(scale) ? scale * size : size / shape * mean);
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

    private static double Finite(double value) => double.IsFinite(value) ? value : Math.CopySign(double.MaxValue, value);

    // Two finite numbers may have an infinite product, but never an infinite root of it.
    private static double RootOfProduct(double one, double other)
    {
        var product = one * other;
        return double.IsFinite(product) ? Math.Sqrt(product) : Math.Sqrt(one) * Math.Sqrt(other);
    }

    private static void ThrowIfNotPositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a positive finite number.");
        }
    }
}
