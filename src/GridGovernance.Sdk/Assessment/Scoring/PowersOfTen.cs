namespace GridGovernance.Sdk.Assessment;

/// <summary>Powers of ten as whole numbers.</summary>
internal static class PowersOfTen
{
    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(static exponent => (long)UInt128.Parse("1" + new string('0', exponent), null))];

    /// <summary>Returns a power.</summary>
    /// <param name="exponent">0 to 18.</param>
    internal static long Of(int exponent) => Powers[exponent];
}
