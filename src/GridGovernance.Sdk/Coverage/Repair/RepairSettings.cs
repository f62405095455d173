namespace GridGovernance.Sdk.Coverage;

/// <summary>How a map is repaired, and how much may change.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record RepairSettings
{
    /// <summary>Gets the settings that hold where the caller gives none: no snapping, the smaller unit keeps an overlap, no bound.</summary>
    public static RepairSettings Default { get; } = new();

    /// <summary>Gets who keeps a place that several units claim.</summary>
    public OverlapOwner Owner { get; init; }

    /// <summary>Gets how far in metres a point may move onto a point of another unit before anything is filled or cut. The default is 0: none moves.</summary>
    public double SnapMetres { get; init; }

    /// <summary>Gets the most area that all units of the lowest level may gain and lose together, in square metres; a repair that needs more is refused. The default is no bound.</summary>
    public double MostMovedSquareMetres { get; init; } = double.PositiveInfinity;
}
