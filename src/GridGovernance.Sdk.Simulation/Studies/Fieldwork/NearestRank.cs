namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Where a percentile stands among sorted values: the least that so many percent do not exceed.</summary>
internal static class NearestRank
{
    internal static int PositionOf(int percent, int count) => (int)Math.Max(0, (((long)count * percent) + 99) / 100 - 1);
}
