namespace GridGovernance.Sdk.Assessment;

/// <summary>Scores of a scheme whose tree adds nothing to its leaves: every node additive, no adjustments; in whole numbers.</summary>
/// <remarks>A leaf's points are its full points times its share; in units of 10^−(15 + f), with f the decimals of full points, both are whole numbers, and so
/// is their sum, which must fit 64 bits.</remarks>
internal sealed class PlainScores
{
    private const int Block = 1024;

    private readonly ScoringRun _run;
    private readonly ulong[] _fullPoints;
    private readonly LineKernel?[] _kernels;

    private PlainScores(ScoringRun run, int decimals)
    {
        _run = run;
        Decimals = decimals + Normalisation.Decimals;
        _fullPoints = [.. run.Scheme.Leaves.Select(leaf => (ulong)(leaf.FullPoints * PowersOfTen.Of(decimals)))];
        _kernels = [.. run.Leaves.Select(static leaf => leaf is { Fence: null, Normalisation: LinearNormalisation line } && !leaf.IsSteep ? line.Kernel : null)];
    }

    /// <summary>Gets how many digits of a score stand behind the point.</summary>
    internal int Decimals { get; }

    /// <summary>Prepares the scoring.</summary>
    /// <param name="run">The scheme over its table.</param>
    /// <returns>The scoring; null for a scheme that is not plain, or whose scores have too many digits.</returns>
    internal static PlainScores? Of(ScoringRun run)
    {
        var scheme = run.Scheme;
        if (!scheme.IsExact || !scheme.IsAdditive || scheme.Adjustments.Count > 0 || run.Leaves.Any(static leaf => leaf is { Fence.Kind: OutlierKind.Missing }) || scheme.Leaves.Any(static leaf => leaf.Normalisation is null))
        {
            return null;
        }

        // One above the largest score stays free: it marks a unit that is not scored here.
        var decimals = scheme.Leaves.Max(static leaf => leaf.FullPoints.Scale);
        return decimals <= 3 && scheme.Scale * PowersOfTen.Of(decimals + Normalisation.Decimals) < ulong.MaxValue ? new PlainScores(run, decimals) : null;
    }

    /// <summary>Scores all units that have every value.</summary>
    /// <param name="units">Takes the scores; <see cref="ulong.MaxValue"/> where a value is absent.</param>
    internal void Fill(ulong[] units)
    {
        for (var from = 0; from < units.Length; from += Block)
        {
            var sums = units.AsSpan(from, Math.Min(Block, units.Length - from));
            for (var leaf = 0; leaf < _kernels.Length; leaf++)
            {
                var column = _run.Columns[_run.Scheme.Leaves[leaf].IndicatorIndex];
                var left = _kernels[leaf]?.Add(
                    column.Compact.Numerators.AsSpan(from, sums.Length), column.Compact.Denominators.AsSpan(from, sums.Length), _fullPoints[leaf], sums) ?? sums.Length;
                if (left > 0)
                {
                    AddRest(leaf, column, from, sums);
                }
            }

            MarkAbsent(from, sums);
        }
    }

    // What the kernel left out is worked out in decimals; their 15 places make it a whole number all the same.
    private void AddRest(int leaf, IndicatorColumn column, int from, Span<ulong> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            var (numerator, denominator) = (column.Compact.Numerators[from + i], column.Compact.Denominators[from + i]);
            if (denominator != CompactColumn.Absent && _kernels[leaf]?.Takes(numerator, denominator) != true)
            {
                sums[i] += _fullPoints[leaf] * (ulong)(_run.Leaves[leaf]!.Apply(from + i) * LineKernel.Full);
            }
        }
    }

    private void MarkAbsent(int from, Span<ulong> sums)
    {
        foreach (var leaf in _run.Scheme.Leaves)
        {
            var denominators = _run.Columns[leaf.IndicatorIndex].Compact.Denominators.AsSpan(from, sums.Length);
            for (var i = denominators.IndexOf(CompactColumn.Absent); i >= 0; )
            {
                sums[i] = ulong.MaxValue;
                var next = denominators[(i + 1)..].IndexOf(CompactColumn.Absent);
                i = next < 0 ? -1 : i + 1 + next;
            }
        }
    }
}
