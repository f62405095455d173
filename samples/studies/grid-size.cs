#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// Urban grids of 300 households against rural grids of 200 (城区300户与农村200户)
//
// Question. X县 divides its town by 300 households a grid and its villages by 200 (《智慧新田》). One grid worker has a grid. What does the
// size of a grid do to the worker's day, and to how soon matters are found and closed?
//
// Method. The same 25,200 people (8,400 households of three) are divided into 42 grids of 200 households, 28 of 300, and 28 of 300 where the way to a place takes the
// rural time. Workers walk 5 minutes to a place in town and 25 in the country (assumed). A matter is reported by whoever notices it first:
// the worker on patrol, whose patrol covers a grid of 200 households in 30 hours on average and a larger one in proportion (assumed), or a
// resident, in 120 hours. Everything else is the sample county's, under the definitions that production runs. Four months a replication, of
// which reports of the first 14 and the last 45 days do not count; common random numbers.
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;

var model = GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model"));

var experiment = CountyScenario.Compare(
    "grid-size",
    Scenario("rural-200", grids: 3, travel: 25, patrol: 30),
    Scenario("urban-300", grids: 2, travel: 5, patrol: 45),
    Scenario("rural-300", grids: 2, travel: 25, patrol: 45));

var labels = new StudyLabels
{
    Title = new("How large a grid: 300 households in town, 200 in the country", "网格规模：城区300户与农村200户"),
    Scenarios =
    [
        new("rural-200", new("rural, 200 each", "农村，每格200户")),
        new("urban-300", new("urban, 300 each", "城区，每格300户")),
        new("rural-300", new("rural, 300 each", "农村，每格300户")),
    ],
    Measures = CountyMeasures.Pick(experiment, "worker-minutes-per-day", "worker-share", "hours-to-find", "hours-to-close", "on-time-rate", "closure-rate", "escalations-per-case"),
    Control = "rural-200",
};

return StudyProgram.Execute(args, experiment, labels, seed: 2, replications: 20);

// 14 villages of 1,800 people: 3 grids of 600 or 2 of 900.
Scenario<CountyScenario> Scenario(string code, int grids, int travel, int patrol)
{
    var standard = CountyStudyParameters.Default;
    return CountyScenario.Create(model, standard with
    {
        Shape = new CountyShape { Townships = 2, Villages = 7, Grids = grids, Cells = 18 / grids, PeoplePerCell = 100 },
        Run = standard.Run with { TravelMinutes = travel, Detection = new DetectionBehaviour { WorkerMeanHours = patrol, ResidentMeanHours = 120 } },
    }).As(code);
}
