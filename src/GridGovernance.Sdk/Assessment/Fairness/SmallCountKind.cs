namespace GridGovernance.Sdk.Assessment;

/// <summary>What a small-count policy does with a rate over few cases.</summary>
public enum SmallCountKind
{
    /// <summary>The rate counts as it is.</summary>
    Keep = 0,

    /// <summary>The end of Wilson's interval that is worse for the unit counts: few cases claim little.</summary>
    Cautious = 1,

    /// <summary>The rate is drawn towards that of all units, the more the fewer its cases (收缩估计).</summary>
    Shrink = 2,
}
