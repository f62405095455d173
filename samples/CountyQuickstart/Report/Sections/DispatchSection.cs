using GridGovernance.Sdk;
using GridGovernance.Sdk.Simulation.Runs;

namespace CountyQuickstart.Report.Sections;

/// <summary>Which dispatches the entry list and the authority list refused, why, and what would have worked instead.</summary>
internal static class DispatchSection
{
    private const int Examples = 4;

    // What a reason means to somebody who has not read the lists. A code that is not here shows its first message instead.
    private static readonly Dictionary<string, LocalizedText> Meanings = new(StringComparer.Ordinal)
    {
        ["permissions.not-listed"] = new("The matter is on no list of what may be given to a grid. A department wanted the grid to do its work.", "该事项不在准入清单上：部门想把自己的事交给网格。"),
        ["permissions.negative-list"] = new("The matter is expressly kept out of grids, for instance because it takes powers of enforcement.", "该事项在负面清单上，明确不得进入网格，例如需要执法权的事项。"),
        ["permissions.entry-expired"] = new("The matter had been admitted for a term, and the term was over.", "该事项曾限期准入，期限已过。"),
        ["permissions.entry-not-yet"] = new("The matter has been admitted, but its term had not begun.", "该事项已获准入，但尚未生效。"),
        ["permissions.entry-not-approved"] = new("The matter's entry has been applied for, but not approved and published.", "该事项已申请准入，但未批准、未公布。"),
        ["permissions.entry-withdrawn"] = new("The matter was taken off the list.", "该事项已退出清单。"),
        ["permissions.entry-suspended"] = new("The matter is listed, but its entry is suspended for the time being.", "该事项在清单上，但准入已暂停。"),
        ["permissions.out-of-scope"] = new("The matter is admitted at another level or in other places, not here.", "该事项只在其他层级或其他地方准入，此处不适用。"),
        ["permissions.guard-unrelated"] = new("The matter has nothing to do with what grids are for.", "该事项与网格的职能无关。"),
        ["permissions.guard-vitality"] = new("The matter is the villagers' own self-governance, which the county keeps outside the grid.", "该事项属于村民自治，县里规定不纳入网格。"),
        ["permissions.guard-service-only"] = new("The matter may enter a grid as a service to residents, not as an administrative task.", "该事项只能作为服务进入网格，不得作为行政任务。"),
        ["permissions.post-lacks-authority"] = new("The matter is admitted, but this post is not among those that may carry it.", "该事项已准入，但该岗位无权承办。"),
        ["permissions.not-your-role"] = new("The seat has no power to do this: the power is somebody else's.", "该岗位没有这项权力：权力属于他人。"),
        ["permissions.not-your-place"] = new("The seat has the power, but not in this place.", "该岗位有权，但不在此地。"),
        ["permissions.prohibited"] = new("A rule forbids it to this seat, whatever other rules allow.", "有规则禁止该岗位这样做，不论其他规则如何。"),
        ["permissions.no-rule"] = new("No rule gives anybody this power: a gap in the list.", "没有任何规则把这项权力交给任何人：清单存在空白。"),
        ["permissions.condition-unmet"] = new("The power holds under a condition that was not met.", "权力附有条件，而条件未满足。"),
        ["permissions.rule-out-of-time"] = new("The rule that gives the power was not in force on that day.", "授予该权力的规则当日不生效。"),
        ["cases.not-your-grid"] = new("The seat covers another area than the one in which the case lies.", "该岗位管的是另一片区域，不是案件所在地。"),
        ["cases.not-your-role"] = new("Whoever wanted to dispatch may not.", "派遣人无权派遣。"),
        ["cases.seat-vacant"] = new("Nobody held the seat on that day.", "当日该岗位空缺。"),
        ["cases.unknown-seat"] = new("There is no such seat.", "没有这样的岗位。"),
    };

