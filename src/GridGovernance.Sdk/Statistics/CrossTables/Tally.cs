using System.Globalization;

namespace GridGovernance.Sdk.Statistics;

/// <summary>A 64-bit count that knows what it counts, so that household-times (户次) and person-times (人次) are never added up.</summary>
/// <remarks>
/// <para>Equality is by value. The default value is 0 cases. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct Tally
{
    /// <summary>Creates a tally.</summary>
    /// <param name="amount">How many.</param>
    /// <param name="unit">Of what.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public Tally(long amount, TallyUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Amount = amount;
        Unit = unit;
    }

    /// <summary>Gets how many.</summary>
    public long Amount { get; }

    /// <summary>Gets of what.</summary>
    public TallyUnit Unit { get; }

    /// <summary>Adds two tallies of one unit.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">The units differ.</exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static Tally operator +(Tally left, Tally right) => left.Unit == right.Unit
        ? new Tally(checked(left.Amount + right.Amount), left.Unit)
        : throw new ArgumentException($"Tallies are added only in one unit, but these are in {left.Unit} and {right.Unit}.", nameof(right));

    /// <summary>Returns this tally over another, in any units: person-times per household-time, items per grid and day …</summary>
    /// <param name="other">The tally to divide by.</param>
    /// <returns>The rate; undefined over nothing.</returns>
    public Rate Per(Tally other) => new(Amount, other.Amount);

    /// <summary>Returns amount and unit.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Unit}");
}
