using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Puts a list of cells into a map of two levels, under codes of its own, so that it is audited and repaired like any other.</summary>
internal static class CellList
{
    private static readonly GridCode Top = GridCode.Parse("0");
    private static readonly GridScheme Scheme = Compile();

    /// <summary>Makes the map: the cells by code, then in the order of the list.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="parent">The outline that they must tile; null where there is none.</param>
    /// <param name="order">The position in the list of each cell of the map.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">Boundaries are in different coordinate systems.</exception>
    internal static GridMap ToMap(IReadOnlyList<CoverageCell> cells, GridBoundary? parent, out int[] order)
    {
        order = [.. Enumerable.Range(0, cells.Count)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(cells[a].Code, cells[b].Code) is not 0 and var byCode ? byCode : a.CompareTo(b));
        var units = new List<GridUnit>(cells.Count + 1)
        {
            new() { Code = Top, Name = "", Level = Scheme.Levels[0], Kind = GridKind.Division, Boundary = parent },
        };
        for (var i = 0; i < order.Length; i++)
        {
            var cell = cells[order[i]];
            units.Add(new GridUnit { Code = Scheme.Child(Top, i), Name = cell.Code, Level = Scheme.Levels[1], Kind = GridKind.Cell, Parent = Top, Boundary = cell.Boundary });
        }

        return GridMap.Create(Scheme, units, out var report)
            ?? throw new ArgumentException("Expected all boundaries in one coordinate system, but found: " + report[0].Message, nameof(cells));
    }

    /// <summary>Finds the codes that several cells bear.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="order">Their positions by code.</param>
    /// <returns>A finding for each cell after the first of its code.</returns>
    internal static IEnumerable<Finding> RepeatedCodes(IReadOnlyList<CoverageCell> cells, int[] order)
    {
        for (var i = 1; i < order.Length; i++)
        {
            var code = cells[order[i]].Code;
            if (string.Equals(cells[order[i - 1]].Code, code, StringComparison.Ordinal))
            {
                yield return Finding.Error(CoverageMessages.Catalogue["coverage.duplicate-code", code], FindingPlace.Of(code));
            }
        }
    }

    private static GridScheme Compile()
    {
        var definition = new GridSchemeDefinition
        {
            Code = "cells",
            Levels =
            [
                new() { Code = "outline", Name = new("outline", "外轮廓"), Digits = 1 },
                new() { Code = "cell", Name = new("cell", "单元格"), Digits = 9 },
            ],
        };
        return GridScheme.Compile(definition, out var report) ?? throw new GovernanceException(report);
    }
}
