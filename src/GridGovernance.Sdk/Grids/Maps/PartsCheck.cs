using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Says whether parts tile their whole, kinds that may overlap each other set aside.</summary>
/// <remarks>One instance serves one thread.</remarks>
internal sealed class PartsCheck(GridScheme scheme)
{
    private readonly TilingCheck _tiling = new();

    /// <summary>Checks a whole and its parts.</summary>
    /// <param name="whole">The whole; null where it has no boundary, and the parts are held against each other.</param>
    /// <param name="parts">The parts, all with boundaries.</param>
    /// <returns>The defects; their cells are positions of parts.</returns>
    internal List<TilingDefect> Find(GridBoundary? whole, IReadOnlyList<GridUnit> parts)
    {
        var boundaries = new GridBoundary[parts.Count];
        for (var i = 0; i < boundaries.Length; i++)
        {
            boundaries[i] = parts[i].Boundary!;
        }

        var defects = _tiling.Find(whole, boundaries);
        if (defects.Count == 0 || scheme.Definition.Overlaps.Count == 0)
        {
            return defects;
        }

        var kept = new List<TilingDefect>(defects.Count);
        foreach (var defect in defects)
        {
            if (defect.Kind != TilingDefectKind.Overlap || defect.Cells.Count < 2)
            {
                kept.Add(defect);
            }
            else if (Conflicts(scheme, [.. defect.Cells.Select(c => parts[c])]) is { Count: > 1 } conflicts)
            {
                var share = (conflicts.Count - 1.0) / (defect.Cells.Count - 1);
                kept.Add(defect with { Cells = EquatableArray.From(conflicts.Select(c => defect.Cells[c])), SquareMetres = defect.SquareMetres * share });
            }
        }

        return kept;
    }

    /// <summary>Returns the positions of the units that lie over a unit that they may not lie over.</summary>
    /// <param name="scheme">The hierarchy with its rules.</param>
    /// <param name="units">Units that share a place.</param>
    /// <returns>The positions, ascending; empty when all may overlap.</returns>
    internal static List<int> Conflicts(GridScheme scheme, IReadOnlyList<GridUnit> units)
    {
        var conflicts = new List<int>();
        for (var i = 0; i < units.Count; i++)
        {
            for (var k = 0; k < units.Count; k++)
            {
                if (i != k && !scheme.MayOverlap(units[i].Kind, units[k].Kind))
                {
                    conflicts.Add(i);
                    break;
                }
            }
        }

        return conflicts;
    }
}
