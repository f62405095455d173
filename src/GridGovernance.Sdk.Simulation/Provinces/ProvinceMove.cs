namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>A move of a sampled case, to be made again by the case engine.</summary>
internal readonly record struct ProvinceMove(int Case, int Minute, string Trigger, string State);
