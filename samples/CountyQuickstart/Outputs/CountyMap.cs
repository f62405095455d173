using CountyQuickstart.Steps;
using GridGovernance.Sdk;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange.Maps;

namespace CountyQuickstart.Outputs;

/// <summary><c>map.svg</c>: the cells coloured by load, under the borders and names of the townships.</summary>
internal static class CountyMap
{
    internal const string Name = "map.svg";

    internal static string Draw(GridMap map, CellLoads loads, Language language) => ChoroplethSvg.Write(
        new ChoroplethMap
        {
            Title = new LocalizedText($"{map.Units[0].Name}: cases by cell, first quarter of 2026", $"{map.Units[0].Name}：2026年第一季度各单元格案件数"),
            Measure = new LocalizedText("cases in a cell", "单元格案件数"),
            Areas = EquatableArray.From(map.UnitsAt(map.Scheme.Leaf.Code).Where(static cell => cell.Boundary is not null)
                .Select(cell => new MapArea(cell.Boundary!, loads.CasesIn(cell.Code)))),
            Labels = EquatableArray.From(map.UnitsAt("township").Where(static township => township.Boundary is not null)
                .Select(static township => new MapLabel(township.Boundary!, township.Name))),
            Note = new LocalizedText("synthetic data", "合成数据"),
        },
        language.Culture);
}
