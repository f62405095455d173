using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class VisitProperties
{
    [Property(MaxTest = 400, Arbitrary = [typeof(VisitProperties)])]
    public void AnyHistory_DueDatesAndStates_AreTheNaiveWalks(History history) => Play(history, (file, naive, on) =>
    {
        var next = naive.Next();
        Assert.Equal(naive.IsOver ? VisitState.Ended : next?.State ?? VisitState.Done, file.StateOn(on) is VisitState.Refused ? VisitState.Due : file.StateOn(on));
        Assert.Equal(naive.IsOver ? file.DueOn : next?.Due ?? file.DueOn, file.DueOn);
        Assert.Equal(naive.Missed().Order(), file.MissedBy(on).Order());
        Assert.Equal(naive.Visits, file.Visits);
        Assert.Equal(naive.Extra, file.Extra);
        Assert.Equal(naive.Lifted, file.Lifted);
    });

    [Property(MaxTest = 400, Arbitrary = [typeof(VisitProperties)])]
    public void AnyHistory_CoverageOfAPeriod_IsExact(History history, byte from, byte length) => Play(history, (file, naive, on) =>
    {
        var first = history.From.PlusDays(from % 60);
        var last = first.PlusDays(length % 90);
        var coverage = VisitCoverage.Of([file], first, last, on);
        int Count(IEnumerable<LocalDate> days) => days.Count(day => day >= first && day <= last);

        Assert.Equal(Count(naive.InTime()), coverage.InTime);
        Assert.Equal(Count(naive.Late()), coverage.Late);
        Assert.Equal(Count(naive.Missed()), coverage.Missed);
        Assert.Equal(Count(naive.Visits), coverage.HouseholdTimes);
        Assert.Equal(Count(naive.Extra), coverage.Extra);

        // The walk knows the periods that have begun; later ones are open as well.
        if (last <= on)
        {
            Assert.Equal(Count(naive.Open()), coverage.Open);
            Assert.Equal(Count(naive.InTime().Concat(naive.Late()).Concat(naive.Missed()).Concat(naive.Open())), coverage.Owed);
        }

        Assert.Equal(Count(naive.Lifted), coverage.Lifted);
        if (last <= on)
        {
            Assert.Equal(coverage.HouseholdTimes == 0 && naive.DutyDays.Any(day => day >= first && day <= last), coverage.Unvisited.Count == 1);
        }
    });

    [Property(MaxTest = 100, Arbitrary = [typeof(VisitProperties)])]
    public void AnyHistory_TheDueList_SaysWhatTheFilesSay(History[] histories, byte days)
    {
        var on = new LocalDate(2025, 3, 1).PlusDays(days);
        var files = histories.Select((history, i) => Last(history, $"s{i}")).ToArray();
        string WorkerOf(VisitFile file) => "w" + (file.Version % 3);
        var list = VisitDueList.Create(files, WorkerOf, on);
        var running = files.Where(file => file.StateOn(on) is not (VisitState.Ahead or VisitState.Ended)).ToArray();
        var owing = running.Where(file => file.StateOn(on) is not VisitState.Done).ToArray();

        Assert.Equal(running.Length, list.Count);
        Assert.Equal(owing.Select(static file => file.Subject.Id).Order(StringComparer.Ordinal), list.OwingOn(on).Select(list.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(list.OwingOn(on), list.Workers.SelectMany(worker => list.OwingOn(worker, on)));
        foreach (var worker in list.Workers)
        {
            Assert.Equal(owing.Where(file => WorkerOf(file) == worker).Select(static file => file.Subject.Id), list.OwingOn(worker, on).Select(list.Subject));
        }

        foreach (var position in Enumerable.Range(0, list.Count))
        {
            var file = files.Single(one => one.Subject.Id == list.Subject(position));
            Assert.Equal(file.StateOn(on) is VisitState.Refused ? VisitState.Due : file.StateOn(on), list.StateOn(position, on));
            Assert.Equal(file.DueOn, list.DueOn(position));
        }

        var counts = list.CountOn(on);
        int Count(VisitState state) => Enumerable.Range(0, list.Count).Count(position => list.StateOn(position, on) == state);
        Assert.Equal(new VisitDueCounts(Count(VisitState.Done), Count(VisitState.Due), Count(VisitState.Grace), Count(VisitState.Overdue)), counts);
        Assert.Equal(owing.Length, counts.Owing);
    }

    [Property(MaxTest = 300)]
    public void DutyCycle_EveryDay_LiesInOnePeriod(ushort from, byte amount, byte unit, short offset)
    {
        LimitUnit[] units = [LimitUnit.CalendarDays, LimitUnit.Months, LimitUnit.Years];
        var cycle = new DutyCycle(new LocalDate(2020, 1, 1).PlusDays(from % 2000), new TimeLimit(1 + (amount % 40), units[unit % 3]));
        var on = cycle.From.PlusDays(offset);
        var period = cycle.PeriodOf(on);

        Assert.True(cycle.FirstDay(period) <= on && on <= cycle.LastDay(period));
        Assert.Equal(cycle.FirstDay(period + 1), cycle.LastDay(period).PlusDays(1));
        Assert.Equal(cycle.From, cycle.FirstDay(0));
        Assert.True(Period.DaysBetween(cycle.FirstDay(period), cycle.FirstDay(period + 1)) >= cycle.ShortestDays);
    }

    public static Arbitrary<History> Histories() => Arb.From(
        from one in Rule from other in Rule from third in Rule
        from day in Gen.Choose(0, 800)
        from length in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 200)))
        from acts in (
            from kind in Gen.Frequency((8, Gen.Constant(0)), (2, Gen.Constant(1)), (2, Gen.Constant(2)), (2, Gen.Constant(3)), (1, Gen.Constant(4)), (1, Gen.Constant(5)), (1, Gen.Constant(6)))
            from days in Gen.Choose(0, 25)
            from target in Gen.Choose(0, 2)
            select new Act(kind, days, target)).ListOf()
        select new History([one with { Risks = ["low"] }, other with { Risks = ["high"] }, third with { Category = "two" }], new LocalDate(2024, 1, 1).PlusDays(day), length, EquatableArray.From(acts.Take(30))));

    private static Gen<VisitRule> Rule =>
        from unit in Gen.Elements(LimitUnit.CalendarDays, LimitUnit.CalendarDays, LimitUnit.Months)
        from amount in Gen.Choose(1, unit == LimitUnit.Months ? 3 : 30)
        from grace in Gen.Choose(0, unit == LimitUnit.Months ? 27 : amount - 1)
        from more in Gen.Elements(true, false, false)
        from term in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(10, 150)))
        select new VisitRule
        {
            Category = "one",
            Every = new TimeLimit(amount, unit),
            GraceDays = grace,
            AllowsMore = more,
            For = term == 0 ? null : new TimeLimit(term, LimitUnit.CalendarDays),
        };

    private static VisitFile Last(History history, string id)
    {
        VisitFile? last = null;
        Play(history, (file, _, _) => last = file, id);
        return last!;
    }

    private static void Play(History history, Action<VisitFile, NaiveVisits, LocalDate> check, string id = "s-1")
    {
        var category = new VisitCategory { Code = "one", Name = new LocalizedText("One", "一"), Risks = ["low", "high"] };
        var policy = VisitPolicy.Compile(new VisitPolicyDefinition { Code = "p", Categories = [category, category with { Code = "two", Risks = [] }], Rules = history.Rules }, out var report);
        report.EnsureNoErrors();
        var engine = new VisitEngine(Full, policy!);
        var on = history.From;
        LocalDate? To() => history.Days == 0 ? null : on.PlusDays(history.Days);
        var naive = new NaiveVisits(on, To(), history.Rules[0]);
        var events = new List<VisitEvent>(engine.Decide(null, new EnrolSubject(new VisitSubject(id, "one", Cells[0], on, "low", To())), Worker, Noon(on)).EnsureAccepted());
        var file = VisitFile.Replay(events);
        check(file, naive, on);
        foreach (var (kind, days, target) in history.Acts)
        {
            on = on.PlusDays(days);
            naive.WalkTo(on);
            var (to, risk) = (target == 2 ? "two" : "one", target == 0 ? "low" : target == 1 ? "high" : null);
            var (isOver, isClosed) = (naive.IsOver, naive.IsOver || naive.IsReleased);
            VisitCommand command = kind switch
            {
                0 => new RecordVisit(People: days + 1),
                1 => new RecordVisit(VisitOutcome.Refused),
                2 => new RecordVisit(VisitOutcome.Absent),
                3 => new ReclassifySubject(to, risk),
                4 => new MoveSubject(Cells[target]),
                5 => new ReleaseSubject("moved away"),
                _ => new EnrolSubject(new VisitSubject(id, to, Cells[0], on, risk, To())),
            };
            var decision = engine.Decide(file, command, Commander, Noon(on));
            Assert.Equal(kind == 0 ? naive.Visit() : kind == 6 ? isOver : !isClosed, decision.IsAccepted);
            if (decision.IsAccepted && kind == 3)
            {
                naive.Reclassify(history.Rules[target], to != file.Subject.Category);
            }
            else if (decision.IsAccepted && kind == 5)
            {
                naive.Release();
            }
            else if (decision.IsAccepted && kind == 6)
            {
                naive.Return(on, To(), history.Rules[target]);
            }

            events.AddRange(decision.Events);
            file = decision.Events.Aggregate(file, VisitFile.Apply);
            Assert.Equal(file, VisitFile.Replay(events));
            check(file, naive, on);
        }

        naive.WalkTo(on.PlusDays(40));
        check(file, naive, on.PlusDays(40));
    }

    private static Instant Noon(LocalDate on) => on.At(new LocalTime(12, 0)).InZoneLeniently(Full.Calendar.Zone).ToInstant();

    public sealed record History(EquatableArray<VisitRule> Rules, LocalDate From, int Days, EquatableArray<Act> Acts);

    public sealed record Act(int Kind, int Days, int Target);
}
