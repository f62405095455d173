using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A unit with its days, as a table holds it: a row of <c>units.csv</c>. Its boundary stands in a map file beside it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code; its length says the level.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of area.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null while it holds.</param>
/// <param name="Parent">The code of the unit that it is part of; null where its own code says it.</param>
/// <param name="Settlement">The kind of settlement; null where unknown.</param>
public sealed record GridUnitEntry(
    GridCode Code,
    string Name,
    GridKind Kind,
    LocalDate ValidFrom,
    LocalDate? ValidTo = null,
    GridCode? Parent = null,
    SettlementKind? Settlement = null)
{
    /// <summary>Returns the row of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="scheme">The hierarchy.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static GridUnitEntry Of(GridUnitVersion version, GridScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(scheme);
        var unit = version.Unit;
        var parent = unit.Parent == scheme.ParentOf(unit.Code) ? null : unit.Parent;
        return new GridUnitEntry(unit.Code, unit.Name, unit.Kind, version.ValidFrom, version.ValidTo, parent, unit.Settlement);
    }

    /// <summary>Makes a version of the row.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="boundary">The boundary; null where it has none.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    /// <exception cref="ArgumentException">No level of the hierarchy has codes of this length.</exception>
    public GridUnitVersion ToVersion(GridScheme scheme, GridBoundary? boundary = null)
    {
        var unit = GridUnit.Create(scheme, Code, Name, Kind, boundary);
        return new GridUnitVersion(
            new GridUnit { Code = Code, Name = Name, Level = unit.Level, Kind = Kind, Parent = Parent ?? unit.Parent, Settlement = Settlement, Boundary = boundary },
            ValidFrom,
            ValidTo);
    }
}
