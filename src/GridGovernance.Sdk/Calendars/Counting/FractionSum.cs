using System.Numerics;

namespace GridGovernance.Sdk.Calendars;

/// <summary>An exact sum of whole days and fractions of days, whose days may have different lengths.</summary>
/// <remarks>As long as all fractions have one denominator, which is the rule, nothing is allocated.</remarks>
internal struct FractionSum
{
    private long _whole;
    private long _numerator;
    private long _denominator;
    private BigInteger _otherNumerator;
    private BigInteger _otherDenominator;

    /// <summary>Gets the largest whole number not above the sum.</summary>
    internal readonly long Floor
    {
        get
        {
            var (numerator, denominator) = ((BigInteger)_numerator, (BigInteger)Math.Max(1, _denominator));
            if (!_otherDenominator.IsZero)
            {
                numerator = (numerator * _otherDenominator) + (_otherNumerator * denominator);
                denominator *= _otherDenominator;
            }

            var floor = BigInteger.DivRem(numerator, denominator, out var remainder);
            return _whole + (long)floor - (remainder.Sign < 0 ? 1 : 0);
        }
    }

    /// <summary>Adds whole days.</summary>
    /// <param name="days">How many; may be negative.</param>
    internal void Add(long days) => _whole += days;

    /// <summary>Adds a fraction.</summary>
    /// <param name="numerator">The part; may be negative.</param>
    /// <param name="denominator">The whole, above 0.</param>
    internal void Add(long numerator, long denominator)
    {
        if (_denominator == 0 || _denominator == denominator)
        {
            _denominator = denominator;
            _numerator += numerator;
        }
        else if (_otherDenominator.IsZero)
        {
            (_otherNumerator, _otherDenominator) = (numerator, denominator);
        }
        else
        {
            _otherNumerator = (_otherNumerator * denominator) + (numerator * _otherDenominator);
            _otherDenominator *= denominator;
        }
    }
}
