#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// Listed against unlisted matters: what the entry list saves (准入制度与网格员负担)
//
// Question. The entry list says which matters may be given to a grid; departments still bypass it (吴结兵). What does a grid worker's day look like
// when the list is kept, when it is bypassed now and then, and when nobody cares, and what becomes of the cases?
//
// Method. What the lists give a grid worker beside cases is production's own answer: the matters that the model's entry list admits and its power-and-duty
// list lets the post handle, as often and as long as its burden.json says, out of the hours of a month that it gives a worker (BurdenAnalysis). Whatever else
// burden.json knows the lists keep from the post; of that comes nothing, a quarter (assumed) or all past them. What duties take of the working day of
// 480 minutes is not there for cases. The system itself refuses in all scenarios what the list refuses: the unlisted work comes past it, as it does in
// life. Another list, another answer: change entry-list.json or burden.json. Four months a replication, common random numbers.
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;

var model = GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model"));

var experiment = CountyScenario.Compare(
    "entry-list-burden",
    Scenario("list-kept", unlistedPermille: 0),
    Scenario("some-unlisted", unlistedPermille: 250),
    Scenario("list-ignored", unlistedPermille: 1_000));

var labels = new StudyLabels
{
    Title = new("What the entry list saves", "准入清单的减负效果"),
    Scenarios =
    [
        new("list-kept", new("the list as it stands", "按清单准入")),
        new("some-unlisted", new("and a quarter of the rest", "另加清单外四分之一")),
        new("list-ignored", new("and all the rest", "清单外事项全部下沉")),
    ],
    Measures = CountyMeasures.Pick(experiment, "worker-minutes-duties", "worker-minutes-per-day", "hours-to-close", "on-time-rate", "closure-rate", "escalations-per-case"),
    Control = "list-kept",
};

return StudyProgram.Execute(args, experiment, labels, seed: 3, replications: 20);

Scenario<CountyScenario> Scenario(string code, int unlistedPermille)
{
    var standard = CountyStudyParameters.Default;
    var duties = new DutyBehaviour { FollowsEntryList = true, UnlistedPermille = unlistedPermille };
    return CountyScenario.Create(model, standard with { Run = standard.Run with { Duties = duties } }).As(code);
}
