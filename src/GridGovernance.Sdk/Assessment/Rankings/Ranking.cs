using System.Collections.Frozen;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Units by their score, the best first (排名).</summary>
/// <remarks>
/// <para>Ranks come from unrounded scores: two units tie only when their scores are equal to the last digit. Tied units are listed by code,
/// in ordinal order; that order is no rank. Units without a score have no rank and are listed apart.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Ranking
{
    private readonly FrozenDictionary<string, RankedUnit> _byUnit;

    private Ranking(EquatableArray<RankedUnit> ranked, EquatableArray<string> unranked, EquatableArray<string> notRankable, TieRule ties)
    {
        (Ranked, Unranked, NotRankable, Ties) = (ranked, unranked, notRankable, ties);
        _byUnit = ranked.ToFrozenDictionary(static entry => entry.Unit, StringComparer.Ordinal);
    }

    /// <summary>Gets the units that have a score, the best first.</summary>
    public EquatableArray<RankedUnit> Ranked { get; }

    /// <summary>Gets the units that have none, in ordinal order (不参与排名).</summary>
    public EquatableArray<string> Unranked { get; }

    /// <summary>Gets the units that have a score behind which too few cases stand, in ordinal order (样本不足, 不排名).</summary>
    public EquatableArray<string> NotRankable { get; }

    /// <summary>Gets what happened to equal scores.</summary>
    public TieRule Ties { get; }

    /// <summary>Ranks scores.</summary>
    /// <param name="scores">The units, each once, and their unrounded scores; null where a unit has none.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking; the order of <paramref name="scores"/> does not matter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is null.</exception>
    /// <exception cref="ArgumentException">A unit occurs twice.</exception>
    public static Ranking Create(IEnumerable<KeyValuePair<string, decimal?>> scores, TieRule ties) => Create(scores, ties, static _ => true);

    /// <summary>Ranks scores, but for units that too little is known of.</summary>
    /// <param name="scores">The units, each once, and their unrounded scores; null where a unit has none.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <param name="isRankable">Says whether enough is known of a unit to rank it.</param>
    /// <returns>The ranking; the order of <paramref name="scores"/> does not matter.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A unit occurs twice.</exception>
    public static Ranking Create(IEnumerable<KeyValuePair<string, decimal?>> scores, TieRule ties, Func<string, bool> isRankable)
        => Create(scores, ties, isRankable, null);

    /// <summary>Ranks units, settling without rounding what decimals leave open.</summary>
    /// <param name="scores">The units and their scores in decimals; null when a unit has none.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <param name="isRankable">Says whether a unit with a score gets a rank.</param>
    /// <param name="near">Compares scores that lie close together; null when decimals say everything.</param>
    internal static Ranking Create(IEnumerable<KeyValuePair<string, decimal?>> scores, TieRule ties, Func<string, bool> isRankable, NearScores? near)
    {
        ArgumentNullException.ThrowIfNull(isRankable);
        ArgumentNullException.ThrowIfNull(scores);
        var all = scores.ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, _) in all)
        {
            if (!seen.Add(unit))
            {
                throw new ArgumentException($"Unit \"{unit}\" occurs twice.", nameof(scores));
            }
        }

        KeyValuePair<string, decimal?>[] scored =
            [.. all.Where(item => item.Value is not null && isRankable(item.Key)).OrderByDescending(static item => item.Value).ThenBy(static item => item.Key, StringComparer.Ordinal)];
        var isEqual = near is null ? null : near.Settle(scored);
        var ranked = new RankedUnit[scored.Length];
        var groups = 0;
        for (var first = 0; first < scored.Length;)
        {
            var next = first + 1;
            while (next < scored.Length && (isEqual?[next] ?? scored[next].Value == scored[first].Value))
            {
                next++;
            }

            groups++;
            var rank = ties switch
            {
                TieRule.Competition => first + 1,
                TieRule.Dense => groups,
                TieRule.Worst => next,
                _ => throw new ArgumentOutOfRangeException(nameof(ties), ties, "The tie rule is not one of the rules."),
            };
            for (var i = first; i < next; i++)
            {
                ranked[i] = new RankedUnit(scored[i].Key, rank, scored[i].Value!.Value, next - first > 1);
            }

            first = next;
        }

        string[] unranked = [.. all.Where(static item => item.Value is null).Select(static item => item.Key).Order(StringComparer.Ordinal)];
        string[] notRankable = [.. all.Where(item => item.Value is not null && !isRankable(item.Key)).Select(static item => item.Key).Order(StringComparer.Ordinal)];
        return new Ranking(EquatableArray.Create<RankedUnit>(ranked), EquatableArray.Create<string>(unranked), EquatableArray.Create<string>(notRankable), ties);
    }

    /// <summary>Finds a unit's place.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <returns>The place; null when the unit has no score or is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public RankedUnit? Find(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return _byUnit.GetValueOrDefault(unit);
    }
}
