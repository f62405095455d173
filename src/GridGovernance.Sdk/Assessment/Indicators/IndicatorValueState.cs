namespace GridGovernance.Sdk.Assessment;

/// <summary>Whether an indicator has a value for a unit.</summary>
public enum IndicatorValueState
{
    /// <summary>It was not delivered (缺失): it should have been.</summary>
    Missing = 0,

    /// <summary>It is a rate over nothing (不适用): the unit had nothing of the kind to do.</summary>
    Undefined = 1,

    /// <summary>It has a value.</summary>
    Present = 2,
}
