#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// Listed against unlisted matters: what the entry list saves (准入制度与网格员负担)
//
// Question. The entry list says which matters may be given to a grid; departments still bypass it. What does a grid worker's day look like
// when the list is kept, when it is bypassed now and then, and when nobody cares, and what becomes of the cases?
//
// Method. Grid workers do 20 listed matters beside cases (Zhejiang's assisted items, 吴结兵), 6 minutes a day each (assumed). Past the list come
// none, 5 or 15 matters more, 12 minutes a day each, since nobody wrote down how they are done (assumed). What they take of the working day of
// 480 minutes is not there for cases. The list itself is production's and refuses in all scenarios what it refuses: the unlisted work comes
// past the system, as it does in life. Four months a replication, common random numbers.
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;

var model = GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model"));

var experiment = CountyScenario.Compare(
    "entry-list-burden",
    Scenario("list-kept", unlisted: 0),
    Scenario("some-unlisted", unlisted: 5),
    Scenario("list-ignored", unlisted: 15));

var labels = new StudyLabels
{
    Title = new("What the entry list saves", "准入清单的减负效果"),
    Scenarios =
    [
        new("list-kept", new("list kept", "清单内20项")),
        new("some-unlisted", new("5 matters past it", "另加清单外5项")),
        new("list-ignored", new("15 matters past it", "另加清单外15项")),
    ],
    Measures = CountyMeasures.Pick(experiment, "worker-minutes-duties", "worker-minutes-per-day", "hours-to-close", "on-time-rate", "closure-rate", "escalations-per-case"),
    Control = "list-kept",
};

return StudyProgram.Run(args, experiment, labels, seed: 3, replications: 20) is null ? 2 : 0;

Scenario<CountyScenario> Scenario(string code, int unlisted)
{
    var standard = CountyStudyParameters.Default;
    var duties = new DutyBehaviour { ListedMatters = 20, MinutesPerListedMatter = 6, UnlistedMatters = unlisted, MinutesPerUnlistedMatter = 12 };
    return CountyScenario.Create(model, standard with { Run = standard.Run with { Duties = duties } }).As(code);
}
