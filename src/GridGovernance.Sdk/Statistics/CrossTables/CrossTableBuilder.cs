namespace GridGovernance.Sdk.Statistics;

/// <summary>Counts records into the cells of a <see cref="CrossTable"/>, by position in each dimension.</summary>
/// <remarks>A builder is used once and by one thread; two tables that were counted apart are added with <see cref="CrossTable.Plus"/>.</remarks>
public sealed class CrossTableBuilder
{
    private readonly EquatableArray<CrossDimension> _dimensions;
    private readonly int[] _sizes;
    private int _first;
    private int _second;
    private long[]? _counts;

    /// <summary>Creates a builder whose counts are all 0.</summary>
    /// <param name="dimensions">The dimensions; without any, the table has one cell.</param>
    /// <exception cref="ArgumentException">A code or a category occurs twice, or the table would have more than
    /// <see cref="CrossTable.MaximumCells"/> cells.</exception>
    public CrossTableBuilder(params ReadOnlySpan<CrossDimension> dimensions)
    {
        _dimensions = EquatableArray.Create(dimensions);
        _sizes = [.. _dimensions.Select(static dimension => dimension.Categories.Count)];
        _counts = new long[CrossTable.CellCount(_dimensions)];
        (_first, _second) = _sizes.Length == 2 ? (_sizes[0], _sizes[1]) : (0, 0);
    }

    /// <summary>Counts a record in a table of one dimension.</summary>
    /// <param name="first">The position in the first dimension.</param>
    /// <exception cref="ArgumentException">The table has not one dimension, or the position is outside it.</exception>
    /// <exception cref="InvalidOperationException">The table was already built.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public void Add(int first)
    {
        var counts = Counts;
        if (_sizes.Length != 1 || (uint)first >= (uint)_sizes[0])
        {
            throw Outside([first]);
        }

        counts[first] = checked(counts[first] + 1);
    }

    /// <summary>Counts a record in a table of two dimensions.</summary>
    /// <param name="first">The position in the first dimension.</param>
    /// <param name="second">The position in the second dimension.</param>
    /// <exception cref="ArgumentException">The table has not two dimensions, or a position is outside its dimension.</exception>
    /// <exception cref="InvalidOperationException">The table was already built.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public void Add(int first, int second)
    {
        // INVARIANT: the sizes are 0 unless the table has two dimensions and is not yet built.
        if ((uint)first >= (uint)_first || (uint)second >= (uint)_second)
        {
            throw OutsideOrBuilt([first, second]);
        }

        ref var cell = ref _counts![(first * _second) + second];
        cell = checked(cell + 1);
    }

    /// <summary>Counts a record in a table of any number of dimensions.</summary>
    /// <param name="positions">The position in each dimension, in the order of the dimensions.</param>
    /// <param name="count">How much it counts.</param>
    /// <exception cref="ArgumentException">There are more or fewer positions than dimensions, or one is outside its dimension.</exception>
    /// <exception cref="InvalidOperationException">The table was already built.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public void Add(ReadOnlySpan<int> positions, long count = 1)
    {
        var counts = Counts;
        if (positions.Length != _sizes.Length)
        {
            throw Outside(positions);
        }

        var cell = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            if ((uint)positions[i] >= (uint)_sizes[i])
            {
                throw Outside(positions);
            }

            cell = (cell * _sizes[i]) + positions[i];
        }

        counts[cell] = checked(counts[cell] + count);
    }

    /// <summary>Returns the table and ends the builder.</summary>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidOperationException">The table was already built.</exception>
    public CrossTable ToTable()
    {
        var counts = Counts;
        (_counts, _first, _second) = (null, 0, 0);
        return new CrossTable(_dimensions, counts);
    }

    private long[] Counts => _counts ?? throw new InvalidOperationException("A builder is used once: the table was already built.");

    private ArgumentException OutsideOrBuilt(ReadOnlySpan<int> positions)
    {
        _ = Counts;
        return Outside(positions);
    }

    private ArgumentException Outside(ReadOnlySpan<int> positions) =>
        new($"Positions must be inside a table of {string.Join(" × ", _sizes)} cells, but were ({string.Join(", ", positions.ToArray())}).", nameof(positions));
}
