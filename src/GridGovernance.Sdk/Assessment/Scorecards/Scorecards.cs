using System.Collections;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The scorecards of all units of a table under one scheme, in the order of the table.</summary>
/// <remarks>
/// <para>Scores are worked out at once, a scorecard with its tree when it is asked for. A score is the sum of its contributions, decimals of 15 places below
/// weighted sums, and so within 10^−15 of the scale a component of the exact one. What rounding could decide is decided without it: at the end of a band and
/// beside a neighbour in rank scores are compared as fractions of whole numbers, through schemes inside schemes as well. What is no fraction, as a geometric mean
/// mostly is and a z-score away from its ends, is decided in decimals for the units and the stream that have it, and for no others.</para>
/// <para>A unit with a single case is not rankable unless the scheme says so: see <see cref="MinimumCasesDefinition"/>.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Scorecards : IReadOnlyList<Scorecard>
{
    private readonly ScoringRun _run;
    private readonly ExactScorer _exact;
    private readonly GradeSettlement _settlement;
    private readonly ScoreStore? _scores;

    internal Scorecards(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Table = table;
        _run = new ScoringRun(scheme, table);
        _exact = new ExactScorer(_run);
        _settlement = new GradeSettlement(scheme, _exact);
        _scores = scheme.HasTotal ? new ScoreStore(_run, _settlement, table.Units.Count) : null;
    }

    /// <summary>Gets the scheme.</summary>
    public AssessmentScheme Scheme { get; }

    /// <summary>Gets the table that was scored.</summary>
    public IndicatorTable Table { get; }

    /// <summary>Gets the number of units.</summary>
    public int Count => Table.Units.Count;

    /// <summary>Gets the values that the scheme's policy did not count as they are, leaf by leaf, in the order of the table.</summary>
    public IEnumerable<Outlier> Outliers => Scheme.Leaves
        .Where(leaf => _run.Leaves[leaf.LeafIndex] is { Fence: not null })
        .Select(leaf => (Leaf: leaf, Column: _run.Columns[leaf.IndicatorIndex], Fence: _run.Leaves[leaf.LeafIndex]!.Fence!))
        .SelectMany(item => Enumerable.Range(0, Count)
            .Where(unit => item.Column.Values[unit].Number is not null && item.Fence.IsOutside(item.Column, unit))
            .Select(unit => new Outlier(Table.Units[unit], item.Leaf.Code, item.Column.Values[unit].Number!.Value, item.Fence.Lower, item.Fence.Upper, item.Fence.Kind)));

    /// <summary>Gets the values beyond the ends that <c>fraction-of-maximum</c> and <c>min-max</c> name, leaf by leaf, in the order of the table; they counted as the nearer end.</summary>
    public IEnumerable<ClampedValue> Clamped => Scheme.Leaves
        .Where(static leaf => leaf.Normalisation is LinearNormalisation { IsRange: true })
        .Select(leaf => (Leaf: leaf, _run.Columns[leaf.IndicatorIndex].Values, Line: (LinearNormalisation)leaf.Normalisation!))
        .Select(static item => (item.Leaf, item.Values, Lowest: Math.Min(item.Line.Zero, item.Line.Full), Highest: Math.Max(item.Line.Zero, item.Line.Full)))
        .SelectMany(item => Enumerable.Range(0, Count)
            .Where(unit => item.Values[unit].Number is { } number && (number < item.Lowest || number > item.Highest))
            .Select(unit => new ClampedValue(Table.Units[unit], item.Leaf.Code, item.Values[unit].Number!.Value, item.Lowest, item.Highest)));

    /// <summary>Gets the scorecard of the unit at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public Scorecard this[int index]
    {
        get
        {
            ThrowIfOutside(index);
            var (_, root, adjustments) = new UnitScorer(_run, index, null).Score(deep: true);
            var (score, settled) = (_scores?[index], _scores?.Settled(index));
            return new Scorecard(
                Table.Units[index],
                score,
                settled is not null ? settled.Grade : score is null ? null : Scheme.GradeOf(score.Value),
                settled is null ? root : Residue(root, settled.Score - _scores!.InDecimals(index)!.Value),
                adjustments,
                EquatableArray.From(Scheme.Streams.Select(stream => Stream(index, stream))));
        }
    }

    /// <summary>Gets the unrounded score of the unit at a position, without its tree.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The score; null when the unit has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public decimal? ScoreOf(int index)
    {
        ThrowIfOutside(index);
        return _scores?[index];
    }

    /// <summary>Gets the unrounded score of a unit in one stream.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The score; null when the unit has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public decimal? ScoreOf(int index, AssessorStream stream)
    {
        ThrowIfOutside(index);
        return Stream(index, stream).Score;
    }

    /// <summary>Returns the scores as a column, so that the scheme can stand inside another: a half-year and a year's end (40/60), the grid component of a
    /// department's annual assessment.</summary>
    /// <remarks>Values are the scores without rounding, cut off behind the last digit of a decimal, and the scheme that counts them goes on with the fractions themselves.
    /// They bring how many cases they rest on. Every unit is worked out in whole numbers, which takes some microseconds an indicator.</remarks>
    /// <param name="code">The code of the indicator that the other scheme names.</param>
    /// <returns>The column: scores in points, missing where a unit has none, traced to all cases of the scheme.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is white space.</exception>
    public IndicatorColumn ToColumn(string code) => ToColumn(code, null, ScoreOf);

    /// <summary>Returns the scores of one stream as a column, so that another scheme can report the stream by itself too.</summary>
    /// <param name="code">The code of the indicator that the other scheme names.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The column, as <see cref="ToColumn(string)"/> gives it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is white space.</exception>
    public IndicatorColumn ToColumn(string code, AssessorStream stream) => ToColumn(code, stream, unit => InDecimals(unit, stream));

    /// <summary>Finds the scorecard of a unit.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <returns>The scorecard, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public Scorecard? Find(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Table.PositionOf(unit) is >= 0 and var position ? this[position] : null;
    }

    /// <summary>Gets the fewest cases that a unit's rank would rest on.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The cases behind the indicator that the scheme's minimum names, otherwise the fewest behind any value of the scheme that the unit has and that
    /// somebody counted; null when nobody counted any.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public long? CasesOf(int index)
    {
        ThrowIfOutside(index);
        return CasesOf(index, null);
    }

    /// <summary>Says whether a unit has as many cases as it takes to be ranked.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>As the scheme's <see cref="MinimumCasesDefinition"/> says; without one, false when all that the unit is scored by are rates over a single case.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public bool IsRankable(int index)
    {
        ThrowIfOutside(index);
        return IsRankable(index, null);
    }

    /// <summary>Says whether a unit has as many cases as it takes to be ranked in one stream.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>As <see cref="IsRankable(int)"/>, by the stream's own indicators.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public bool IsRankable(int index, AssessorStream stream)
    {
        ThrowIfOutside(index);
        return IsRankable(index, (AssessorStream?)stream);
    }

    /// <summary>Ranks the units by their total score; those with too few cases are not rankable.</summary>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="InvalidOperationException">The scheme gives no total, for its two streams stay apart: rank each by itself.</exception>
    public Ranking Rank(TieRule ties = TieRule.Competition) => Scheme.HasTotal
        ? Ranking.Create(Table.Units.Zip(Scores(), KeyValuePair.Create), ties, IsRankable, Near(null))
        : throw new InvalidOperationException($"Scheme \"{Scheme.Code}\" keeps the superior and the public stream apart: rank each stream by itself.");

    /// <summary>Ranks the units by their total score, but for those with few cases: a grid with one case is not rankable.</summary>
    /// <param name="basis">The code of the indicator whose cases are counted; a unit of which nobody counted any is not rankable.</param>
    /// <param name="minimumCases">The fewest cases behind that indicator.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    /// <exception cref="InvalidOperationException">The scheme gives no total, for its two streams stay apart.</exception>
    public Ranking Rank(string basis, long minimumCases, TieRule ties = TieRule.Competition)
    {
        ArgumentNullException.ThrowIfNull(basis);
        var column = Table.Find(basis) ?? throw new ArgumentException($"The table has no column \"{basis}\".", nameof(basis));
        return Scheme.HasTotal
            ? Ranking.Create(Table.Units.Zip(Scores(), KeyValuePair.Create), ties, unit => (column.Values[Table.PositionOf(unit)].Cases ?? 0) >= minimumCases, Near(null))
            : throw new InvalidOperationException($"Scheme \"{Scheme.Code}\" keeps the superior and the public stream apart: rank each stream by itself.");
    }

    /// <summary>Ranks the units by their score in one stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    public Ranking Rank(AssessorStream stream, TieRule ties = TieRule.Competition) =>
        Ranking.Create(
            Table.Units.Select((unit, index) => KeyValuePair.Create(unit, InDecimals(index, stream))), ties, unit => IsRankable(Table.PositionOf(unit), (AssessorStream?)stream), Near(stream));

    /// <summary>Ranks the units within the groups that they belong to: grid workers within their township.</summary>
    /// <param name="groups">The group of each unit, in the order of the table, 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking; units without a score or with too few cases have no rank.</returns>
    /// <exception cref="ArgumentException">There are not as many groups named as units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is out of range, or the tie rule is not one of the rules.</exception>
    public GroupedRanking RankWithin(ReadOnlySpan<int> groups, int groupCount, TieRule ties = TieRule.Competition) =>
        _scores is { Units: { IsEmpty: false } units } && Scheme.Definition.MinimumCases is null && !HasSingleCases() && Near(null) is var near
            ? GroupedRanking.OfUnits(units, groups, groupCount, ties, near, _scores.InUnits(near.Reach))
            : GroupedRanking.Create(RankableScores(null), groups, groupCount, ties, Near(null));

    /// <summary>Ranks the units within the groups that they belong to, by their score in one stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="groups">The group of each unit, in the order of the table, 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking; units without a score or with too few cases have no rank.</returns>
    /// <exception cref="ArgumentException">There are not as many groups named as units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is out of range, or the tie rule is not one of the rules.</exception>
    public GroupedRanking RankWithin(AssessorStream stream, ReadOnlySpan<int> groups, int groupCount, TieRule ties = TieRule.Competition) =>
        GroupedRanking.Create(RankableScores(stream), groups, groupCount, ties, Near(stream));

    /// <summary>Returns an enumerator over the scorecards in the order of the table.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Scorecard> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static NodeScore Residue(NodeScore root, decimal residue) => residue == 0 ? root : root.WithResidue(residue);

    private decimal?[] Scores() => _scores?.ToArray() ?? new decimal?[Count];

    private decimal?[] RankableScores(AssessorStream? only)
    {
        var scores = only is { } stream ? [.. Enumerable.Range(0, Count).Select(unit => InDecimals(unit, stream))] : Scores();
        for (var unit = 0; unit < scores.Length; unit++)
        {
            scores[unit] = IsRankable(unit, only) ? scores[unit] : null;
        }

        return scores;
    }

    private bool IsRankable(string unit) => IsRankable(Table.PositionOf(unit), null);

    private bool IsRankable(int index, AssessorStream? only) => Scheme.Definition.MinimumCases is { } minimum
        ? CasesOf(index, only) is { } cases ? cases >= minimum.Cases : minimum.RankUncounted
        : !HasSingleCase(index, only);

    private long? CasesOf(int index, AssessorStream? only)
    {
        if (Scheme.Definition.MinimumCases?.Indicator is { } basis)
        {
            return Table.Find(basis)!.Values[index].Cases;
        }

        var counted = (only is null ? _run.Columns : Scheme.Leaves.Where(leaf => leaf.Stream == only && leaf.IndicatorIndex >= 0).Select(leaf => _run.Columns[leaf.IndicatorIndex]))
            .Select(column => column.Values[index].Cases).Where(static cases => cases is not null).Select(static cases => cases!.Value).ToArray();
        return counted.Length == 0 ? null : counted.Where(static cases => cases > 0).DefaultIfEmpty(0).Min();
    }

    // All that there is to be scored by was counted, and was one case or none.
    private bool HasSingleCase(int index, AssessorStream? only) => MostCasesOf(index, only) < MinimumCasesDefinition.Default;

    // Null where somebody counted none, or not all: such a unit cannot be known to have but one case.
    private long? MostCasesOf(int index, AssessorStream? only)
    {
        long? most = null;
        foreach (var leaf in Scheme.Leaves)
        {
            if (leaf.IndicatorIndex < 0 || (only is not null && leaf.Stream != only))
            {
                continue;
            }

            var value = _run.Columns[leaf.IndicatorIndex].Values[index];
            if (value.MostCases is { } cases)
            {
                most = Math.Max(most ?? 0, cases);
            }
            else if (value.Number is not null)
            {
                return null;
            }
        }

        return most;
    }

    // A small fraction over two or more cannot be a rate over one case.
    private bool HasSingleCases()
    {
        var denominators = Scheme.Leaves.First(static leaf => leaf.IndicatorIndex >= 0) is var leaf ? _run.Columns[leaf.IndicatorIndex].Compact.Denominators : [];
        for (var unit = 0; unit < denominators.Length; unit++)
        {
            if (denominators[unit] < MinimumCasesDefinition.Default && HasSingleCase(unit, null))
            {
                return true;
            }
        }

        return false;
    }

    private IndicatorColumn ToColumn(string code, AssessorStream? only, Func<int, decimal?> inDecimals)
    {
        ArgumentNullException.ThrowIfNull(code);
        var columns = only is null ? _run.Columns : [.. Scheme.Leaves.Where(leaf => leaf.Stream == only && leaf.IndicatorIndex >= 0).Select(leaf => _run.Columns[leaf.IndicatorIndex])];
        return new(
            code,
            EquatableArray.From(Enumerable.Range(0, Count).Select(unit => inDecimals(unit) is { } score
                ? IndicatorValue.Of(_exact.Score(unit, only)?.ToDecimal(_exact.Places) ?? score, CasesOf(unit, only), MostCasesOf(unit, only) ?? long.MaxValue)
                : IndicatorValue.Missing)),
            unit => CaseTrace.Union(columns.Select(column => column.Trace(unit))),
            unit => _exact.Score(unit, only));
    }

    private NearScores Near(AssessorStream? only) =>
        new(_exact.Tolerance, unit => _exact.Score(unit, only) ?? ExactNumber.Of((only is { } stream ? InDecimals(unit, stream) : _scores!.InDecimals(unit))!.Value), Table.PositionOf);

    private decimal? InDecimals(int index, AssessorStream stream) => new UnitScorer(_run, index, stream).Score(deep: false).Score;

    private StreamScore Stream(int index, AssessorStream stream)
    {
        var (score, root, _) = new UnitScorer(_run, index, stream).Score(deep: true);
        return _settlement.IsNear(score) && _settlement.Settle(index, stream) is { } settled
            ? new StreamScore(stream, settled.Score, settled.Grade, Residue(root, settled.Score - score!.Value))
            : new StreamScore(stream, score, score is null ? null : Scheme.GradeOf(score.Value), root);
    }

    private void ThrowIfOutside(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
