using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Runs;

/// <summary>Visits follow the model's policy: who is owed one and by when is production's, people are simulated.</summary>
public class VisitRunTests
{
    // Enough of each category to count: 200 cells of 93 people have 186 of a group of a hundredth.
    private static readonly VisitBehaviour Many = new() { FollowsPolicy = true, Groups = [.. Categories.Select(static code => new VisitGroup(code, 10_000))] };

    private static readonly CountyRunParameters Quarter = SampleCounty.FourWeeks with { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 5, 31), ReportsPerMillionPeople = 500 };

    private static readonly CountyRunResult Plain = SampleCounty.Run(Quarter);

    private static readonly CountyRunResult Visited = SampleCounty.Run(Quarter with { Visits = Many });

    private static string[] Categories => ["mental-illness", "rehabilitation", "released", "correction", "rental"];

    [Fact]
    public void WithoutFollowingThePolicy_NobodyIsVisitedAndNothingChanges()
    {
        Assert.Empty(Plain.Visits);
        Assert.Empty(Plain.VisitMinutes);
        Assert.Equal(Plain.Cases, SampleCounty.Run(Quarter with { Visits = Many with { FollowsPolicy = false } }).Cases);
    }

    [Fact]
    public void FollowingThePolicy_TheSameMattersComeAtTheSameTimes() => Assert.Equal(
        Plain.Cases.Select(static one => (one.AroseAt, one.Case.Matter, one.Case.Place)), Visited.Cases.Select(static one => (one.AroseAt, one.Case.Matter, one.Case.Place)));

    [Fact]
    public void Groups_TheShareOfPeople_IsVisited()
    {
        Assert.Equal(Categories.Order(StringComparer.Ordinal), Visited.Visits.Select(static file => file.Subject.Category).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Visited.Visits.CountBy(static file => file.Subject.Category), static one => Assert.InRange(one.Value, 150, 220));
        Assert.Equal(Visited.Visits.Count, Visited.Visits.Select(static file => file.Subject.Id).Distinct().Count());
    }

    [Fact]
    public void EverySettledVisit_IsDueOnTheLastDayOfAMonthOfItsSubject() => Assert.All(Visited.Visits, static file =>
        Assert.All(file.Settled, one => Assert.Equal(one.DueOn, file.Cycle.LastDay(file.Cycle.PeriodOf(one.DueOn)))));

    [Fact]
    public void EveryVisit_IsMadeOnAWorkingDayAndNoneTwiceInAPeriod() => Assert.All(Visited.Visits, static file =>
    {
        Assert.All(file.Visits.Where(static day => day >= Quarter.From), static day => Assert.True(SampleCounty.Model.Calendar.IsWorkingDay(day)));
        Assert.InRange(file.Visits.Count(static day => day < Quarter.From), 0, 1);
        Assert.Empty(file.Extra);
        Assert.Equal(file.Visits.Count, file.Settled.Select(static one => one.DueOn).Distinct().Count());
    });

    [Fact]
    public void InASteadyState_AsManyVisitsAreDueEarlyAsLate()
    {
        var (early, late) = (Owed(Visited, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 30)), Owed(Visited, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30)));

        // Of the period in which the run begins, half of the visits were made before it, evenly spread as in any other.
        Assert.InRange(late.Owed, 900, 1_000);
        Assert.InRange(early.Owed, late.Owed * 95 / 100, late.Owed * 105 / 100);
        Assert.InRange(early.InTime / (double)early.Owed, 0.94, 0.985);
        Assert.InRange(late.InTime / (double)late.Owed, 0.94, 0.985);
        Assert.InRange(Visited.Visits.Count(static file => file.Visits.Any(static day => day < Quarter.From)) / (double)Visited.Visits.Count, 0.45, 0.55);
    }

    [Fact]
    public void WhereNobodyIsEverMet_EveryVisitIsMissed()
    {
        var owed = Owed(SampleCounty.Run(Quarter with { Visits = Many with { AbsentPermille = 1_000, RefusedPermille = 0 } }), Quarter.From, new LocalDate(2026, 4, 30));

        // What was made before the run is all that there is.
        Assert.Equal((owed.Owed, 0L), (owed.Missed + owed.InTime, owed.HouseholdTimes));
        Assert.InRange(owed.Missed / (double)owed.Owed, 0.7, 0.8);
    }

    [Fact]
    public void WhoRefusesAndIsAbsent_StandsInTheFile()
    {
        var attempts = Visited.Visits.Sum(static file => Made(file) + file.Refused.Count + file.Unmet.Count);

        Assert.InRange(Visited.Visits.Sum(static file => file.Refused.Count) / (double)attempts, 0.012, 0.028);
        Assert.InRange(Visited.Visits.Sum(static file => file.Unmet.Count) / (double)attempts, 0.13, 0.17);
    }

    [Fact]
    public void Visits_TakeTheirTimeFromGridWorkers()
    {
        var attempts = Visited.Visits.Sum(Made);
        var minutes = Assert.Single(Visited.VisitMinutes, static post => post.Code == "grid-worker").Weight;

        Assert.InRange(Visited.VisitMinutes.Sum(static post => post.Weight), attempts * 25, attempts * 29);
        Assert.True(minutes > Visited.VisitMinutes.Sum(static post => post.Weight) * 9 / 10);
        Assert.True(Hours(SampleCounty.Run(Quarter with { Visits = Many with { Minutes = 400 } })) > Hours(Plain));
    }

    [Fact]
    public void VisitsThatTakeNoTime_LeaveEveryCaseBitIdentical() =>
        Assert.Equal(Plain.Cases, SampleCounty.Run(Quarter with { Visits = Many with { Minutes = 0, VainMinutes = 0 } }).Cases);

    [Fact]
    public void AnotherCategory_LeavesTheVisitsOfTheFirstBitIdentical()
    {
        var noTime = Many with { Minutes = 0, VainMinutes = 0 };
        var fewer = noTime with { Groups = [.. noTime.Groups.Select(static (group, i) => i == 1 ? group with { PerMillionPeople = 0 } : group)] };

        Assert.Equal(
            SampleCounty.Run(Quarter with { Visits = noTime }).Visits.Where(static file => file.Subject.Category != "rehabilitation"),
            SampleCounty.Run(Quarter with { Visits = fewer }).Visits);
    }

    [Fact]
    public void RiskLevels_AHigherRisk_IsVisitedMoreOften()
    {
        var run = SampleCounty.Run(
            Quarter with { Visits = Many with { Groups = [new("mental-illness", 20_000, [new("level-0", 1), new("level-1", 1), new("level-4", 1)])] } },
            visits: VisitPolicy.Compile(VisitPresets.MentalIllnessCommon with { Post = "grid-worker" }, out _));
        double Mean(string risk) => run.Visits.Where(file => file.Subject.Risk == risk).Average(static file => (double)Made(file));

        Assert.InRange(Mean("level-4"), 5.5, 7);
        Assert.InRange(Mean("level-1"), 2.5, 3.3);
        Assert.InRange(Mean("level-0"), 0.8, 1.2);
    }

    [Fact]
    public void ADutyThatEnds_IsFollowedByAnother()
    {
        var run = SampleCounty.Run(Quarter with { Visits = Many }, visits: Policy(static rule => rule with { For = new TimeLimit(2, LimitUnit.Months) }));
        var owed = Owed(run, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30));

        Assert.True(run.Visits.Count(static file => file.Earlier.Count > 0) > run.Visits.Count * 8 / 10);
        Assert.InRange(owed.Owed, 850, 1_000);
    }

    [Fact]
    public void ASeatThatIsVacant_IsVisitedForByTheNextAbove()
    {
        var (model, map) = (SampleCounty.Model, SampleCounty.Map);
        var roster = SyntheticRoster.Create(model.Establishment, map, new LocalDate(2025, 1, 1), 500, 1);
        var run = CountyRun.Execute(model.ToCaseModel(map, roster), model.AuthorityList, static _ => 93, Quarter with { Visits = Many }, 1, model.VisitPolicy);

        Assert.Contains(run.VisitMinutes, static post => post.Code == "village-head");
        Assert.Contains(run.VisitMinutes, static post => post.Code == "grid-worker");
    }

    [Fact]
    public void Run_GroupsThatDoNotFitThePolicy_AreNamed()
    {
        var wrong = Many with
        {
            Groups = [new("nobody", 1), new("released", -1, [new("level-9", 1)])],
            AbsentPermille = 900,
            RefusedPermille = 200,
            AgainAfterDays = 0,
            Minutes = -1,
        };
        var message = Assert.Throws<ArgumentException>(() => SampleCounty.Run(Quarter with { Visits = wrong, Duties = new DutyBehaviour { VisitMinutes = 30 } })).Message;

        Assert.Contains("\"visits/groups\" should name a category of the visit policy (", message, StringComparison.Ordinal);
        Assert.Contains("\"visits/groups/released\" should be 0 to 1000000", message, StringComparison.Ordinal);
        Assert.Contains("\"visits/groups/released/risks\" should name a risk level of the category (there is none), but names \"level-9\"", message, StringComparison.Ordinal);
        Assert.Contains("should name the category \"rental\"", message, StringComparison.Ordinal);
        Assert.Contains("\"visits/refusedPermille\" should be 0 to 100", message, StringComparison.Ordinal);
        Assert.Contains("\"visits/againAfterDays\"", message, StringComparison.Ordinal);
        Assert.Contains("\"visits/minutes\"", message, StringComparison.Ordinal);
        Assert.Contains("\"duties/visitMinutes\" should be 0 to 0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_APolicyWithRules_ForRiskLevelsAlone_NeedsTheirWeights()
    {
        var policy = VisitPolicy.Compile(VisitPresets.MentalIllnessCommon, out _);
        var message = Assert.Throws<ArgumentException>(() => SampleCounty.Run(Quarter with { Visits = Many with { Groups = [new("mental-illness", 1)] } }, visits: policy)).Message;

        Assert.Contains("should weigh the risk levels level-0, level-1", message, StringComparison.Ordinal);
    }

    private static int Made(VisitFile file) => file.Visits.Count(static day => day >= Quarter.From);

    private static VisitPolicy Policy(Func<VisitRule, VisitRule> change)
    {
        var definition = SampleCounty.Model.VisitPolicy!.Definition;
        return VisitPolicy.Compile(definition with { Rules = [.. definition.Rules.Select(change)] }, out _)!;
    }

    private static VisitCoverage Owed(CountyRunResult run, LocalDate from, LocalDate to) => VisitCoverage.Of(run.Visits, from, to, Quarter.To);

    private static double Hours(CountyRunResult run) =>
        run.Cases.Where(static one => one.Case.ClosedAt is not null).Average(static one => (one.Case.ClosedAt!.Value - one.Case.ReportedAt).TotalHours);
}
