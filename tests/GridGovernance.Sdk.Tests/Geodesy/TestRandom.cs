namespace GridGovernance.Sdk.Tests.Geodesy;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): numbers from a seed alone.</summary>
internal sealed class TestRandom(ulong seed)
{
    private ulong _state = seed;

    internal ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    internal double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    internal double Between(double low, double high) => low + (Unit() * (high - low));

    internal int Below(int bound) => (int)(Next() % (ulong)bound);
}
