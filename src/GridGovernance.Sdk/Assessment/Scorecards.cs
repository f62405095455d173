using System.Collections;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The scorecards of all units of a table under one scheme, in the order of the table.</summary>
/// <remarks>
/// <para>Scores are worked out at once, a scorecard with its tree when it is asked for. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Scorecards : IReadOnlyList<Scorecard>
{
    private readonly IndicatorColumn[] _columns;
    private readonly decimal?[] _scores;

    internal Scorecards(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Table = table;
        _columns = [.. scheme.Leaves.Select(leaf => table.Find(leaf.Indicator!.Code)!)];
        _scores = new decimal?[table.Units.Count];
        if (scheme.HasTotal)
        {
            for (var unit = 0; unit < _scores.Length; unit++)
            {
                _scores[unit] = QuickScore(unit) ?? Tree(unit, null).Points;
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
            var root = Tree(index, null);
            var score = ScoreOf(index);
            return new Scorecard(
                Table.Units[index],
                score,
                score is null ? null : Scheme.GradeOf(score.Value),
                root,
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
        return Tree(index, stream).Points;
    }

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

    // With every value present and every node additive the tree adds nothing to the score: the leaves' points are summed straight away.
    private decimal? QuickScore(int unit)
    {
        var sum = 0m;
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i].Values[unit].Number is not { } number)
            {
                return null;
            }

            var leaf = Scheme.Leaves[i];
            sum += leaf.FullPoints * leaf.Normalisation!.Apply(number);
        }

        return sum;
    }

    private StreamScore Stream(int index, AssessorStream stream)
    {
        var root = Tree(index, stream);
        return new StreamScore(stream, root.Points, root.Points is null ? null : Scheme.GradeOf(root.Points.Value), root);
    }

    private NodeScore Tree(int unit, AssessorStream? only) => new UnitScorer(Scheme, _columns, unit, only).Score();

    private void ThrowIfOutside(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
