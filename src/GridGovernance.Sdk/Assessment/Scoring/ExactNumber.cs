using System.Numerics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A rational number: what a score is before anything is rounded.</summary>
/// <remarks>Numbers are compared, never tested for equality of form. The default value is not a number; it is never handed out.</remarks>
internal readonly struct ExactNumber
{
    // Beyond this many bits a fraction is reduced; below it the common divisor costs more than it saves.
    private const long ReducedFrom = 256;

    // INVARIANT: above 0.
    private readonly BigInteger _below;
    private readonly BigInteger _above;

    private ExactNumber(BigInteger above, BigInteger below)
    {
        if (below.GetBitLength() > ReducedFrom)
        {
            var common = BigInteger.GreatestCommonDivisor(above, below);
            (above, below) = (above / common, below / common);
        }

        (_above, _below) = (above, below);
    }

    internal static ExactNumber Zero { get; } = new(0, 1);

    internal static ExactNumber One { get; } = new(1, 1);

    internal bool IsPositive => _above.Sign > 0;

    public static ExactNumber operator +(ExactNumber left, ExactNumber right) => new((left._above * right._below) + (right._above * left._below), left._below * right._below);

    public static ExactNumber operator -(ExactNumber left, ExactNumber right) => new((left._above * right._below) - (right._above * left._below), left._below * right._below);

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) => new(left._above * right._above, left._below * right._below);

    public static ExactNumber operator /(ExactNumber left, ExactNumber right)
    {
        var (above, below) = (left._above * right._below, left._below * right._above);
        return below.Sign < 0 ? new(-above, -below) : new(above, below);
    }

    internal static ExactNumber Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var above = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(value < 0 ? -above : above, BigInteger.Pow(10, value.Scale));
    }

    internal static ExactNumber Of(IndicatorValue value) => value.Rate is { } rate ? new(rate.Numerator, rate.Denominator) : Of(value.Number!.Value);

    internal static ExactNumber Min(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0 ? left : right;

    internal static ExactNumber Max(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0 ? left : right;

    /// <summary>Cuts a number of 0 or more off behind some decimals: what is below a short decimal stays below it.</summary>
    /// <param name="decimals">0 to 28; the result must fit a decimal.</param>
    internal decimal ToDecimal(int decimals) => ExactDecimal.Plain((decimal)(_above * BigInteger.Pow(10, decimals) / _below) / (decimal)BigInteger.Pow(10, decimals));

    internal int CompareTo(ExactNumber other) => (_above * other._below).CompareTo(other._above * _below);
}
