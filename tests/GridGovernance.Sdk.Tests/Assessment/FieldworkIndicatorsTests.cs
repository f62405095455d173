using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Statistics;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class FieldworkIndicatorsTests
{
    [Fact]
    public void Columns_PoolTheCountsOfEachUnit()
    {
        FieldworkFact[] facts =
        [
            new("a") { Visits = new Rate(9, 10), Reached = new Rate(30, 31), Collected = new Rate(1, 1), Duties = new Rate(28, 30), Turns = new Rate(2, 3), Emergencies = new Rate(3, 4), Services = new Rate(4, 5), Objections = new Rate(5, 6), Findings = new Rate(6, 7) },
            new("a") { Visits = new Rate(1, 10) }, new("b") { Visits = new Rate(1, 2) }, new("elsewhere") { Visits = new Rate(0, 5) },
        ];
        var columns = FieldworkIndicators.Columns(["a", "b", "c"], facts);

        Assert.Equal(FieldworkIndicators.Indicators.Select(static one => one.Code), columns.Select(static one => one.Code));
        Assert.Equal([IndicatorValue.Of(new Rate(10, 20)), IndicatorValue.Of(new Rate(1, 2)), IndicatorValue.Of(default(Rate))], columns[0].Values);
        Assert.Equal([IndicatorValue.Of(new Rate(30, 31)), IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(new Rate(28, 30)), .. Enumerable.Range(2, 5).Select(static i => IndicatorValue.Of(new Rate(i, i + 1)))], columns.Skip(1).Select(static column => column.Values[0]));
    }

    [Fact]
    public void DutiesKept_AreTheCyclesKeptOverAll()
    {
        var duty = FieldDutyPresets.DailyPatrol(GridCode.Parse("1"), new LocalDate(2026, 1, 1));
        FieldDutyCycleState Cycle(int done) => new(duty.From, duty.From, 1, done, 0, 0);

        Assert.Equal(new Rate(2, 3), FieldworkFact.DutiesKept([new FieldDutyCompliance(duty, [Cycle(1), Cycle(0)]), new FieldDutyCompliance(duty, [Cycle(1)])]));
        Assert.False(FieldworkFact.DutiesKept([]).IsDefined);
    }

    [Fact]
    public void Facts_CountWhatIsDueAndNotWhatMayStillCome()
    {
        var (at, by, cell) = (Instant.FromUtc(2026, 1, 5, 1, 0), new Seat("commander", "1"), GridCode.Parse("1"));
        Instant In(int minutes) => at + Duration.FromMinutes(minutes);
        var emergency = EmergencyFile.Replay(
        [
            new EmergencyNoticed(EmergencyLadder.PublicHealth, "emergency", cell) { At = at, By = by },
            new EmergencyReported(EmergencyTier.Unit, EmergencyTier.County) { At = In(60), By = by },
            new EmergencyReported(EmergencyTier.County, EmergencyTier.City) { At = In(200), By = by },
        ]);
        Assert.Equal(new Rate(1, 2), FieldworkFact.EmergenciesTold([emergency], In(210)));
        Assert.Equal(new Rate(1, 3), FieldworkFact.EmergenciesTold([emergency], In(400)));

        var handed = ProxyService.Replay([new ServiceRequested("x", "p", cell, null) { At = at, By = by }, new ServiceHandedIn("s", In(60)) { At = In(1), By = by }]);
        var answered = ProxyService.Apply(handed, new ServiceAnswered(true, null) { At = In(50), By = by });
        Assert.Equal((new Rate(1, 1), new Rate(1, 2)), (FieldworkFact.ServicesAnswered([handed, answered], In(60)), FieldworkFact.ServicesAnswered([handed, answered], In(61))));

        var free = ColourLadder.Compile(ColourPresets.ThreeColourCode, out _)!.Otherwise;
        ColourEvent[] events = [new ColourGiven("p", free, free, null) { At = at, By = by }, new ColourAppealed("x") { At = In(1), By = by }, new ColourAppealAnswered(true, "x") { At = In(2), By = by }, new ColourAppealed("y") { At = In(3), By = by }];
        Assert.Equal(new Rate(1, 2), FieldworkFact.ObjectionsAnswered([ColourFile.Replay(events)]));

        var day = new LocalDate(2026, 1, 5);
        var plan = ShiftPlan.Compile(new ShiftPlanDefinition { Code = "s", From = day, Shifts = [new ShiftDefinition("day", 0, 720), new ShiftDefinition("night", 720, 720)], Crews = ["a", "b"] }, out _)!;
        Assert.Equal(new Rate(3, 4), FieldworkFact.TurnsTaken(plan, day, day.PlusDays(1), [plan.TurnsOn(day)[0]]));
    }
}
