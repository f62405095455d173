using System.Globalization;

namespace CountyQuickstart.Report.Sections;

/// <summary>The proof that nobody is left out and nobody counted twice, and why the zeros can be believed.</summary>
internal static class CoverageSection
{
    internal static void Write(ReportPage page)
    {
        var (coverage, counts) = (page.Result.Coverage, page.Result.Coverage.Counts);
        page.Paragraph(
            "The policy promises that no place is left out of the network, no household out of a cell, no person out of a household (网不漏格、格不漏户、户不漏人), and that nothing is covered twice. A promise of this kind can be checked, so the library checks it: it compares every border with its neighbours' and looks up every household's location in the map.",
            "政策承诺“网不漏格、格不漏户、户不漏人”，并且不重不漏。这样的承诺是可以核验的，程序库就逐一核验：比对每一条边界与相邻单元的边界，并在地图中查找每一户的位置。");
        ReportTable.Write(
            page.Html,
            page.Say("Do the units of each level tile the level above?", "每一级是否恰好铺满上一级？"),
            [page.Say("Level", "层级"), page.Say("#Units", "#单元数"), page.Say("#Gap, m²", "#漏盖，m²"), page.Say("#Overlap, m²", "#重叠，m²"), page.Say("#Outside parent, m²", "#越出上级，m²"), page.Say("Proof", "证明")],
            coverage.Levels.Select(level => (string[])
            [
                page.Say(level.Level.Name), Language.Count(level.Units), Area(level.GapSquareMetres), Area(level.OverlapSquareMetres), Area(level.OutsideSquareMetres),
                level.IsExact ? page.Say("exact: every border cancels against its neighbour's", "精确：每条边界都与邻边抵消") : page.Say("see findings", "见所列问题"),
            ]));
        ReportTable.Write(
            page.Html,
            page.Say("Households and people", "住户与人口"),
            [page.Say("Question", "问题"), page.Say("#Answer", "#答案"), page.Say("#Out of", "#总数")],
            [
                [page.Say("households that lie in no cell", "不在任何单元格内的住户"), Language.Count(counts.Uncovered), Language.Count(counts.Households)],
                [page.Say("households that lie in two cells or more", "同时在两个以上单元格内的住户"), Language.Count(counts.DoublyCovered), Language.Count(counts.Households)],
                [page.Say("households registered in another cell than they live in", "登记单元格与所在单元格不符的住户"), Language.Count(counts.Misregistered), Language.Count(counts.Households)],
                [page.Say("people who belong to no household", "不属于任何住户的人"), Language.Count(counts.UnassignedPeople), Language.Count(counts.People)],
                [page.Say("people who are listed twice", "重复登记的人"), Language.Count(counts.DoublyAssignedPeople), Language.Count(counts.People)],
            ]);
        if (coverage.IsComplete)
        {
            page.Paragraph(
                "The zeros are exact, not rounded. The areas are not sums of decimals that happen to come close: if each border is used once from either side, nothing can lie between two cells or in both.",
                "这些零是精确的，不是四舍五入的结果：只要每条边界从两侧各被使用一次，两个单元格之间就不可能有空隙，也不可能有重叠。");
        }

        Trial(page);
    }

    // A check that never fails proves nothing, so the report shows it failing.
    private static void Trial(ReportPage page)
    {
        var trial = page.Result.Trial;
        using (page.Html.Open("div", "note proof"))
        {
            page.Paragraph(
                $"Would the audit notice? As a trial, one cell was taken off a copy of the map ({page.Names.Of(trial.Cell.Code)}). The same audit then reported a gap of {Area(trial.Report.GapSquareMetres)} m² and {Language.Count(trial.Report.UncoveredHouseholds)} households in no cell; the cell had {Area(trial.Cell.Boundary!.AreaSquareMetres)} m² and {Language.Count(trial.Households)} households.",
                $"核验真的会发现问题吗？试验：从地图副本中取走一个单元格（{page.Names.Of(trial.Cell.Code)}）。同一核验随即报告漏盖{Area(trial.Report.GapSquareMetres)} m²、{Language.Count(trial.Report.UncoveredHouseholds)}户不在任何单元格内；该单元格原有面积{Area(trial.Cell.Boundary!.AreaSquareMetres)} m²、{Language.Count(trial.Households)}户。");
        }
    }

    private static string Area(double squareMetres) => squareMetres.ToString("#,0", CultureInfo.InvariantCulture);
}
