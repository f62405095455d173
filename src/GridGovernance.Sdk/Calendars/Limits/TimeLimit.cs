using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace GridGovernance.Sdk.Calendars;

/// <summary>An amount and a unit: how long something may take (时限), such as <c>15 calendar-days</c>.</summary>
/// <remarks>
/// <para>Equality is by amount and unit: <c>24 urgent-hours</c> and <c>1 calendar-days</c> differ, and so they should.</para>
/// <para>The default value is <c>0 urgent-hours</c>: at once. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct TimeLimit : IParsable<TimeLimit>
{
    private static readonly string[] UnitTexts = ["urgent-hours", "working-hours", "working-days", "calendar-days", "months", "years"];
    private static readonly string[] UnitNames = ["urgent hour", "working hour", "working day", "calendar day", "month", "year"];
    private static readonly string[] ChineseUnitNames = ["个紧急工作时", "个工作时", "个工作日", "日", "个月", "年"];
    private static readonly int[] Maxima = [876_600, 876_600, 36_525, 36_525, 1_200, 100];

    /// <summary>Creates a limit.</summary>
    /// <param name="amount">How many of the unit: not negative, and no more than a hundred years make.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative or more than a hundred years,
    /// or <paramref name="unit"/> is not one of the six.</exception>
    public TimeLimit(int amount, LimitUnit unit)
    {
        if ((uint)unit >= (uint)UnitTexts.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "The unit of a time limit was expected to be one of the six.");
        }

        if (amount < 0 || amount > Maxima[(int)unit])
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount),
                amount,
                string.Create(CultureInfo.InvariantCulture, $"The amount of a limit in {UnitTexts[(int)unit]} was expected within 0..{Maxima[(int)unit]}."));
        }

        Amount = amount;
        Unit = unit;
    }

    /// <summary>Gets how many of the unit.</summary>
    public int Amount { get; }

    /// <summary>Gets the unit.</summary>
    public LimitUnit Unit { get; }

    /// <summary>Gets a value indicating whether the limit is in hours, which run from an instant; days, months and years run from a date.</summary>
    public bool IsInHours => Unit <= LimitUnit.WorkingHours;

    /// <summary>Reads a limit from its text.</summary>
    /// <param name="s">An amount, a space and a unit, such as <c>5 working-days</c> or <c>1 month</c>.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is no such text; the message says what was expected.</exception>
    public static TimeLimit Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var problem = Read(s, out var result);
        return problem is null ? result : throw new FormatException(problem);
    }

    /// <summary>Tries to read a limit from its text.</summary>
    /// <param name="s">An amount, a space and a unit.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The limit, or the default.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeLimit result)
    {
        result = default;
        return s is not null && Read(s, out result) is null;
    }

    /// <summary>Returns the amount, a space and the unit: the text that <see cref="Parse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {UnitTexts[(int)Unit]}");

    /// <summary>Returns the limit for people.</summary>
    /// <returns>The text, such as <c>1 working day</c>.</returns>
    internal LocalizedText ToText() => new(
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {UnitNames[(int)Unit]}{(Amount == 1 ? "" : "s")}"),
        string.Create(CultureInfo.InvariantCulture, $"{Amount}{ChineseUnitNames[(int)Unit]}"));

    private static string? Read(string text, out TimeLimit result)
    {
        result = default;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !BigInteger.TryParse(text.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return $"A time limit was expected as a whole number, a space and a unit, such as \"15 calendar-days\", but was \"{text}\".";
        }

        var name = text.AsSpan(space + 1);
        var unit = -1;
        for (var i = 0; i < UnitTexts.Length; i++)
        {
            // "1 month" reads better than "1 months": both are taken, the plural is written.
            if (name.SequenceEqual(UnitTexts[i]) || name.SequenceEqual(UnitTexts[i].AsSpan(0, UnitTexts[i].Length - 1)))
            {
                unit = i;
            }
        }

        if (unit < 0)
        {
            return $"The unit of the time limit \"{text}\" was expected to be one of {string.Join(", ", UnitTexts)}, but was \"{name}\".";
        }

        if (amount < 0 || amount > Maxima[unit])
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The amount of the time limit \"{text}\" was expected within 0..{Maxima[unit]} {UnitTexts[unit]}, but was {amount}.");
        }

        result = new TimeLimit((int)amount, (LimitUnit)unit);
        return null;
    }
}
