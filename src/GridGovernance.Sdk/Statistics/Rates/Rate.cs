using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Statistics;

/// <summary>A rate (率): a count over another count, kept as the two counts so that nothing is lost before it is printed.</summary>
/// <remarks>
/// <para>A rate over nothing is undefined (不适用): it has no <see cref="Value"/>, and is neither 0 nor 1. The numerator may exceed the denominator
/// (8,400 matters over 7,709 cells) and may be negative where the rate is a change, such as growth.</para>
/// <para>Rounding is done once, from the exact fraction, by default half away from zero (四舍五入), which is how printed tables are made.</para>
/// <para>Equality is of the two counts: 1/2 and 2/4 are different rates of equal value; <see cref="CompareValues"/> compares values exactly.
/// The default value is 0/0, undefined. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct Rate : IParsable<Rate>
{
    /// <summary>The largest number of decimals that <see cref="Round"/> takes: every result then fits a <see cref="decimal"/>.</summary>
    public const int MaximumDecimals = 9;

    /// <summary>Creates a rate.</summary>
    /// <param name="numerator">The count above the line.</param>
    /// <param name="denominator">The count below the line; 0 makes the rate undefined.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is negative.</exception>
    public Rate(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Gets the count above the line.</summary>
    public long Numerator { get; }

    /// <summary>Gets the count below the line, never negative.</summary>
    public long Denominator { get; }

    /// <summary>Gets a value indicating whether there is anything to divide by.</summary>
    public bool IsDefined => Denominator > 0;

    /// <summary>Gets the value as a share of 1, to 28 significant digits; null when the rate is undefined.</summary>
    public decimal? Value => Denominator > 0 ? (decimal)Numerator / Denominator : null;

    /// <summary>Pools two rates: the sum of the numerators over the sum of the denominators, which is not the mean of the values.</summary>
    /// <param name="left">One rate.</param>
    /// <param name="right">The other.</param>
    /// <returns>The pooled rate.</returns>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public static Rate operator +(Rate left, Rate right) =>
        new(checked(left.Numerator + right.Numerator), checked(left.Denominator + right.Denominator));

    /// <summary>Compares the values of two rates exactly, by cross-multiplication.</summary>
    /// <param name="left">One rate.</param>
    /// <param name="right">The other.</param>
    /// <returns>Negative, zero or positive as the left value is smaller, equal or larger; null when either rate is undefined.</returns>
    public static int? CompareValues(Rate left, Rate right) => left.IsDefined && right.IsDefined
        ? ((Int128)left.Numerator * right.Denominator).CompareTo((Int128)right.Numerator * left.Denominator)
        : null;

    /// <summary>Reads a rate from its text.</summary>
    /// <param name="s">The two counts around a slash, such as <c>911/972</c>.</param>
    /// <param name="provider">Not used: counts are written in invariant digits.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is anything else.</exception>
    public static Rate Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"\"{s}\" is not a rate: expected two counts around a slash, such as 911/972.");
    }

    /// <summary>Tries to read a rate from its text.</summary>
    /// <param name="s">The two counts around a slash, such as <c>911/972</c>.</param>
    /// <param name="provider">Not used: counts are written in invariant digits.</param>
    /// <param name="result">The rate, or the undefined rate.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Rate result)
    {
        if (s?.Split('/') is [var above, var below]
            && long.TryParse(above, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            && long.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator))
        {
            result = new Rate(numerator, denominator);
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>Returns the value as a share of 1, rounded once from the exact fraction.</summary>
    /// <param name="decimals">The decimals to keep, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <param name="mode">What happens in between; half away from zero (四舍五入) by default.</param>
    /// <returns>The rounded value; null when the rate is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0 to <see cref="MaximumDecimals"/>,
    /// or <paramref name="mode"/> is not a rounding mode.</exception>
    public decimal? Round(int decimals, MidpointRounding mode = MidpointRounding.AwayFromZero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaximumDecimals);
        if (!IsDefined)
        {
            return null;
        }

        var unit = 1L;
        for (var i = 0; i < decimals; i++)
        {
            unit *= 10;
        }

        var (quotient, remainder) = Int128.DivRem((Int128)Numerator * unit, Denominator);
        var away = Int128.Sign(remainder);
        var twice = Int128.Abs(remainder) * 2;
        var moves = mode switch
        {
            MidpointRounding.AwayFromZero => twice >= Denominator,
            MidpointRounding.ToEven => twice > Denominator || (twice == Denominator && !Int128.IsEvenInteger(quotient)),
            MidpointRounding.ToZero => false,
            MidpointRounding.ToNegativeInfinity => Int128.IsNegative(remainder),
            MidpointRounding.ToPositiveInfinity => Int128.IsPositive(remainder),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode is not one of the rounding modes."),
        };
        return (decimal)(moves ? quotient + away : quotient) / unit;
    }

    /// <summary>Returns the value in percent, rounded once from the exact fraction.</summary>
    /// <param name="decimals">The decimals of the percentage, 0 to <see cref="MaximumDecimals"/> − 2.</param>
    /// <param name="mode">What happens in between; half away from zero (四舍五入) by default.</param>
    /// <returns>The percentage, such as 93.72; null when the rate is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range, or <paramref name="mode"/> is not a rounding mode.</exception>
    public decimal? RoundPercent(int decimals, MidpointRounding mode = MidpointRounding.AwayFromZero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaximumDecimals - 2);
        return Round(decimals + 2, mode) is { } share ? Math.Round(share * 100, decimals) : null;
    }

    /// <summary>Returns the two counts around a slash, such as <c>911/972</c>.</summary>
    /// <returns>The text; <see cref="Parse"/> reads it back.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
