namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What an inspection looks for (S0-6): contradictions, risks and hidden dangers.</summary>
public enum FindingKind
{
    /// <summary>A dispute or contradiction (矛盾); text <c>contradiction</c>.</summary>
    Contradiction = 0,

    /// <summary>A risk (风险); text <c>risk</c>.</summary>
    Risk = 1,

    /// <summary>A hidden danger (隐患); text <c>hidden-danger</c>.</summary>
    HiddenDanger = 2,
}
