namespace GridGovernance.Sdk.Division;

/// <summary>Units that must stay in one grid, such as the buildings of a compound.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Name">The name.</param>
/// <param name="Units">The ids of its units: of one parent, and joined by open edges among themselves.</param>
public sealed record DivisionGroup(string Name, EquatableArray<string> Units);
