namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>A township or street (乡镇, 街道) that a synthetic county is made of: its code and name are given, only its shape is made up.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The nine digits of its division code: the county's six, and three for the township.</param>
/// <param name="Name">The name, such as 诺江镇.</param>
public sealed record SyntheticTownship(string Code, string Name)
{
    /// <summary>Gets a value indicating whether it is part of the county's main town (主城区). The default is false.</summary>
    public bool IsMainTown { get; init; }
}
