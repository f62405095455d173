using CountyQuickstart.Steps;
using Spectre.Console;

namespace CountyQuickstart.Outputs;

/// <summary>The tables that end a run on the console.</summary>
internal static class ConsoleTables
{
    internal static void Write(TextWriter output, QuickstartResult result)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(console.Profile.Width, 100);
        var language = result.Options.Language;
        console.Write(Table(
            language.Say($"{result.Model.County.Name.Zh}, first quarter of 2026 (synthetic data, seed {result.Options.Seed})", $"{result.Model.County.Name.Zh} 2026年第一季度（合成数据，种子{result.Options.Seed}）"),
            [language.Say("Tier", "等级"), "#" + language.Say("received", "受理"), "#" + language.Say("closed", "结案"), "#" + language.Say("on time", "按期"), "#" + language.Say("open", "未结"), "#" + language.Say("overdue", "超期未结"), "#" + language.Say("closure rate", "结案率"), "#" + language.Say("on-time rate", "按期结案率")],
            [.. result.Tiers.Select(tier => Row(language.Say(result.Lifecycle(tier.Code)!.Definition.Title), tier.Count)), Row(language.Say("All", "合计"), result.Total)]));
        console.Write(Table(
            language.Say("Promises kept", "承诺核验"),
            [language.Say("check", "核验"), "#" + language.Say("result", "结果")],
            [
                [language.Say("households in no cell, or in two", "漏户、重户"), Language.Count(result.Coverage.UncoveredHouseholds + result.Coverage.DoublyCoveredHouseholds)],
                [language.Say("gap or overlap between cells, m²", "漏格、重叠，m²"), Language.Score((decimal)(result.Coverage.GapSquareMetres + result.Coverage.OverlapSquareMetres), 0)],
                [language.Say("cases whose replay differs", "重放不一致的案件"), Language.Count(result.Replay.Different)],
                [language.Say("open cases without anybody responsible or a deadline", "无责任岗位或期限的未结案件"), Language.Count(result.Replay.Orphaned)],
                [language.Say($"dispatches refused, of {Language.Count(result.DispatchChecks)}", $"被拒绝的派遣（共{Language.Count(result.DispatchChecks)}次）"), Language.Count(result.Refused.Count)],
                [language.Say("escalations", "逐级督办"), Language.Count(result.Escalations)],
            ]));
        console.Write(Table(
            language.Say("Departments", "部门得分"),
            ["#" + language.Say("rank", "名次"), language.Say("department", "部门"), "#" + language.Say("cases", "案件"), "#" + language.Say("score", "得分")],
            [
                .. result.Departments.Ranking.Ranked.Select(one => (string[])
                [
                    Language.Count(one.Rank),
                    result.Establishment.TryFindDepartment(one.Unit, out var department) ? language.Say(department.Name) : one.Unit,
                    Language.Count(result.Departments.CasesOf(one.Unit)),
                    Language.Score(one.Score),
                ]),
            ]));
        output.Write(language.Say($"Open {Path.Combine(result.Options.Out, "report.html")} in a browser.\n", $"请用浏览器打开 {Path.Combine(result.Options.Out, "report.html")}。\n"));
    }

    private static string[] Row(string name, TierCount count) =>
    [
        name, Language.Count(count.Received), Language.Count(count.Closed), Language.Count(count.ClosedOnTime), Language.Count(count.Received - count.Closed),
        Language.Count(count.Overdue), Language.Percent(count.ClosureRate.Round(4)), Language.Percent(count.OnTimeRate.Round(4)),
    ];

    private static Table Table(string title, string[] headings, string[][] rows)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Simple };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading.TrimStart('#'))) { Alignment = heading.StartsWith('#') ? Justify.Right : Justify.Left, NoWrap = true });
        }

        foreach (var row in rows)
        {
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        }

        return table;
    }
}
