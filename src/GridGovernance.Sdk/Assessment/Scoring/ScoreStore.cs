namespace GridGovernance.Sdk.Assessment;

/// <summary>The scores of all units: as whole numbers of one unit where the scheme allows, the others as decimals.</summary>
internal sealed class ScoreStore
{
    private const ulong Elsewhere = ulong.MaxValue;

    private readonly ulong[]? _units;
    private readonly byte _decimals;
    private readonly decimal?[]? _others;

    internal ScoreStore(ScoringRun run, int count)
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
                _others[unit] = new UnitScorer(run, unit, null).Score().Score;
            }
        }
    }

    internal int Count { get; }

    /// <summary>Gets whole numbers that order the units as their scores do; null where some score is none.</summary>
    internal ReadOnlySpan<ulong> Units => _others is null ? _units : default;

    internal decimal? this[int unit] => _units is not null && _units[unit] != Elsewhere ? ExactDecimal.Create(_units[unit], _decimals) : _others![unit];

    internal decimal?[] ToArray()
    {
        var scores = new decimal?[Count];
        for (var unit = 0; unit < scores.Length; unit++)
        {
            scores[unit] = this[unit];
        }

        return scores;
    }
}
