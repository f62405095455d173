using System.Globalization;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class DayPlanTests
{
    [Fact]
    public void Page_OfADay_ListsEveryPart()
    {
        var duty = FieldDutyPresets.DailyPatrol(Cells[0], Day);
        var page = DayPlanPage.Print(
            Plan(2, 1) with
            {
                IsOnTheWay = true,
                Duties = [new DayPlanDuty(duty, new FieldDutyCycleState(Day, Day, 1, 0, 60, 20)), new DayPlanDuty(FieldDutyPresets.KeyPlaceInspection(Cells[0], "mine-1", Day), new FieldDutyCycleState(Day, Day.PlusDays(30), 1, 0, 0, 0))],
                Turns = [new ShiftTurn("night", "w", Day.At(new LocalTime(22, 0)), Day.At(new LocalTime(22, 0)).PlusHours(8))],
                Notices = [new BroadcastHandover { Cell = Cells[0], Missing = [1, 2], Channel = "telephone" }, new BroadcastHandover { Cell = Cells[0], Missing = [1], To = Worker }],
            },
            null);

        Assert.Equal(
            """
            Plan of grid-worker@111 for 2026-01-05

            On duty (1)
            [ ] 22:00-06:00  night

            Notices to pass on (2)
            [ ] 111: 2 households, by telephone
            [ ] 111: hand it to grid-worker@111

            Cells still to be collected (1)
            [ ] 111

            Patrols, inspections, meetings (2)
            [ ] Daily patrol  by 2026-01-05  1 times, 40 minutes left
            [ ] Inspection of a key place mine-1  by 2026-02-04  1 times, 0 minutes left

            Visits, in the order of the way (2)
            [ ]  1  s-0  released  111  OVERDUE  2026-01-05
            [ ]  2  s-1  released  111  make up  2026-01-06


            """.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n",
            page);
        Assert.Contains("grid-worker@111 2026-01-05 工作计划", DayPlanPage.Print(Plan(4, 1), CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
        Assert.Contains("曾拒访", DayPlanPage.Print(Plan(4, 1), CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
        Assert.Contains("Visits, by the day on which they are due (4)", DayPlanPage.Print(Plan(4, 1), null), StringComparison.Ordinal);
        Assert.Contains("1 households, and nobody left to reach them", DayPlanPage.Print(Plan(0, 0) with { Notices = [new BroadcastHandover { Cell = Cells[0], Missing = [1] }] }, null), StringComparison.Ordinal);
        Assert.Contains("00:00-24:00  day", DayPlanPage.Print(Plan(0, 0) with { Turns = [new ShiftTurn("day", "w", Day.AtMidnight(), Day.PlusDays(1).AtMidnight())] }, null), StringComparison.Ordinal);
        Assert.Contains("Nothing is owed today.", DayPlanPage.Print(Plan(0, 0), null), StringComparison.Ordinal);
    }

    [Property(MaxTest = 100)]
    public void Page_OfAnyDay_FitsOnOnePage_AndLosesNothingSilently(ushort visits, byte cells, bool wide)
    {
        var plan = Plan(visits % 2000, cells) with { };
        plan = wide ? plan with { Visits = EquatableArray.From(plan.Visits.Select(static visit => visit with { Subject = new string('x', 150) })) } : plan;
        var lines = DayPlanPage.Print(plan, null).TrimEnd('\n').Split('\n');
        var more = lines.Where(static line => line.StartsWith("    and ", StringComparison.Ordinal)).Sum(static line => int.Parse(line.Split(' ')[5], CultureInfo.InvariantCulture));

        Assert.True(lines.Length <= DayPlanPage.MostLines, $"{lines.Length} lines");
        Assert.All(lines, static line => Assert.True(line.Length <= DayPlanPage.MostColumns));
        Assert.Equal(plan.Visits.Count + plan.Cells.Count, more + lines.Count(static line => line.StartsWith("[ ] ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_OfIdsWithLineBreaksAndChinese_KeepsItsLines()
    {
        var plan = new DayPlan { Worker = Worker, On = Day, Visits = EquatableArray.From(Enumerable.Range(0, 90).Select(static i => new DayPlanVisit($"s\n{i}\r\u2028{new string('户', 60)}", "released", Cells[0], VisitState.Due, Day))) };
        var lines = DayPlanPage.Print(plan, null).TrimEnd('\n').Split('\n');

        Assert.True(lines.Length <= DayPlanPage.MostLines, $"{lines.Length} lines");
        Assert.All(lines, static line => Assert.True(line.Sum(static c => c is >= '\u1100' and not '…' ? 2 : 1) <= DayPlanPage.MostColumns));
        Assert.Contains("s 0  户", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_OnTheWay_GoFromStopToStop_WithTheOverdueFirst()
    {
        var rule = VisitPresets.ReleasedPrisoners.Rules[0];
        VisitFile File(string id, int from, string category = "released") => VisitFile.Replay([new SubjectEnrolled(new VisitSubject(id, category, Cells[0], Day.PlusDays(from)), rule with { Category = category }) { On = Day.PlusDays(from), By = Worker }]);
        var metres = new Dictionary<string, double> { ["near"] = 10, ["far"] = 300, ["old"] = 200 };
        var visits = DayPlanVisit.OnTheWay(
            [File("unknown", -1), File("far", -2), File("near", -1), File("near", 0, "correction"), File("old", -200)], Day,
            subject => metres.TryGetValue(subject.Id, out var x) ? new GeoPoint(x, 0) : null, new GeoPoint(0, 0), CoordinateSystem.Metric);

        Assert.Equal(["old", "far", "near", "near", "unknown"], visits.Select(static visit => visit.Subject));
    }

    [Fact]
    public void Visits_OfFiles_AreThoseOwed_TheOldestFirst()
    {
        var rule = VisitPresets.ReleasedPrisoners.Rules[0];
        VisitFile File(string id, int from) => VisitFile.Replay([new SubjectEnrolled(new VisitSubject(id, "released", Cells[0], Day.PlusDays(from)), rule) { On = Day.PlusDays(from), By = Worker }]);
        var visits = DayPlanVisit.Of([File("b", 0), File("a", 0), File("later", 5), File("old", -200)], Day);

        Assert.Equal([("old", VisitState.Overdue), ("a", VisitState.Due), ("b", VisitState.Due)], visits.Select(static visit => (visit.Subject, visit.State)));
    }

    private static DayPlan Plan(int visits, int cells)
    {
        VisitState[] states = [VisitState.Overdue, VisitState.Grace, VisitState.Refused, VisitState.Due];
        return new DayPlan
        {
            Worker = Worker,
            On = Day,
            Visits = EquatableArray.From(Enumerable.Range(0, visits).Select(i => new DayPlanVisit($"s-{i}", "released", Cells[0], states[i % 4], Day.PlusDays(i)))),
            Cells = EquatableArray.From(Enumerable.Range(0, cells).Select(static i => Cells[i % 4])),
        };
    }
}
