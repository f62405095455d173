namespace GridGovernance.Sdk.Staffing;

/// <summary>How a party unit came to be: 直接组建为主，组织联建、孵化培育为辅 (芜湖, S2-2).</summary>
public enum PartyFormation
{
    /// <summary>Not stated.</summary>
    Unstated = 0,

    /// <summary>Formed directly (直接组建).</summary>
    Direct = 1,

    /// <summary>Formed jointly by several (组织联建).</summary>
    Joint = 2,

    /// <summary>Brought up until it stands alone (孵化培育).</summary>
    Incubated = 3,
}
