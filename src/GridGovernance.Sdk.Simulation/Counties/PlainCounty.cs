using System.Globalization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Makes the map of a county of a given shape, without boundaries: cases need codes, not geometry.</summary>
public static class PlainCounty
{
    private const int MostCells = 200_000;
    private static readonly string[] Members = ["townships", "villages", "grids", "cells"];
    private static readonly int[] FirstSerials = [101, 201, 1, 1];

    /// <summary>Creates the map.</summary>
    /// <param name="scheme">A hierarchy of five levels: county, township, village, grid, cell.</param>
    /// <param name="county">The county's code.</param>
    /// <param name="shape">How many units there are at each level.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has not five levels, the code does not fit it, a level has no unit, or more than its digits can count, or there are more than 200,000 cells.</exception>
    public static GridMap Create(GridScheme scheme, string county, CountyShape shape)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(county);
        ArgumentNullException.ThrowIfNull(shape);
        Check(scheme, shape);
        int[] counts = [shape.Townships, shape.Villages, shape.Grids, shape.Cells];
        var units = new List<GridUnit>();
        Add(scheme, units, counts, county, 0);
        return GridMap.Create(scheme, units, out var report)
            ?? throw new ArgumentException($"The shape does not fit the hierarchy: {report.First(static finding => finding.Severity == FindingSeverity.Error)}", nameof(shape));
    }

    /// <summary>Refuses a shape that the hierarchy cannot count; the message names every member that is outside its range.</summary>
    internal static void Check(GridScheme scheme, CountyShape shape)
    {
        int[] counts = [shape.Townships, shape.Villages, shape.Grids, shape.Cells];
        var (ranges, cells) = (new ParameterRanges(), 1.0);
        for (var level = 0; level < counts.Length; level++)
        {
            ranges.Range("shape/" + Members[level], counts[level], 1, MostOf(scheme, level + 1), $", as its codes can count from {FirstSerials[level]} on");
            cells *= counts[level];
        }

        ranges.Require(cells <= MostCells, string.Create(CultureInfo.InvariantCulture, $"\"shape\" should have at most {MostCells} cells in all, but has {cells}."));
        ranges.Ensure(nameof(shape));
    }

    /// <summary>The most units of a level, counted from one below the county, that its codes can count in the unit above; refuses a hierarchy of another depth.</summary>
    internal static int MostOf(GridScheme scheme, int level) => scheme.Levels.Count == FirstSerials.Length + 1
        ? (int)Math.Pow(10, Math.Min(scheme.Levels[level].Digits, 9)) - FirstSerials[level - 1]
        : throw new ArgumentException($"Expected a hierarchy of five levels, from county to cell, but found {scheme.Levels.Count}.", nameof(scheme));

    private static void Add(GridScheme scheme, List<GridUnit> units, int[] counts, string code, int level)
    {
        units.Add(GridUnit.Create(scheme, GridCode.Parse(code), code, level switch
        {
            4 => GridKind.Cell,
            3 => GridKind.Comprehensive,
            2 => GridKind.Village,
            _ => GridKind.Division,
        }));
        if (level == counts.Length)
        {
            return;
        }

        var digits = scheme.Levels[level + 1].Digits;
        for (var serial = FirstSerials[level]; serial < FirstSerials[level] + counts[level]; serial++)
        {
            Add(scheme, units, counts, code + serial.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'), level + 1);
        }
    }
}
