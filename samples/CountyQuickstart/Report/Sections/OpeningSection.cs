using GridGovernance.Sdk;

namespace CountyQuickstart.Report.Sections;

/// <summary>Title, what one is looking at, the figures that matter most, and the contents.</summary>
internal static class OpeningSection
{
    internal static string Title(ReportPage page) =>
        page.Say($"{page.Result.Model.County.Name.Zh}: a quarter of grid governance", $"{page.Result.Model.County.Name.Zh}：网格化治理的一个季度");

    internal static void Write(ReportPage page, IEnumerable<(string Id, LocalizedText Title)> chapters)
    {
        var (html, result) = (page.Html, page.Result);
        var total = result.Total;
        html.Element("h1", Title(page));
        page.Paragraph(
            $"{result.Model.County.Name.En} · cases reported from {ReportPage.Day(result.From)} to {ReportPage.Day(result.To)} · a simulation, seed {result.Options.Seed}",
            $"{result.Model.County.Name.Zh} · {ReportPage.Day(result.From)}至{ReportPage.Day(result.To)}上报的案件 · 模拟运行，种子{result.Options.Seed}",
            "subtitle");
        page.Paragraph(
            "Grid governance (网格化管理) divides a county into small cells, puts a named person in charge of each, and promises that whatever is reported there is dealt with by the right body, in time, with the loop closed. "
            + $"This report follows one county through one quarter: {Language.Count(result.County.Households.PersonCount)} people in {Language.Count(result.Count("cell"))} cells, and {Language.Count(total.Received)} reported matters, every one of them decided by the same library that a real county would run.",
            "网格化管理把一个县划成许多小单元，每个单元都有明确的负责人，并承诺：群众反映的事由该管的部门在规定时限内办理，并且形成闭环。"
            + $"本报告跟踪一个县的一个季度：{Language.Count(result.Count("cell"))}个单元格中的{Language.Count(result.County.Households.PersonCount)}人，以及{Language.Count(total.Received)}件上报事项，每一步都由真实县域也会使用的同一个程序库裁定。",
            "lead");
        using (html.Open("div", "note"))
        {
            page.Paragraph(
                "What is real and what is not. The county, its 33 townships and its published totals are real. The people, households, villages, cells, posts and cases in this report are synthetic: they were generated from a seed, describe nobody, and say nothing about how the real county works.",
                "哪些是真的，哪些不是。县名、33个乡镇（街道）和公开发布的总数是真实的；本报告中的人口、住户、村、单元格、岗位和案件都是由种子生成的合成数据，不指向任何人，也不说明真实的通江县如何运转。");
        }

        using (html.Open("div", "tiles"))
        {
            Tile(page, Language.Count(total.Received), "matters reported", "件事项上报");
            Tile(page, Language.Percent(total.ClosureRate.Round(4)), "closed by the end of the quarter", "季度末已结案");
            Tile(page, Language.Percent(total.OnTimeRate.Round(4)), "of those due were closed on time", "应结案件按期结案");
            Tile(page, Language.Count(total.Received - total.Closed), "still open, each with a responsible seat and a deadline", "件未结，件件有责任岗位和期限");
            Tile(page, Language.Count(result.Refused.Count), $"of {Language.Count(result.DispatchChecks)} dispatch checks refused", $"次派遣被拒绝（共核验{Language.Count(result.DispatchChecks)}次）");
            Tile(page, Language.Count(result.Escalations), "times a late case climbed to a supervisor", "次超期案件逐级督办");
        }

        using (html.Open("ul", "contents"))
        {
            foreach (var (id, title) in chapters)
            {
                using (html.Open("li"))
                {
                    html.Jump(id, page.Say(title));
                }
            }
        }
    }

    private static void Tile(ReportPage page, string figure, string en, string zh)
    {
        using (page.Html.Open("div", "tile"))
        {
            page.Html.Element("b", figure);
            page.Html.Element("span", page.Say(en, zh));
        }
    }
}
