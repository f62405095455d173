namespace GridGovernance.Sdk.Assessment;

/// <summary>What a deduction, a bonus or a veto did to a score.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class AdjustmentScore
{
    private readonly Func<CaseTrace> _trace;

    internal AdjustmentScore(Adjustment adjustment, IndicatorValue indicator, decimal asked, decimal points, Func<CaseTrace> trace)
    {
        (Adjustment, Indicator, Asked, Points) = (adjustment, indicator, asked, points);
        _trace = trace;
    }

    /// <summary>Gets the deduction, bonus or veto.</summary>
    public Adjustment Adjustment { get; }

    /// <summary>Gets the indicator's value.</summary>
    public IndicatorValue Indicator { get; }

    /// <summary>Gets the points that the value asks for; for a veto 1 when it strikes.</summary>
    public decimal Asked { get; }

    /// <summary>Gets the points by which the score changed, after caps and floor: negative for deductions and vetoes.</summary>
    public decimal Points { get; }

    /// <summary>Returns the cases behind the value; worked out when asked for.</summary>
    /// <returns>The case ids; <see cref="CaseTrace.None"/> when the table came without cases.</returns>
    public CaseTrace Trace() => _trace();
}
