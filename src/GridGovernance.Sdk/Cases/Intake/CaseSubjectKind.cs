namespace GridGovernance.Sdk.Cases;

/// <summary>What a case can point to (人、房、组织、部件).</summary>
public enum CaseSubjectKind
{
    /// <summary>A person (人口).</summary>
    Person = 0,

    /// <summary>A dwelling (房屋).</summary>
    Dwelling = 1,

    /// <summary>An organisation (组织).</summary>
    Organisation = 2,

    /// <summary>A facility (部件), which has three departments.</summary>
    Facility = 3,
}
