using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>What holds on a day in the place of a unit that a case, a household or a file once named.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code that was named.</param>
/// <param name="On">The day.</param>
/// <param name="IsKnown">Whether the code was ever given.</param>
/// <param name="Units">The codes that hold, in order: the code itself while it does, otherwise its successors; empty where nothing took its place.</param>
public sealed record GridResolution(GridCode Code, LocalDate On, bool IsKnown, EquatableArray<GridCode> Units)
{
    /// <summary>Gets a value indicating whether the code itself still holds.</summary>
    public bool IsInForce => Units.Count == 1 && Units[0] == Code;

    /// <summary>Gets the one unit that holds in its place; null where there is none, or where several do and a place must decide.</summary>
    public GridCode? Single => Units.Count == 1 ? Units[0] : null;
}
