using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Statistics;

/// <summary>A percentage as a report prints it (印出的百分比), with the decimals that it was printed with: 12.97, 4.0.</summary>
/// <remarks>
/// <para>It stands for every value that rounds to it, half away from zero (四舍五入): from half a unit below, up to but not including half a unit above.</para>
/// <para>Equality is of value and decimals: 4.0 and 4 are printed differently. The default value is 0 without decimals.
/// This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct PrintedShare : IParsable<PrintedShare>
{
    /// <summary>The most decimals that a percentage is printed with.</summary>
    public const int MaximumDecimals = Rate.MaximumDecimals - 2;

    /// <summary>The largest percentage.</summary>
    public const decimal MaximumPercent = 1_000_000;

    private PrintedShare(decimal percent, int decimals)
    {
        Percent = percent;
        Decimals = decimals;
    }

    /// <summary>Gets the printed percentage, such as 12.97.</summary>
    public decimal Percent { get; }

    /// <summary>Gets the decimals that it was printed with.</summary>
    public int Decimals { get; }

    /// <summary>Gets the smallest share, 0..1, that rounds to the percentage.</summary>
    public decimal LowestShare => Math.Max(0, Percent - HalfUnit) / 100;

    /// <summary>Gets the share, 0..1, below which every value rounds to the percentage.</summary>
    public decimal ShareBelow => (Percent + HalfUnit) / 100;

    private decimal HalfUnit => new(5, 0, 0, false, (byte)(Decimals + 1));

    /// <summary>Creates a printed percentage.</summary>
    /// <param name="percent">The percentage, 0 to <see cref="MaximumPercent"/>.</param>
    /// <param name="decimals">The decimals that it was printed with, 0 to <see cref="MaximumDecimals"/>.</param>
    /// <returns>The printed percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The percentage or the decimals are out of range, or the percentage has more decimals.</exception>
    public static PrintedShare Create(decimal percent, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, MaximumPercent);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaximumDecimals);
        return Math.Round(percent, decimals) == percent
            ? new PrintedShare(Math.Round(percent, decimals), decimals)
            : throw new ArgumentOutOfRangeException(nameof(percent), percent, $"A percentage printed with {decimals} decimals has no more.");
    }

    /// <summary>Reads a printed percentage.</summary>
    /// <param name="s">Digits with an optional point, and an optional percent sign: <c>12.97</c>, <c>4.0%</c>.</param>
    /// <param name="provider">Not used: digits are invariant.</param>
    /// <returns>The percentage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is anything else.</exception>
    public static PrintedShare Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"\"{s}\" is not a printed percentage: expected digits with at most {MaximumDecimals} decimals, such as 12.97.");
    }

    /// <summary>Tries to read a printed percentage.</summary>
    /// <param name="s">Digits with an optional point, and an optional percent sign: <c>12.97</c>, <c>4.0%</c>.</param>
    /// <param name="provider">Not used: digits are invariant.</param>
    /// <param name="result">The percentage, or 0.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PrintedShare result)
    {
        var digits = s.AsSpan();
        digits = digits is [.. var rest, '%' or '％'] ? rest : digits;
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= MaximumPercent && percent.Scale <= MaximumDecimals)
        {
            result = new PrintedShare(percent, percent.Scale);
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>Says whether a rate is printed so.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="mode">How it is rounded; half away from zero by default.</param>
    /// <returns>True when the rate is defined and rounds to the percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not a rounding mode.</exception>
    public bool Admits(Rate rate, MidpointRounding mode = MidpointRounding.AwayFromZero) => rate.RoundPercent(Decimals, mode) == Percent;

    /// <summary>Returns the counts that can stand behind the percentage of a whole.</summary>
    /// <param name="whole">The whole, at least 1.</param>
    /// <returns>The smallest and the largest count; null when no whole number of the whole is printed so.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="whole"/> is less than 1.</exception>
    public (long Lowest, long Highest)? CountsOf(long whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1);

        // Both ends in hundredths of a percent unit's half, so that nothing is rounded: count/whole >= low/units and < high/units.
        var (low, high, units) = Bounds();
        var lowest = ((low * whole) + units - 1) / units;
        var highest = ((high * whole) - 1) / units;
        return lowest <= highest && highest <= long.MaxValue ? ((long)lowest, (long)highest) : null;
    }

    /// <summary>Returns the smallest counts that give the percentage: 97.39 needs at least 115 cases, 112 of them.</summary>
    /// <returns>The rate with the smallest denominator.</returns>
    public Rate SmallestRate()
    {
        // A percentage of d decimals is itself a fraction over 10^(d+2): the search ends there at the latest.
        for (var whole = 1L; ; whole++)
        {
            if (CountsOf(whole) is { } counts)
            {
                return new Rate(counts.Lowest, whole);
            }
        }
    }

    /// <summary>Returns the digits as printed, without a percent sign.</summary>
    /// <returns>The text; <see cref="Parse"/> reads it back.</returns>
    public override string ToString() => Percent.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private (Int128 Low, Int128 High, Int128 Units) Bounds()
    {
        Int128 unit = 1;
        for (var i = 0; i < Decimals; i++)
        {
            unit *= 10;
        }

        var twice = (Int128)(Percent * (decimal)unit) * 2;
        return (Int128.Max(0, twice - 1), twice + 1, 200 * unit);
    }
}
