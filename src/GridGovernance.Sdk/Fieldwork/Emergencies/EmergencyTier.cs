namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who must be told of an emergency, from the site upward.</summary>
public enum EmergencyTier
{
    /// <summary>Whoever is on the site (现场人员); text <c>site</c>.</summary>
    Site = 0,

    /// <summary>The head of the unit, or who monitors (单位负责人、监测机构); text <c>unit</c>.</summary>
    Unit = 1,

    /// <summary>The county (县级); text <c>county</c>.</summary>
    County = 2,

    /// <summary>The city (市级); text <c>city</c>.</summary>
    City = 3,

    /// <summary>The province (省级); text <c>province</c>.</summary>
    Province = 4,

    /// <summary>The State Council and its authorities (国务院及其主管部门); text <c>state</c>.</summary>
    State = 5,
}
