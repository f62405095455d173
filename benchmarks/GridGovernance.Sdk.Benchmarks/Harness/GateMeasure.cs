namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>What a case of the gate measures.</summary>
public enum GateMeasure
{
    /// <summary>CPU time of the candidate over that of the reference.</summary>
    Ratio = 0,

    /// <summary>Bytes allocated by one operation.</summary>
    Bytes = 1,

    /// <summary>What the candidate returns over what the reference returns, such as bytes over bytes.</summary>
    Quotient = 2,

    /// <summary>CPU seconds and bytes of one call: worth knowing, and cannot fail.</summary>
    Info = 3,
}
