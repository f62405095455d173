using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Finds everything that keeps units from forming a map.</summary>
internal static class GridMapChecker
{
    /// <summary>Checks units.</summary>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="units">The units.</param>
    /// <returns>All findings.</returns>
    internal static FindingReport Check(GridScheme scheme, IReadOnlyList<GridUnit> units)
    {
        var findings = new List<Finding>();
        var known = new Dictionary<GridCode, GridUnit>(units.Count);
        foreach (var unit in units)
        {
            if (!known.TryAdd(unit.Code, unit))
            {
                findings.Add(Error("grids.duplicate-code", unit, unit.Code));
            }
        }

        CoordinateSystem? system = null;
        foreach (var unit in units)
        {
            system ??= unit.Boundary?.System;
            Check(findings, scheme, known.GetValueOrDefault, system, unit);
        }

        return new FindingReport(findings);
    }

    /// <summary>Checks one unit of those that are to form a map.</summary>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="find">Finds a unit among them by its code.</param>
    /// <param name="system">The coordinate system of their boundaries; null where there is none.</param>
    /// <param name="unit">The unit.</param>
    internal static void Check(List<Finding> findings, GridScheme scheme, Func<GridCode, GridUnit?> find, CoordinateSystem? system, GridUnit unit)
    {
        if (!scheme.Levels.Contains(unit.Level))
        {
            findings.Add(Error("grids.foreign-level", unit, unit.Code, string.Join(", ", scheme.Levels), unit.Level));
            return;
        }

        if (unit.Code.Length != unit.Level.CodeLength)
        {
            findings.Add(Error("grids.code-length", unit, unit.Code, unit.Level.CodeLength, unit.Level, unit.Code.Length));
        }

        CheckParent(findings, scheme, find, unit);
        if (unit.Boundary is not null && IsOffTerritory(unit, find))
        {
            findings.Add(Error("grids.off-territory-boundary", unit, unit.Code));
        }

        if (unit.Boundary is not null && !ReferenceEquals(unit.Boundary.System, system))
        {
            findings.Add(Error("grids.mixed-systems", unit, unit.Code, system, unit.Boundary.System));
        }
    }

    /// <summary>Says whether a unit or one above it lies off the territory, and so has no geography.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="find">Finds a unit by its code.</param>
    /// <returns>True when it does.</returns>
    internal static bool IsOffTerritory(GridUnit unit, Func<GridCode, GridUnit?> find)
    {
        GridUnit? at = unit;
        while (at is not null && at.Kind != GridKind.OffTerritory)
        {
            // A parent that does not stand above is another finding, and must not lead round in a circle.
            var above = at.Parent is { } code ? find(code) : null;
            at = above?.Level.Depth < at.Level.Depth ? above : null;
        }

        return at is not null;
    }

    private static void CheckParent(List<Finding> findings, GridScheme scheme, Func<GridCode, GridUnit?> find, GridUnit unit)
    {
        if (unit.Level.Depth == 0)
        {
            if (unit.Parent is not null)
            {
                findings.Add(Error("grids.parent-of-top", unit, unit.Code, unit.Parent));
            }
        }
        else if (unit.Parent is not { } code)
        {
            findings.Add(Error("grids.no-parent", unit, unit.Code, scheme.Levels[unit.Level.Depth - 1]));
        }
        else if (find(code) is not { } parent)
        {
            findings.Add(Error("grids.unknown-parent", unit, unit.Code, code));
        }
        else if (unit.Kind == GridKind.OffTerritory ? parent.Level.Depth >= unit.Level.Depth : parent.Level.Depth != unit.Level.Depth - 1)
        {
            findings.Add(Error("grids.parent-level", unit, unit.Code, scheme.Levels[unit.Level.Depth - 1], code, parent.Level));
        }
        else if (!unit.Code.StartsWith(code))
        {
            findings.Add(Finding.Warning(GridsMessages.Catalogue["grids.code-outside-parent", unit.Code, code], FindingPlace.Of(unit.Code.ToString())));
        }
    }

    private static Finding Error(string code, GridUnit unit, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.Of(unit.Code.ToString()));
}
