namespace CountyQuickstart.Report.Sections;

/// <summary>The map of cells, coloured by how many cases each had.</summary>
internal static class MapSection
{
    internal static void Write(ReportPage page)
    {
        var result = page.Result;
        var most = result.Loads.Busiest;
        page.Figure(
            result.MapSvg,
            "Every cell, coloured by the number of cases reported in it during the quarter. Thick lines are township borders; the townships' names are real, where they lie here is made up. Where the cells are too small to see, people live close together. The same map is in map.svg, and as data in cells.geojson.",
            "每个单元格按本季度上报案件数着色，粗线为乡镇（街道）界；乡镇名称为真，其位置与界线为合成。单元格小得看不清的地方，正是人口密集之处。同一张图见map.svg，数据见cells.geojson。",
            "map");
        page.Paragraph(
            $"A cell has {Language.Count(result.County.Households.PersonCount / Math.Max(1, result.Count("cell")))} people on average and had {Language.Score((decimal)result.Total.Received / Math.Max(1, result.Count("cell")), 1)} cases in the quarter. The busiest was {page.Names.Of(most.Code)} with {Language.Count(result.Loads.CasesIn(most.Code))}; {Language.Count(result.Loads.Quiet)} cells had none.",
            $"平均每个单元格{Language.Count(result.County.Households.PersonCount / Math.Max(1, result.Count("cell")))}人，本季度{Language.Score((decimal)result.Total.Received / Math.Max(1, result.Count("cell")), 1)}件。最多的是{page.Names.Of(most.Code)}，{Language.Count(result.Loads.CasesIn(most.Code))}件；{Language.Count(result.Loads.Quiet)}个单元格一件也没有。");
    }
}
