namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What an incentive is (S0-26).</summary>
public enum IncentiveKind
{
    /// <summary>Material, such as money (物质激励); text <c>material</c>.</summary>
    Material = 0,

    /// <summary>A prospect in the career (职业发展愿景); text <c>career</c>.</summary>
    Career = 1,
}
