using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>A random problem that may be too large to look at every plan.</summary>
/// <param name="Definition">The problem.</param>
public sealed record LargerProblem(DivisionDefinition Definition);
