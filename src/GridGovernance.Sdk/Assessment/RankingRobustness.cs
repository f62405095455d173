namespace GridGovernance.Sdk.Assessment;

/// <summary>How far a ranking hangs on the weights that were chosen (排名稳健性).</summary>
/// <remarks>
/// <para>Weights are the leaves' shares of the scheme; they change while they stay at 0 or more and sum to 1. Deductions, bonuses and vetoes stay as they
/// are. Only units with a score and every value present take part; each answer is exact in decimals of 15 places, without sampling.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class RankingRobustness
{
    /// <summary>The most units that are compared: every pair is looked at.</summary>
    public const int MaximumUnits = 3000;

    private readonly string[] _units;
    private readonly decimal[] _weights;

    // INVARIANT: points of a full leaf, by unit and leaf; what does not depend on weights stands in _fixed.
    private readonly decimal[][] _values;
    private readonly decimal[] _fixed;

    private RankingRobustness(string[] units, decimal[] weights, decimal[][] values, decimal[] constants) =>
        (_units, _weights, _values, _fixed) = (units, weights, values, constants);

    /// <summary>Gets the units that take part, in the order of the table.</summary>
    public EquatableArray<string> Units => EquatableArray.Create<string>(_units);

    /// <summary>Prepares the comparison.</summary>
    /// <param name="scorecards">The scorecards.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecards"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme has a mean that is not additive or gives no total, or there are more than <see cref="MaximumUnits"/> units.</exception>
    public static RankingRobustness Create(Scorecards scorecards)
    {
        ArgumentNullException.ThrowIfNull(scorecards);
        var scheme = scorecards.Scheme;
        if (!scheme.HasTotal || !scheme.IsAdditive)
        {
            throw new ArgumentException($"Scheme \"{scheme.Code}\" must give one additive score, but does not.", nameof(scorecards));
        }

        if (scorecards.Count > MaximumUnits)
        {
            throw new ArgumentException($"At most {MaximumUnits} units are compared, but there are {scorecards.Count}.", nameof(scorecards));
        }

        Scorecard[] cards = [.. scorecards.Where(static card => card.Score is not null && card.Contributions.All(static leaf => leaf.Value is not null))];
        return new RankingRobustness(
            [.. cards.Select(static card => card.Unit)],
            [.. scheme.Leaves.Select(static leaf => leaf.ShareOfScheme)],
            [.. cards.Select(card => card.Contributions.Select(leaf => scheme.Scale * leaf.Value!.Value).ToArray())],
            [.. cards.Select(static card => card.Adjustments.Sum(static adjustment => adjustment.Points))]);
    }

    /// <summary>Returns between which ranks each unit stays.</summary>
    /// <remarks>
    /// A unit's best rank counts the units that stay ahead of it under every change, its worst those that can be ahead of it under some change; each pair
    /// is decided exactly, so that the true interval lies within the one returned.
    /// </remarks>
    /// <param name="relativeChange">How far each weight may change, as a share of itself, 0..1: 0.2 is a fifth up or down.</param>
    /// <returns>One interval a unit, in the order of <see cref="Units"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="relativeChange"/> is outside 0..1.</exception>
    public EquatableArray<RankInterval> RankIntervals(decimal relativeChange)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(relativeChange);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relativeChange, 1);
        var ahead = new int[_units.Length];
        var always = new int[_units.Length];
        var possibly = new int[_units.Length];
        var gap = new decimal[_weights.Length];
        for (var i = 0; i < _units.Length; i++)
        {
            for (var j = i + 1; j < _units.Length; j++)
            {
                var margin = Gap(i, j, gap);
                var (least, most) = (margin - Swing(gap, relativeChange, rising: false), margin + Swing(gap, relativeChange, rising: true));
                Count(margin, least, most, i, j);
                Count(-margin, -most, -least, j, i);
            }
        }

        return EquatableArray.From(_units.Select((unit, i) => new RankInterval(unit, 1 + ahead[i], 1 + always[i], 1 + possibly[i])));

        // By how much the first leads the second: as it is, at the least and at the most.
        void Count(decimal margin, decimal least, decimal most, int first, int second)
        {
            ahead[second] += margin > 0 ? 1 : 0;
            always[second] += least > 0 ? 1 : 0;
            possibly[second] += most > 0 ? 1 : 0;
        }
    }

    /// <summary>Returns the smallest change of weights that brings another unit level with the leader.</summary>
    /// <returns>The change; null when there are fewer than two units, or no weights at all bring another level.</returns>
    public LeaderChange? SmallestLeaderChange()
    {
        var gap = new decimal[_weights.Length];
        var leader = Leader(gap);
        LeaderChange? smallest = null;
        for (var other = 0; other < _units.Length; other++)
        {
            if (other != leader
                && Level(Gap(leader, other, gap), gap) is { } change
                && (smallest is null || change.Moved < smallest.MovedWeight
                    || (change.Moved == smallest.MovedWeight && string.CompareOrdinal(_units[other], smallest.Challenger) < 0)))
            {
                smallest = new LeaderChange(_units[leader], _units[other], change.Moved, EquatableArray.Create<decimal>(change.Weights));
            }
        }

        return smallest;
    }

    private int Leader(decimal[] gap)
    {
        var leader = 0;
        for (var i = 1; i < _units.Length; i++)
        {
            var margin = Gap(i, leader, gap);
            leader = margin > 0 || (margin == 0 && string.CompareOrdinal(_units[i], _units[leader]) < 0) ? i : leader;
        }

        return leader;
    }

    private decimal Gap(int first, int second, decimal[] gap)
    {
        var margin = _fixed[first] - _fixed[second];
        for (var leaf = 0; leaf < gap.Length; leaf++)
        {
            gap[leaf] = _values[first][leaf] - _values[second][leaf];
            margin += _weights[leaf] * gap[leaf];
        }

        return margin;
    }

    // The most that a margin can rise or fall: weight goes from where it does least to where it does most, as far as the bounds let it.
    private decimal Swing(decimal[] gap, decimal change, bool rising)
    {
        int[] order = [.. Enumerable.Range(0, gap.Length).OrderBy(leaf => rising ? gap[leaf] : -gap[leaf])];
        var room = order.Select(leaf => _weights[leaf] * change).ToArray();
        var takes = order.Select((leaf, i) => Math.Min(room[i], 1 - _weights[leaf])).ToArray();
        var (from, to, swing) = (0, gap.Length - 1, 0m);
        while (from < to)
        {
            var moved = Math.Min(room[from], takes[to]);
            swing += moved * Math.Abs(gap[order[to]] - gap[order[from]]);
            (room[from], takes[to]) = (room[from] - moved, takes[to] - moved);
            if (room[from] == 0)
            {
                from++;
            }
            else
            {
                to--;
            }
        }

        return swing;
    }

    // Every bit of weight that moves to the leaf where the leader is weakest closes the margin by the difference: the strongest leaves give first.
    private (decimal Moved, decimal[] Weights)? Level(decimal margin, decimal[] gap)
    {
        int[] order = [.. Enumerable.Range(0, gap.Length).OrderByDescending(leaf => gap[leaf])];
        var (target, weights, moved) = (order[^1], (decimal[])_weights.Clone(), 0m);
        foreach (var leaf in order)
        {
            if (margin <= 0)
            {
                return (moved, weights);
            }

            var rate = gap[leaf] - gap[target];
            if (rate <= 0)
            {
                return null;
            }

            var part = weights[leaf] * rate >= margin ? margin / rate : weights[leaf];
            (moved, margin) = (moved + part, margin - (part == weights[leaf] ? weights[leaf] * rate : margin));
            weights[leaf] -= part;
            weights[target] += part;
        }

        return margin <= 0 ? (moved, weights) : null;
    }
}
