using System.Globalization;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's value of an indicator: a number, a rate with its counts, or the reason why there is none.</summary>
/// <remarks>
/// <para>Unknown is not zero: a missing value and a rate over nothing stay apart, and a scheme says what to do with each.</para>
/// <para>Equality is by value. The default value is <see cref="Missing"/>. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct IndicatorValue
{
    private readonly decimal _number;
    private readonly Rate _rate;
    private readonly bool _isRate;
    private readonly bool _isCounted;

    // INVARIANT: of a number, the fewest cases behind it stand below the line of a rate that is none, and the most above it.
    private IndicatorValue(IndicatorValueState state, decimal number, Rate rate, bool isRate, bool isCounted)
    {
        State = state;
        _number = number;
        _rate = rate;
        _isRate = isRate;
        _isCounted = isCounted;
    }

    /// <summary>Gets the value that was not delivered (缺失).</summary>
    public static IndicatorValue Missing => default;

    /// <summary>Gets the value that does not apply (不适用).</summary>
    public static IndicatorValue Undefined => new(IndicatorValueState.Undefined, 0, default, false, false);

    /// <summary>Gets whether there is a value.</summary>
    public IndicatorValueState State { get; }

    /// <summary>Gets the number, for a rate its value as a share of 1; null when there is none.</summary>
    public decimal? Number => State == IndicatorValueState.Present ? _number : null;

    /// <summary>Gets the rate with its counts, defined or not; null when the value is not a rate.</summary>
    public Rate? Rate => _isRate ? _rate : null;

    /// <summary>Gets how many cases the value rests on: those below the line of a rate, or those that a number was given with; null when nobody counted them.</summary>
    public long? Cases => _isCounted ? _rate.Denominator : null;

    /// <summary>Gets the cases of the rate that had most, among those that a number came of.</summary>
    internal long? MostCases => _isRate || !_isCounted ? Cases : _rate.Numerator;

    /// <summary>Creates a value from a number that nobody counted the cases of.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static IndicatorValue Of(decimal number) => Of(number, null);

    /// <summary>Creates a value from a number and the cases behind it, such as an adjusted rate or the score of another scheme.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cases">How many cases it rests on, 0 or more; null when nobody counted them.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is negative.</exception>
    public static IndicatorValue Of(decimal number, long? cases) => Of(number, cases, cases);

    /// <summary>Creates a value from a number that came of several rates.</summary>
    /// <param name="number">The number.</param>
    /// <param name="fewest">The cases below the rate that had fewest; null when nobody counted them.</param>
    /// <param name="most">The cases below the rate that had most.</param>
    internal static IndicatorValue Of(decimal number, long? fewest, long? most) => new(IndicatorValueState.Present, number, new Rate(most ?? 0, fewest ?? 0), false, fewest is not null);

    /// <summary>Creates a value from a rate.</summary>
    /// <param name="rate">The rate; over nothing it is undefined.</param>
    /// <returns>The value.</returns>
    public static IndicatorValue Of(Rate rate) => rate.Value is { } value
        ? new IndicatorValue(IndicatorValueState.Present, value, rate, true, true)
        : new IndicatorValue(IndicatorValueState.Undefined, 0, rate, true, true);

    /// <summary>Returns the rate, the number, or the state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _isRate ? _rate.ToString() : Number?.ToString(CultureInfo.InvariantCulture) ?? State.ToString();
}
