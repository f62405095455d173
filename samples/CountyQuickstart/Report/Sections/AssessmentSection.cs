using System.Globalization;
using CountyQuickstart.Report.Charts;
using CountyQuickstart.Steps;
using GridGovernance.Sdk.Assessment;

namespace CountyQuickstart.Report.Sections;

/// <summary>How grid workers and departments scored, how a score is made, and what a rank is worth.</summary>
internal static class AssessmentSection
{
    private const int ListLength = 10;
    private const int MostCasesNamed = 12;

    internal static void Write(ReportPage page)
    {
        var (workers, departments) = (page.Result.Workers, page.Result.Departments);
        page.Paragraph(
            "A score is a sum, and every summand can be traced to cases. Grid workers are scored on the cases that their grid handled itself, on the validity of what they report and on what residents say; departments on the cases they led, and from below, by the grid workers who called them (逆向考核). Nobody is marked down for a delay in somebody else's hands. Weights and targets are data too, in the model's assessment folder.",
            "得分是各项之和，每一项都能追溯到案件。网格员按本网格自办的案件、上报的有效性和群众评价计分；部门按其主办的案件计分，并由网格员逆向考核。谁也不为别人手里的拖延扣分。权重和目标值同样是数据，在模型的assessment文件夹里。");
        Distribution(page, workers);
        OneScore(page, workers);
        Lists(page, workers);
        page.Heading("Departments", "部门");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("#Rank", "#名次"), page.Say("Department", "部门"), page.Say("#Cases led", "#主办案件"), page.Say("#Score", "#得分"), page.Say("Grade", "等次"), .. departments.Cards.Scheme.Leaves.Select(leaf => "#" + page.Say(leaf.Title))],
            departments.Ranking.Ranked.Select(ranked => (string[])
            [
                Rank(ranked), Name(page, ranked.Unit), Language.Count(departments.CasesOf(ranked.Unit)), Language.Score(ranked.Score), departments.Cards.Scheme.GradeOf(ranked.Score)?.Code ?? "–",
                .. departments.Cards.Find(ranked.Unit)!.Contributions.Select(static leaf => Language.Percent(leaf.Indicator?.Number)),
            ]).Concat(departments.Ranking.Unranked.Select(unit => (string[])
            [
                "–", Name(page, unit), Language.Count(departments.CasesOf(unit)), "–", "–", .. departments.Cards.Find(unit)!.Contributions.Select(static leaf => Language.Percent(leaf.Indicator?.Number)),
            ])));
        page.Paragraph(
            "A dash is a rate over nothing: there was no case of the kind. It is not a zero; the scheme says what counts instead, here that the weight is shared out among the other parts.",
            "横线表示分母为零：没有这一类案件。它不是零分；考核办法规定了替代方式，这里是把权重分摊给其他各项。",
            "caption");
    }

    private static void Distribution(ReportPage page, Assessed workers)
    {
        var scores = workers.Ranking.Ranked;
        var bins = Enumerable.Range(0, 20).Select(bin => ((5 * bin).ToString(CultureInfo.InvariantCulture), new[] { scores.Count(one => Math.Min(19, (int)(one.Score / 5)) == bin) }))
            .SkipWhile(static bin => bin.Item2[0] == 0).ToList();
        page.Heading("Grid workers: the whole field", "网格员：总体分布");
        page.Figure(
            Columns.Draw(page.Say("Scores of grid workers", "网格员得分分布"), [(SvgCanvas.Blue, page.Say("grid workers", "网格员"))], bins, page.Say("score, from … to 5 more", "得分区间（起点，宽5分）")),
            $"{Language.Count(scores.Count)} grid workers have a score; {Language.Count(workers.Ranking.Unranked.Count)} have too few values to be scored. Half of them lie between {Language.Score(Quantile(scores, 0.75), 1)} and {Language.Score(Quantile(scores, 0.25), 1)} of 100 points.",
            $"{Language.Count(scores.Count)}名网格员有得分，{Language.Count(workers.Ranking.Unranked.Count)}名因数据过少不评分。半数人的得分在{Language.Score(Quantile(scores, 0.75), 1)}至{Language.Score(Quantile(scores, 0.25), 1)}分之间（满分100）。");
    }

    // The worker in the middle of the ranking, part by part.
    private static void OneScore(ReportPage page, Assessed workers)
    {
        if (workers.Ranking.Ranked.Count == 0)
        {
            return;
        }

        var middle = workers.Ranking.Ranked[workers.Ranking.Ranked.Count / 2];
        var card = workers.Cards.Find(middle.Unit)!;
        page.Heading("How one score is made", "一个得分是怎样算出来的");
        page.Paragraph(
            $"Take the grid worker in the middle of the ranking: {Name(page, middle.Unit)}, rank {middle.Rank} with {Language.Score(card.Score, 3)} points.",
            $"以排名居中的网格员为例：{Name(page, middle.Unit)}，第{middle.Rank}名，{Language.Score(card.Score, 3)}分。");
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("Part", "项目"), page.Say("#Share of the scheme", "#占总分"), page.Say("#Counts", "#计数"), page.Say("#Rate", "#比率"), page.Say("#Value, 0–1", "#归一值"), page.Say("#Points", "#得分")],
            [
                .. card.Contributions.Select(leaf => (string[])
                [
                    page.Say(leaf.Node.Title), Language.Percent(leaf.Node.ShareOfScheme), leaf.Indicator?.Rate?.ToString() ?? "–", Language.Percent(leaf.Indicator?.Number), Language.Score(leaf.Value, 4), Language.Score(leaf.Points, 3),
                ]),
                [page.Say("Score", "得分"), Language.Percent(1), "", "", "", Language.Score(card.Score, 3)],
            ],
            lastIsSum: true);
        if (card.Contributions.Select(static leaf => (Leaf: leaf, Trace: leaf.Trace())).Where(static pair => pair.Trace.Met.Count < pair.Trace.Counted.Count).MaxBy(static pair => pair.Leaf.Node.ShareOfScheme) is { Leaf: not null } costly)
        {
            var met = costly.Trace.Met.ToHashSet(StringComparer.Ordinal);
            var missed = costly.Trace.Counted.Where(id => !met.Contains(id)).ToArray();
            page.Paragraph(
                $"What an appeal would ask first: which cases cost the points? For “{page.Say(costly.Leaf.Node.Title)}”, {Language.Count(costly.Trace.Counted.Count)} cases count, of which {Language.Count(missed.Length)} fell short: {Named(missed)}. Each is a line in cases.csv.",
                $"申诉时首先会问：分扣在哪些案件上？“{page.Say(costly.Leaf.Node.Title)}”共计{Language.Count(costly.Trace.Counted.Count)}件，其中{Language.Count(missed.Length)}件未达到：{Named(missed)}。每一件都是cases.csv中的一行。");
        }
    }

    private static void Lists(ReportPage page, Assessed workers)
    {
        var fair = workers.Ranking.Ranked.Where(ranked => workers.CasesOf(ranked.Unit) >= Assessed.FewestCases).ToArray();
        page.Heading("First and last, with caution", "前列与末位：须谨慎看待");
        page.Paragraph(
            $"Only grid workers with at least {Assessed.FewestCases} cases of their own are listed: {Language.Count(fair.Length)} of {Language.Count(workers.Ranking.Ranked.Count)}. With fewer, a single case decides the rank. "
            + $"Even here, one more late case among {Language.Count(Median(workers, fair))} costs up to about {Language.Score(workers.CostOfOneLateCase(Median(workers, fair)), 1)} points, enough to fall some {Language.Count(RanksLost(workers, fair))} places in the middle of the field. A rank is a reason to look at cases, not a verdict.",
            $"只列出自办案件不少于{Assessed.FewestCases}件的网格员：{Language.Count(workers.Ranking.Ranked.Count)}人中的{Language.Count(fair.Length)}人。件数更少时，一件案件就能决定名次。"
            + $"即便如此，在{Language.Count(Median(workers, fair))}件中多一件超期，最多约减{Language.Score(workers.CostOfOneLateCase(Median(workers, fair)), 1)}分，在中段足以后退约{Language.Count(RanksLost(workers, fair))}名。名次是查看案件的线索，不是结论。");
        using (page.Html.Open("div", "two"))
        {
            using (page.Html.Open("div"))
            {
                List(page, workers, page.Say($"The first {ListLength}", $"前{ListLength}名"), fair.Take(ListLength));
            }

            using (page.Html.Open("div"))
            {
                List(page, workers, page.Say($"The last {ListLength}", $"后{ListLength}名"), fair.TakeLast(ListLength));
            }
        }
    }

    private static void List(ReportPage page, Assessed workers, string caption, IEnumerable<RankedUnit> ranked) => ReportTable.Write(
        page.Html,
        caption,
        [page.Say("#Rank", "#名次"), page.Say("Grid", "网格"), page.Say("#Cases", "#案件"), page.Say("#Score", "#得分")],
        ranked.Select(one => (string[])[Rank(one), Name(page, one.Unit), Language.Count(workers.CasesOf(one.Unit)), Language.Score(one.Score)]));

    private static string Rank(RankedUnit ranked) => ranked.Rank.ToString(CultureInfo.InvariantCulture) + (ranked.IsTied ? "=" : "");

    private static string Name(ReportPage page, string unit) =>
        page.Result.Establishment.TryFindDepartment(unit, out var department) ? page.Say(department.Name)
        : GridGovernance.Sdk.Grids.GridCode.TryParse(unit, out var code) ? page.Names.Of(code) : unit;

    private static string Named(string[] ids) => string.Join(", ", ids.Take(MostCasesNamed)) + (ids.Length > MostCasesNamed ? " …" : "");

    private static decimal? Quantile(IReadOnlyList<RankedUnit> ranked, double from) => ranked.Count == 0 ? null : ranked[(int)((ranked.Count - 1) * from)].Score;

    private static int Median(Assessed workers, RankedUnit[] fair) =>
        fair.Length == 0 ? Assessed.FewestCases : fair.Select(one => workers.CasesOf(one.Unit)).Order().ElementAt(fair.Length / 2);

    private static int RanksLost(Assessed workers, RankedUnit[] fair)
    {
        if (fair.Length == 0)
        {
            return 0;
        }

        var middle = fair[fair.Length / 2];
        var after = middle.Score - workers.CostOfOneLateCase(Median(workers, fair));
        return fair.Count(one => one.Score < middle.Score && one.Score > after);
    }
}
