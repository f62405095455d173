using System.Globalization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Makes the map of a county of a given shape, without boundaries: cases need codes, not geometry.</summary>
public static class PlainCounty
{
    private static readonly int[] FirstSerials = [101, 201, 1, 1];

    /// <summary>Creates the map.</summary>
    /// <param name="scheme">A hierarchy of five levels: county, township, village, grid, cell.</param>
    /// <param name="county">The county's code.</param>
    /// <param name="shape">How many units there are at each level.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has not five levels, the code does not fit it, or a level has no unit, or more than its digits can count.</exception>
    public static GridMap Create(GridScheme scheme, string county, CountyShape shape)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(county);
        ArgumentNullException.ThrowIfNull(shape);
        int[] counts = [shape.Townships, shape.Villages, shape.Grids, shape.Cells];
        if (scheme.Levels.Count != counts.Length + 1)
        {
            throw new ArgumentException($"Expected a hierarchy of five levels, from county to cell, but found {scheme.Levels.Count}.", nameof(scheme));
        }

        var units = new List<GridUnit>();
        Add(scheme, units, counts, county, 0);
        return GridMap.Create(scheme, units, out var report)
            ?? throw new ArgumentException($"The shape does not fit the hierarchy: {report.First(static finding => finding.Severity == FindingSeverity.Error)}", nameof(shape));
    }

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
        var last = FirstSerials[level] + counts[level] - 1;
        if (counts[level] < 1 || last.ToString(CultureInfo.InvariantCulture).Length > digits)
        {
            throw new ArgumentException($"Expected units of the level \"{scheme.Levels[level + 1].Code}\" that {digits} digits can count, but found {counts[level]}.", nameof(counts));
        }

        for (var serial = FirstSerials[level]; serial <= last; serial++)
        {
            Add(scheme, units, counts, code + serial.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'), level + 1);
        }
    }
}
