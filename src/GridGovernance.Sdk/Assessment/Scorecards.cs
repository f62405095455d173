using System.Collections;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The scorecards of all units of a table under one scheme, in the order of the table.</summary>
/// <remarks>
/// <para>Scores are worked out at once, a scorecard with its tree when it is asked for. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Scorecards : IReadOnlyList<Scorecard>
{
    private readonly ScoringRun _run;
    private readonly decimal?[] _scores;

    internal Scorecards(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Table = table;
        _run = new ScoringRun(scheme, table);
        _scores = new decimal?[table.Units.Count];
        if (scheme.HasTotal)
        {
            for (var unit = 0; unit < _scores.Length; unit++)
            {
                _scores[unit] = _run.Score(unit);
            }
        }
    }

    /// <summary>Gets the scheme.</summary>
    public AssessmentScheme Scheme { get; }

    /// <summary>Gets the table that was scored.</summary>
    public IndicatorTable Table { get; }

    /// <summary>Gets the number of units.</summary>
    public int Count => _scores.Length;

    /// <summary>Gets the scorecard of the unit at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public Scorecard this[int index]
    {
        get
        {
            ThrowIfOutside(index);
            var (_, root, adjustments) = new UnitScorer(_run, index, null).Score();
            var score = _scores[index];
            return new Scorecard(
                Table.Units[index],
                score,
                score is null ? null : Scheme.GradeOf(score.Value),
                root,
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
        return _scores[index];
    }

    /// <summary>Gets the unrounded score of a unit in one stream.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The score; null when the unit has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public decimal? ScoreOf(int index, AssessorStream stream)
    {
        ThrowIfOutside(index);
        return new UnitScorer(_run, index, stream).Score().Score;
    }

    /// <summary>Returns the scores as a column, so that the scheme can stand inside another: a half-year and a year's end (40/60), the grid component of a
    /// department's annual assessment.</summary>
    /// <param name="code">The code of the indicator that the other scheme names.</param>
    /// <returns>The column: scores in points, missing where a unit has none, traced to all cases of the scheme.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    public IndicatorColumn ToColumn(string code) => new(
        code,
        EquatableArray.From(_scores.Select(static score => score is { } value ? IndicatorValue.Of(value) : IndicatorValue.Missing)),
        unit => CaseTrace.Union(_run.Columns.Select(column => column.Trace(unit))));

    /// <summary>Finds the scorecard of a unit.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <returns>The scorecard, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public Scorecard? Find(string unit) => Table.PositionOf(unit) is >= 0 and var position ? this[position] : null;

    /// <summary>Ranks the units by their total score.</summary>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="InvalidOperationException">The scheme gives no total, for its two streams stay apart: rank each by itself.</exception>
    public Ranking Rank(TieRule ties = TieRule.Competition) => Scheme.HasTotal
        ? Ranking.Create(Table.Units.Zip(_scores, KeyValuePair.Create), ties)
        : throw new InvalidOperationException($"Scheme \"{Scheme.Code}\" keeps the superior and the public stream apart: rank each stream by itself.");

    /// <summary>Ranks the units by their score in one stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    public Ranking Rank(AssessorStream stream, TieRule ties = TieRule.Competition) =>
        Ranking.Create(Table.Units.Select((unit, index) => KeyValuePair.Create(unit, ScoreOf(index, stream))), ties);

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

    private StreamScore Stream(int index, AssessorStream stream)
    {
        var (score, root, _) = new UnitScorer(_run, index, stream).Score();
        return new StreamScore(stream, score, score is null ? null : Scheme.GradeOf(score.Value), root);
    }

    private void ThrowIfOutside(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
