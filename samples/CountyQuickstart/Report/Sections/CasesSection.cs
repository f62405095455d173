using CountyQuickstart.Report.Charts;
using CountyQuickstart.Steps;
using NodaTime;

namespace CountyQuickstart.Report.Sections;

/// <summary>How the cases of each tier ended, how they came over the weeks, and what they were about.</summary>
internal static class CasesSection
{
    private const int ListLength = 8;
    private const int FewestForList = 50;

    internal static void Write(ReportPage page)
    {
        var result = page.Result;
        page.Paragraph(
            "Every report is put into one of three tiers: daily, ordinary, serious. Each tier has its own lifecycle with its own deadlines. Limits in working time skip weekends and public holidays and count days worked in exchange (调休); urgent limits run around the clock.",
            "每件事项归入日常、一般、严重三级之一。每一级有自己的办理流程和时限。按工作时间计算的时限不计双休日和法定节假日，调休上班日照计；紧急时限则连续计时。");
        page.Figure(
            ShareBars.Draw(
                page.Say("Cases by tier and outcome", "各级案件的结果"),
                [(SvgCanvas.Blue, page.Say("closed on time", "按期结案")), (SvgCanvas.Orange, page.Say("closed late", "超期结案")), (SvgCanvas.Sky, page.Say("open, within the limit", "未结，期限内")), (SvgCanvas.Red, page.Say("open, overdue", "未结，已超期"))],
                [.. result.Tiers.Select(tier => (page.Tier(tier.Code), new[] { tier.Count.ClosedOnTime, tier.Count.ClosedLate, tier.Count.OpenInTime, tier.Count.Overdue }))]),
            "What had become of the cases when the quarter ended.",
            "季度末各级案件的状况。");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("Tier", "等级"), page.Say("#Received", "#受理"), page.Say("#Closed", "#结案"), page.Say("#on time", "#按期"), page.Say("#late", "#超期"), page.Say("#Open", "#未结"), page.Say("#overdue", "#已超期"), page.Say("#Closure rate", "#结案率"), page.Say("#On-time rate", "#按期结案率")],
            [.. result.Tiers.Select(tier => Row(page.Tier(tier.Code), tier.Count)), Row(page.Say("All", "合计"), result.Total)],
            lastIsSum: true);
        page.Paragraph(
            "The closure rate is closed cases over received cases. The on-time rate is cases closed by their deadline over the cases whose deadline fell within the quarter; a case closed well ahead of a later deadline counts as on time too. Time spent suspended, with cause, is not counted.",
            "结案率为结案数与受理数之比。按期结案率为按期结案数与期限落在本季度内的案件数之比；早于季度之后的期限结案的，也计为按期。经批准挂账的时间不计入时限。");
        Weeks(page);
        Matters(page);
    }

    private static void Weeks(ReportPage page)
    {
        var result = page.Result;
        page.Heading("Week by week", "逐周情况");
        var weeks = result.Rows.GroupBy(row => WeekOf(row.Case.ReportedAt)).OrderBy(static week => week.Key)
            .Select(week => ($"{week.Key.Month}-{week.Key.Day}", result.Tiers.Select(tier => week.Count(row => string.Equals(row.Case.Tier, tier.Code, StringComparison.Ordinal))).ToArray()))
            .ToList();
        (string, string)[] colours = [(SvgCanvas.Sky, ""), (SvgCanvas.Blue, ""), (SvgCanvas.Orange, "")];
        page.Figure(
            Columns.Draw(
                page.Say("Cases reported by week", "逐周上报案件"),
                [.. result.Tiers.Select((tier, i) => (colours[i % colours.Length].Item1, page.Tier(tier.Code)))],
                weeks,
                page.Say("week beginning on Monday (month-day)", "周一日期（月-日）")),
            "Reports by week and tier. The first and the last week of the quarter are not whole.",
            "按周与等级统计的上报量。季度首末两周不满一周。");

        LocalDate WeekOf(Instant at) => at.InZone(result.Zone).Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
    }

    private static void Matters(ReportPage page)
    {
        var all = page.Result.Rows.GroupBy(static row => (row.Case.Matter, row.Case.Tier)).Select(static group => (group.Key, Rows: group.ToArray(), Count: TierCount.Of(group))).ToArray();
        page.Heading("What it was about", "都是些什么事");
        using (page.Html.Open("div", "two"))
        {
            using (page.Html.Open("div"))
            {
                List(page, page.Say("Reported most often", "上报最多"), all.OrderByDescending(static one => one.Count.Received).ThenBy(static one => one.Key.Matter, StringComparer.Ordinal));
            }

            using (page.Html.Open("div"))
            {
                List(
                    page,
                    page.Say($"Most often late (of matters with {FewestForList} cases or more)", $"最易超期（{FewestForList}件以上的事项）"),
                    all.Where(static one => one.Count.Due >= FewestForList).OrderBy(static one => one.Count.OnTimeRate.Value).ThenBy(static one => one.Key.Matter, StringComparer.Ordinal));
            }
        }
    }

    private static void List(ReportPage page, string caption, IEnumerable<((string Matter, string Tier) Key, CaseRow[] Rows, TierCount Count)> matters) => ReportTable.Write(
        page.Html,
        caption,
        [page.Say("Matter", "事项"), page.Say("#Cases", "#件数"), page.Say("#On time", "#按期"), page.Say("#Escalated", "#督办")],
        matters.Take(ListLength).Select(one => (string[])
        [
            $"{page.Matter(one.Key.Matter)} ({page.Tier(one.Key.Tier)})", Language.Count(one.Count.Received), Language.Percent(one.Count.OnTimeRate.Round(4)),
            Language.Count(one.Rows.Count(static row => row.Case.Escalations > 0)),
        ]));

    private static string[] Row(string name, TierCount count) =>
    [
        name, Language.Count(count.Received), Language.Count(count.Closed), Language.Count(count.ClosedOnTime), Language.Count(count.ClosedLate),
        Language.Count(count.Received - count.Closed), Language.Count(count.Overdue), Language.Percent(count.ClosureRate.Round(4)), Language.Percent(count.OnTimeRate.Round(4)),
    ];
}
