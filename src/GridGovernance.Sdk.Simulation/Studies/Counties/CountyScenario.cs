using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A county ready to be run again and again: the definitions that production runs, a map, and what is assumed about people.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CountyScenario
{
    private const int MostPeople = 20_000_000;
    private const int MostReports = 5_000_000;
    private readonly GovernanceModel _model;
    private readonly GridMap _map;

    // INVARIANT: the parameters, with the duties that the model's lists give in place of the wish to follow them.
    private readonly CountyStudyParameters _lived;

    private CountyScenario(GovernanceModel model, CountyStudyParameters parameters, CountyStudyParameters lived, GridMap map)
    {
        (_model, Parameters, _lived, _map) = (model, parameters, lived, map);
        Measures = CountyMeasures.Of(model, parameters.Run);
    }

    /// <summary>Gets the parameters.</summary>
    public CountyStudyParameters Parameters { get; }

    /// <summary>Gets what is measured: what every county has, and what the tiers, the sizes and the visited categories of this one are.</summary>
    public EquatableArray<StudyMeasure> Measures { get; }

    /// <summary>Makes the experiment that compares scenarios by all their measures.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scenarios">The scenarios, as <see cref="As"/> returns them.</param>
    /// <returns>The experiment.</returns>
    /// <exception cref="ArgumentException">There is no name or no scenario, or two scenarios have one code.</exception>
    public static Experiment<CountyScenario> Compare(string name, params ReadOnlySpan<Scenario<CountyScenario>> scenarios)
    {
        var all = EquatableArray.Create(scenarios);
        return new(name, all, EquatableArray.From(CountyMeasures.Of(all).Select(static measure => measure.Code)), Run);
    }

    /// <summary>Prepares a scenario.</summary>
    /// <param name="model">The definitions.</param>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shape does not fit the model's hierarchy, no report would count, or a parameter is outside its range or names what the model has not.</exception>
    public static CountyScenario Create(GovernanceModel model, CountyStudyParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        var days = Period.DaysBetween(parameters.Run.From, parameters.Run.To) + 1;
        if (parameters.WarmUpDays < 0 || parameters.FollowUpDays < 0 || parameters.WarmUpDays + parameters.FollowUpDays >= days)
        {
            throw new ArgumentException(
                $"A period of {days} days must be longer than its warm-up and follow-up, but these are {parameters.WarmUpDays} and {parameters.FollowUpDays} days.", nameof(parameters));
        }

        if (parameters.VacantPermille is < 0 or > 1_000)
        {
            throw new ArgumentException($"\"vacantPermille\" should be 0 to 1000, but is {parameters.VacantPermille}.", nameof(parameters));
        }

        CheckPeople(model, parameters, days);
        CheckScheme(model, "workerScheme", parameters.WorkerScheme, CountyStudyParameters.Default.WorkerScheme);
        CheckScheme(model, "departmentScheme", parameters.DepartmentScheme, CountyStudyParameters.Default.DepartmentScheme);
        var map = PlainCounty.Create(model.Scheme, model.County.Code.ToString(), parameters.Shape);
        var duties = parameters.Run.Duties;
        if (duties.FollowsEntryList ? duties is not { ListedMinutes: 0, UnlistedMinutes: 0 } : duties.UnlistedPermille != 0)
        {
            throw new ArgumentException(
                "Duties should follow the entry list (\"run/duties/followsEntryList\", \"unlistedPermille\") or be minutes of matters (\"listedMinutes\", \"unlistedMinutes\"), but are both.", nameof(parameters));
        }

        if (duties.UnlistedPermille is < 0 or > 1_000)
        {
            throw new ArgumentException($"\"run/duties/unlistedPermille\" should be 0 to 1000, but is {duties.UnlistedPermille}.", nameof(parameters));
        }

        var lived = parameters with { Run = parameters.Run with { Duties = EntryListDuties.Of(model, duties, parameters.Run.From) } };
        CountyRunRules.Check(model.ToCaseModel(map), model.VisitPolicy, lived.Run);
        return new CountyScenario(model, parameters, lived, map);
    }

    /// <summary>Returns the scenario as an experiment has it; its text names the model by hash and every parameter.</summary>
    /// <param name="code">The code of the scenario.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public Scenario<CountyScenario> As(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new(code, this, $"model {_model.Hash}\n{StudyJson.TextOf(Parameters)}");
    }

    /// <summary>Runs one replication: the model of an experiment.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="replication">The random numbers, and the place for the measures of <see cref="CountyMeasures"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Run(CountyScenario scenario, Replication replication)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(replication);
        var result = scenario.Run(replication);
        var (model, people) = scenario.ToCaseModel(replication);
        CountyMeasures.Record(scenario._lived, scenario._model, model, people, result, replication);
    }

    /// <summary>Runs one replication and returns all its cases.</summary>
    /// <param name="replication">The random numbers.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="replication"/> is null.</exception>
    public CountyRunResult Run(Replication replication)
    {
        ArgumentNullException.ThrowIfNull(replication);
        var (residents, (cases, people)) = (Parameters.Shape.PeoplePerCell, ToCaseModel(replication));
        return CountyRun.Execute(cases, _model.AuthorityList, _ => residents, _lived.Run, replication.Streams, _model.VisitPolicy, people, null, replication.Cancellation);
    }

    // More than a machine can hold is said before the run.
    private static void CheckPeople(GovernanceModel model, CountyStudyParameters parameters, int days)
    {
        PlainCounty.Check(model.Scheme, parameters.Shape);
        var cells = (long)parameters.Shape.GridCount * parameters.Shape.Cells;
        new ParameterRanges().Range("shape/peoplePerCell", parameters.Shape.PeoplePerCell, 1, MostPeople / cells, $", for at most {MostPeople} people in the county").Ensure(nameof(parameters));
        var people = cells * parameters.Shape.PeoplePerCell;
        new ParameterRanges()
            .Range("run/reportsPerMillionPeople", parameters.Run.ReportsPerMillionPeople, 0, MostReports * 1_000_000L / people / days, $", for at most {MostReports} reports of {people} people in {days} days")
            .Ensure(nameof(parameters));
    }

    // The default speaks of every model; whatever else is named must be there.
    private static void CheckScheme(GovernanceModel model, string path, string code, string standard)
    {
        if (code.Length > 0 && code != standard && model.Assessments.All(scheme => scheme.Code != code))
        {
            var known = string.Join(", ", model.Assessments.Select(static scheme => scheme.Code));
            throw new ArgumentException($"\"{path}\" should name an assessment scheme of the model ({known}), or none by an empty text, but names \"{code}\".", nameof(code));
        }
    }

    private (CaseModel Model, IReadOnlyDictionary<Seat, int> People) ToCaseModel(Replication replication)
    {
        var (roster, people) = SyntheticRoster.Fill(_model.Establishment, _map, Parameters.Run.From, Parameters.VacantPermille, replication.Streams.Seed, Parameters.Run.PeopleOf);
        return (_model.ToCaseModel(_map, roster), people);
    }
}