    internal static void Write(ReportPage page)
    {
        var result = page.Result;
        page.Paragraph(
            $"Before anybody is sent to anything, the engine asks two lists. The entry list (准入清单) says what may be given to a grid at all; the authority list (权责清单) says which post may do what, where. In the quarter it checked {Language.Count(result.DispatchChecks)} attempts to give a matter to somebody, by dispatch or by taking it on oneself, and refused {Language.Count(result.Refused.Count)} ({Language.Percent(Share(result.Refused.Count, result.DispatchChecks))}). After a refusal the case goes where the lists allow, or is referred out of the grid.",
            $"任何派遣之前，引擎都要核对两份清单：准入清单规定哪些事可以交给网格；权责清单规定哪个岗位在哪里可以做什么。本季度共核验{Language.Count(result.DispatchChecks)}次（派遣或自行承办），拒绝{Language.Count(result.Refused.Count)}次（{Language.Percent(Share(result.Refused.Count, result.DispatchChecks))}）。被拒绝后，案件按清单改派，或转出网格。");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("!Reason", "!理由"), page.Say("#Times", "#次数"), page.Say("What it means", "含义")],
            result.RefusedByReason.Select(reason => (string[])[reason.Code, Language.Count(reason.Count), Meaning(page, reason.Code)]));
        page.Paragraph(
            "A dispatch can be refused for several reasons at once; each is counted, so the column sums to more than the number of refusals.",
            "一次派遣可能同时有几个拒绝理由，每个理由都计数，因此各行之和大于拒绝次数。",
            "caption");
        page.Heading("What a refusal says", "拒绝时说了什么");
        page.Paragraph(
            "A refusal is never a bare no. It names every reason, the list items or rules that decided it, and the nearest thing that would work. Here are examples in full, as the dispatcher saw them.",
            "拒绝从来不是一个简单的“不”：它列出全部理由、起决定作用的清单条目或规则，以及最接近的可行办法。以下是派遣员看到的完整例子。");
        foreach (var example in ExamplesOf(result.Refused))
        {
            Example(page, example);
        }
    }

    // The first refusal for each of the most frequent reasons that the examples before it do not show yet.
    private static IEnumerable<RefusedAct> ExamplesOf(IReadOnlyList<RefusedAct> refused)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dispatch in refused)
        {
            if (dispatch.Refusals.Any(refusal => !shown.Contains(refusal.Code)))
            {
                shown.UnionWith(dispatch.Refusals.Select(static refusal => refusal.Code));
                yield return dispatch;
                if (shown.Count >= Examples)
                {
                    yield break;
                }
            }
        }
    }

    private static void Example(ReportPage page, RefusedAct dispatch)
    {
        var html = page.Html;
        using (html.Open("div", "note quote"))
        {
            using (html.Open("p"))
            {
                html.Element("strong", page.Say($"{page.Time(dispatch.At)} · case {dispatch.CaseId}", $"{page.Time(dispatch.At)} · 案件{dispatch.CaseId}"));
            }

            page.Paragraph(
                $"“{page.Matter(dispatch.Matter)}” in {page.Names.Of(dispatch.Place)} was to be given to: {page.Names.Of(dispatch.Seat)}. Refused:",
                $"{page.Names.Of(dispatch.Place)}的“{page.Matter(dispatch.Matter)}”拟交给：{page.Names.Of(dispatch.Seat)}。拒绝，理由：");
            using (html.Open("ul"))
            {
                foreach (var refusal in dispatch.Refusals)
                {
                    using (html.Open("li"))
                    {
                        Reason(page, refusal);
                    }
                }
            }
        }
    }

    private static void Reason(ReportPage page, Refusal refusal)
    {
        var html = page.Html;
        html.Text(page.Language.Say(refusal.Message) + " ");
        if (refusal.Nearest is { } nearest)
        {
            html.Element("em", page.Say("Nearest: ", "可行办法：") + page.Language.Say(nearest));
        }

        html.Element("code", refusal.Code);
        if (refusal.Rules.Count > 0)
        {
            html.Element("span", page.Say(" decided by ", " 依据 ") + string.Join(", ", refusal.Rules), "soft");
        }
    }

    private static string Meaning(ReportPage page, string code) => Meanings.TryGetValue(code, out var meaning)
        ? page.Say(meaning)
        : page.Language.Say(page.Result.Refused.SelectMany(static dispatch => dispatch.Refusals).First(refusal => string.Equals(refusal.Code, code, StringComparison.Ordinal)).Message);

    private static decimal? Share(int part, long whole) => whole == 0 ? null : (decimal)part / whole;
}
