using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>Each thing that a run may assume beyond its defaults moves what it should move.</summary>
public class CountyBehaviourTests
{
    private static readonly CountyRunParameters Month = SampleCounty.FourWeeks;

    private static readonly CountyRunResult Plain = SampleCounty.Run();

    [Fact]
    public void ACountyMonth_EveryCase_KeepsTheInvariantsAfterEveryCommand()
    {
        var found = CaseInvariants.Of(Plain.Cases);

        Assert.Equal(Plain.Cases.Count, found.Cases);
        Assert.True(found.Commands > 4 * found.Cases);
        Assert.True(found.AreKept, found.ToString());
    }

    [Fact]
    public void Invariants_ACaseThatIsNotTheReplayOfItsEvents_IsFound() =>
        Assert.False(CaseInvariants.Of([Plain.Cases[0] with { Events = Plain.Cases[1].Events }]).AreKept);

    [Fact]
    public void NeutralBehaviour_SaidAloud_ChangesNothing() => Assert.Equal(
        Plain.Cases,
        SampleCounty.Run(Month with { Staff = new StaffBehaviour { NoviceSlowerPercent = 50, LearningDays = 90 }, Duties = new DutyBehaviour { DayMinutes = 240 }, MonthPercents = [.. Enumerable.Repeat(100, 12)] }).Cases);

    [Fact]
    public void Season_HalfTheReportsOfAMonth_ComeInIt() =>
        Assert.InRange(SampleCounty.Run(Month with { MonthPercents = [50, 50, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100] }).Cases.Count, Plain.Cases.Count * 4 / 10, Plain.Cases.Count * 6 / 10);

    [Fact]
    public void MatterWeights_OneMatterAlone_IsWhatIsReported()
    {
        var run = SampleCounty.Run(Month with { MatterWeights = [new("fire-safety", 1_000_000)] });

        Assert.True(run.Cases.Count(static one => one.Case.Matter == "fire-safety") > run.Cases.Count / 2);
    }

    [Fact]
    public void DeskWork_OfHardCases_LagsAsThatOfOthers()
    {
        Assert.Equal(AllHard(1, isDeskWork: false), AllHard(50, isDeskWork: true));
        Assert.NotEqual(AllHard(1, isDeskWork: false), AllHard(50, isDeskWork: false));

        static EquatableArray<CaseHistory> AllHard(int factor, bool isDeskWork) => SampleCounty.Run(Month with
        {
            Tiers = [.. Month.Tiers.Select(tier => tier with { HardPermille = 1_000, HardFactor = factor })],
            Steps = [.. Month.Steps.Select(step => step with { IsDeskWork = isDeskWork })],
        }).Cases;
    }

    [Fact]
    public void Detection_SlowerWorkers_LeaveMoreToResidents()
    {
        var quick = WorkerShare(new DetectionBehaviour { WorkerMeanHours = 10, ResidentMeanHours = 100 });
        var slow = WorkerShare(new DetectionBehaviour { WorkerMeanHours = 100, ResidentMeanHours = 100 });

        Assert.InRange(quick, 0.80, 0.98);
        Assert.InRange(slow, 0.35, 0.60);
    }

    [Fact]
    public void Detection_HoursToFind_AreThoseOfWhoeverIsFirst()
    {
        var run = SampleCounty.Run(Month with { Detection = new DetectionBehaviour { WorkerMeanHours = 10, ResidentMeanHours = 40 } });

        // The first of two exponential times with means of 10 and 40 hours comes after 8; one seat in fifty is vacant.
        Assert.InRange(run.Cases.Average(static one => (one.Case.ReportedAt - one.AroseAt!.Value).TotalHours), 7.0, 10.5);
        Assert.All(Plain.Cases, static one => Assert.Equal(one.Case.ReportedAt, one.AroseAt));
    }

    [Fact]
    public void Detection_WorkersWhoAreAway_FindLaterAndLeaveMoreToResidents()
    {
        var patrols = new DetectionBehaviour { WorkerMeanHours = 10, ResidentMeanHours = 40 };
        var away = Month with { Detection = patrols, Staff = new StaffBehaviour { LeaveDays = 180 } };
        var (present, leaving) = (SampleCounty.Run(Month with { Detection = patrols }), SampleCounty.Run(away));

        // Half of the time away, in stretches of five days: what arises then is found by residents in 40 hours, or by the worker after it.
        Assert.InRange(FoundAfter(leaving), FoundAfter(present) + 6, FoundAfter(present) + 20);
        Assert.InRange(WorkerShare(away), WorkerShare(Month with { Detection = patrols }) - 0.40, WorkerShare(Month with { Detection = patrols }) - 0.15);
        Assert.All(leaving.Cases.Zip(SampleCounty.Run(away).Cases), static pair => Assert.Equal(pair.First, pair.Second));
        Assert.True(FoundAfter(SampleCounty.Run(away with { Desks = [.. Month.Desks, new("grid-worker", 3)] })) < FoundAfter(leaving) - 3);
        Assert.True(FoundAfter(SampleCounty.Run(Month with { Detection = patrols, Staff = new StaffBehaviour { TurnoverPermille = 5_000, VacancyDays = 60 } })) > FoundAfter(present) + 3);
    }

