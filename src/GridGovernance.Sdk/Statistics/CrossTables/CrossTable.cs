using System.Collections.Frozen;

namespace GridGovernance.Sdk.Statistics;

/// <summary>Counts by any number of dimensions (交叉表), with their totals: the cases by tier and month, by cell and status …</summary>
/// <remarks>
/// <para>Counts are 64-bit and overflow is an exception, never a wrong figure. Every marginal is the sum of its cells.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CrossTable
{
    /// <summary>The largest number of cells of a table; beyond it the dimensions are ids and not categories.</summary>
    public const int MaximumCells = 50_000_000;

    // INVARIANT: row-major over the dimensions: the last one moves fastest.
    private readonly long[] _counts;
    private readonly Lazy<FrozenDictionary<string, int>[]> _positions;

    internal CrossTable(EquatableArray<CrossDimension> dimensions, long[] counts)
    {
        Dimensions = dimensions;
        _counts = counts;
        _positions = new Lazy<FrozenDictionary<string, int>[]>(() => [.. dimensions.Select(static dimension => dimension.Categories
            .Select(static (category, position) => KeyValuePair.Create(category, position))
            .ToFrozenDictionary(StringComparer.Ordinal))]);
        Total = Sum(counts);
    }

    /// <summary>Gets the dimensions, in order.</summary>
    public EquatableArray<CrossDimension> Dimensions { get; }

    /// <summary>Gets the sum of all cells.</summary>
    public long Total { get; }

    /// <summary>Gets the count of a cell by its categories.</summary>
    /// <param name="categories">One category a dimension, in the order of the dimensions.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">There are more or fewer categories than dimensions, or a dimension does not know one.</exception>
    public long this[params ReadOnlySpan<string> categories]
    {
        get
        {
            var positions = new int[categories.Length];
            for (var i = 0; i < categories.Length && i < Dimensions.Count; i++)
            {
                positions[i] = _positions.Value[i].TryGetValue(categories[i], out var position)
                    ? position
                    : throw new ArgumentException($"Dimension \"{Dimensions[i].Code}\" has no category \"{categories[i]}\".", nameof(categories));
            }

            return CountAt(positions);
        }
    }

    /// <summary>Counts records; the categories are those that occur, in ordinal order.</summary>
    /// <typeparam name="T">The record that is counted.</typeparam>
    /// <param name="records">The records; read twice.</param>
    /// <param name="axes">How a record falls into each dimension.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <exception cref="ArgumentException">A dimension occurs twice, or the table would have more than <see cref="MaximumCells"/> cells.</exception>
    public static CrossTable Count<T>(IReadOnlyCollection<T> records, params ReadOnlySpan<CrossAxis<T>> axes)
    {
        ArgumentNullException.ThrowIfNull(records);
        var dimensions = new CrossDimension[axes.Length];
        var positions = new Dictionary<string, int>[axes.Length];
        for (var i = 0; i < axes.Length; i++)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in records)
            {
                found.Add(axes[i].Category(record));
            }

            string[] categories = [.. found.Order(StringComparer.Ordinal)];
            dimensions[i] = new CrossDimension(axes[i].Code, EquatableArray.From(categories));
            positions[i] = new Dictionary<string, int>(categories.Length, StringComparer.Ordinal);
            for (var j = 0; j < categories.Length; j++)
            {
                positions[i].Add(categories[j], j);
            }
        }

        var builder = new CrossTableBuilder(dimensions);
        var cell = new int[axes.Length];
        foreach (var record in records)
        {
            for (var i = 0; i < axes.Length; i++)
            {
                cell[i] = positions[i][axes[i].Category(record)];
            }

            builder.Add(cell);
        }

        return builder.ToTable();
    }

    /// <summary>Gets the count of a cell by its positions.</summary>
    /// <param name="positions">One position a dimension, in the order of the dimensions.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">There are more or fewer positions than dimensions, or one is outside its dimension.</exception>
    public long CountAt(params ReadOnlySpan<int> positions)
    {
        if (positions.Length != Dimensions.Count)
        {
            throw new ArgumentException($"A cell needs {Dimensions.Count} categories, one a dimension, but got {positions.Length}.", nameof(positions));
        }

        var cell = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            var size = Dimensions[i].Categories.Count;
            if ((uint)positions[i] >= (uint)size)
            {
                throw new ArgumentException(
                    $"Dimension \"{Dimensions[i].Code}\" has {size} categories, but position {positions[i]} was asked for.", nameof(positions));
            }

            cell = (cell * size) + positions[i];
        }

        return _counts[cell];
    }

    /// <summary>Returns the share of a cell in the whole table.</summary>
    /// <param name="categories">One category a dimension, in the order of the dimensions.</param>
    /// <returns>The rate; undefined when the table is empty.</returns>
    /// <exception cref="ArgumentException">There are more or fewer categories than dimensions, or a dimension does not know one.</exception>
    public Rate ShareOf(params ReadOnlySpan<string> categories) => new(this[categories], Total);

    /// <summary>Returns the table over fewer dimensions: the sums over all others.</summary>
    /// <param name="dimensions">The codes of the dimensions to keep, in their new order; none gives the grand total alone.</param>
    /// <returns>The smaller table.</returns>
    /// <exception cref="ArgumentException">The table has no such dimension, or one is named twice.</exception>
    public CrossTable Marginal(params ReadOnlySpan<string> dimensions)
    {
        var kept = new int[dimensions.Length];
        for (var i = 0; i < dimensions.Length; i++)
        {
            kept[i] = PositionOf(dimensions[i]);
        }

        var smaller = EquatableArray.From(kept.Select(position => Dimensions[position]));
        var counts = new long[CellCount(smaller)];
        var positions = new int[Dimensions.Count];
        for (var cell = 0; cell < _counts.Length; cell++)
        {
            if (_counts[cell] != 0)
            {
                Unpack(cell, positions);
                var target = 0;
                foreach (var position in kept)
                {
                    target = (target * Dimensions[position].Categories.Count) + positions[position];
                }

                counts[target] = checked(counts[target] + _counts[cell]);
            }
        }

        return new CrossTable(smaller, counts);
    }

    /// <summary>Returns the categories of a dimension with their totals and shares.</summary>
    /// <param name="dimension">The dimension's code.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    /// <exception cref="ArgumentException">The table has no such dimension.</exception>
    public ShareTable Shares(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        var marginal = Marginal(dimension);
        return ShareTable.Create(marginal.Dimensions[0].Categories.Select((category, position) => KeyValuePair.Create(category, marginal._counts[position])));
    }

    /// <summary>Adds two tables over the same dimensions, cell by cell.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public CrossTable Plus(CrossTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Dimensions != other.Dimensions)
        {
            throw new ArgumentException("Two tables are added only over the same dimensions and categories.", nameof(other));
        }

        var counts = new long[_counts.Length];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            counts[cell] = checked(_counts[cell] + other._counts[cell]);
        }

        return new CrossTable(Dimensions, counts);
    }

    internal static int CellCount(EquatableArray<CrossDimension> dimensions)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var cells = 1L;
        foreach (var dimension in dimensions)
        {
            if (!codes.Add(dimension.Code))
            {
                throw new ArgumentException($"Dimension \"{dimension.Code}\" occurs twice.", nameof(dimensions));
            }

            var categories = new HashSet<string>(StringComparer.Ordinal);
            foreach (var category in dimension.Categories)
            {
                if (!categories.Add(category))
                {
                    throw new ArgumentException($"Dimension \"{dimension.Code}\" has the category \"{category}\" twice.", nameof(dimensions));
                }
            }

            cells *= dimension.Categories.Count;
            if (cells > MaximumCells)
            {
                throw new ArgumentException($"A table has at most {MaximumCells} cells, but these dimensions need more.", nameof(dimensions));
            }
        }

        return (int)cells;
    }

    private static long Sum(long[] counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total = checked(total + count);
        }

        return total;
    }

    private int PositionOf(string dimension)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (string.Equals(Dimensions[i].Code, dimension, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"The table has no dimension \"{dimension}\".", nameof(dimension));
    }

    private void Unpack(int cell, int[] positions)
    {
        for (var i = positions.Length - 1; i >= 0; i--)
        {
            var size = Dimensions[i].Categories.Count;
            positions[i] = cell % size;
            cell /= size;
        }
    }
}
