using System.Numerics;

namespace GridGovernance.Sdk;

/// <summary>An endless sequence of random bits from a seed: the one generator of the library, equal on every machine.</summary>
/// <remarks>
/// <para>The generator is xoshiro256** of Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), with a period of
/// 2²⁵⁶ − 1; a seed becomes its state by SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</para>
/// <para>It is a moving state: equality is by reference, it has no default, and it must not be shared between threads.</para>
/// </remarks>
public sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    // INVARIANT: not all four words are zero; the generator would stand still.
    private SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Begins the sequence of a seed.</summary>
    /// <param name="seed">The seed; any number, and each gives another sequence.</param>
    /// <returns>The sequence, from its first number.</returns>
    public static SeededRandom FromSeed(ulong seed)
    {
        // Four different words come out of SplitMix64 in a row, so that at most one is zero.
        return new SeededRandom(Next(ref seed), Next(ref seed), Next(ref seed), Next(ref seed));

        static ulong Next(ref ulong state) => Mix(state = unchecked(state + GoldenGamma));
    }

    /// <summary>Begins the sequence of a state, as other implementations of the generator state it.</summary>
    /// <param name="s0">The first word.</param>
    /// <param name="s1">The second word.</param>
    /// <param name="s2">The third word.</param>
    /// <param name="s3">The fourth word.</param>
    /// <returns>The sequence, from its first number.</returns>
    /// <exception cref="ArgumentException">All four words are 0.</exception>
    public static SeededRandom FromState(ulong s0, ulong s1, ulong s2, ulong s3) => (s0 | s1 | s2 | s3) != 0
        ? new SeededRandom(s0, s1, s2, s3)
        : throw new ArgumentException("Expected a word that is not 0, but found four of 0: the generator would stand still.", nameof(s3));

    /// <summary>Mixes a word as SplitMix64 does.</summary>
    /// <param name="word">The word.</param>
    /// <returns>A word of which each bit depends on each bit of <paramref name="word"/>; different words give different ones.</returns>
    public static ulong Mix(ulong word)
    {
        unchecked
        {
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }

    /// <summary>Returns the next 64 random bits.</summary>
    /// <returns>The bits.</returns>
    public ulong NextUInt64()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>Returns a whole number below a bound, each equally likely.</summary>
    /// <param name="exclusiveMaximum">The bound, from 1.</param>
    /// <returns>A number in 0..<paramref name="exclusiveMaximum"/>−1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is below 1.</exception>
    public long NextInt64(long exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);

        // Lemire, "Fast random integer generation in an interval", ACM TOMACS 29, 2019: unbiased, hardly ever a second draw.
        var bound = (ulong)exclusiveMaximum;
        var high = Math.BigMul(NextUInt64(), bound, out var low);
        if (low < bound)
        {
            var threshold = unchecked(0UL - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return (long)high;
    }

    /// <summary>Returns a whole number below a bound, each equally likely.</summary>
    /// <param name="exclusiveMaximum">The bound, from 1.</param>
    /// <returns>A number in 0..<paramref name="exclusiveMaximum"/>−1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is below 1.</exception>
    public int NextInt32(int exclusiveMaximum) => (int)NextInt64(exclusiveMaximum);

    /// <summary>Returns a number in the half-open interval 0..1, a multiple of 2⁻⁵³.</summary>
    /// <returns>The number; 1 does not occur.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));
}
