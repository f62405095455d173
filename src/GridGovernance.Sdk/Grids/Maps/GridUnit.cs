using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>One area of the hierarchy: a county, a township, a village or community, a grid (网格) or a cell (单元格).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GridUnit
{
    /// <summary>Gets the code.</summary>
    public required GridCode Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the level that it stands on.</summary>
    public required GridLevel Level { get; init; }

    /// <summary>Gets the kind of area.</summary>
    public required GridKind Kind { get; init; }

    /// <summary>Gets the code of the area that it is part of; null at the top.</summary>
    public GridCode? Parent { get; init; }

    /// <summary>Gets the kind of settlement; null where unknown.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets the boundary; null where it has none, such as off its territory.</summary>
    public GridBoundary? Boundary { get; init; }

    /// <summary>Creates a unit whose code says where it stands: the hierarchy reads level and parent from it.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="code">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="kind">The kind of area.</param>
    /// <param name="boundary">The boundary, or null.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">No level of the hierarchy has codes of this length.</exception>
    public static GridUnit Create(GridScheme scheme, GridCode code, string name, GridKind kind, GridBoundary? boundary = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(name);
        return scheme.TryLevelOf(code, out var level)
            ? new GridUnit { Code = code, Name = name, Level = level, Kind = kind, Parent = scheme.ParentOf(code), Boundary = boundary }
            : throw new ArgumentException($"\"{code}\" must be a code of a level of \"{scheme.Definition.Code}\", but no level has codes of its length.", nameof(code));
    }

    /// <summary>Creates a grid of migrants elsewhere (流动人口网格), attached to its home without geography.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="code">The code, of the length of the level that it stands on.</param>
    /// <param name="name">The name.</param>
    /// <param name="home">The code of the unit that it belongs to, such as the home county's: it may stand several levels above.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">No level of the hierarchy has codes of this length.</exception>
    public static GridUnit CreateOffTerritory(GridScheme scheme, GridCode code, string name, GridCode home)
    {
        var unit = Create(scheme, code, name, GridKind.OffTerritory);
        return new GridUnit { Code = code, Name = name, Level = unit.Level, Kind = unit.Kind, Parent = home };
    }

    /// <summary>The same unit with another code and parent.</summary>
    internal GridUnit Under(GridCode code, GridCode? parent) =>
        new() { Code = code, Name = Name, Level = Level, Kind = Kind, Parent = parent, Settlement = Settlement, Boundary = Boundary };

    /// <summary>The same unit with another name.</summary>
    internal GridUnit Named(string name) =>
        new() { Code = Code, Name = name, Level = Level, Kind = Kind, Parent = Parent, Settlement = Settlement, Boundary = Boundary };

    /// <summary>The same unit with another boundary.</summary>
    internal GridUnit Within(GridBoundary? boundary) =>
        new() { Code = Code, Name = Name, Level = Level, Kind = Kind, Parent = Parent, Settlement = Settlement, Boundary = boundary };

    /// <summary>The same unit as another kind.</summary>
    internal GridUnit As(GridKind kind) =>
        new() { Code = Code, Name = Name, Level = Level, Kind = kind, Parent = Parent, Settlement = Settlement, Boundary = Boundary };

    /// <summary>Returns code and name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code} {Name}";
}
