using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>Random words by position: the SplitMix64 mix of a key, a case and a step, so that a column needs no state of a generator for each case.</summary>
/// <remarks>A whole number below a bound is the upper half of the word times the bound, over 2³²: exact enough for weights up to a million, and one multiplication.</remarks>
internal readonly struct ProvinceDraws(ulong key)
{
    internal static ProvinceDraws From(RandomStreams streams) => new(streams.Stream("province").NextUInt64());

    internal int Below(int bound, int one, int step) =>
        (int)(((SeededRandom.Mix(unchecked(key + ((ulong)(uint)one * StableHash.GoldenGamma) + ((ulong)(uint)step << 40))) >> 32) * (ulong)bound) >> 32);
}
