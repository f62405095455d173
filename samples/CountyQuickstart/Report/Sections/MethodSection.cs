namespace CountyQuickstart.Report.Sections;

/// <summary>How the figures were made and checked, what they do not say, what was assumed, and the sources.</summary>
internal static class MethodSection
{
    internal static void Write(ReportPage page)
    {
        var (html, result) = (page.Html, page.Result);
        page.Heading("How it was made", "怎样得出");
        List(
            page,
            ("People report matters at random, more where more people live, with the week's and the day's rhythm. Posts work in working hours, take up cases in turn and need time for each; that is why some cases are late.", "事项随机发生，人多的地方多，并有日与周的节律。各岗位在工作时间内依次办理，每件都需要时间，因此有的案件会超期。"),
            ("Every step of a case is a command to the library's case engine, which accepts it with events or refuses it with every reason. The simulation decides what people try; the engine decides what happens.", "案件的每一步都是向程序库案件引擎发出的命令：引擎或接受并产生事件，或给出全部理由拒绝。模拟只决定人们想做什么，引擎决定发生什么。"),
            ("Working days follow the State Council's holiday notice for 2026, with the Spring Festival in February and its exchanged working days.", "工作日按国务院办公厅2026年节假日安排，含二月春节及调休上班日。"),
            ("Nothing depends on the clock of the machine: the same seed gives the same report to the byte.", "结果不取决于机器时钟：同一种子得到逐字节相同的报告。"));
        page.Heading("How it was checked", "怎样核验");
        using (html.Open("div", result.Replay.IsClean ? "note proof" : "note"))
        {
            page.Paragraph(
                $"All {Language.Count(result.Replay.Cases)} cases were rebuilt from their {Language.Count(result.Replay.Events)} events: {Language.Count(result.Replay.Different)} differ from what the run ended with. Of the {Language.Count(result.Total.Received - result.Total.Closed)} open cases, {Language.Count(result.Replay.Orphaned)} lack a responsible seat or a next deadline.",
                $"全部{Language.Count(result.Replay.Cases)}件案件都由{Language.Count(result.Replay.Events)}个事件重新推算：与运行结束时不一致的有{Language.Count(result.Replay.Different)}件。{Language.Count(result.Total.Received - result.Total.Closed)}件未结案件中，缺少责任岗位或下一期限的有{Language.Count(result.Replay.Orphaned)}件。");
        }

        page.Heading("What it does not say", "不能说明什么");
        List(
            page,
            ("It says nothing about the real 通江县: neither how many matters its people report, nor how fast they are dealt with. Workloads, durations and ratings are assumptions.", "它不说明真实的通江县：既不说明群众上报多少事项，也不说明办理多快。工作量、办理时长和评价都是假定。"),
            ("How fast people work was set so that closure rates come near those that another county reports (X县: 日常 97.39 %, 一般 80.85 %, 严重 100 %), which are published without their definition. That the rates look alike is therefore an input, not a finding.", "办理快慢按另一县（X县）公布的办结率（日常97.39%、一般80.85%、严重100%）设定，而该县并未公布口径。因此结案率相近是输入，不是结论。"),
            ("Borders of townships and villages are generated inside the outline; only the outline can be real.", "乡镇和村的界线在轮廓内生成；只有县界轮廓可以是真实的。"),
            ("Limits, weights and list items marked as sample are examples for configuration, not rules in force.", "标注为样例的时限、权重和清单条目仅为配置示例，并非现行规定。"));
        page.Heading("Sources", "来源");
        List(
            page,
            ("The county's figures and structure: published accounts of grid governance in 通江县 (33 townships and streets, 324 villages, 561 grids, 7,709 cells, about 720,000 people, 4,119 km²; \"1+4+N\").", "县情与结构：关于通江县网格化治理的公开资料（33个乡镇街道、324个行政村、561个网格、7709个单元格、约72万人、4119平方公里；“1+4+N”）。"),
            ("Townships: the register of administrative divisions. Tiers (日常、一般、严重): X县城乡网格化管理事件处置办法（试行）.", "乡镇名录：行政区划登记。分级（日常、一般、严重）：X县城乡网格化管理事件处置办法（试行）。"),
            ("Counting of limits: 民法典 arts. 200–204. Holidays: 国务院办公厅关于2026年部分节假日安排的通知.", "期间计算：《民法典》第二百条至第二百零四条。节假日：《国务院办公厅关于2026年部分节假日安排的通知》。"),
            ("Rates: CJ/T 292-2008 and GB/T 30428.4, as public implementations have them.", "指标口径：CJ/T 292-2008与GB/T 30428.4的公开实现。"));
        page.Heading("To run it again", "重新运行");
        using (html.Open("p"))
        {
            html.Element("code", CommandLine(result));
        }

        ReportTable.Write(
            html,
            null,
            [page.Say("Identity", "标识"), page.Say("Value", "值")],
            result.Identity.Select(one => (string[])[page.Say(one.What), one.Value]));
        html.Element("footer", page.Say(
            "Made by samples/CountyQuickstart of GridGovernance.Sdk. Synthetic data; may be copied freely (MIT).",
            "由GridGovernance.Sdk的samples/CountyQuickstart生成。合成数据，可自由复制（MIT）。"));
    }

    private static string CommandLine(QuickstartResult result)
    {
        var options = result.Options;
        var boundary = options.Boundary is null ? "" : $" --boundary FILE --crs {options.BoundarySystem.Code}";
        return $"dotnet run -c Release --project samples/CountyQuickstart -- --seed {options.Seed}{boundary} --lang {options.Language.Code}";
    }

    private static void List(ReportPage page, params ReadOnlySpan<(string En, string Zh)> items)
    {
        using (page.Html.Open("ul"))
        {
            foreach (var (en, zh) in items)
            {
                page.Html.Element("li", page.Say(en, zh));
            }
        }
    }
}
