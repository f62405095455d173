using System.Globalization;
using GridGovernance.Sdk;
using GridGovernance.Sdk.Division;

namespace CountyQuickstart.Report.Sections;

/// <summary>How the cells were made of natural units, and how good they are.</summary>
internal static class DivisionSection
{
    private const int Worst = 10;

    internal static void Write(ReportPage page)
    {
        var (quality, plan) = (page.Result.Quality, page.Result.County.Division);
        page.Paragraph(
            $"No cell was drawn by hand. {Language.Count(plan.Problem.Units.Count)} natural units (hamlets, stairwells) were divided into {Language.Count(plan.Grids.Count)} cells: each connected, each inside its village or community, as equal in people as whole units allow, and as round as that leaves room for. The policy is soft: nothing is forbidden, and a cell that is more than {Share((double)plan.Problem.Definition.Sizing[0].Tolerance)} off its village's mean says why.",
            $"没有一个单元格是手工画的。{Language.Count(plan.Problem.Units.Count)}个自然单元（院落、楼道）被划分为{Language.Count(plan.Grids.Count)}个单元格：每格连通，不出村（社区），人数在整单元允许的范围内尽量相近，形状尽量紧凑。规则是软性的：不设硬性上下限，偏离本村平均{Share((double)plan.Problem.Definition.Sizing[0].Tolerance)}以上的单元格须说明原因。");
        ReportTable.Write(page.Html, page.Say("Quality of the division", "划分质量"), [page.Say("Measure", "指标"), page.Say("#Value", "#数值"), page.Say("What it says", "含义")], Rows(page, quality));
        ReportTable.Write(
            page.Html,
            page.Say("Why cells are outside the tolerance", "单元格超出容差的原因"),
            [page.Say("Reason", "原因"), page.Say("#Cells", "#单元格数")],
            Enum.GetValues<DeviationReason>().Select(reason => (string[])[page.Say(Named(reason)), Language.Count(plan.Grids.Count(grid => grid.Reasons.Contains(reason)))])
                .Where(static row => row[1] != "0"));
        using (page.Html.Open("details"))
        {
            page.Html.Element("summary", page.Say("Table: the cells farthest from their village's mean", "表：偏离本村平均最大的单元格"));
            ReportTable.Write(
                page.Html,
                null,
                [page.Say("!Cell", "!单元格"), page.Say("#People", "#人口"), page.Say("#Village's mean", "#本村平均"), page.Say("#Deviation", "#偏差"), "#Polsby–Popper", page.Say("#Mean distance, m", "#平均距离，m"), page.Say("Reasons", "原因")],
                Enumerable.Range(0, plan.Grids.Count).OrderByDescending(cell => Math.Abs(plan.Grids[cell].DeviationFromMean)).ThenBy(static cell => cell).Take(Worst).Select(cell => (string[])
                [
                    page.Result.County.CellCodes[cell].ToString(), Language.Count((int)plan.Grids[cell].People), Number(plan.Grids[cell].Mean, "0.0"), Share(plan.Grids[cell].DeviationFromMean),
                    Number(quality.Grids[cell].PolsbyPopper, "0.000"), Number(quality.Grids[cell].MeanDistanceMetres, "#,0"), string.Join(page.Say(", ", "、"), plan.Grids[cell].Reasons.Select(reason => page.Say(Named(reason)))),
                ]));
        }
    }

    private static IEnumerable<string[]> Rows(ReportPage page, DivisionQuality quality)
    {
        string[] Row(string en, string zh, string value, string meaningEn, string meaningZh) => [page.Say(en, zh), value, page.Say(meaningEn, meaningZh)];
        yield return Row("Cells within the tolerance", "容差内的单元格", Share(quality.WithinTolerance), "of all cells, each against the mean of its own village", "占全部单元格，各与本村平均相比");
        yield return Row("Mean deviation", "平均偏差", Share(quality.MeanDeviation), "of a cell's people from its village's mean", "单元格人数与本村平均之差");
        yield return Row("Largest deviation", "最大偏差", Share(quality.MaxDeviation), $"no division of these units can have less than {Share(quality.Plan.Bound)}", $"这些单元的任何划分都不小于{Share(quality.Plan.Bound)}");
        yield return Row("Polsby–Popper", "Polsby–Popper", Number(quality.MeanPolsbyPopper, "0.000"), "area against the border's length; 1 is a circle", "面积与边界长度之比，圆为1");
        yield return Row("Reock", "Reock", Number(quality.MeanReock, "0.000"), "area against the smallest circle around it; 1 is a circle", "面积与最小外接圆之比，圆为1");
        yield return Row("Moment of inertia", "转动惯量", Number(quality.MeanMomentOfInertia, "0.000"), "how close the land lies to its middle; 1 is a circle", "土地向中心聚集的程度，圆为1");
        yield return Row("Cut edges", "切断的邻接", Language.Count(quality.CutEdges), $"of {Language.Count(quality.Plan.Problem.Definition.Edges.Count)} pairs of neighbouring units in one village", $"同村相邻单元共{Language.Count(quality.Plan.Problem.Definition.Edges.Count)}对");
        yield return Row("Split groups", "被拆分的组", Language.Count(quality.SplitGroups.Count), "units that must stay together and do not", "应在一起而未在一起的单元");
        yield return Row("Mean distance, m", "平均距离，m", Number(quality.MeanDistanceMetres, "#,0"), "from a person to the middle of where the people of the cell live", "居民到本单元格人口中心的距离");
    }

    private static LocalizedText Named(DeviationReason reason) => reason switch
    {
        DeviationReason.OversizedUnit => new("units too large to divide more evenly", "单元过大，无法更均匀"),
        DeviationReason.ParentTooSmall => new("village too small", "本村过小"),
        DeviationReason.RoundingOfK => new("whole number of cells", "单元格数须为整数"),
        DeviationReason.Exclave => new("exclave", "飞地"),
        DeviationReason.Articulation => new("branch behind a single unit", "单一单元之后的支线"),
        _ => new("not found within the search's budget", "在搜索预算内未找到更优"),
    };

    private static string Share(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
