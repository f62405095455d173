using System.Collections;

namespace GridGovernance.Sdk.Statistics;

/// <summary>The parts of a whole, row by row (占比表): what a table of categories prints.</summary>
/// <remarks>
/// <para>The whole is the sum of the rows. Percentages that are each rounded by themselves need not sum to 100;
/// <see cref="PercentsBySum"/> gives those that do.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ShareTable : IReadOnlyList<Share>
{
    private readonly Share[] _rows;

    private ShareTable(Share[] rows, long total)
    {
        _rows = rows;
        Total = total;
    }

    /// <summary>Gets the sum of the rows.</summary>
    public long Total { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Gets a row by position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public Share this[int index] => _rows[index];

    /// <summary>Creates a table from labelled counts.</summary>
    /// <param name="rows">The labels and counts, in the order in which they are to be read; no count is negative.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static ShareTable Create(IEnumerable<KeyValuePair<string, long>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var counts = rows.ToArray();
        var total = 0L;
        foreach (var (label, count) in counts)
        {
            if (count < 0)
            {
                throw new ArgumentException($"The count of \"{label}\" must not be negative, but is {count}.", nameof(rows));
            }

            total = checked(total + count);
        }

        return new ShareTable([.. counts.Select(row => new Share(row.Key, new Rate(row.Value, total)))], total);
    }

    /// <summary>Returns percentages that sum to exactly 100, by the largest remainder (最大余数法, Hamilton's method).</summary>
    /// <remarks>Each row is cut to its last full unit; the units that are left go to the largest remainders, among equals to the earlier row.</remarks>
    /// <param name="decimals">The decimals of the percentages, 0 to <see cref="Rate.MaximumDecimals"/> − 2.</param>
    /// <returns>One percentage a row; empty when the whole is empty, for nothing can then sum to 100.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    public EquatableArray<decimal> PercentsBySum(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, Rate.MaximumDecimals - 2);
        if (Total == 0)
        {
            return [];
        }

        var unitsPerPercent = 1L;
        for (var i = 0; i < decimals; i++)
        {
            unitsPerPercent *= 10;
        }

        var units = new long[Count];
        var remainders = new Int128[Count];
        var left = 100 * unitsPerPercent;
        for (var row = 0; row < Count; row++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)_rows[row].Rate.Numerator * 100 * unitsPerPercent, Total);
            units[row] = (long)quotient;
            remainders[row] = remainder;
            left -= units[row];
        }

        foreach (var row in Enumerable.Range(0, Count).OrderByDescending(row => remainders[row]).Take((int)left))
        {
            units[row]++;
        }

        return EquatableArray.From(units.Select(count => (decimal)count / unitsPerPercent));
    }

    /// <summary>Returns an enumerator over the rows in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Share> GetEnumerator() => ((IEnumerable<Share>)_rows).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
