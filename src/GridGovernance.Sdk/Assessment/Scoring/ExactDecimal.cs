namespace GridGovernance.Sdk.Assessment;

/// <summary>Decimals out of whole numbers, and their one form without trailing zeros.</summary>
internal static class ExactDecimal
{
    /// <summary>Creates a decimal without trailing zeros.</summary>
    /// <param name="units">The whole number.</param>
    /// <param name="decimals">How many of its digits stand behind the point, 0 to 28.</param>
    internal static decimal Create(ulong units, byte decimals)
    {
        while (decimals > 0 && (units & 1) == 0 && units % 10 == 0)
        {
            units /= 10;
            decimals--;
        }

        return unchecked(new decimal((int)units, (int)(units >> 32), 0, false, decimals));
    }

    /// <summary>Returns the same number without trailing zeros.</summary>
    /// <param name="value">The number.</param>
    internal static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
