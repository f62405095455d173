using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>The streams of random numbers of a search: one for each parent and restart, so that a plan depends on the caller's seed and on nothing else.</summary>
internal static class SearchStreams
{
    /// <summary>Begins the stream of a parent and a restart.</summary>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="parent">The parent's code; null where it has none.</param>
    /// <param name="restart">The restart.</param>
    internal static SeededRandom Of(ulong seed, string? parent, int restart)
    {
        unchecked
        {
            // FNV-1a over the code: the stream of a parent does not depend on which others there are.
            var state = 14695981039346656037UL;
            foreach (var c in parent ?? "")
            {
                state = (state ^ c) * 1099511628211UL;
            }

            return SeededRandom.FromSeed(state ^ (BitOperations.RotateLeft(seed * 0x9E3779B97F4A7C15UL, 31) + ((ulong)restart * 0xD1B54A32D192ED03UL)));
        }
    }
}
