using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>What lies in a grid and is kept in a register (人、房、物、组织): an opaque id with a place, or a grid that it is assigned to, and its days.</summary>
public interface IGridSubject
{
    /// <summary>Gets the opaque id.</summary>
    string Id { get; }

    /// <summary>Gets the longitude in degrees, or metres east; null where the place is unknown.</summary>
    double? Lon { get; }

    /// <summary>Gets the latitude in degrees, or metres north; null where the place is unknown.</summary>
    double? Lat { get; }

    /// <summary>Gets the grid or cell that it is assigned to; null where its place alone decides.</summary>
    GridCode? Grid { get; }

    /// <summary>Gets the first day; null where unknown.</summary>
    LocalDate? ValidFrom { get; }

    /// <summary>Gets the last day; null while it holds.</summary>
    LocalDate? ValidTo { get; }

    /// <summary>Gets the place; null where it is unknown.</summary>
    GeoPoint? Place => Lon is { } lon && Lat is { } lat ? new GeoPoint(lon, lat) : null;

    /// <summary>Says whether it holds on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True when it does.</returns>
    bool IsValidOn(LocalDate on) => (ValidFrom is null || on >= ValidFrom) && (ValidTo is null || on <= ValidTo);
}
