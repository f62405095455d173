namespace GridGovernance.Sdk.Assessment;

/// <summary>The scores of all units: as whole numbers of one unit where the scheme allows, the others as decimals.</summary>
internal sealed class ScoreStore
{
    private const ulong Elsewhere = ulong.MaxValue;

    private readonly ulong[]? _units;
    private readonly byte _decimals;
    private readonly decimal?[]? _others;
    private readonly Dictionary<int, SettledScore>? _settled;

    internal ScoreStore(ScoringRun run, GradeSettlement settlement, int count)
    {
        Count = count;
        if (PlainScores.Of(run) is { } plain)
        {
            _units = new ulong[count];
            _decimals = (byte)plain.Decimals;
            plain.Fill(_units);
        }

        for (var unit = 0; unit < count; unit++)
        {
            if (_units is null || _units[unit] == Elsewhere)
            {
                _others ??= new decimal?[count];
                _others[unit] = new UnitScorer(run, unit, null).Score(deep: false).Score;
            }
        }

        var near = !settlement.CanSettle ? []
            : Enumerable.Range(0, _others is null ? 0 : count).Where(unit => settlement.IsNear(_others![unit]))
                .Concat(_units is null ? [] : settlement.Near(_units, _decimals).Where(unit => _units[unit] != Elsewhere));
        foreach (var unit in near)
        {
            if (settlement.Settle(unit, null) is { } settled)
            {
                (_settled ??= []).Add(unit, settled);
            }
        }
    }

    internal int Count { get; }

    /// <summary>Gets whole numbers that order the units as their scores do; null where some score is none.</summary>
    internal ReadOnlySpan<ulong> Units => _others is null ? _units : default;

    internal decimal? this[int unit] => _settled is not null && _settled.TryGetValue(unit, out var settled) ? settled.Score : InDecimals(unit);

    /// <summary>Returns what was settled without rounding for a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The score and its grade; null where the score in decimals is far from every band's end.</returns>
    internal SettledScore? Settled(int unit) => _settled?.GetValueOrDefault(unit);

    /// <summary>Returns the sum of a unit's contributions in decimals.</summary>
    /// <param name="unit">The unit.</param>
    internal decimal? InDecimals(int unit) => _units is not null && _units[unit] != Elsewhere ? ExactDecimal.Create(_units[unit], _decimals) : _others![unit];

    /// <summary>Returns a difference of scores in whole numbers, rounded up.</summary>
    /// <param name="difference">The difference.</param>
    internal ulong InUnits(decimal difference) => (ulong)decimal.Ceiling(difference * PowersOfTen.Of(_decimals));

    internal decimal?[] ToArray()
    {
        var scores = new decimal?[Count];
        for (var unit = 0; unit < scores.Length; unit++)
        {
            scores[unit] = InDecimals(unit);
        }

        return scores;
    }
}
