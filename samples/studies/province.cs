#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// The province of 61,000 grids, 330,000 grid workers and 73,600 reports a day (浙江省6.1万个网格、33万名网格员、日报7.36万条)
//
// Question. Zhejiang has 5.41 grid workers a grid and 1.21 reports a grid and day (吴结兵). How much of a worker's day is that, and what would
// one worker a grid, as X县 and 通江县 have it, mean for the same reports?
//
// Method. The province runs in columns: an array a property of a case, the production lifecycle fired over all cases that are due in a minute,
// deadlines by the production calendar. A day's reports come at random minutes by the hours' weights, each from a random grid. A report and a later step
// that is the grid's ask for a worker when their minute has come: whoever of the grid is free first takes them, and does what he took in that order.
// One case in a hundred is made again by the full case engine, which must accept every move; it is checked
// that each such case has one responsible seat and a next deadline after every command, and is the replay of its events. Ten days a replication,
// from an empty start. Options: --days N as the first for another period, --tenth for a tenth of the province.
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Studies;

var model = GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model"));
var days = 10;
if (args is ["--days", var number, ..] && !(int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out days) && days > 0))
{
    Console.Error.WriteLine($"--days should be a number of days from 1, but is \"{number}\".");
    return 2;
}

var rest = args is ["--days", _, ..] ? args[2..] : args;
var standard = new ProvinceParameters { Days = days };
if (rest.Contains("--tenth"))
{
    standard = standard with { Grids = standard.Grids / 10, Workers = standard.Workers / 10, ReportsPerDay = standard.ReportsPerDay / 10 };
}

var study = new ProvinceStudy(model, sampleEvery: 100);
var experiment = new Experiment<ProvinceParameters>(
    "province",
    [
        study.As("as-it-is", standard),
        study.As("one-worker", standard with { Workers = standard.Grids }),
    ],
    [.. ProvinceStudy.Measures.Select(measure => measure.Code)],
    study.Run);

var labels = new StudyLabels
{
    Title = new("A province: 61,000 grids, 330,000 workers, 73,600 reports a day", "一个省：6.1万网格、33万网格员、日报7.36万条"),
    Scenarios = [new("as-it-is", new("5.41 workers a grid", "每格5.41人")), new("one-worker", new("1 worker a grid", "一格一员"))],
    Measures = ProvinceStudy.Measures,
    Control = "as-it-is",
};

return StudyProgram.Execute([.. rest.Where(arg => arg != "--tenth")], experiment, labels, seed: 8, replications: 3);
