using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.TestKit;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

public sealed class EmergencyTests
{
    private static readonly EmergencyEngine Engine = new(Full);

    [Fact]
    public void Presets_AreSoundAndCiteTheirArticles()
    {
        Assert.All(EmergencyLadder.Presets, static ladder => Assert.Empty(ladder.Check()));
        Assert.Equal([null, 60, 120, 120, 120], EmergencyLadder.WorkAccident.Steps.Select(static step => step.WithinMinutes));
        Assert.Equal([120, 120, 120, 60], EmergencyLadder.PublicHealth.Steps.Select(static step => step.WithinMinutes!.Value));
        Assert.Equal([EmergencyTier.State, EmergencyTier.State, EmergencyTier.Province, EmergencyTier.City], EmergencyLadder.WorkAccident.Grades.Select(static grade => grade.Top));
        Assert.Equal((30, 7, null), (EmergencyLadder.WorkAccident.SupplementDays, EmergencyLadder.RoadOrFireAccident.SupplementDays, EmergencyLadder.PublicHealth.SupplementDays));
        Assert.Contains("第九条", EmergencyLadder.WorkAccident.Steps[1].Source.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AFaultyLadder_NamesEverything()
    {
        var step = EmergencyLadder.WorkAccident.Steps[0];
        var faulty = EmergencyLadder.WorkAccident with
        {
            Code = "X",
            Steps = [step with { WithinMinutes = 0 }, step with { From = EmergencyTier.City, To = EmergencyTier.Province }, step with { From = EmergencyTier.Province, To = EmergencyTier.City }],
            Grades = [new EmergencyGrade("a", new LocalizedText("A", "甲"), EmergencyTier.State), new EmergencyGrade("a", new LocalizedText("A", "甲"), EmergencyTier.City)],
        };

        Assert.Equal(
            ["/code", "/grades/1/code", "/steps/0", "/steps/1", "/steps/2", "/grades/0/top"], faulty.Check().Select(static finding => finding.Place.Path));
        Assert.Equal(["fieldwork.no-steps", "fieldwork.grade-unreached", "fieldwork.grade-unreached"], Codes((EmergencyLadder.WorkAccident with { Steps = [], Grades = [faulty.Grades[0], faulty.Grades[1] with { Code = "b" }] }).Check()));
    }

    [Fact]
    public void ALargerAccident_GoesUpToTheProvince_EachStepByItsOwnLimit()
    {
        var file = Noticed("larger");
        Assert.Equal([EmergencyTier.Unit, EmergencyTier.County, EmergencyTier.City, EmergencyTier.Province], file.StepsAt(Monday).Select(static step => step.Step.To));
        Assert.Null(file.NextDeadline());
        file = Tell(file, EmergencyTier.Site, EmergencyTier.Unit, 5);
        Assert.Equal(At(65), file.NextDeadline());
        file = Tell(file, EmergencyTier.Unit, EmergencyTier.County, 65);
        Assert.Equal(At(185), file.NextDeadline());
        file = Tell(file, EmergencyTier.County, EmergencyTier.City, 186);

        var steps = file.StepsAt(At(186));
        Assert.Equal([false, false, true, false], steps.Select(static step => step.IsLate));
        Assert.Equal([false, false, false, true], steps.Select(static step => step.IsOpen));
        Assert.Equal((At(186), At(306), null), (steps[3].KnownAt, steps[3].DueAt, steps[3].ToldAt));
        Assert.False(file.StepsAt(At(306))[3].IsLate);
        Assert.True(file.StepsAt(At(306) + Duration.FromTicks(1))[3].IsLate);
        Assert.False(file.StepsAt(At(100))[3].IsOpen);
    }

    [Fact]
    public void SkippingATier_TellsThoseInBetween()
    {
        var file = Tell(Noticed("extraordinary"), EmergencyTier.Site, EmergencyTier.Province, 10);

        Assert.All(file.StepsAt(At(10)).Take(4), static step => Assert.Equal(At(10), step.ToldAt));
        Assert.Equal(At(130), file.NextDeadline());
        Assert.Empty(Engine.Decide(file, new ReportEmergency(EmergencyTier.Unit, EmergencyTier.City), Worker, At(11)).EnsureAccepted());
    }

    [Fact]
    public void Decide_RefusesWhatCannotBe()
    {
        var file = Noticed("ordinary");
        Assert.Equal(["fieldwork.noticed-before"], Codes(Engine.Decide(file, new NoticeEmergency(EmergencyLadder.WorkAccident, "ordinary", Cells[0]), Worker, At(1))));
        Assert.Equal(["fieldwork.unknown-place", "fieldwork.unknown-grade"], Codes(Engine.Decide(null, new NoticeEmergency(EmergencyLadder.WorkAccident, "x", GridCode.Parse("9")), Worker, At(1))));
        Assert.Equal(["fieldwork.unknown-seat", "fieldwork.time-runs-backward", "fieldwork.not-upward"], Codes(Engine.Decide(file, new ReportEmergency(EmergencyTier.City, EmergencyTier.City), Seat.Parse("x@1"), At(-1))));
        Assert.Equal(["fieldwork.teller-unaware"], Codes(Engine.Decide(file, new ReportEmergency(EmergencyTier.County, EmergencyTier.City), Commander, At(1))));
        Assert.Equal(["fieldwork.unknown-grade"], Codes(Engine.Decide(file, new RegradeEmergency("x"), Worker, At(1))));
        Assert.Empty(Engine.Decide(file, new RegradeEmergency("ordinary"), Worker, At(1)).EnsureAccepted());
        Assert.Throws<ArgumentException>(() => Engine.Decide(null, new ControlEmergency(), Worker, At(1)));
    }

    // S4-15: cell 116 of 涪阳镇 reports a slope, leads the people away, and half an hour later it slides.
    [Fact]
    public void TheSlideOfFuyang_IsControlledHalfAnHourBeforeItStrikes()
    {
        var file = Noticed("ordinary");
        file = Apply(file, new ControlEmergency(), 20);
        file = Apply(file, new StrikeEmergency(), 50);
        file = Apply(file, new ChangeEmergency("nobody hurt"), 55);

        Assert.Equal((Duration.FromMinutes(20), Duration.FromMinutes(30)), (file.ControlledAfter, file.StruckAt - file.ControlledAt));
        Assert.Empty(Engine.Decide(file, new ControlEmergency(), Worker, At(60)).EnsureAccepted());
        Assert.Empty(Engine.Decide(file, new StrikeEmergency(), Worker, At(60)).EnsureAccepted());
        Assert.Equal(("nobody hurt", false), (file.Changes[0].Note, file.Changes[0].IsLate));
        Assert.Null(Noticed("ordinary").ControlledAfter);
    }

    // The day of the notice is not counted, the last one runs to its end, and a rest day is no last day (民法典 201, 203).
    [Theory]
    [InlineData("2026-01-05T00:30", "2026-01-13T00:00")]
    [InlineData("2026-01-05T23:59", "2026-01-13T00:00")]
    [InlineData("2026-09-24T10:00", "2026-10-09T00:00")]
    [InlineData("2099-01-05T10:00", "2099-01-13T00:00")]
    public void Changes_AreReportedWithinWholeDays(string noticed, string until)
    {
        static Instant At(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InZoneLeniently(Full.Calendar.Zone).ToInstant();
        var file = EmergencyFile.Replay(Engine.Decide(null, new NoticeEmergency(EmergencyLadder.RoadOrFireAccident, "ordinary", Cells[0]), Worker, At(noticed)).EnsureAccepted());
        EmergencyChanged Change(Duration after) => Assert.IsType<EmergencyChanged>(Assert.Single(Engine.Decide(file, new ChangeEmergency("one more"), Worker, At(until) + after).EnsureAccepted()));

        Assert.Equal(At(until), file.SupplementUntil);
        Assert.Equal((false, true), (Change(Duration.Zero).IsLate, Change(Duration.FromTicks(1)).IsLate));
        Assert.Equal(["fieldwork.change-unexplained"], Codes(Engine.Decide(file, new ChangeEmergency(" "), Worker, At(until))));
    }

    [Fact]
    public void AGraverGrade_MakesNobodyLateInRetrospect()
    {
        var file = Tell(Tell(Noticed("ordinary"), EmergencyTier.Site, EmergencyTier.County, 30), EmergencyTier.County, EmergencyTier.City, 100);
        var graver = Apply(file, new RegradeEmergency("larger"), 600);

        Assert.Equal(At(720), graver.NextDeadline());
        Assert.False(graver.StepsAt(At(720))[^1].IsLate);
        Assert.True(graver.StepsAt(At(720) + Duration.FromTicks(1))[^1].IsLate);
        Assert.Equal((EmergencyTier.City, EmergencyTier.Province), (graver.StepsAt(At(599))[^1].Step.To, graver.StepsAt(At(600))[^1].Step.To));
        Assert.Equal(["ordinary", "larger"], graver.Gradings.Select(static grading => grading.Grade));
        Assert.Throws<ArgumentOutOfRangeException>(() => graver.StepsAt(At(-1)));
    }

    [Fact]
    public void AReport_AsksListsRosterAndPlace()
    {
        var asked = new List<(Seat, string, string)>();
        var listed = new EmergencyEngine(Model(Seats, new Asking(asked)));
        var file = EmergencyFile.Replay(listed.Decide(null, new NoticeEmergency(EmergencyLadder.WorkAccident with { Matter = "accident" }, "grave", Cells[0]), OtherWorker, Monday).EnsureAccepted());
        Assert.Empty(asked);
        Assert.Equal(["test.not-listed"], Codes(listed.Decide(file, new ReportEmergency(EmergencyTier.Site, EmergencyTier.Unit), Worker, At(1))));
        Assert.Equal([(Worker, EmergencyEngine.Report, "accident")], asked);

        Assert.Equal(["fieldwork.not-your-grid"], Codes(Engine.Decide(file, new ReportEmergency(EmergencyTier.Site, EmergencyTier.Unit), OtherWorker, At(1))));
        var vacant = new EmergencyEngine(Model([Commander]));
        Assert.Equal(["fieldwork.seat-vacant"], Codes(vacant.Decide(null, new NoticeEmergency(EmergencyLadder.WorkAccident, "grave", Cells[0]), Worker, At(1))));
        Assert.Equal(["fieldwork.seat-vacant"], Codes(vacant.Decide(file, new ControlEmergency(), Worker, At(1))));

        var county = Tell(file, EmergencyTier.Site, EmergencyTier.County, 1);
        Assert.Equal(["fieldwork.not-your-tier"], Codes(Engine.Decide(county, new ReportEmergency(EmergencyTier.County, EmergencyTier.City), Worker, At(2))));
        Assert.True(Engine.Decide(county, new ReportEmergency(EmergencyTier.County, EmergencyTier.City), Handler, At(2)).IsAccepted);
        Assert.Equal(["fieldwork.no-steps", "fieldwork.grade-unreached"], Codes(Engine.Decide(null, new NoticeEmergency(EmergencyLadder.PublicHealth with { Steps = [] }, "emergency", Cells[0]), Worker, At(1))));
    }

    [Fact]
    public void Replay_EventsOutOfPlace_AreCallersMistakes()
    {
        EmergencyEvent noticed = new EmergencyNoticed(EmergencyLadder.WorkAccident, "grave", Cells[0]) { At = Monday, By = Worker };
        EmergencyEvent controlled = new EmergencyControlled { At = Monday, By = Worker };
        EmergencyEvent[][] faulty =
        [
            [], [controlled], [noticed, noticed], [noticed, new EmergencyControlled { At = At(-1), By = Worker }], [noticed, new EmergencyRegraded("x") { At = Monday, By = Worker }],
            [new EmergencyNoticed(EmergencyLadder.WorkAccident, "x", Cells[0]) { At = Monday, By = Worker }],
        ];

        Assert.All(faulty, static events => Assert.Throws<ArgumentException>(() => EmergencyFile.Replay(events)));
        Assert.Equal((2, Monday), (EmergencyFile.Replay([noticed, controlled]).Version, EmergencyFile.Replay([noticed, controlled]).ChangedAt));
    }

    // The naive model: minutes on which tiers were told, read from the list of reports.
    [Property(MaxTest = 300, Arbitrary = [typeof(EmergencyTests)])]
    public void AnyHistory_EachStep_IsToldWhenTheTierOrOneAboveWas((int Ladder, (int From, int To, int Minutes)[] Acts) history)
    {
        var ladder = EmergencyLadder.Presets[history.Ladder];
        var file = EmergencyFile.Replay(Engine.Decide(null, new NoticeEmergency(ladder, ladder.Grades[0].Code, Cells[0]), Worker, Monday).EnsureAccepted());
        var told = new List<(EmergencyTier Tier, Instant At)> { (ladder.Steps[0].From, Monday) };
        var at = Monday;
        var grades = new List<(int Grade, Instant At)> { (0, Monday) };
        foreach (var (from, to, minutes) in history.Acts)
        {
            at += Duration.FromMinutes(minutes);
            if (from == to)
            {
                // As good as a report to oneself: another grade instead.
                grades.Add((from % ladder.Grades.Count, at));
                file = Engine.Decide(file, new RegradeEmergency(ladder.Grades[from % ladder.Grades.Count].Code), Commander, at).EnsureAccepted().Aggregate(file, EmergencyFile.Apply);
                continue;
            }

            var isKnown = told.Any(one => one.Tier >= (EmergencyTier)from);
            var decision = Engine.Decide(file, new ReportEmergency((EmergencyTier)from, (EmergencyTier)to), Commander, at);
            Assert.Equal(isKnown && to > from, decision.IsAccepted);
            file = decision.Events.Aggregate(file, EmergencyFile.Apply);
            if (decision.IsAccepted)
            {
                told.Add(((EmergencyTier)to, at));
            }
        }

        at += Duration.FromMinutes(90);
        Assert.Equal(ladder.Steps.Where(step => step.To <= ladder.Grades[grades[^1].Grade].Top), file.StepsAt(at).Select(static step => step.Step));
        foreach (var step in file.StepsAt(at))
        {
            // Since when the grade asks for the step: after the last grade that did not.
            var since = grades.Skip(grades.FindLastIndex(one => ladder.Grades[one.Grade].Top < step.Step.To) + 1).First().At;
            Instant? When(EmergencyTier tier) => told.Where(one => one.Tier >= tier).Select(static one => (Instant?)one.At).Min();
            var due = (When(step.Step.From) is { } known && known > since ? known : When(step.Step.From) is null ? (Instant?)null : since) + Duration.FromMinutes(step.Step.WithinMinutes ?? 0);

            Assert.Equal(When(step.Step.From), step.KnownAt);
            Assert.Equal(When(step.Step.To), step.ToldAt);
            Assert.Equal(step.Step.WithinMinutes is null ? null : due, step.DueAt);
            Assert.Equal(step.DueAt is not null && (When(step.Step.To) ?? at) > due, step.IsLate);
        }
    }

    public static Arbitrary<(int, (int, int, int)[])> Histories() => Arb.From(
        from ladder in Gen.Choose(0, EmergencyLadder.Presets.Count - 1)
        from acts in (from a in Gen.Choose(0, 5) from b in Gen.Choose(0, 5) from minutes in Gen.Choose(0, 100) select (a, b, minutes)).ListOf()
        select (ladder, acts.Take(12).ToArray()));

    private static EmergencyFile Noticed(string grade) =>
        EmergencyFile.Replay(Engine.Decide(null, new NoticeEmergency(EmergencyLadder.WorkAccident, grade, Cells[0]), Worker, Monday).EnsureAccepted());

    private static EmergencyFile Tell(EmergencyFile file, EmergencyTier from, EmergencyTier to, int minutes) =>
        Engine.Decide(file, new ReportEmergency(from, to), Commander, At(minutes)).EnsureAccepted().Aggregate(file, EmergencyFile.Apply);

    private static EmergencyFile Apply(EmergencyFile file, EmergencyCommand command, int minutes) =>
        Engine.Decide(file, command, Worker, At(minutes)).EnsureAccepted().Aggregate(file, EmergencyFile.Apply);

    private sealed class Asking(List<(Seat, string, string)> asked) : ICaseLists
    {
        public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at) => default;

        public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at)
        {
            asked.Add((seat, action, matter));
            return new ListAnswer([], [new Refusal(RefusalKind.OutsideListOrTime, Message.Create("test.not-listed", new LocalizedText("No.", "否。")))]);
        }
    }
}