    [Fact]
    public void Reports_MoreThanOneACellAndDay_AllCome()
    {
        // 200 cells of 93 people, two working days: 0.02 reports a head and day are 744.
        var run = SampleCounty.Run(Month with { From = new LocalDate(2026, 2, 2), To = new LocalDate(2026, 2, 3), ReportsPerMillionPeople = 20_000 });

        Assert.InRange(run.Cases.Count, 690, 760);
    }

    [Fact]
    public void Staff_LeaveTurnoverAndFatigue_MakeCasesTakeLonger()
    {
        var plain = Hours(Plain);

        Assert.True(Hours(SampleCounty.Run(Month with { Staff = new StaffBehaviour { LeaveDays = 60 } })) > plain);
        Assert.True(Hours(SampleCounty.Run(Month with { Staff = new StaffBehaviour { TurnoverPermille = 3_000, VacancyDays = 10 } })) > plain);
        Assert.True(Hours(SampleCounty.Run(Month with { Staff = new StaffBehaviour { FatiguePercentPerHour = 40 } })) > plain);
        Assert.True(
            Busy(SampleCounty.Run(Month with { Staff = new StaffBehaviour { TurnoverPermille = 5_000, VacancyDays = 2, NoviceSlowerPercent = 300, LearningDays = 60 } }))
            > Busy(SampleCounty.Run(Month with { Staff = new StaffBehaviour { TurnoverPermille = 5_000, VacancyDays = 2 } })));
    }

    [Fact]
    public void Duties_MakeCasesEndLater_ButNoMoreWork()
    {
        var run = SampleCounty.Run(Month with { Duties = new DutyBehaviour { VisitMinutes = 280 } });

        Assert.True(Hours(run) > Hours(Plain) + 2);
        Assert.InRange(Busy(run), 85 * Busy(Plain) / 100, 103 * Busy(Plain) / 100);
    }

    [Fact]
    public void Steps_ThatTakeNoTimeAndGoRound_EndWithTheRun()
    {
        var run = SampleCounty.Run(Month with
        {
            To = Month.From.PlusDays(1),
            Steps = [.. Month.Steps.Select(static step => step.State switch
            {
                "handling" => step with { ServiceMinutes = 0, LagMinutes = 0, Triggers = [new("suspend", 1)] },
                "suspended" => step with { ServiceMinutes = 0, LagMinutes = 0 },
                _ => step,
            })],
        });

        Assert.Contains(run.Cases, static one => one.Events.Count > 300);
    }

    [Fact]
    public void Overload_UrgedOrNot_NobodyWorksMoreThanTheDayHas()
    {
        var calm = Overloaded(0);
        var urged = Overloaded(1_000);
        var workers = SampleCounty.Map.UnitsAt(SampleCounty.Model.Establishment.Posts.Single(static post => post.Code == "grid-worker").Level).Count;
        var day = SampleCounty.Model.Calendar.WorkingTimeBetween(calm.Until - Duration.FromDays(28), calm.Until).Length.TotalMinutes;

        Assert.InRange(Minutes(calm), 0.9 * day * workers, 1.2 * day * workers);
        Assert.InRange(Minutes(urged), 0.9 * day * workers, 1.2 * day * workers);
        Assert.InRange(Closed(urged), 0.8 * Closed(calm), 1.15 * Closed(calm));

        // Only what is serious is worked on at night.
        static CountyRunResult Overloaded(int permille) => SampleCounty.Run(Month with { ReportsPerMillionPeople = 100_000, EscalationHelpsPermille = permille });
        static int Minutes(CountyRunResult run) => run.BusyMinutes.Single(static one => one.Code == "grid-worker").Weight;
        static int Closed(CountyRunResult run) => run.Cases.Count(static one => !one.Case.IsOpen);
    }

