using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Statistics;

namespace CountyQuickstart.Report.Sections;

/// <summary>What grid workers did between cases: visits, one collection campaign, one emergency broadcast, and one worker's day.</summary>
internal static class FieldworkSection
{
    internal static void Write(ReportPage page)
    {
        var fieldwork = page.Result.Fieldwork;
        Visits(page, fieldwork.Visits);
        var campaign = fieldwork.Campaign;
        page.Heading("One collection campaign", "一次集中采集");
        page.Paragraph(
            $"{page.Names.Of(fieldwork.CampaignVillage)}, {Language.Count(campaign.Cells)} cells: the first was done after {Minutes(campaign.FirstAfter)} minutes, {Language.Count(campaign.Done)} within the {Minutes(campaign.Elapsed)} minutes it took; {Language.Count(campaign.LateCells.Count)} were late. {Language.Count(campaign.People)} people were recorded, {Language.Count((long)(FieldworkRates.PerHour(campaign.People, campaign.Elapsed).Round(0) ?? 0))} an hour.",
            $"{page.Names.Of(fieldwork.CampaignVillage)}共{Language.Count(campaign.Cells)}个单元格：首个{Minutes(campaign.FirstAfter)}分钟完成，{Minutes(campaign.Elapsed)}分钟内完成{Language.Count(campaign.Done)}个，逾期{Language.Count(campaign.LateCells.Count)}个。登记{Language.Count(campaign.People)}人，每小时{Language.Count((long)(FieldworkRates.PerHour(campaign.People, campaign.Elapsed).Round(0) ?? 0))}人。");
        var notice = fieldwork.Broadcast;
        page.Heading("One emergency broadcast", "一次应急通知");
        page.Paragraph(
            $"On 20 March at 08:00 a notice went from the county through its tiers to {Language.Count(notice.Households)} households, with a limit of one hour. {Language.Count(notice.InTime)} were reached in time ({Language.Percent(FieldworkRates.ReachedInTime(notice).Round(4))}), {Language.Count(notice.Late)} late, {Language.Count(notice.Missed)} not. In {Language.Count(fieldwork.Bridged)} cells the informant's seat was vacant and the next above took over; {Language.Count(fieldwork.Unreachable)} households were left without anybody, and would be named here.",
            $"3月20日8时，一份通知自县级逐级传达至{Language.Count(notice.Households)}户，时限1小时。按时触达{Language.Count(notice.InTime)}户（{Language.Percent(FieldworkRates.ReachedInTime(notice).Round(4))}），逾时{Language.Count(notice.Late)}户，未触达{Language.Count(notice.Missed)}户。{Language.Count(fieldwork.Bridged)}个单元格的信息员空缺，由上一级接替；无人可通知的有{Language.Count(fieldwork.Unreachable)}户。");
        page.Heading("One worker's day", "一名网格员的一天");
        page.Html.Element("pre", DayPlanPage.Print(fieldwork.Day, page.Language.Culture));
    }

    private static void Visits(ReportPage page, VisitCoverage visits)
    {
        var fieldwork = page.Result.Fieldwork;
        page.Paragraph(
            $"{Language.Count(fieldwork.Subjects)} people and places are to be visited once a month. Of {Language.Count(visits.Owed)} visits owed in the quarter, {Language.Count(visits.InTime)} were made in time, {Language.Count(visits.Late)} made up for within a week, {Language.Count(visits.Missed)} missed: {Language.Percent(FieldworkRates.VisitsMade(visits).Round(4))}. {Language.Count(visits.Unvisited.Count)} were not visited at all, and no visit was counted twice.",
            $"{Language.Count(fieldwork.Subjects)}名（处）走访对象每月走访一次。本季度应走访{Language.Count(visits.Owed)}次，按时{Language.Count(visits.InTime)}次，一周内补访{Language.Count(visits.Late)}次，漏访{Language.Count(visits.Missed)}次，走访率{Language.Percent(FieldworkRates.VisitsMade(visits).Round(4))}。全季度未走访{Language.Count(visits.Unvisited.Count)}名（处），无重复计数。");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("Category", "类别"), "#" + page.Say("Subjects", "对象"), "#" + page.Say("Visits", "户次"), "#" + page.Say("People met", "人次")],
            fieldwork.Tallies.Select(tally => (string[])
            [
                page.Say(VisitPresets.KeyMonthly.Categories.First(category => string.Equals(category.Code, tally.Category, StringComparison.Ordinal)).Name),
                Language.Count(tally.Subjects), Language.Count(tally.HouseholdTimes), Language.Count(tally.PersonTimes),
            ]));
    }

    private static string Minutes(NodaTime.Duration? time) => time is { } known ? Language.Count((long)known.TotalMinutes) : "–";
}
