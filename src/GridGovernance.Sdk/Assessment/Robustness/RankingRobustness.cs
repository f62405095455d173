namespace GridGovernance.Sdk.Assessment;

/// <summary>How far a ranking hangs on the weights that were chosen (排名稳健性).</summary>
/// <remarks>
/// <para>What leaves are worth stays as it is, and deductions, bonuses and vetoes are applied anew: a score that a veto holds at 0 stays there. Only units that are
/// ranked and have every value present take part; see <see cref="IsComplete"/>. Answers rest on decimals of 15 places, without sampling.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class RankingRobustness
{
    /// <summary>The most units that are compared: every pair is looked at.</summary>
    public const int MaximumUnits = 3000;

    private readonly WeighedScheme _scheme;
    private readonly WeighedUnit[] _units;
    private readonly LeaderSearch _search;

    private RankingRobustness(WeighedScheme scheme, WeighedUnit[] units, WeighedUnit[] partial)
    {
        (_scheme, _units, IsComplete) = (scheme, units, partial.Length == 0);
        _search = new LeaderSearch([.. scheme.Leaves.Select(static leaf => leaf.ShareOfScheme)], units, partial);
    }

    /// <summary>Gets the units that take part, in the order of the table.</summary>
    public EquatableArray<string> Units => EquatableArray.From(_units.Select(static unit => unit.Code));

    /// <summary>Gets a value indicating whether every unit that is ranked takes part. Otherwise intervals count only those that do.</summary>
    public bool IsComplete { get; }

    /// <summary>Gets a value indicating whether <see cref="SmallestLeaderChange"/> is the exact answer; otherwise a unit with an absent value, a veto or a
    /// deduction that ends at 0 may be level with the leader earlier, and no change is given.</summary>
    public bool IsLeaderChangeExact => _search.IsExact;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="scorecards">The scorecards.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecards"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme has a mean that is not additive or gives no total, or there are more than <see cref="MaximumUnits"/> units.</exception>
    public static RankingRobustness Create(Scorecards scorecards)
    {
        ArgumentNullException.ThrowIfNull(scorecards);
        Check(scorecards);
        return scorecards.Scheme.HasTotal
            ? Create(scorecards.Scheme.Code, WeighedScheme.Of(scorecards))
            : throw new ArgumentException($"Scheme \"{scorecards.Scheme.Code}\" must give one score, but keeps two streams apart: look at each by itself.", nameof(scorecards));
    }

    /// <summary>Prepares the comparison of one stream, whose ranking has the stream's components alone.</summary>
    /// <param name="scorecards">The scorecards.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecards"/> is null.</exception>
    /// <exception cref="ArgumentException">The scheme has no such stream or, in it, a mean that is not additive, or there are more than <see cref="MaximumUnits"/> units.</exception>
    public static RankingRobustness Create(Scorecards scorecards, AssessorStream stream)
    {
        ArgumentNullException.ThrowIfNull(scorecards);
        Check(scorecards);
        return Create(scorecards.Scheme.Code, WeighedScheme.Of(scorecards, stream));
    }

    /// <summary>Returns between which ranks each unit stays, as bounds: no change leaves them, and some change may not reach them.</summary>
    /// <remarks>
    /// Each weight of the tree, of components and of leaves, changes by at most a share of itself, while siblings sum to what they do. A unit's best rank counts
    /// the units that stay ahead of it under every such change, its worst those that can be ahead of it under some; each pair is decided by itself, so that
    /// the true interval, for which all must happen at once, lies within the one returned.
    /// </remarks>
    /// <param name="relativeChange">How far each weight may change, as a share of itself, 0..1: 0.2 is a fifth up or down.</param>
    /// <returns>One interval a unit, in the order of <see cref="Units"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="relativeChange"/> is outside 0..1.</exception>
    public EquatableArray<RankInterval> RankIntervals(decimal relativeChange)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(relativeChange);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relativeChange, 1);
        var tree = new WeightBand(_scheme.Root, relativeChange);
        var range = new (decimal Low, decimal High)[_units.Length];
        var plain = new bool[_units.Length];
        for (var i = 0; i < range.Length; i++)
        {
            var (low, high) = (tree.Reach(_units[i].Values, rising: false), tree.Reach(_units[i].Values, rising: true));
            plain[i] = _units[i].IsPlainFrom(low);
            range[i] = (_units[i].Score(low), _units[i].Score(high));
        }

        var always = new int[_units.Length];
        var possibly = new int[_units.Length];
        var gap = new decimal[_scheme.Leaves.Length];
        for (var i = 0; i < _units.Length; i++)
        {
            for (var j = i + 1; j < _units.Length; j++)
            {
                var (least, most) = (range[i].Low - range[j].High, range[i].High - range[j].Low);
                if (least <= 0 && most >= 0 && plain[i] && plain[j])
                {
                    var between = _units[i].Score(0, bounded: false) - _units[j].Score(0, bounded: false);
                    _units[i].Gap(_units[j], gap);
                    (least, most) = (tree.Reach(gap, rising: false) + between, tree.Reach(gap, rising: true) + between);
                }

                always[j] += least > 0 ? 1 : 0;
                possibly[j] += most > 0 ? 1 : 0;
                always[i] += most < 0 ? 1 : 0;
                possibly[i] += least < 0 ? 1 : 0;
            }
        }

        var usual = _units.Select(unit => 1 + _units.Count(other => other.Rank < unit.Rank)).ToArray();
        return EquatableArray.From(_units.Select((unit, i) => new RankInterval(unit.Code, usual[i], Math.Min(usual[i], 1 + always[i]), Math.Max(usual[i], 1 + possibly[i]))));
    }

    /// <summary>Returns the smallest change of weights that brings another unit level with the leader.</summary>
    /// <remarks>Here weights are the leaves' shares of the scheme; they change without bounds while they stay at 0 or more and sum to what they do.</remarks>
    /// <returns>The change; null when there are fewer than two units, no weights at all bring another level, or the exact answer is not known
    /// (see <see cref="IsLeaderChangeExact"/>).</returns>
    public LeaderChange? SmallestLeaderChange() => _search.Change;

    private static void Check(Scorecards scorecards)
    {
        if (scorecards.Count > MaximumUnits)
        {
            throw new ArgumentException($"At most {MaximumUnits} units are compared, but there are {scorecards.Count}.", nameof(scorecards));
        }
    }

    private static RankingRobustness Create(string code, WeighedScheme scheme)
    {
        if (!scheme.IsAdditive)
        {
            throw new ArgumentException($"Scheme \"{code}\" must give one additive score, but does not.", nameof(scheme));
        }

        var all = scheme.Cards
            .Select(card => new WeighedUnit(card, scheme.Scale, scheme.Ranking.Find(card.Unit)!.Rank, string.Equals(scheme.Ranking.Ranked[0].Unit, card.Unit, StringComparison.Ordinal)))
            .ToLookup(static unit => unit.IsWhole);
        return new RankingRobustness(scheme, [.. all[true]], [.. all[false]]);
    }
}
