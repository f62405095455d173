using GridGovernance.Sdk.Calendars;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class DeadlineClocksTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;
    private static readonly DeadlineClocks Clocks = DeadlineClocks.None
        .With(DeadlineClocks.FirstResponse, DeadlineLedger.Start(new TimeLimit(2, LimitUnit.UrgentHours), CountingPolicy.CivilCode, At("2026-03-02T11:00")))
        .With(DeadlineClocks.Completion, DeadlineLedger.Start(new TimeLimit(8, LimitUnit.WorkingHours), CountingPolicy.CivilCode, At("2026-03-02T11:00")));

    [Fact]
    public void Next_BeforeAndAfterTheFirstResponse_IsTheClockThatIsDueFirst()
    {
        Assert.Equal(DeadlineClocks.FirstResponse, Clocks.Next(China)!.Code);
        var answered = Clocks.With(DeadlineClocks.FirstResponse, Clocks.Find(DeadlineClocks.FirstResponse)!.Complete(At("2026-03-02T12:00")));
        Assert.Equal(DeadlineClocks.Completion, answered.Next(China)!.Code);
        Assert.Null(DeadlineClocks.None.Next(China));
    }

    [Fact]
    public void Pause_OfAllClocks_LeavesWhatIsCompletedAndResumesTheRest()
    {
        var answered = Clocks.With(DeadlineClocks.FirstResponse, Clocks.Find(DeadlineClocks.FirstResponse)!.Complete(At("2026-03-02T12:00")));
        var paused = answered.Pause(At("2026-03-02T15:00"), "cause").Pause(At("2026-03-02T15:30"), "again");
        var resumed = paused.Resume(At("2026-03-02T16:00"));

        Assert.Empty(paused.Find(DeadlineClocks.FirstResponse)!.Pauses);
        Assert.Null(paused.Next(China));
        Assert.Equal(At("2026-03-03T15:00"), paused.Resume(At("2026-03-02T17:00")).Next(China)!.Ledger.Due(China).At);
        Assert.Equal(At("2026-03-03T12:00"), resumed.Find(DeadlineClocks.Completion)!.Due(China).At);
        Assert.Null(resumed.Find("no-such-clock"));
    }

    [Fact]
    public void Equality_OfClocksAddedInAnotherOrder_IsByValue() => Assert.Equal(
        Clocks,
        DeadlineClocks.None
            .With(DeadlineClocks.Completion, Clocks.Find(DeadlineClocks.Completion)!)
            .With(DeadlineClocks.FirstResponse, Clocks.Find(DeadlineClocks.FirstResponse)!));
}
