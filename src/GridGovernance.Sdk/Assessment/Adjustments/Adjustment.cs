namespace GridGovernance.Sdk.Assessment;

/// <summary>A deduction, a bonus or a veto of a compiled scheme.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class Adjustment
{
    // No table holds more points than this; an uncapped product must not overflow.
    private const decimal Unlimited = 1_000_000_000_000;

    private readonly decimal _points;
    private readonly decimal _per;
    private readonly decimal _limit;
    private readonly bool _falls;

    internal Adjustment(AdjustmentKind kind, AdjustmentDefinition definition, LocalizedText title, int indicatorIndex)
        : this(kind, definition.Code, title, indicatorIndex, definition.Over, definition.Under, definition.IgnoreAbsent)
    {
        (_points, _per, Cap, Source) = (definition.Points, definition.Per ?? 1, definition.Cap, definition.Source);
    }

    internal Adjustment(VetoDefinition definition, LocalizedText title, int indicatorIndex)
        : this(AdjustmentKind.Veto, definition.Code, title, indicatorIndex, definition.Over, definition.Under, definition.IgnoreAbsent)
    {
        Cap = definition.Score ?? 0;
    }

    private Adjustment(AdjustmentKind kind, string code, LocalizedText title, int indicatorIndex, decimal? over, decimal? under, bool ignoreAbsent)
    {
        (Kind, Code, Title, IndicatorIndex, _limit, _falls, IgnoresAbsent) = (kind, code, title, indicatorIndex, under ?? over ?? 0, under is not null, ignoreAbsent);
    }

    /// <summary>Gets what it is.</summary>
    public AdjustmentKind Kind { get; }

    /// <summary>Gets the code.</summary>
    public string Code { get; }

    /// <summary>Gets the name.</summary>
    public LocalizedText Title { get; }

    /// <summary>Gets the most points of a deduction or bonus, or the score that a veto leaves; null without a limit.</summary>
    public decimal? Cap { get; }

    /// <summary>Gets who grants a bonus; null without one.</summary>
    public string? Source { get; }

    /// <summary>Gets a value indicating whether an absent value counts as nothing; otherwise the unit gets no score.</summary>
    public bool IgnoresAbsent { get; }

    internal int IndicatorIndex { get; }

    /// <summary>Returns what a value asks for, before caps of a source or a total and before the floor.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <returns>Points, 0 or more; for a veto 1 when it strikes.</returns>
    internal decimal Ask(decimal value)
    {
        var excess = _falls ? _limit - value : value - _limit;
        if (excess <= 0)
        {
            return 0;
        }

        if (Kind == AdjustmentKind.Veto)
        {
            return 1;
        }

        // Far beyond its limit a value is not divided any more: the quotient might exceed a decimal.
        var limit = Cap ?? Unlimited;
        return excess >= ((limit / _points) + 1) * _per ? limit : Math.Min(limit, decimal.Floor(excess / _per) * _points);
    }
}
