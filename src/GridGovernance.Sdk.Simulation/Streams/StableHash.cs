using System.Text;

namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>The hash and the mixer that turn a seed and a name into the state of a stream: equal on every machine and in every process.</summary>
/// <remarks>Pure functions over 64-bit words, which wrap around by design.</remarks>
internal static class StableHash
{
    /// <summary>The increment of SplitMix64: 2⁶⁴ over the golden ratio, made odd.</summary>
    internal const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    /// <summary>Hashes a text with 64-bit FNV-1a over its UTF-8 bytes (Fowler, Noll, Vo; RFC 9923).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The hash.</returns>
    internal static ulong Fnv1A(string text)
    {
        var hash = FnvOffset;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ octet) * FnvPrime);
        }

        return hash;
    }

    /// <summary>Finalises a word as SplitMix64 does (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</summary>
    /// <param name="word">The word.</param>
    /// <returns>A word of which each bit depends on each bit of <paramref name="word"/>.</returns>
    internal static ulong Mix(ulong word)
    {
        unchecked
        {
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }
}
