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

    private IndicatorValue(IndicatorValueState state, decimal number, Rate rate, bool isRate)
    {
        State = state;
        _number = number;
        _rate = rate;
        _isRate = isRate;
    }

    /// <summary>Gets the value that was not delivered (缺失).</summary>
    public static IndicatorValue Missing => default;

    /// <summary>Gets the value that does not apply (不适用).</summary>
    public static IndicatorValue Undefined => new(IndicatorValueState.Undefined, 0, default, false);

    /// <summary>Gets whether there is a value.</summary>
    public IndicatorValueState State { get; }

    /// <summary>Gets the number, for a rate its value as a share of 1; null when there is none.</summary>
    public decimal? Number => State == IndicatorValueState.Present ? _number : null;

    /// <summary>Gets the rate with its counts, defined or not; null when the value is not a rate.</summary>
    public Rate? Rate => _isRate ? _rate : null;

    /// <summary>Creates a value from a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static IndicatorValue Of(decimal number) => new(IndicatorValueState.Present, number, default, false);

    /// <summary>Creates a value from a rate.</summary>
    /// <param name="rate">The rate; over nothing it is undefined.</param>
    /// <returns>The value.</returns>
    public static IndicatorValue Of(Rate rate) => rate.Value is { } value
        ? new IndicatorValue(IndicatorValueState.Present, value, rate, true)
        : new IndicatorValue(IndicatorValueState.Undefined, 0, rate, true);

    /// <summary>Returns the rate, the number, or the state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _isRate ? _rate.ToString() : Number?.ToString(CultureInfo.InvariantCulture) ?? State.ToString();
}
