using System.Numerics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A rational number: what a score is before anything is rounded.</summary>
/// <remarks>Numbers are compared, never tested for equality of form. The default value is not a number; it is never handed out.</remarks>
internal readonly struct ExactNumber
{
    // Beyond this many bits a fraction is reduced; below it the common divisor costs more than it saves.
    private const long ReducedFrom = 256;

    private const long LongFrom = 16_384;
    // Roots of longer numbers are not looked for: they would cost much and hardly ever come out.
    private const long RootUpTo = 2048;

    private const int MostDecimals = 28;
    private const int DecimalBits = 96;

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

    /// <summary>Gets a value indicating whether the fraction has grown so long that going on costs more than the answer is worth.</summary>
    internal bool IsLong => _below.GetBitLength() > LongFrom || _above.GetBitLength() > LongFrom;

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

    /// <summary>Returns a value that is present, for a rate the fraction of its counts.</summary>
    internal static ExactNumber Of(IndicatorValue value) => value.Rate is { } rate ? new(rate.Numerator, rate.Denominator) : Of(value.Number!.Value);

    internal static ExactNumber Min(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0 ? left : right;

    internal static ExactNumber Max(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0 ? left : right;

    /// <summary>Returns a power.</summary>
    /// <param name="exponent">0 or more.</param>
    internal ExactNumber Power(int exponent) => new(BigInteger.Pow(_above, exponent), BigInteger.Pow(_below, exponent));

    /// <summary>Returns a root of a number of 0 or more.</summary>
    /// <param name="degree">1 or more.</param>
    /// <returns>The root; null when it is no fraction of whole numbers, or too long to look for.</returns>
    internal ExactNumber? Root(int degree)
    {
        var common = BigInteger.GreatestCommonDivisor(_above, _below);
        if (Math.Max(_above.GetBitLength(), _below.GetBitLength()) - common.GetBitLength() > RootUpTo)
        {
            return null;
        }

        return WholeRoot(_above / common, degree) is { } above && WholeRoot(_below / common, degree) is { } below ? new ExactNumber(above, below) : null;
    }

    /// <summary>Cuts a number of 0 or more off behind some decimals: what is below a short decimal stays below it.</summary>
    /// <param name="decimals">0 to 28; fewer where the whole part leaves no place for them.</param>
    internal decimal ToDecimal(int decimals)
    {
        BigInteger units;
        while ((units = _above * BigInteger.Pow(10, decimals) / _below).GetBitLength() > DecimalBits)
        {
            decimals--;
        }

        return ExactDecimal.Plain(Scaled(units, decimals));
    }

    /// <summary>Returns the nearest decimal, half to even, as a quotient of two decimals would be.</summary>
    internal decimal Nearest()
    {
        var (size, decimals) = (BigInteger.Abs(_above), MostDecimals);
        while (true)
        {
            var units = BigInteger.DivRem(size * BigInteger.Pow(10, decimals), _below, out var rest);
            var half = (2 * rest).CompareTo(_below);
            units += half > 0 || (half == 0 && !units.IsEven) ? 1 : 0;
            if (units.GetBitLength() <= DecimalBits)
            {
                return ExactDecimal.Plain(_above.Sign < 0 ? -Scaled(units, decimals) : Scaled(units, decimals));
            }

            decimals--;
        }
    }

    internal int CompareTo(ExactNumber other) => (_above * other._below).CompareTo(other._above * _below);

    private static decimal Scaled(BigInteger units, int decimals) =>
        unchecked(new((int)(uint)(units & uint.MaxValue), (int)(uint)((units >> 32) & uint.MaxValue), (int)(uint)(units >> 64), false, (byte)decimals));

    // By halving: the roots that are asked for are of few digits.
    private static BigInteger? WholeRoot(BigInteger value, int degree)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One << (int)((value.GetBitLength() / degree) + 1));
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (BigInteger.Pow(middle, degree) <= value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return BigInteger.Pow(low, degree) == value ? low : null;
    }
}
