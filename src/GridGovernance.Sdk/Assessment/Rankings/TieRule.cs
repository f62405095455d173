namespace GridGovernance.Sdk.Assessment;

/// <summary>What rank equal scores get.</summary>
public enum TieRule
{
    /// <summary>The best rank of the tie, and the ranks after it are skipped: 1, 2, 2, 4 (并列, 跳号).</summary>
    Competition = 0,

    /// <summary>The best rank of the tie, and no rank is skipped: 1, 2, 2, 3 (并列, 不跳号).</summary>
    Dense = 1,

    /// <summary>The worst rank of the tie: 1, 3, 3, 4.</summary>
    Worst = 2,
}
