namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>The gate of one room: a class in <c>Gate/</c>, found by itself.</summary>
public interface IGate
{
    /// <summary>Gets what is measured, in the order in which it is printed.</summary>
    IEnumerable<GateCase> Cases { get; }
}
