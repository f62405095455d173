using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

/// <summary>Measures say what their titles say, at any load and whoever is missing.</summary>
public class CountyMeasuresTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly CountyStudyParameters Small = CountyStudyParameters.Default with
    {
        Shape = new CountyShape { Townships = 1, Villages = 3 },
        VacantPermille = 0,
        WarmUpDays = 7,
        FollowUpDays = 14,
        Run = CountyStudyParameters.Default.Run with { From = Day, To = Day.PlusDays(41), ReportsPerMillionPeople = 4_000 },
    };

    [Theory]
    [InlineData("dispatcher", 480, 200, 0)]
    [InlineData("grid-worker", 480, 200, 200)]
    [InlineData("grid-worker", 480, 1_000, 432)]
    [InlineData("grid-worker", 1, 1_000, 0)]
    public void WorkerMinutesDuties_AreTheGridWorkersAndNoMoreThanAreTakenFromCases(string post, int day, int asked, double shown) => Assert.Equal(
        shown, Of(With(run => run with { Duties = new DutyBehaviour { Post = post, DayMinutes = day, VisitMinutes = asked } }), "worker-minutes-duties"));

    [Fact]
    public void WorkerMinutesADay_AreThoseOfAPerson()
    {
        static double Mean(CountyStudyParameters parameters) => Run(parameters, 10).Summary("a", "worker-minutes-per-day").Mean!.Value;
        var shared = With(static run => run with { Desks = [.. run.Desks, new("grid-worker", 4)] });

        Assert.InRange(4 * Mean(shared) / Mean(Small), 0.9, 1.1);

        // Who is missing of four has no day either: three do the work.
        Assert.InRange(3 * Mean(shared with { VacantPermille = 250 }) / Mean(shared), 3.6, 4.4);
    }

    [Fact]
    public void Duties_OfAFewMinutes_AreFelt()
    {
        Assert.NotEqual(Of(Small, "hours-to-close"), Of(With(static run => run with { Duties = new DutyBehaviour { VisitMinutes = 4 } }), "hours-to-close"));
        Assert.NotEqual(
            Of(With(static run => run with { Duties = new DutyBehaviour { VisitMinutes = 200 } }), "hours-to-close"),
            Of(With(static run => run with { Duties = new DutyBehaviour { VisitMinutes = 201 } }), "hours-to-close"));
    }

    [Theory]
    [InlineData("2026-03-02", 14, 24, 0, 0, false)]
    [InlineData("2026-03-02", 14, 24, 0, 500, true)]
    [InlineData("2026-03-02", 14, 2_400, 0, 0, true)]
    [InlineData("2026-03-02", 14, 0, 300, 0, true)]
    [InlineData("2026-03-02", 14, 200, 300, 300, true)]
    [InlineData("2026-03-02", 14, 0, 0, 500, false)]
    [InlineData("2026-11-20", 2, 24, 90, 100, true)]
    [InlineData("2026-11-20", 2, 0, 0, 500, false)]
    public void EveryMatterOfTheCountedDays_IsACaseOrRefusedOrUnreportedOrUnfound(string from, int followUp, int worker, int resident, int vacant, bool someUnfound)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value;
        var counted = Small with { FollowUpDays = followUp, Run = Small.Run with { From = day, To = day.PlusDays(41) } };
        double Arisen(CountyStudyParameters parameters) => new[] { "cases", "reports-refused", "matters-unreported", "matters-unfound" }.Sum(measure => Of(parameters, measure));
        var sought = counted with { VacantPermille = vacant, Run = counted.Run with { Detection = new DetectionBehaviour { WorkerMeanHours = worker, ResidentMeanHours = resident } } };

        Assert.InRange(Arisen(counted), 50, 1_000);
        Assert.Equal(Arisen(counted), Arisen(sought));
        Assert.Equal(someUnfound, Of(sought, "matters-unfound") > 0);
        Assert.Equal(worker + resident == 0 && vacant > 0, Of(sought, "matters-unreported") > 0);
        Assert.Equal(followUp == 2, Of(sought, "reports-refused") > 0);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(240)]
    [InlineData(2_400)]
    public void HoursToFind_AreTheRestrictedMeanOfTheTimeThatItTakes(int mean)
    {
        var sought = Small with
        {
            Shape = Small.Shape with { PeoplePerCell = 300 },
            FollowUpDays = 20,
            Run = Small.Run with { To = Day.PlusDays(60), Detection = new DetectionBehaviour { WorkerMeanHours = mean } },
        };
        var expected = mean * (1 - Math.Exp(-20 * 24.0 / mean));

        Assert.InRange(Of(sought, "hours-to-find"), expected * 0.94, expected * 1.06);
    }

    [Theory]
    [InlineData("hours-to-close", "hours-open")]
    [InlineData("hours-to-dispatch", "hours-undispatched")]
    public void HoursOfAllCases_GrowWithTheLoad_WhereThoseOfTheDoneTurnRound(string done, string all)
    {
        static CountyStudyParameters Loaded(int reports) => With(run => run with { ReportsPerMillionPeople = reports, EscalationHelpsPermille = 0, Duties = new DutyBehaviour { VisitMinutes = 420 } });
        var (light, heavy) = (Loaded(20_000), Loaded(100_000));

        Assert.True(Of(heavy, done) < Of(light, done), $"{Of(heavy, done)} against {Of(light, done)}");
        Assert.True(Of(heavy, all) > Of(light, all), $"{Of(heavy, all)} against {Of(light, all)}");
        Assert.InRange(Of(heavy, all), 0, 14 * 24);
    }

    [Fact]
    public void HoursOfAllCases_WithoutAFollowUp_AreMissing() => Assert.Null(Run(Small with { FollowUpDays = 0 }).ValuesOf("a", "hours-open")[0]);

    private static CountyStudyParameters With(Func<CountyRunParameters, CountyRunParameters> change) => Small with { Run = change(Small.Run) };

    private static double Of(CountyStudyParameters parameters, string measure) => Run(parameters).ValuesOf("a", measure)[0]!.Value;

    private static ExperimentResult Run(CountyStudyParameters parameters, int replications = 1) =>
        CountyScenario.Compare("a", CountyScenario.Create(SampleCounty.Model, parameters).As("a")).Run(new ExperimentOptions { Seed = 4, Replications = ReplicationRange.FirstOf(replications) });
}