    [Fact]
    public void Misdispatch_ToAnotherDepartment_DoesNotKeepTheRightOneFromItsMatters()
    {
        var run = SampleCounty.Run(Month with { MisdispatchPermille = 300, MatterWeights = [new("street-order", 1_000_000)] });
        var leads = run.Cases.Where(static one => one.Case.Matter == "street-order").SelectMany(static one => one.Events.OfType<CaseDispatched>()).Select(static one => one.Lead.ToString()).ToArray();

        Assert.True(leads.Length > 100);
        Assert.All(leads, static lead => Assert.Equal("department-handler@urban-management", lead));
    }

    [Fact]
    public void Misdispatch_EveryRefusal_CostsAnotherGo()
    {
        var always = SampleCounty.Run(Month with { MisdispatchPermille = 1_000 });
        var never = SampleCounty.Run(Month with { MisdispatchPermille = 0 });

        Assert.True(HoursToDispatch(always) > HoursToDispatch(never) + 1, $"{HoursToDispatch(always)} against {HoursToDispatch(never)}");
        Assert.True(Busy(always) > Busy(never));
        Assert.Equal(never.Cases.Select(static one => (one.Case.Id, one.Case.ReportedAt)), always.Cases.Select(static one => (one.Case.Id, one.Case.ReportedAt)));
    }

    [Fact]
    public void Duties_ACampaign_CountsOnItsDaysAlone()
    {
        var duties = new DutyBehaviour { Campaigns = [new(new LocalDate(2026, 2, 2), new LocalDate(2026, 2, 3), 240)] };

        Assert.Equal([10, 20, 20, 10], Enumerable.Range(1, 4).Select(day => duties.Stretched(Duration.FromMinutes(10), new LocalDate(2026, 2, day)).TotalMinutes));
    }

    [Theory]
    [InlineData(0, 476_000, 0)]
    [InlineData(4, 480_000, 4)]
    [InlineData(120, 634_666, 120)]
    [InlineData(10_000, 4_760_000, 432)]
    public void Duties_ByTheMinute_StretchAServiceAsTheyShortenTheDay(int minutes, int seconds, int taken)
    {
        var (duties, day) = (new DutyBehaviour { VisitMinutes = minutes }, new LocalDate(2026, 2, 2));

        Assert.Equal(seconds, duties.Stretched(Duration.FromSeconds(476_000), day).TotalSeconds);
        Assert.Equal(taken, duties.MinutesOn(day));
    }

    [Fact]
    public void TravelAndSizes_MakeMoreWork()
    {
        Assert.True(Hours(SampleCounty.Run(Month with { TravelMinutes = 120 })) > Hours(Plain));
        var sized = SampleCounty.Run(Month with { Sizes = [new(CaseSize.Small, 1, 100), new(CaseSize.Hard, 1, 400)] });
        Assert.True(Busy(sized) > Busy(Plain));
    }

    [Fact]
    public void DepartmentDesks_OnePersonForAll_MakesCasesWait() => Assert.True(
        Hours(SampleCounty.Run(Month with { DepartmentDesks = [.. SampleCounty.Model.Establishment.Departments.Select(static one => new WeightedCode(one.Code, 1))] })) >= Hours(Plain));

    [Fact]
    public void Run_AYearOfElevenMonths_Throws() => Assert.Throws<ArgumentException>(() => SampleCounty.Run(Month with { MonthPercents = [.. Enumerable.Repeat(100, 11)] }));

    private static double FoundAfter(CountyRunResult run) => run.Cases.Average(static one => (one.Case.ReportedAt - one.AroseAt!.Value).TotalHours);

    private static double WorkerShare(DetectionBehaviour detection) => WorkerShare(Month with { Detection = detection });

    private static double WorkerShare(CountyRunParameters parameters)
    {
        var run = SampleCounty.Run(parameters);
        return run.Cases.Count(static one => one.Case.Channel == Month.WorkerChannel) / (double)run.Cases.Count;
    }

    private static double Hours(CountyRunResult run) =>
        run.Cases.Where(static one => one.Case.ClosedAt is not null).Average(static one => (one.Case.ClosedAt!.Value - one.Case.ReportedAt).TotalHours);

    private static double HoursToDispatch(CountyRunResult run) =>
        run.Cases.SelectMany(static one => one.Events.OfType<CaseDispatched>().Take(1).Select(e => (e.At - one.Case.ReportedAt).TotalHours)).Average();

    private static int Busy(CountyRunResult run) => Assert.Single(run.BusyMinutes, static post => post.Code == "grid-worker").Weight;
}
