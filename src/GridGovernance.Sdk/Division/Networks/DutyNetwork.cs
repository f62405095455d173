namespace GridGovernance.Sdk.Division;

/// <summary>A network of its own that one department keeps, such as public security's or urban management's, before networks are merged (多网合一).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as that of the department; used once.</param>
/// <param name="Weight">How much it counts that its cells stay whole, from 0: cutting inside one costs its shared length times this.</param>
public sealed record DutyNetwork(string Code, double Weight = 1)
{
    /// <summary>Gets the cells.</summary>
    public required EquatableArray<NetworkCell> Cells { get; init; }
}
