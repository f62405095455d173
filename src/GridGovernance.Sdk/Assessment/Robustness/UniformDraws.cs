namespace GridGovernance.Sdk.Assessment;

/// <summary>Uniform numbers from a seed: SplitMix64 (Steele, Lea and Flood, 2014), the same on every machine.</summary>
internal struct UniformDraws(ulong seed)
{
    private const double Ulp = 1.0 / (1UL << 53);

    private ulong _state = seed;

    /// <summary>Returns the next number, 0 to below 1.</summary>
    internal double Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 11) * Ulp;
        }
    }
}
