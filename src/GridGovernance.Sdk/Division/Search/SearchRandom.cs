using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>The random numbers of one search: xoshiro256** (Blackman and Vigna, ACM TOMS 47, 2021), seeded through SplitMix64.</summary>
/// <remarks>One stream for each parent and restart, so that a plan depends on the caller's seed and on nothing else.</remarks>
internal sealed class SearchRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Begins the stream of a parent and a restart.</summary>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="parent">The parent's code; null where it has none.</param>
    /// <param name="restart">The restart.</param>
    internal SearchRandom(ulong seed, string? parent, int restart)
    {
        unchecked
        {
            // FNV-1a over the code: the stream of a parent does not depend on which others there are.
            var state = 14695981039346656037UL;
            foreach (var c in parent ?? "")
            {
                state = (state ^ c) * 1099511628211UL;
            }

            state ^= BitOperations.RotateLeft(seed * 0x9E3779B97F4A7C15UL, 31) + ((ulong)restart * 0xD1B54A32D192ED03UL);
            _s0 = SplitMix(ref state);
            _s1 = SplitMix(ref state);
            _s2 = SplitMix(ref state);
            _s3 = SplitMix(ref state) | 1;
        }
    }

    /// <summary>Returns the next 64 random bits.</summary>
    internal ulong Next()
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

    /// <summary>Returns a whole number below a bound; the bias of one multiplication is below 2⁻³² and does not matter to a search.</summary>
    /// <param name="bound">The bound, from 1.</param>
    internal int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>Returns a number in [0, 1).</summary>
    internal double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
