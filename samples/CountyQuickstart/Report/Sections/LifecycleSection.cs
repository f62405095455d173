using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Lifecycles;

namespace CountyQuickstart.Report.Sections;

/// <summary>The lifecycle of each tier as a diagram, with its limits and its ladder.</summary>
internal static class LifecycleSection
{
    internal static void Write(ReportPage page)
    {
        page.Paragraph(
            "A lifecycle is data, not code: a file in the model folder that a county changes without a programmer. The diagrams are drawn from the very tables that decided the cases, so they cannot be out of date. Before any case runs, the library proves of each lifecycle that every state has somebody responsible and a running clock, and that from every state a case can reach its end.",
            "办理流程是数据而不是代码：它是模型文件夹里的一个文件，县里不用程序员就能修改。下图直接由裁定案件的同一张表绘出，不会过时。任何案件运行之前，程序库先证明：流程的每个状态都有责任人和计时，并且从每个状态都能走到办结。");
        foreach (var tier in page.Result.Tiers)
        {
            if (page.Result.Lifecycle(tier.Code) is { } lifecycle)
            {
                Tier(page, lifecycle);
            }
        }
    }

    private static void Tier(ReportPage page, Lifecycle lifecycle)
    {
        var definition = lifecycle.Definition;
        var html = page.Html;
        html.Element("h3", page.Say(definition.Title));
        using var columns = html.Open("div", "two");
        using (html.Open("div"))
        {
            Diagram(page, lifecycle);
        }

        using var right = html.Open("div");
        ReportTable.Write(
            html,
            null,
            [page.Say("Clock", "时限"), page.Say("Limit", "期限"), page.Say("Runs from", "起算"), page.Say("Pauses while", "暂停")],
            definition.Clocks.Select(clock => (string[])
            [
                page.Say(clock.Label), Limit(page, clock.Limit), States(page, lifecycle, clock.Starts), States(page, lifecycle, clock.Pauses),
            ]));
        if (definition.Escalation.Count > 0)
        {
            page.Paragraph(
                "When late: " + string.Join("; then ", definition.Escalation.Select(rung => $"{Party(page, rung.To)} is told and has {Limit(page, rung.Within)}")) + ".",
                "超期督办：" + string.Join("；再到", definition.Escalation.Select(rung => $"{Party(page, rung.To)}，{Limit(page, rung.Within)}")) + "。");
        }
    }

    private static void Diagram(ReportPage page, Lifecycle lifecycle)
    {
        var definition = lifecycle.Definition;
        page.Figure(
            LifecycleSvg.Write(lifecycle, page.Language.Culture, party => Party(page, party)),
            $"Lifecycle {lifecycle.Key}: states with the party responsible in each, and the steps between them. The same as text is in lifecycle-{definition.Code}.mmd.",
            $"流程{lifecycle.Key}：各状态及其责任方，以及状态之间的步骤。文本形式见lifecycle-{definition.Code}.mmd。");
    }

    private static string States(ReportPage page, Lifecycle lifecycle, IEnumerable<string> codes)
    {
        var names = string.Join(page.Say(", ", "、"), codes.Select(code => lifecycle.FindState(code) is { } state ? page.Say(state.Definition.Label) : code));
        return names.Length == 0 ? "–" : names;
    }

    private static string Party(ReportPage page, string code) =>
        code == LifecycleParty.Lead ? page.Say("whoever leads", "主办方")
        : page.Result.Establishment.TryFindPost(code, out var post) ? page.Say(post.Title) : code;

    private static string Limit(ReportPage page, TimeLimit limit)
    {
        var (en, zh) = limit.Unit switch
        {
            LimitUnit.UrgentHours => ("hour around the clock", "小时（连续计时）"),
            LimitUnit.WorkingHours => ("working hour", "个工作小时"),
            LimitUnit.WorkingDays => ("working day", "个工作日"),
            LimitUnit.CalendarDays => ("calendar day", "日"),
            LimitUnit.Months => ("month", "个月"),
            _ => ("year", "年"),
        };
        var plural = limit.Unit == LimitUnit.UrgentHours ? "hours around the clock" : en + "s";
        return page.Say($"{limit.Amount} {(limit.Amount == 1 ? en : plural)}", $"{limit.Amount}{zh}");
    }
}
