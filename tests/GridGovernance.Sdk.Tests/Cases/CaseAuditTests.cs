using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Cases.SmallCounty;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the audits of events say, to the tick, over histories that are written by hand.</summary>
public class CaseAuditTests
{
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly Instant Due = Monday + Duration.FromHours(48);
    private static readonly ClockGameAudit Audit = new();

    [Theory]
    [InlineData(12 * 3600, 0, true)]
    [InlineData(12 * 3600, -1, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    public void APause_IsASign_FromTwelveHoursBeforeTheDeadlineToTheDeadlineItself(int secondsBefore, int ticksLater, bool sign)
    {
        var at = Due - Duration.FromSeconds(secondsBefore) + (Tick * ticksLater);
        var found = Audit.Look([.. Opened(), new ClockPaused("c", "x") { CommandId = "2", At = at, By = GridWorker.Seat }]);

        Assert.Equal(
            sign ? [new ClockGameFinding(ClockGame.PauseBeforeDue, ["case"], at, CaseMessages("Clock \"c\" of case \"case\" was paused just before it was due at 2026-01-07T01:00:00Z."))] : [],
            found.Select(one => one with { Message = CaseMessages(one.Message.ToString()) }));
    }

    [Fact]
    public void APauseOfAClockThatIsMissed_OrOfOneThatHasNotStarted_IsNoSign()
    {
        Assert.Empty(Audit.Look([.. Opened(), Missed(Due - Duration.FromHours(2)), new ClockPaused("c", "x") { CommandId = "3", At = Due - Duration.FromHours(1), By = GridWorker.Seat }]));
        Assert.Throws<ArgumentException>(() => Audit.Look([.. Opened(), new ClockPaused("d", "x") { CommandId = "3", At = Due, By = GridWorker.Seat }]));
    }

    [Theory]
    [InlineData(12 * 3600, 0, false, true)]
    [InlineData(12 * 3600, -1, false, false)]
    [InlineData(0, 0, false, true)]
    [InlineData(0, 1, false, false)]
    [InlineData(3600, 0, true, false)]
    public void AClosureJustBeforeTheDeadline_IsASign_OnceTheCaseIsReopened(int secondsBefore, int ticksLater, bool missed, bool sign)
    {
        var at = Due - Duration.FromSeconds(secondsBefore) + (Tick * ticksLater);
        CaseEvent[] closed = [.. Opened(), .. missed ? [Missed(at)] : Array.Empty<CaseEvent>(), Moved("closed", "open", at, isFinal: true), new ClockStopped("c", !missed) { CommandId = "3", At = at, By = GridWorker.Seat }];
        var later = at + Duration.FromDays(1);

        Assert.Empty(Audit.Look(closed));
        var found = Audit.Look([.. closed, Moved("open", "closed", later)]);
        Assert.Equal(sign ? [(ClockGame.CloseAndReopen, later)] : [], found.Select(one => (one.Game, one.At)));
        Assert.All(found, one => Assert.Equal($"Case \"case\" was closed at {at}, just before it was due, and had to be reopened.", one.Message.ToString()));
    }

    [Fact]
    public void AMoveWithinAnOpenCase_AndAPausedClockAtClosure_AreNoSigns()
    {
        var at = Due - Duration.FromHours(1);
        CaseEvent paused = new ClockPaused("c", "x") { CommandId = "2", At = Monday + Duration.FromHours(1), By = GridWorker.Seat };

        Assert.Empty(Audit.Look([.. Opened(), Moved("other", "open", at), Moved("open", "other", at)]));
        Assert.Empty(Audit.Look([.. Opened(), paused, Moved("closed", "open", at, isFinal: true), Moved("open", "closed", at)]));
    }

    [Theory]
    [InlineData("a b a b", "3")]
    [InlineData("a b a b a b a", "3 5")]
    [InlineData("a a a a", "2")]
    [InlineData("a b c d", "")]
    [InlineData("a b a a", "3")]
    [InlineData("a b a c a", "4")]
    public void PingPong_IsASignAtEverySecondReturnToASeatThatLedBefore(string leads, string at)
    {
        var events = Opened();
        foreach (var (lead, i) in leads.Split(' ').Select((lead, i) => (lead, i)))
        {
            events.Add(new CaseDispatched(new Seat(lead, "x"), [], "handle", []) { CommandId = $"d{i}", At = Monday + Duration.FromHours(i), By = Dispatcher.Seat });
        }

        var found = Audit.Look(events);

        Assert.Equal(at.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hour => Monday + Duration.FromHours(int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture))), found.Select(one => one.At));
        Assert.All(found, one => Assert.EndsWith("which led it before; it went to and fro 2 times.", one.Message.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Splitting_IsOneSignAGroup_ByTheTimeOfItsFirstCase_ThenById()
    {
        GridCase[] cases =
        [
            Of("z3", 5, "rubbish"), Of("z1", 5, "rubbish"), Of("z2", 5, "rubbish"),
            Of("b1", 1, "rubbish", OtherCell), Of("b3", 25, "rubbish", OtherCell), Of("b2", 2, "rubbish", OtherCell), Of("b4", 26, "rubbish", OtherCell),
            Of("a1", 5, "elderly-visit"), Of("a2", 5, "elderly-visit"), Of("a3", 6, "elderly-visit"),
            Of("x1", 5, "rubbish", by: VillageHead), Of("x2", 5, "rubbish", by: VillageHead),
        ];

        var found = Audit.LookForSplitting(cases);

        Assert.Equal(["b1 b2 b3 b4", "a1 a2 a3", "z1 z2 z3"], found.Select(one => string.Join(' ', one.Cases)));
        Assert.Equal([1, 5, 5], found.Select(one => (int)(one.At - Monday).TotalHours));
        Assert.Equal("4 cases of matter \"rubbish\" at \"511921100202001001\" were reported by \"grid-worker@511921100201001\" within a short time.", found[0].Message.ToString());
        Assert.Equal(found, Audit.LookForSplitting(cases.Reverse()));
        Assert.Equal(4, new ClockGameAudit(ClockGameSettings.Default with { Cases = 2 }).LookForSplitting(cases).Count);
    }

    [Fact]
    public void TheEarliestReportAndTheEarliestReceipt_AreNamed_OfTwoAtOnceTheFirstById()
    {
        var dispatched = new CaseDispatched(Handler.Seat, [], "handle", []) { CommandId = "d", At = Monday + Duration.FromHours(9), By = Dispatcher.Seat };
        GridCase Sent(GridCase c) => GridCase.Apply(c, dispatched with { At = c.ChangedAt });
        var petition = Of("p", 30, "rubbish", by: Dispatcher);
        GridCase[] others = [Of("d", 4, "rubbish"), Sent(Of("c", 2, "rubbish", by: VillageHead)), Of("b", 3, "rubbish"), Of("a", 3, "rubbish"), Sent(Of("e", 2, "rubbish", by: VillageHead)), Of("0", 1, "rubbish", OtherCell), Of("1", 1, "elderly-visit"), petition];
        OriginTrace Trace(params GridCase[] known) => OriginTrace.Of(petition, known, GridWorker.Seat, Duration.FromDays(30), unit => unit == "civil-affairs", null, WorkCalendar.China.Zone);

        var expected = new OriginTrace { CaseId = "p", ReportedIn = "a", ReceivedIn = "c", AskedDepartment = "civil-affairs" };
        Assert.Equal(expected, Trace(others));
        Assert.Equal(expected, Trace([.. others.Reverse()]));
        Assert.Equal(new OriginTrace { CaseId = "p" }, Trace());
        Assert.Equal("civil-affairs", OriginTrace.Of(Sent(petition), [], GridWorker.Seat, Duration.Zero, unit => unit == "civil-affairs", null, WorkCalendar.China.Zone).AskedDepartment);
        Assert.Null(OriginTrace.Of(Sent(petition), [], GridWorker.Seat, Duration.Zero, _ => false, null, WorkCalendar.China.Zone).AskedDepartment);
    }

    [Fact]
    public void AReplay_OfACaseWithNobodyOrNoDeadline_NamesWhich_AfterTheLastEventOfTheCommand()
    {
        var events = SmallCounty.Engine().Decide(null, new ReportCase("r", "c", "ordinary", "rubbish", Cell, "video"), GridWorker, Monday).EnsureAccepted();
        string[] Said(params CaseEvent[] given) => [.. new CaseReplay(Catalogue, WorkCalendar.China).Run(given).Violations.Select(violation => $"{violation.Place.Path} {violation.Message}")];

        Assert.Equal(["/events/0 Open case \"c\" must have somebody responsible in state \"\", but has nobody."], Said(events[0]));
        Assert.Equal(["/events/1 Open case \"c\" must have a next deadline in state \"reported\", but has none."], Said(events[0], events[1]));
        Assert.Equal(
            ["/events/0 Open case \"c\" must have somebody responsible in state \"\", but has nobody.", "/events/1 Open case \"c\" must have a next deadline in state \"reported\", but has none."],
            Said(events[0], events[1] with { CommandId = "other" }));
        Assert.Empty(Said([.. events]));
        var broken = new ClockPaused("none", "x") { CommandId = "p", At = Monday, By = GridWorker.Seat };
        Assert.StartsWith($"/events/{events.Count} Event \"ClockPaused\" must fit the case, but does not: ", Assert.Single(Said([.. events, broken, broken, .. events])), StringComparison.Ordinal);
    }

    private static Message CaseMessages(string text) => Message.Create("test", new LocalizedText(text, text));

    private static List<CaseEvent> Opened() =>
    [
        new CaseReported("case", Catalogue.Newest("daily")!.Key, "rubbish", Cell, "video") { CommandId = "1", At = Monday, By = GridWorker.Seat },
        Moved("open", null, Monday),
        new ClockStarted("c", new TimeLimit(2, LimitUnit.CalendarDays), CountingPolicy.CivilCode, Due, new LocalDate(2026, 1, 7)) { CommandId = "1", At = Monday, By = GridWorker.Seat },
    ];

    private static CaseMoved Moved(string to, string? from, Instant at, bool isFinal = false) =>
        new(from is null ? null : "go", from, to, isFinal, isFinal ? null : GridWorker.Seat, [], null) { CommandId = $"{at}", At = at, By = GridWorker.Seat };

    private static DeadlineMissed Missed(Instant at) => new("c", Due) { CommandId = "m", At = at, By = GridWorker.Seat };

    private static GridCase Of(string id, int hours, string matter, GridCode? place = null, CaseActor? by = null) => GridCase.Apply(null, new CaseReported(
        id, Catalogue.Newest("daily")!.Key, matter, place ?? Cell, "video") { CommandId = id, At = Monday + Duration.FromHours(hours), By = (by ?? GridWorker).Seat });
}
