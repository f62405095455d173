using System.Numerics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Units ranked within the groups that they belong to (组内排名): grid workers within their township.</summary>
/// <remarks>
/// <para>Ranks come from unrounded scores, as in <see cref="Ranking"/>. Units are named by their position in the table; among equals the earlier one is
/// listed first, which is no rank.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GroupedRanking
{
    private readonly int[] _ranks;
    private readonly int[] _members;
    private readonly int[] _starts;

    private GroupedRanking(int[] ranks, int[] members, int[] starts, TieRule ties) => (_ranks, _members, _starts, Ties) = (ranks, members, starts, ties);

    /// <summary>Gets the number of units.</summary>
    public int Count => _ranks.Length;

    /// <summary>Gets the number of groups.</summary>
    public int GroupCount => _starts.Length - 1;

    /// <summary>Gets what happened to equal scores.</summary>
    public TieRule Ties { get; }

    /// <summary>Ranks scores within groups.</summary>
    /// <param name="scores">The unrounded scores; null where a unit has none.</param>
    /// <param name="groups">The group of each unit, 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentException">There are not as many groups named as scores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is out of range, or the tie rule is not one of the rules.</exception>
    public static GroupedRanking Create(ReadOnlySpan<decimal?> scores, ReadOnlySpan<int> groups, int groupCount, TieRule ties = TieRule.Competition)
    {
        Check(scores.Length, groups, groupCount, ties);
        return WholeKeys.Of(scores) is { } keys
            ? Create(scores, keys, groups, groupCount, ties, null, 0UL)
            : Create(scores, Negated(scores), groups, groupCount, ties, null, 0m);
    }

    /// <summary>Ranks whole numbers, a larger one before a smaller.</summary>
    /// <param name="units">The numbers; every unit has one.</param>
    /// <param name="groups">The group of each unit.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal numbers.</param>
    /// <param name="near">Compares numbers that lie close together; null when they say everything.</param>
    /// <param name="reach">How far apart two numbers can be and still change places.</param>
    internal static GroupedRanking OfUnits(ReadOnlySpan<ulong> units, ReadOnlySpan<int> groups, int groupCount, TieRule ties, NearScores? near, ulong reach)
    {
        Check(units.Length, groups, groupCount, ties);
        var keys = new ulong[units.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ~units[i];
        }

        return Create([], keys, groups, groupCount, ties, near, reach);
    }

    /// <summary>Ranks scores in decimals, settling without rounding what they leave open.</summary>
    /// <param name="scores">The scores; null where a unit has none.</param>
    /// <param name="groups">The group of each unit.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="ties">What happens to equal scores.</param>
    /// <param name="near">Compares scores that lie close together; null when decimals say everything.</param>
    internal static GroupedRanking Create(ReadOnlySpan<decimal?> scores, ReadOnlySpan<int> groups, int groupCount, TieRule ties, NearScores? near)
    {
        if (near is null)
        {
            return Create(scores, groups, groupCount, ties);
        }

        Check(scores.Length, groups, groupCount, ties);
        return Create(scores, Negated(scores), groups, groupCount, ties, near, near.Reach);
    }

    /// <summary>Gets a unit's rank in its group.</summary>
    /// <param name="unit">The unit's position.</param>
    /// <returns>The rank, from 1; null when the unit has no score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public int? RankOf(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Count);
        return _ranks[unit] == 0 ? null : _ranks[unit];
    }

    /// <summary>Gets the units of a group that have a score, the best first.</summary>
    /// <param name="group">The group.</param>
    /// <returns>Positions of units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public ReadOnlySpan<int> Members(int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, GroupCount);
        return _members.AsSpan(_starts[group].._starts[group + 1]);
    }

    private static decimal[] Negated(ReadOnlySpan<decimal?> scores)
    {
        var keys = new decimal[scores.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = -(scores[i] ?? 0);
        }

        return keys;
    }

    private static void Check(int count, ReadOnlySpan<int> groups, int groupCount, TieRule ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(groupCount);
        if (ties is < TieRule.Competition or > TieRule.Worst)
        {
            throw new ArgumentOutOfRangeException(nameof(ties), ties, "The tie rule is not one of the rules.");
        }

        if (count != groups.Length)
        {
            throw new ArgumentException($"There must be a group for each of the {count} scores, but there are {groups.Length}.", nameof(groups));
        }

        for (var unit = 0; unit < groups.Length; unit++)
        {
            if ((uint)groups[unit] >= (uint)groupCount)
            {
                throw new ArgumentOutOfRangeException(nameof(groups), groups[unit], $"Unit {unit} must be in one of {groupCount} groups.");
            }
        }
    }

    // Without scores every unit is ranked by its key.
    private static GroupedRanking Create<TKey>(ReadOnlySpan<decimal?> scores, TKey[] keys, ReadOnlySpan<int> groups, int groupCount, TieRule ties, NearScores? near, TKey reach)
        where TKey : INumber<TKey>
    {
        var starts = new int[groupCount + 1];
        for (var unit = 0; unit < groups.Length; unit++)
        {
            starts[groups[unit] + 1] += scores.IsEmpty || scores[unit] is not null ? 1 : 0;
        }

        for (var group = 0; group < groupCount; group++)
        {
            starts[group + 1] += starts[group];
        }

        var members = new int[starts[groupCount]];
        var next = starts.AsSpan(0, groupCount).ToArray();
        for (var unit = 0; unit < groups.Length; unit++)
        {
            if (scores.IsEmpty || scores[unit] is not null)
            {
                members[next[groups[unit]]++] = unit;
            }
        }

        var ranks = new int[groups.Length];
        RankAll(starts, members, keys, ranks, ties, near, reach);
        return new GroupedRanking(ranks, members, starts, ties);
    }

    private static void RankAll<TKey>(int[] starts, int[] members, TKey[] keys, int[] ranks, TieRule ties, NearScores? near, TKey reach)
        where TKey : INumber<TKey>
    {
        var own = new TKey[members.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = keys[members[i]];
        }

        for (var group = 0; group + 1 < starts.Length; group++)
        {
            var range = starts[group]..starts[group + 1];
            Rank(members.AsSpan(range), own.AsSpan(range), ranks, ties, near, reach);
        }
    }

    // Keys ascend from the best; equal keys keep the order of the units. Where scores can still change places a run of near keys is settled first.
    private static void Rank<TKey>(Span<int> members, Span<TKey> keys, int[] ranks, TieRule ties, NearScores? near, TKey reach)
        where TKey : INumber<TKey>
    {
        keys.Sort(members);
        if (!HasNear(keys, reach))
        {
            for (var place = 0; place < members.Length; place++)
            {
                ranks[members[place]] = place + 1;
            }

            return;
        }

        var places = 0;
        for (var first = 0; first < keys.Length;)
        {
            var next = first + 1;
            while (next < keys.Length && unchecked(keys[next] - keys[next - 1]) <= reach)
            {
                next++;
            }

            if (next - first == 1)
            {
                places++;
                ranks[members[first]] = ties == TieRule.Dense ? places : next;
            }
            else if (near is null)
            {
                Assign(members, first, next, ranks, ties, ++places);
            }
            else
            {
                places = AssignSettled(members, first, near.Settle(members[first..next]), ranks, ties, places);
            }

            first = next;
        }
    }

    private static bool HasNear<TKey>(ReadOnlySpan<TKey> keys, TKey reach)
        where TKey : INumber<TKey>
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (unchecked(keys[i] - keys[i - 1]) <= reach)
            {
                return true;
            }
        }

        return false;
    }

    private static int AssignSettled(Span<int> members, int first, bool[] isEqual, int[] ranks, TieRule ties, int places)
    {
        for (var from = 0; from < isEqual.Length;)
        {
            var to = from + 1;
            while (to < isEqual.Length && isEqual[to])
            {
                to++;
            }

            Assign(members, first + from, first + to, ranks, ties, ++places);
            from = to;
        }

        return places;
    }

    private static void Assign(Span<int> members, int first, int next, int[] ranks, TieRule ties, int place)
    {
        var rank = ties == TieRule.Competition ? first + 1 : ties == TieRule.Dense ? place : next;
        members[first..next].Sort();
        foreach (var unit in members[first..next])
        {
            ranks[unit] = rank;
        }
    }
}
