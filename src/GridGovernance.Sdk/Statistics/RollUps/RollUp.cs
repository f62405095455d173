namespace GridGovernance.Sdk.Statistics;

/// <summary>Sums up a hierarchy (逐级汇总): villages to townships, counties, prefectures and provinces, along the beginnings of their codes.</summary>
/// <remarks>
/// <para>The hierarchy is worked out once; counts are then summed as often as there are columns. Sums are 64-bit and overflow is an exception. A rate is
/// rolled up by its two counts, never by the mean of its values.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class RollUp
{
    // INVARIANT: by level, the position in it of each code of the level below (of each unit, for the first).
    private readonly int[][] _parents;

    private RollUp(int unitCount, EquatableArray<RollUpLevel> levels, int[][] parents) => (UnitCount, Levels, _parents) = (unitCount, levels, parents);

    /// <summary>Gets the number of units whose counts are summed.</summary>
    public int UnitCount { get; }

    /// <summary>Gets the levels, from the one right above the units upwards.</summary>
    public EquatableArray<RollUpLevel> Levels { get; }

    /// <summary>Creates a roll-up along the beginnings of codes, as division codes (统计用区划代码) have them: 12 digits a village, 9 a township, 6 a county,
    /// 4 a prefecture, 2 a province.</summary>
    /// <param name="codes">The codes of the units.</param>
    /// <param name="codeLengths">The lengths of the codes above, each shorter than the one before.</param>
    /// <returns>The roll-up.</returns>
    /// <exception cref="ArgumentException">A length is below 1 or not shorter than the one before, or a code is shorter than the first.</exception>
    public static RollUp ByPrefix(EquatableArray<string> codes, params ReadOnlySpan<int> codeLengths)
    {
        for (var i = 0; i < codeLengths.Length; i++)
        {
            if (codeLengths[i] < 1 || (i > 0 && codeLengths[i] >= codeLengths[i - 1]))
            {
                throw new ArgumentException($"The lengths must be above 0 and each shorter than the one before, but {codeLengths[i]} is not.", nameof(codeLengths));
            }
        }

        var (below, levels, parents) = (codes, new RollUpLevel[codeLengths.Length], new int[codeLengths.Length][]);
        for (var i = 0; i < levels.Length; i++)
        {
            (levels[i], parents[i]) = Level(below, codeLengths[i]);
            below = levels[i].Codes;
        }

        return new RollUp(codes.Count, EquatableArray.Create<RollUpLevel>(levels), parents);
    }

    /// <summary>Sums counts.</summary>
    /// <param name="counts">A count for each unit.</param>
    /// <returns>By level, the sum of each code, in the order of <see cref="Levels"/> and their codes.</returns>
    /// <exception cref="ArgumentException">There are more or fewer counts than units.</exception>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public EquatableArray<EquatableArray<long>> Sum(ReadOnlySpan<long> counts)
    {
        if (counts.Length != UnitCount)
        {
            throw new ArgumentException($"There must be {UnitCount} counts, one a unit, but there are {counts.Length}.", nameof(counts));
        }

        var sums = new EquatableArray<long>[_parents.Length];
        var below = counts;
        for (var level = 0; level < sums.Length; level++)
        {
            var above = new long[Levels[level].Codes.Count];
            Add(below, _parents[level], above);
            sums[level] = EquatableArray.Create<long>(above);
            below = above;
        }

        return EquatableArray.Create<EquatableArray<long>>(sums);
    }

    /// <summary>Pools rates: the sum of the numerators over the sum of the denominators.</summary>
    /// <param name="rates">A rate for each unit.</param>
    /// <returns>By level, the rate of each code, in the order of <see cref="Levels"/> and their codes.</returns>
    /// <exception cref="ArgumentException">There are more or fewer rates than units.</exception>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public EquatableArray<EquatableArray<Rate>> Pool(ReadOnlySpan<Rate> rates)
    {
        var (numerators, denominators) = (new long[rates.Length], new long[rates.Length]);
        for (var i = 0; i < rates.Length; i++)
        {
            (numerators[i], denominators[i]) = (rates[i].Numerator, rates[i].Denominator);
        }

        return EquatableArray.From(Sum(numerators).Zip(Sum(denominators), static (above, below) =>
            EquatableArray.From(above.Zip(below, static (numerator, denominator) => new Rate(numerator, denominator)))));
    }

    private static (RollUpLevel Level, int[] Parents) Level(EquatableArray<string> below, int length)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = positions.GetAlternateLookup<ReadOnlySpan<char>>();
        var codes = new List<string>();
        var parents = new int[below.Count];
        for (var i = 0; i < parents.Length; i++)
        {
            if (below[i].Length < length)
            {
                throw new ArgumentException($"Every code must have at least {length} characters, but \"{below[i]}\" has {below[i].Length}.", nameof(below));
            }

            var prefix = below[i].AsSpan(0, length);
            if (!lookup.TryGetValue(prefix, out parents[i]))
            {
                parents[i] = codes.Count;
                codes.Add(prefix.ToString());
                positions.Add(codes[^1], parents[i]);
            }
        }

        return (new RollUpLevel(length, EquatableArray.From(codes)), parents);
    }

    private static void Add(ReadOnlySpan<long> below, int[] parents, long[] above)
    {
        // Units mostly come in the order of their codes: while the parent stays, its sum stays in a register.
        var (parent, sum) = (-1, 0L);
        for (var i = 0; i < below.Length; i++)
        {
            if (parents[i] != parent)
            {
                if (parent >= 0)
                {
                    above[parent] = sum;
                }

                parent = parents[i];
                sum = above[parent];
            }

            sum = checked(sum + below[i]);
        }

        if (parent >= 0)
        {
            above[parent] = sum;
        }
    }
}
