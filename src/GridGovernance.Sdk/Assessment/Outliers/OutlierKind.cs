namespace GridGovernance.Sdk.Assessment;

/// <summary>What a scheme does with a value far from all others.</summary>
public enum OutlierKind
{
    /// <summary>It counts as it is.</summary>
    Keep = 0,

    /// <summary>It counts as the nearest value that is no outlier (缩尾).</summary>
    Clip = 1,

    /// <summary>It counts as missing, and the policy for missing values decides.</summary>
    Missing = 2,
}
