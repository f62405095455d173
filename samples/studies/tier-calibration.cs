#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// X县's closure rates, calibrated: 97.39, 80.85 and 100 % by tier (三级办结率的校准)
//
// Question. X县 closed 97.39 % of its daily matters, 80.85 % of its ordinary and all of its serious ones, and 99.6 % of all 84,000 together. Which
// share of hard matters gives the tiers' rates under the definitions that production runs, and what would 99.6 % need?
//
// Method. A county with a tenth of X县's 917 grids. A hard matter waits 60 times as long for materials and other people in the daily
// tier, 30 times in the ordinary one with its longer lags (assumed); the share of hard matters in
// the daily and the ordinary tier is what is fitted, by bisection: the rate falls as the share grows, and common random numbers make it fall
// in every single replication, so that bisection cannot be misled by luck. Serious matters are given the share 0. The rate is that of the
// articles: closed by the end, of all that were reported, here in a quarter without its last week: over the articles' three years, what
// is in hand on the last day is nothing. The fit is then checked on other replications than those that it was made on.
using GridGovernance.Sdk;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Studies;
using NodaTime;

const double Daily = 0.9739, Ordinary = 0.8085, All = 83_700.0 / 84_000;
var model = GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model"));
var standard = CountyStudyParameters.Default with
{
    Shape = new CountyShape { Townships = 3, Villages = 6, Grids = 5, Cells = 5, PeoplePerCell = 93 },
    Run = CountyStudyParameters.Default.Run with { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 5, 31) },
    WarmUpDays = 0,
    FollowUpDays = 7,
};

// Fit on replications of a seed of their own.
var steps = args.Contains("--quick") ? 2 : 8;
var fitting = new ExperimentOptions { Seed = 7_000, Replications = ReplicationRange.FirstOf(args.Contains("--quick") ? 1 : 4) };
var (daily, ordinary) = ((0, 1_000), (0, 1_000));
for (var step = 0; step < steps; step++)
{
    var result = Experiment([("fit", Middle(daily), Middle(ordinary))]).Run(fitting);
    daily = Narrowed(daily, result.Summary("fit", "closure-rate-daily").Mean > Daily);
    ordinary = Narrowed(ordinary, result.Summary("fit", "closure-rate-ordinary").Mean > Ordinary);
}

Console.WriteLine($"hard matters, fitted: {Middle(daily)} ‰ of the daily tier, {Middle(ordinary)} ‰ of the ordinary tier");

// What 99.6 % would need: with these rates by tier, no mixture without nearly only serious matters; or nothing hard at all.
Console.WriteLine($"with 97.39 % of daily and 100 % of serious matters, {All:P2} of all needs {(All - Daily) / (1 - Daily):P1} of them to be serious, and none ordinary");

var experiment = Experiment([("fitted", Middle(daily), Middle(ordinary)), ("half-as-hard", Middle(daily) / 2, Middle(ordinary) / 2), ("nothing-hard", 0, 0)]);
var labels = new StudyLabels
{
    Title = new("X county's closure rates by tier: 97.39, 80.85, 100 %", "X县三级办结率：97.39、80.85、100%"),
    Scenarios = [new("fitted", new("as fitted", "校准值")), new("half-as-hard", new("half as many hard", "难案减半")), new("nothing-hard", new("nothing hard", "无难案"))],
    Measures = CountyMeasures.Pick(experiment, "closure-rate-daily", "closure-rate-ordinary", "closure-rate-serious", "closure-rate", "on-time-rate", "hours-to-close"),
    Control = "fitted",
};

return StudyProgram.Execute([.. args.Where(arg => arg != "--quick")], experiment, labels, seed: 7, replications: 20);

Experiment<CountyScenario> Experiment((string Code, int Daily, int Ordinary)[] scenarios) => CountyScenario.Compare(
    "tier-calibration",
    [.. scenarios.Select(one => CountyScenario.Create(model, standard with
    {
        Run = standard.Run with
        {
            Tiers =
            [
                standard.Run.Tiers[0] with { HardPermille = one.Daily, HardFactor = 60 },
                standard.Run.Tiers[1] with { HardPermille = one.Ordinary },
                standard.Run.Tiers[2] with { HardPermille = 0 },
            ],
        },
    }).As(one.Code))]);

// The shares, in thousandths, between which the fitted one lies; a rate above its aim allows more hard matters.
static int Middle((int Low, int High) bracket) => (bracket.Low + bracket.High) / 2;

static (int Low, int High) Narrowed((int Low, int High) bracket, bool isAbove) => isAbove ? (Middle(bracket), bracket.High) : (bracket.Low, Middle(bracket));
