using System.Collections;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The scorecards of all units of a table under one scheme, in the order of the table.</summary>
/// <remarks>
/// <para>Scores are worked out at once, a scorecard with its tree when it is asked for. A score is the sum of its contributions, decimals of 15 places below
/// weighted sums, and so within 10^−15 of the scale a component of the exact one. What rounding could decide is decided without it: at the end of a band and
/// beside a neighbour in rank scores are compared as fractions of whole numbers. Schemes with geometric means, z-scores or clipped outliers are decided in decimals.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Scorecards : IReadOnlyList<Scorecard>
{
    private readonly ScoringRun _run;
    private readonly ExactScorer? _exact;
    private readonly GradeSettlement _settlement;
    private readonly ScoreStore? _scores;

    internal Scorecards(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Table = table;
        _run = new ScoringRun(scheme, table);
        _exact = ExactScorer.Of(_run);
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
        .Where(leaf => _run.Fences[leaf.LeafIndex] is not null)
        .SelectMany(leaf => Table.Units
            .Zip(_run.Columns[leaf.IndicatorIndex].Values, (unit, value) => (Unit: unit, value.Number, Fence: _run.Fences[leaf.LeafIndex]!))
            .Where(static item => item.Number is { } number && item.Fence.IsOutside(number))
            .Select(item => new Outlier(item.Unit, leaf.Code, item.Number!.Value, item.Fence.Lower, item.Fence.Upper, item.Fence.Kind)));

    /// <summary>Gets the scorecard of the unit at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public Scorecard this[int index]
    {
        get
        {
            ThrowIfOutside(index);
            var (_, root, adjustments) = new UnitScorer(_run, index, null).Score();
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
    /// <param name="code">The code of the indicator that the other scheme names.</param>
    /// <returns>The column: scores in points, missing where a unit has none, traced to all cases of the scheme.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    public IndicatorColumn ToColumn(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new(
        code,
        EquatableArray.From(Scores().Select(static score => score is { } value ? IndicatorValue.Of(value) : IndicatorValue.Missing)),
        unit => CaseTrace.Union(_run.Columns.Select(column => column.Trace(unit))));
    }

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
    /// <returns>The cases below the line of the rate that the scheme's minimum names, otherwise the fewest below any rate of the scheme that the unit has;
    /// null when it has no rates, and so no cases are known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public long? CasesOf(int index)
    {
        ThrowIfOutside(index);
        if (Scheme.Definition.MinimumCases?.Indicator is { } basis)
        {
            return Table.Find(basis)!.Values[index].Rate?.Denominator;
        }

        var rates = _run.Columns.Select(column => column.Values[index].Rate).Where(static rate => rate is not null).Select(static rate => rate!.Value.Denominator).ToArray();
        return rates.Length == 0 ? null : rates.Where(static cases => cases > 0).DefaultIfEmpty(0).Min();
    }

    /// <summary>Says whether a unit has as many cases as the scheme asks of a unit that is ranked.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>True when it has, when the scheme asks for none, or when its values came without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public bool IsRankable(int index)
    {
        ThrowIfOutside(index);
        return Scheme.Definition.MinimumCases is not { } minimum || !(CasesOf(index) < minimum.Cases);
    }

    /// <summary>Ranks the units by their total score; those with fewer cases than the scheme asks for are not rankable.</summary>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="InvalidOperationException">The scheme gives no total, for its two streams stay apart: rank each by itself.</exception>
    public Ranking Rank(TieRule ties = TieRule.Competition) => Scheme.HasTotal
        ? Ranking.Create(Table.Units.Zip(Scores(), KeyValuePair.Create), ties, IsRankable, Near(null))
        : throw new InvalidOperationException($"Scheme \"{Scheme.Code}\" keeps the superior and the public stream apart: rank each stream by itself.");

    /// <summary>Ranks the units by their total score, but for those with few cases: a grid with one case is not rankable.</summary>
    /// <param name="basis">The code of the indicator whose rate counts the cases.</param>
    /// <param name="minimumCases">The fewest cases below the line of that rate.</param>
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
            ? Ranking.Create(Table.Units.Zip(Scores(), KeyValuePair.Create), ties, unit => (column.Values[Table.PositionOf(unit)].Rate?.Denominator ?? 0) >= minimumCases, Near(null))
            : throw new InvalidOperationException($"Scheme \"{Scheme.Code}\" keeps the superior and the public stream apart: rank each stream by itself.");
    }

    /// <summary>Ranks the units by their score in one stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    public Ranking Rank(AssessorStream stream, TieRule ties = TieRule.Competition) =>
        Ranking.Create(Table.Units.Select((unit, index) => KeyValuePair.Create(unit, new UnitScorer(_run, index, stream).Score().Score)), ties, IsRankable, Near(stream));

    /// <summary>Ranks the units within the groups that they belong to: grid workers within their township.</summary>
    /// <param name="groups">The group of each unit, in the order of the table, 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking; units without a score or with too few cases have no rank.</returns>
    /// <exception cref="ArgumentException">There are not as many groups named as units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is out of range, or the tie rule is not one of the rules.</exception>
    public GroupedRanking RankWithin(ReadOnlySpan<int> groups, int groupCount, TieRule ties = TieRule.Competition) =>
        _scores is { Units: { IsEmpty: false } units } && Near(null) is var near
            && Scheme.Definition.MinimumCases is null
            ? GroupedRanking.OfUnits(units, groups, groupCount, ties, near, near is null ? 0 : _scores.InUnits(near.Reach))
            : GroupedRanking.Create(RankableScores(), groups, groupCount, ties, Near(null));

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

    /// <summary>Ranks every unit with a score, whatever its cases.</summary>
    internal Ranking RankEveryScore() => Ranking.Create(Table.Units.Zip(Scores(), KeyValuePair.Create), TieRule.Competition, static _ => true, Near(null));

    private static NodeScore Residue(NodeScore root, decimal residue) => residue == 0 ? root : root.WithResidue(residue);

    private decimal?[] Scores() => _scores?.ToArray() ?? new decimal?[Count];

    private decimal?[] RankableScores()
    {
        var scores = Scores();
        for (var unit = 0; Scheme.Definition.MinimumCases is not null && unit < scores.Length; unit++)
        {
            scores[unit] = IsRankable(unit) ? scores[unit] : null;
        }

        return scores;
    }

    private bool IsRankable(string unit) => IsRankable(Table.PositionOf(unit));

    private NearScores? Near(AssessorStream? only) => _exact is null ? null : new NearScores(_exact.Tolerance, unit => _exact.Score(unit, only), Table.PositionOf);

    private StreamScore Stream(int index, AssessorStream stream)
    {
        var (score, root, _) = new UnitScorer(_run, index, stream).Score();
        return _settlement.IsNear(score) && _settlement.Settle(index, stream) is var settled
            ? new StreamScore(stream, settled.Score, settled.Grade, Residue(root, settled.Score - score!.Value))
            : new StreamScore(stream, score, score is null ? null : Scheme.GradeOf(score.Value), root);
    }

    private void ThrowIfOutside(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
