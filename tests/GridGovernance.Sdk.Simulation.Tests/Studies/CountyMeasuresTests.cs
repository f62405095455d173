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

    private static CountyStudyParameters With(Func<CountyRunParameters, CountyRunParameters> change) => Small with { Run = change(Small.Run) };

    private static double Of(CountyStudyParameters parameters, string measure) => Run(parameters).ValuesOf("a", measure)[0]!.Value;

    private static ExperimentResult Run(CountyStudyParameters parameters, int replications = 1) =>
        CountyScenario.Compare("a", CountyScenario.Create(SampleCounty.Model, parameters).As("a")).Run(new ExperimentOptions { Seed = 4, Replications = ReplicationRange.FirstOf(replications) });
}
