namespace GridGovernance.Sdk.Assessment;

/// <summary>The values of a column as small fractions, beside each other in memory.</summary>
/// <remarks>A rate keeps its counts, a short decimal becomes tenths, hundredths …; what fits neither is <see cref="Large"/>.</remarks>
internal sealed class CompactColumn
{
    /// <summary>The denominator of a value that is absent.</summary>
    internal const int Absent = 0;

    /// <summary>The denominator of a value that is no small fraction.</summary>
    internal const int Large = -1;

    private const int MaximumDecimals = 9;

    /// <summary>How far from 0 a value may be: differences and fences must fit a decimal.</summary>
    internal const decimal Farthest = 1_000_000_000_000_000_000_000_000_000m;

    private CompactColumn(int[] numerators, int[] denominators) => (Numerators, Denominators) = (numerators, denominators);

    internal int[] Numerators { get; }

    internal int[] Denominators { get; }

    internal static CompactColumn Of(EquatableArray<IndicatorValue> values)
    {
        var (numerators, denominators) = (new int[values.Count], new int[values.Count]);
        var all = values.AsSpan();
        for (var i = 0; i < all.Length; i++)
        {
            (numerators[i], denominators[i]) = Of(all[i]);
            if (denominators[i] == Large && Math.Abs(all[i].Number!.Value) > Farthest)
            {
                throw new ArgumentException($"A value of an indicator must be at most {Farthest} on either side of 0, but is {all[i].Number}.", nameof(values));
            }
        }

        return new CompactColumn(numerators, denominators);
    }

    private static (int Numerator, int Denominator) Of(IndicatorValue value)
    {
        if (value.Number is not { } number)
        {
            return (0, Absent);
        }

        if (value.Rate is { } rate)
        {
            return rate is { Numerator: >= int.MinValue and <= int.MaxValue, Denominator: <= int.MaxValue }
                ? ((int)rate.Numerator, (int)rate.Denominator)
                : (0, Large);
        }

        if (number.Scale > MaximumDecimals || Math.Abs(number) > int.MaxValue)
        {
            return (0, Large);
        }

        var units = number * PowersOfTen.Of(number.Scale);
        return Math.Abs(units) <= int.MaxValue ? ((int)units, (int)PowersOfTen.Of(number.Scale)) : (0, Large);
    }
}
