namespace GridGovernance.Sdk.Assessment;

/// <summary>How the values of a node's children become its own.</summary>
public enum AggregateKind
{
    /// <summary>The weighted sum (加权求和): contributions add up exactly.</summary>
    Arithmetic = 0,
}
