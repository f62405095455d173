namespace GridGovernance.Sdk.Assessment;

/// <summary>Rounds the parts of a sum so that they sum to the rounded sum (最大余数法, Hamilton's method).</summary>
internal static class LargestRemainder
{
    /// <summary>Rounds a sum and its parts.</summary>
    /// <param name="parts">The parts; below 0 is allowed.</param>
    /// <param name="decimals">The decimals to keep.</param>
    /// <returns>The sum, rounded half away from zero, and the parts: each cut down to its last full unit, the units that are left given to the
    /// largest remainders, among equals to the earlier part.</returns>
    internal static (decimal Sum, decimal[] Parts) Round(IReadOnlyList<decimal> parts, int decimals)
    {
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var sum = Math.Round(parts.Sum(), decimals, MidpointRounding.AwayFromZero);
        decimal[] floors = [.. parts.Select(part => Math.Round(part, decimals, MidpointRounding.ToNegativeInfinity))];
        var left = (int)((sum - floors.Sum()) / unit);
        foreach (var part in Enumerable.Range(0, floors.Length).OrderByDescending(part => parts[part] - floors[part]).Take(left))
        {
            floors[part] += unit;
        }

        // Adding a zero of so many decimals writes them all: 36 becomes 36.00.
        var zero = new decimal(0, 0, 0, false, (byte)decimals);
        return (sum + zero, [.. floors.Select(part => part + zero)]);
    }
}
