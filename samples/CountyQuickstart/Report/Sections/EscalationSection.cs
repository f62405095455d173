using CountyQuickstart.Steps;
using GridGovernance.Sdk.Cases.Events;

namespace CountyQuickstart.Report.Sections;

/// <summary>How late cases climb from supervisor to supervisor, and one of them from its first event to its last.</summary>
internal static class EscalationSection
{
    internal static void Write(ReportPage page)
    {
        var result = page.Result;
        var escalated = result.Rows.Count(static row => row.Case.Escalations > 0);
        page.Paragraph(
            $"A deadline that passes does not pass unnoticed. The miss is recorded in the case for good, and the case climbs a ladder: the next supervisor is told, has a limit of their own to get it moving, and if that passes too the one above is told. In the quarter {Language.Count(escalated)} cases climbed {Language.Count(result.Escalations)} rungs.",
            $"期限一过，绝不会无声无息。超期会永久记入案卷，案件随即逐级督办：上一级得到通知，有自己的督办时限；再超期，就再上一级。本季度{Language.Count(escalated)}件案件共督办{Language.Count(result.Escalations)}次。");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("Who was told", "督办对象"), .. result.Tiers.Select(tier => "#" + page.Tier(tier.Code))],
            RungsByPost(page));
        if (Worked(page) is not { } worked)
        {
            return;
        }

        page.Heading("One late case, event by event", "一件超期案件的全过程");
        page.Paragraph(
            $"Case {worked.Case.Id}, {page.Tier(worked.Case.Tier)}: “{page.Matter(worked.Case.Matter)}” in {page.Names.Of(worked.Case.Place)}. Nothing below was written for this report: these are the case's own events, and replaying them gives the case.",
            $"案件{worked.Case.Id}，{page.Tier(worked.Case.Tier)}：{page.Names.Of(worked.Case.Place)}的“{page.Matter(worked.Case.Matter)}”。以下内容并非为本报告而写，而是案件自身的事件；按顺序重放这些事件就得到这个案件。");
        using (page.Html.Open("ol", "timeline"))
        {
            foreach (var step in result.EventsOf(worked.Case).GroupBy(static e => e.CommandId, StringComparer.Ordinal))
            {
                Step(page, worked, step);
            }
        }
    }

    // Posts in the order of the establishment, which runs from the county down.
    private static IEnumerable<string[]> RungsByPost(ReportPage page)
    {
        var told = page.Result.Run.Cases.SelectMany(static one => Climbs(one.Events.OfType<CaseEscalated>()).Select(e => (e.Supervisor.Post, one.Case.Tier)))
            .CountBy(static pair => pair).ToDictionary(static pair => pair.Key, static pair => pair.Value);
        return page.Result.Establishment.Posts.Reverse().Select(post => (string[])
        [
            page.Say(post.Title), .. page.Result.Tiers.Select(tier => Language.Count(told.GetValueOrDefault((post.Code, tier.Code)))),
        ]).Where(static row => row.Skip(1).Any(static count => count != "0"));
    }

    // On the last rung a supervisor is reminded again and again; only the first time is a climb.
    private static IEnumerable<CaseEscalated> Climbs(IEnumerable<CaseEscalated> told)
    {
        var rung = -1;
        foreach (var e in told)
        {
            if (e.Rung != rung)
            {
                yield return e;
            }

            rung = e.Rung;
        }
    }

    // A case that tells the whole story: late, escalated at least twice, closed in the end, and short enough to read.
    private static CaseRow? Worked(ReportPage page) => page.Result.Rows
        .Where(static row => row.Case.Escalations > 0)
        .OrderByDescending(static row => (row.IsClosed ? 4 : 0) + Math.Min(row.Case.Escalations, 2) + (row.Case.Lead is not null ? 2 : 0))
        .ThenBy(row => page.Result.EventsOf(row.Case).Count).ThenBy(static row => row.Case.Id, StringComparer.Ordinal).FirstOrDefault();

    // The events of one command make one step, under the mark of the gravest of them.
    private static void Step(ReportPage page, CaseRow row, IEnumerable<CaseEvent> events)
    {
        var sentences = events.Select(e => (e.At, Sentence: Sentence(page, row, e))).Where(static one => one.Sentence.Text is not null).ToArray();
        if (sentences.Length == 0)
        {
            return;
        }

        using (page.Html.Open("li", sentences.Select(static one => one.Sentence.Css).FirstOrDefault(static css => css is not null)))
        {
            page.Html.Element("time", page.Time(sentences[0].At));
            page.Html.Text(string.Join(page.Say(" ", ""), sentences.Select(static one => one.Sentence.Text)));
        }
    }

    private static (string? Css, string? Text) Sentence(ReportPage page, CaseRow row, CaseEvent e)
    {
        var lifecycle = page.Result.Lifecycle(row.Case.Tier);
        string Clock(string code) => lifecycle?.Definition.Clocks.FirstOrDefault(clock => string.Equals(clock.Code, code, StringComparison.Ordinal)) is { } clock ? page.Say(clock.Label) : code;
        string Trigger(string code) => lifecycle?.Definition.Triggers.FirstOrDefault(trigger => string.Equals(trigger.Code, code, StringComparison.Ordinal)) is { } trigger ? page.Say(trigger.Label) : code;
        return e switch
        {
            CaseReported => (null, page.Say($"Reported by {page.Names.Of(e.By)}.", $"{page.Names.Of(e.By)}上报。")),
            CaseMoved { Trigger: null } moved => (null, page.Say($"Now {page.State(row.Case.Tier, moved.To)}; responsible: {Seat(moved.Responsible)}.", $"进入“{page.State(row.Case.Tier, moved.To)}”；责任岗位：{Seat(moved.Responsible)}。")),
            CaseMoved moved => (moved.IsFinal ? "end" : null, page.Say(
                $"{Trigger(moved.Trigger!)}, by {page.Names.Of(e.By)}. Now {page.State(row.Case.Tier, moved.To)}{(moved.Responsible is null ? "" : "; responsible: " + Seat(moved.Responsible))}.",
                $"{page.Names.Of(e.By)}：{Trigger(moved.Trigger!)}。进入“{page.State(row.Case.Tier, moved.To)}”{(moved.Responsible is null ? "" : "；责任岗位：" + Seat(moved.Responsible))}。")),
            CaseDispatched dispatched => (null, page.Say(
                $"Dispatched to {page.Names.Of(dispatched.Lead)}, admitted by {string.Join(", ", dispatched.Rules)}.",
                $"派遣给{page.Names.Of(dispatched.Lead)}，依据{string.Join("、", dispatched.Rules)}。")),
            ClockStarted started => (null, page.Say(
                $"Clock “{Clock(started.Clock)}” starts: due by {page.Time(started.DueAt)}.",
                $"“{Clock(started.Clock)}”开始计时：{page.Time(started.DueAt)}到期。")),
            ClockPaused paused => (null, page.Say($"Clock “{Clock(paused.Clock)}” is paused.", $"“{Clock(paused.Clock)}”暂停计时。")),
            ClockResumed resumed => (null, page.Say($"Clock “{Clock(resumed.Clock)}” goes on: due by {page.Time(resumed.DueAt)}.", $"“{Clock(resumed.Clock)}”恢复计时：{page.Time(resumed.DueAt)}到期。")),
            DeadlineExtended extended => (null, page.Say($"Clock “{Clock(extended.Clock)}” is extended to {page.Time(extended.DueAt)}.", $"“{Clock(extended.Clock)}”延期至{page.Time(extended.DueAt)}。")),
            DeadlineMissed missed => ("late", page.Say($"Deadline missed: “{Clock(missed.Clock)}” was due by {page.Time(missed.DueAt)}.", $"超期：“{Clock(missed.Clock)}”应于{page.Time(missed.DueAt)}前完成。")),
            CaseEscalated escalated => ("up", page.Say(
                $"Rung {escalated.Rung + 1}: {page.Names.Of(escalated.Supervisor)} is told; unless it moves, the next rung follows at {page.Time(escalated.NextAt)}.",
                $"第{escalated.Rung + 1}级督办：通知{page.Names.Of(escalated.Supervisor)}；如仍无进展，{page.Time(escalated.NextAt)}升至下一级。")),
            CaseEvaluated evaluated => (null, page.Say($"Rated {evaluated.Rating} of 5 by the {PartyName(page, evaluated)}.", $"{PartyName(page, evaluated)}评价：{evaluated.Rating}分（满分5分）。")),
            _ => (null, null),
        };

        string Seat(GridGovernance.Sdk.Staffing.Seat? seat) => seat is { } one ? page.Names.Of(one) : "–";
    }

    private static string PartyName(ReportPage page, CaseEvaluated evaluated) => evaluated.Party switch
    {
        GridGovernance.Sdk.Cases.EvaluationParty.Resident => page.Say("resident", "群众"),
        GridGovernance.Sdk.Cases.EvaluationParty.Department => page.Say("department", "部门"),
        _ => page.Say("grid worker", "网格员"),
    };
}
