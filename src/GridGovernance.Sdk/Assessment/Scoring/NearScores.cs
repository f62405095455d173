namespace GridGovernance.Sdk.Assessment;

/// <summary>Puts scores that lie within each other's rounding in their true order, and tells which of them are equal.</summary>
/// <param name="tolerance">By how much a score in decimals differs from the exact one at most.</param>
/// <param name="exact">Gives the exact score of the unit at a position.</param>
/// <param name="positionOf">Gives a unit's position.</param>
internal sealed class NearScores(decimal tolerance, Func<int, ExactNumber> exact, Func<string, int> positionOf)
{
    /// <summary>Gets how far apart two scores can be in decimals and still change places.</summary>
    internal decimal Reach { get; } = 2 * tolerance;

    /// <summary>Orders units within a run of near scores.</summary>
    /// <param name="units">Positions of units; put in order, the best first, among equals by position.</param>
    /// <returns>For each whether it is equal to the one before it.</returns>
    internal bool[] Settle(Span<int> units)
    {
        var scores = new (ExactNumber Score, int Unit)[units.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = (exact(units[i]), units[i]);
        }

        Array.Sort(scores, static (left, right) => right.Score.CompareTo(left.Score) is var order && order != 0 ? order : left.Unit.CompareTo(right.Unit));
        var isEqual = new bool[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            units[i] = scores[i].Unit;
            isEqual[i] = i > 0 && scores[i].Score.CompareTo(scores[i - 1].Score) == 0;
        }

        return isEqual;
    }

    /// <summary>Orders units with scores.</summary>
    /// <param name="scored">Units in the order of their decimals, the best first; put in their true order, among equals by code.</param>
    /// <returns>For each whether it is equal to the one before it.</returns>
    internal bool[] Settle(KeyValuePair<string, decimal?>[] scored)
    {
        var isEqual = new bool[scored.Length];
        for (var first = 0; first < scored.Length;)
        {
            var next = first + 1;
            while (next < scored.Length && scored[next - 1].Value - scored[next].Value <= Reach)
            {
                next++;
            }

            if (next - first > 1)
            {
                Settle(scored, first, next, isEqual);
            }

            first = next;
        }

        return isEqual;
    }

    private void Settle(KeyValuePair<string, decimal?>[] scored, int first, int next, bool[] isEqual)
    {
        var run = scored[first..next].Select(item => (Item: item, Score: exact(positionOf(item.Key)))).ToArray();
        Array.Sort(run, static (left, right) => right.Score.CompareTo(left.Score) is var order && order != 0 ? order : string.CompareOrdinal(left.Item.Key, right.Item.Key));
        for (var i = 0; i < run.Length; i++)
        {
            scored[first + i] = run[i].Item;
            isEqual[first + i] = i > 0 && run[i].Score.CompareTo(run[i - 1].Score) == 0;
        }
    }
}
