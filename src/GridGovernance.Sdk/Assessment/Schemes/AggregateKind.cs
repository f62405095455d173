namespace GridGovernance.Sdk.Assessment;

/// <summary>How the values of a node's children become its own.</summary>
public enum AggregateKind
{
    /// <summary>The weighted sum (加权求和): contributions add up exactly.</summary>
    Arithmetic = 0,

    /// <summary>The weighted geometric mean (几何平均): a weak child cannot be made up for by the others. A child worth 0 makes the node 0,
    /// unless the node names a floor.</summary>
    Geometric = 1,

    /// <summary>The weighted harmonic mean (调和平均), stricter still; a child worth 0 makes the node 0, unless the node names a floor.</summary>
    Harmonic = 2,
}
