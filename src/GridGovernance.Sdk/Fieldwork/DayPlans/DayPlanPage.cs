using System.Globalization;
using System.Text;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Prints a worker's day as one page: at most <see cref="MostLines"/> lines of at most <see cref="MostColumns"/> columns, whatever there is to do.</summary>
public static class DayPlanPage
{
    /// <summary>How many lines a page has.</summary>
    public const int MostLines = 60;

    /// <summary>How many columns a line has; a Chinese character takes two.</summary>
    public const int MostColumns = 100;

    /// <summary>Prints a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="culture">The language: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The page; where a part is longer than its share, its last line says how many more there are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static string Print(DayPlan plan, CultureInfo? culture)
    {
        ArgumentNullException.ThrowIfNull(plan);
        string Say(string en, string zh) => new LocalizedText(en, zh).ToString(culture);
        var on = NodaTime.Text.LocalDatePattern.Iso.Format(plan.On);
        (string Title, string[] Lines)[] parts =
        [
            (Say("On duty", "值守"), [.. plan.Turns.Select(static turn => string.Create(CultureInfo.InvariantCulture, $"{turn.From:HH:mm}-{(turn.To.TimeOfDay == NodaTime.LocalTime.Midnight ? "24:00" : turn.To.ToString("HH:mm", CultureInfo.InvariantCulture))}  {turn.Shift}"))]),
            (Say("Notices to pass on", "待传达通知"), [.. plan.Notices.Select(one => Notice(one, Say))]),
            (Say("Cells still to be collected", "待采集单元格"), [.. plan.Cells.Select(static cell => cell.ToString())]),
            (Say("Patrols, inspections, meetings", "巡查、排查、会议"), [.. plan.Duties.Select(duty => Duty(duty, culture, Say))]),
            (plan.IsOnTheWay ? Say("Visits, in the order of the way", "走访（按路线）") : Say("Visits, by the day on which they are due", "走访（按到期日）"), [.. plan.Visits.Select((visit, i) => Visit(visit, i, Say))]),
        ];
        var filled = parts.Where(static part => part.Lines.Length > 0).ToArray();
        var lines = new List<string> { Say($"Plan of {plan.Worker} for {on}", $"{plan.Worker} {on} 工作计划"), "" };
        if (filled.Length == 0)
        {
            lines.Add(Say("Nothing is owed today.", "今日无应办事项。"));
        }

        // Every part has a heading and a blank line; what is left is shared out, the short parts leaving their rest to the long ones.
        var room = MostLines - lines.Count - (2 * filled.Length);
        var shares = Shares([.. filled.Select(static part => part.Lines.Length)], room);
        for (var i = 0; i < filled.Length; i++)
        {
            var (title, all) = filled[i];
            lines.Add($"{title} ({all.Length.ToString(CultureInfo.InvariantCulture)})");
            var shown = all.Length <= shares[i] ? all.Length : shares[i] - 1;
            lines.AddRange(all.Take(shown).Select(static line => "[ ] " + line));
            if (shown < all.Length)
            {
                lines.Add(Say($"    and {all.Length - shown} more", $"    另有{all.Length - shown}项"));
            }

            lines.Add("");
        }

        return string.Concat(lines.Select(static line => OneLine(line) + "\n"));
    }

    // What ids and names bring along makes no further line, and no line wider than the page: a Chinese character takes two columns.
    private static string OneLine(string line)
    {
        var kept = new StringBuilder();
        var columns = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var width = rune.Value >= 0x1100 && rune.Value != '…' ? 2 : 1;
            if (columns + width > MostColumns)
            {
                // The sign that something is missing needs a column of its own.
                while (kept.Length > 0 && columns > MostColumns - 1)
                {
                    columns -= kept[^1] >= 0x1100 ? 2 : 1;
                    kept.Length--;
                }

                return kept.Append('…').ToString();
            }

            kept.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? " " : rune.ToString());
            columns += width;
        }

        return kept.ToString();
    }

    private static int[] Shares(int[] wanted, int room)
    {
        var shares = new int[wanted.Length];
        for (var left = Math.Min(room, wanted.Sum()); left > 0; left--)
        {
            // One line at a time to whoever has least and wants more: it ends when the room does.
            var next = Enumerable.Range(0, wanted.Length).Where(i => shares[i] < wanted[i]).MinBy(i => shares[i]);
            shares[next]++;
        }

        return shares;
    }

    private static string Notice(BroadcastHandover one, Func<string, string, string> say) => one.To is { } to
        ? say($"{one.Cell}: hand it to {to}", $"{one.Cell}：传达至{to}")
        : one.Channel is null ? say($"{one.Cell}: {one.Missing.Count} households, and nobody left to reach them", $"{one.Cell}：{one.Missing.Count}户，无人可通知")
        : say($"{one.Cell}: {one.Missing.Count} households, by {one.Channel}", $"{one.Cell}：{one.Missing.Count}户，经{one.Channel}");

    private static string Duty(DayPlanDuty duty, CultureInfo? culture, Func<string, string, string> say)
    {
        var cycle = duty.Cycle;
        var left = say($"{Math.Max(0, cycle.Owed - cycle.Done)} times, {Math.Max(0, cycle.MinutesOwed - cycle.Minutes)} minutes left", $"尚余{Math.Max(0, cycle.Owed - cycle.Done)}次、{Math.Max(0, cycle.MinutesOwed - cycle.Minutes)}分钟");
        var place = duty.Duty.KeyPlace is { } key ? $" {key}" : "";
        return $"{duty.Duty.Name.ToString(culture)}{place}  {say("by", "截至")} {NodaTime.Text.LocalDatePattern.Iso.Format(cycle.To)}  {left}";
    }

    private static string Visit(DayPlanVisit visit, int i, Func<string, string, string> say)
    {
        var state = visit.State switch
        {
            VisitState.Overdue => say("OVERDUE", "逾期"),
            VisitState.Grace => say("make up", "补访"),
            VisitState.Refused => say("refused before", "曾拒访"),
            _ => say("due", "应访"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{i + 1,2}  {visit.Subject}  {visit.Category}  {visit.Cell}  {state}  {NodaTime.Text.LocalDatePattern.Iso.Format(visit.DueOn)}");
    }
}
