using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class EntryListDutiesTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly DutyBehaviour Following = new() { FollowsEntryList = true };
    private static readonly BurdenDefinition Burden = SampleCounty.Model.Definitions.Permissions.Burden!;

    // 97 of 168 hours a month are 277 of 480 minutes a day; by hand from entry-list.json, authority-list.json and burden.json.
    [Fact]
    public void Of_TheSample_IsTheShareOfTheDayThatItsListsTake()
    {
        string[] listed =
        [
            "information-collection", "public-opinion", "hazard-inspection", "dispute-mediation", "law-publicity", "rental-housing", "floating-population",
            "fire-safety", "work-safety", "environmental-sanitation", "elderly-care-visit", "left-behind-children", "employment-service",
        ];
        var (ofList, ofAll) = (MinutesOf(effort => listed.Contains(effort.Matter)), MinutesOf(static _ => true));

        Assert.Equal(277, ofList);
        Assert.Equal(ofList, Minutes(SampleCounty.Model, Following));
        Assert.InRange(Minutes(SampleCounty.Model, Following with { UnlistedPermille = 1_000 }), ofAll - 1, ofAll + 1);
        Assert.InRange(Minutes(SampleCounty.Model, Following with { UnlistedPermille = 250 }), ofList + ((ofAll - ofList) / 4) - 1, ofList + ((ofAll - ofList) / 4) + 1);
        Assert.Equal((ofList + 1) / 2, Minutes(SampleCounty.Model, Following with { DayMinutes = 240 }));
    }

    [Fact]
    public void Of_AnotherList_FollowsIt()
    {
        var list = SampleCounty.Model.Definitions.EntryList;
        var without = Compile(SampleCounty.Model.Definitions with { EntryList = list with { Items = EquatableArray.From(list.Items.Where(static item => !item.Matters.Contains("rental-housing"))) } });

        Assert.Equal(277 - MinutesOf(static effort => effort.Matter == "rental-housing"), Minutes(without, Following), 1.0);
        Assert.Equal(Minutes(SampleCounty.Model, Following with { UnlistedPermille = 1_000 }), Minutes(without, Following with { UnlistedPermille = 1_000 }), 1.0);
    }

    [Theory]
    [InlineData("burden/posts/grid-worker/hoursPerMonth=84", 554)]
    [InlineData("burden/efforts/dispute-mediation/timesPerMonth=5", 281)]
    public void Of_AChangedBurden_FollowsIt(string change, int minutes)
    {
        var changed = ModelChanges.Apply(SampleCounty.Model, [RuleChange.Parse(change, null)], out var report)!;

        Assert.False(report.HasErrors);
        Assert.Equal(minutes, Minutes(changed, Following));
        Assert.NotEqual(SampleCounty.Model.Hash, changed.Hash);
    }

    [Theory]
    [InlineData("delegations/code=another")]
    [InlineData("data-catalogue/code=another")]
    [InlineData("entry-procedure/code=another")]
    [InlineData("measures/code=another")]
    public void Apply_AnyFileOfPermissions_MakesAnotherModel(string change) =>
        Assert.NotEqual(SampleCounty.Model.Hash, ModelChanges.Apply(SampleCounty.Model, [RuleChange.Parse(change, null)], out _)!.Hash);

    [Fact]
    public void Apply_AFileThatTheModelHasNot_IsNamed()
    {
        var silent = Compile(SampleCounty.Model.Definitions with { Permissions = PermissionDefinitions.None, VisitPolicy = null });

        foreach (var root in (string[])["case-rules", "visit-policy", "entry-procedure", "delegations", "measures", "data-catalogue", "burden"])
        {
            Assert.Null(ModelChanges.Apply(silent, [new RuleChange(root + "/source", "x")], out var report));
            Assert.Contains($"there is no \"{root}\"", Assert.Single(report).Message.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Create_WhatTheModelDoesNotSay_IsRefused()
    {
        var silent = Compile(SampleCounty.Model.Definitions with { Permissions = SampleCounty.Model.Definitions.Permissions with { Burden = null } });
        var crushing = Compile(SampleCounty.Model.Definitions with
        {
            Permissions = SampleCounty.Model.Definitions.Permissions with { Burden = Burden with { Posts = [new PostCapacity("grid-worker", 1)] } },
        });

        Refused(silent, Following, "burden.json, which says what the matters take, but the model has none");
        Refused(SampleCounty.Model, Following with { Post = "department-handler" }, "grid-worker, village-head, cell-informant");
        Refused(crushing, Following, "at most 1440 minutes a day");
        Refused(SampleCounty.Model, Following with { UnlistedPermille = 1_001 }, "0 to 1000, but is 1001");
        Refused(SampleCounty.Model, Following with { ListedMinutes = 1 }, "but are both");
        Refused(SampleCounty.Model, Following with { UnlistedMinutes = 1 }, "but are both");
        Refused(SampleCounty.Model, new DutyBehaviour { UnlistedPermille = 1 }, "but are both");
        Assert.Contains(
            "worked out by a scenario", Assert.Throws<ArgumentException>(() => SampleCounty.Run(SampleCounty.FourWeeks with { Duties = Following })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MeasuresTheMinutesOfTheList()
    {
        var experiment = CountyScenario.Compare(
            "burden", Create(SampleCounty.Model, Following).As("list"), Create(SampleCounty.Model, Following with { UnlistedPermille = 1_000 }).As("all"), Create(SampleCounty.Model, new DutyBehaviour()).As("none"));
        var result = experiment.Run(new ExperimentOptions { Seed = 1, Replications = ReplicationRange.FirstOf(1) });

        Assert.Equal([277], result.ValuesOf("list", "worker-minutes-duties"));
        Assert.Equal([0], result.ValuesOf("none", "worker-minutes-duties"));
        Assert.True(result.ValuesOf("all", "hours-to-close")[0] > result.ValuesOf("none", "hours-to-close")[0]);
    }

    private static void Refused(GovernanceModel model, DutyBehaviour duties, string said) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => Create(model, duties)).Message, StringComparison.Ordinal);

    private static CountyScenario Create(GovernanceModel model, DutyBehaviour duties)
    {
        var run = CountyStudyParameters.Default.Run with { ReportsPerMillionPeople = 3_000, From = Day, To = Day.PlusDays(34), Duties = duties };
        return CountyScenario.Create(model, CountyStudyParameters.Default with { Shape = new CountyShape { Townships = 1, Villages = 3 }, WarmUpDays = 7, FollowUpDays = 7, Run = run });
    }

    private static int Minutes(GovernanceModel model, DutyBehaviour duties) => EntryListDuties.Of(model, duties, Day) is var lived ? lived.ListedMinutes + lived.UnlistedMinutes : 0;

    private static int MinutesOf(Func<MatterEffort, bool> isTaken) => (int)decimal.Round(Burden.Efforts.Where(isTaken).Sum(static effort => effort.TimesPerMonth * effort.MinutesEach) / 60 / 168 * 480);

    private static GovernanceModel Compile(ModelDefinitions definitions)
    {
        var model = GovernanceModel.Compile(definitions, out var report);
        report.EnsureNoErrors();
        return model!;
    }
}
