namespace GridGovernance.Sdk.Assessment;

/// <summary>What turns the tree's sum into a unit's score: deductions down to 0, bonuses, vetoes.</summary>
internal sealed class WeighedAdjustments
{
    private readonly double _deducted;
    private readonly double _granted;
    private readonly double _cap = double.PositiveInfinity;

    internal WeighedAdjustments(WeighedCard card)
    {
        foreach (var adjustment in card.Adjustments)
        {
            switch (adjustment.Adjustment.Kind)
            {
                case AdjustmentKind.Deduction:
                    _deducted += (double)adjustment.Asked;
                    break;
                case AdjustmentKind.Bonus:
                    _granted += (double)adjustment.Points;
                    break;
                default:
                    _cap = adjustment.Asked > 0 ? Math.Min(_cap, (double)adjustment.Adjustment.Cap!.Value) : _cap;
                    break;
            }
        }
    }

    internal double Score(double sum) => Math.Min(_cap, Math.Max(0, sum - _deducted) + _granted);
}
