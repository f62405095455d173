namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores as whole numbers of one unit, which compare as fast as numbers can.</summary>
internal static class WholeKeys
{
    private const int MaximumDecimals = 18;

    /// <summary>Returns a key for each score, smaller for a better one.</summary>
    /// <param name="scores">The scores; what stands for null is not looked at.</param>
    /// <returns>The keys; null when a score is below 0 or has too many digits beside the others.</returns>
    internal static ulong[]? Of(ReadOnlySpan<decimal?> scores)
    {
        var decimals = 0;
        foreach (var score in scores)
        {
            decimals = Math.Max(decimals, score?.Scale ?? 0);
        }

        if (decimals > MaximumDecimals)
        {
            return null;
        }

        var keys = new ulong[scores.Length];
        Span<int> bits = stackalloc int[4];
        for (var i = 0; i < keys.Length; i++)
        {
            if (scores[i] is not { } score)
            {
                continue;
            }

            decimal.GetBits(score, bits);
            var units = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
            var high = Math.BigMul(units, (ulong)PowersOfTen.Of(decimals - score.Scale), out var low);
            if (bits[2] != 0 || high != 0 || score < 0)
            {
                return null;
            }

            keys[i] = ulong.MaxValue - low;
        }

        return keys;
    }
}
