using System.Text;

namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>The hash that turns a name into the state of a stream: equal on every machine and in every process.</summary>
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
}
