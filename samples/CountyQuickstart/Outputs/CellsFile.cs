using CountyQuickstart.Steps;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange.Maps;

namespace CountyQuickstart.Outputs;

/// <summary><c>cells.geojson</c>: every cell in CGCS2000 with its people and its cases.</summary>
internal static class CellsFile
{
    internal const string Name = "cells.geojson";

    internal static void Write(Stream output, GridMap map, CellLoads loads)
    {
        using var writer = new GeoJsonWriter(output, CoordinateSystem.Cgcs2000);
        foreach (var cell in map.UnitsAt(map.Scheme.Leaf.Code))
        {
            writer.Write(cell.Boundary, cell.Code.ToString(), properties =>
            {
                properties.WriteString("code", cell.Code.ToString());
                properties.WriteString("name", cell.Name);
                foreach (var level in map.Scheme.Levels)
                {
                    if (level != cell.Level && map.AncestorAt(cell.Code, level.Code) is { } above)
                    {
                        properties.WriteString(level.Code, above.Name);
                    }
                }

                properties.WriteNumber("people", loads.PeopleIn(cell.Code));
                properties.WriteNumber("cases", loads.CasesIn(cell.Code));
                properties.WriteBoolean("synthetic", true);
            });
        }
    }
}
