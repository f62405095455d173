namespace GridGovernance.Sdk.Assessment;

/// <summary>What changes a score besides the tree; applied in this order.</summary>
public enum AdjustmentKind
{
    /// <summary>Points off (扣分), never below 0.</summary>
    Deduction = 0,

    /// <summary>Points on (加分), within its caps.</summary>
    Bonus = 1,

    /// <summary>The score is lowered to a limit (一票否决).</summary>
    Veto = 2,
}
