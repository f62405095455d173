namespace GridGovernance.Sdk.Division;

/// <summary>A grid that is settled before any search.</summary>
/// <param name="Name">The name of the lock; null for an island.</param>
/// <param name="Units">Its units, as positions in the problem.</param>
/// <param name="IsExclave">Whether it is an island of its own.</param>
internal sealed record SettledGrid(string? Name, int[] Units, bool IsExclave);
