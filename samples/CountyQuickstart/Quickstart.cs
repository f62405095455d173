using CountyQuickstart.Outputs;
using CountyQuickstart.Report;
using CountyQuickstart.Steps;
using GridGovernance.Sdk;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange.Diagrams;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace CountyQuickstart;

/// <summary>The run from end to end: load the model, build the county, audit it, run a quarter of cases, check them, score, and write everything down.</summary>
internal static class Quickstart
{
    private const int VacantPermille = 10;
    private const string WorkerDay = "worker-day.txt";

    private static readonly LocalDate From = new(2026, 1, 1);
    private static readonly LocalDate To = new(2026, 3, 31);

    /// <summary>Runs everything.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="output">Takes the tables.</param>
    /// <param name="error">Takes the progress.</param>
    /// <param name="stop">Ends the run early; nothing is then written.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static int Run(QuickstartOptions options, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        StagedFolder.EnsureUsable(options.Out);
        var outline = CountyOutline.Read(options);
        var model = LoadModel(options);
        if (outline is not null && model.County.AreaSquareKilometres is { } stated && CountyOutline.DiffersFrom(outline, stated))
        {
            error.WriteLine(options.Language.Say(
                $"warning: the outline has {outline.AreaSquareMetres / 1e6:0} km², but county.json states {stated:0}: is it this county's, and --crs its system?",
                $"警告：轮廓面积为{outline.AreaSquareMetres / 1e6:0}平方公里，而county.json为{stated:0}：是否为本县轮廓，--crs是否正确？"));
        }

        var result = RunProgress.Show(error, progress =>
        {
            var found = SimulateOrSay(options, model, outline, progress, stop);
            progress.Step(options.Language.Say("Writing the results", "写出结果"));
            Write(found, stop);
            return found;
        });
        ConsoleTables.Write(output, result);
        return result.IsSound ? ExitCode.Ok : ExitCode.Findings;
    }

    // What a sound model and a sound outline cannot rule out: no room for so many cells, numbers that do not nest, a tier without a lifecycle.
    private static QuickstartResult SimulateOrSay(
        QuickstartOptions options, GovernanceModel model, GridGovernance.Sdk.Geodesy.GridBoundary? outline, RunProgress progress, CancellationToken stop)
    {
        try
        {
            return Simulate(options, model, outline, progress, stop);
        }
        catch (ArgumentException unfit)
        {
            throw new UnusableInputException($"The model \"{options.Model}\" and the outline \"{options.Boundary ?? "generated"}\" do not fit the simulation: {unfit.Message}");
        }
    }

    /// <summary>Does all the work and writes nothing.</summary>
    internal static QuickstartResult Simulate(
        QuickstartOptions options, GovernanceModel model, GridGovernance.Sdk.Geodesy.GridBoundary? outline, RunProgress progress, CancellationToken stop)
    {
        void Step(string en, string zh)
        {
            stop.ThrowIfCancellationRequested();
            progress.Step(options.Language.Say(en, zh));
        }

        Step("Building the county", "搭建县域");
        var county = SyntheticCounty.Create(model.Scheme, CountyPlan.Of(model), options.Seed, outline);

        Step("Auditing who is covered", "核验覆盖");
        var coverage = CoverageAudit.Run(county.Map, county.Households);
        var trial = CoverageTrial.Run(county.Map, county.Households);

        Step("Running the first quarter of 2026", "运行2026年第一季度");
        var parameters = new CountyRunParameters { From = From, To = To };
        var roster = SyntheticRoster.Create(model.Establishment, county.Map, parameters, VacantPermille, options.Seed);
        var cases = model.ToCaseModel(county.Map, roster);
        var people = CellLoads.PeopleByCell(county.Households);
        var run = CountyRun.Execute(
            cases,
            model.AuthorityList,
            cell => people.GetValueOrDefault(cell.Code),
            parameters,
            options.Seed,
            model.VisitPolicy,
            progress,
            stop);

        Step("Visiting, collecting, notifying", "走访、采集、通知");
        var fieldwork = FieldQuarter.Run(model, county.Map, roster, county.Households, From, To, options.Seed);

        Step("Replaying every case", "重放全部案件");
        var replay = ReplayCheck.Run(run.Cases);
        var rows = run.Cases.Select(one => CaseRow.From(one.Case, model.Matters, model.Calendar, run.Until)).ToArray();

        Step("Scoring grid workers and departments", "考核网格员与部门");
        var facts = new CaseFacts(cases, run.Until);
        var loads = new CellLoads(county.Map, people, rows);
        return new QuickstartResult(run, rows)
        {
            Options = options,
            Model = model,
            County = county,
            Outline = outline ?? county.Map.Units[0].Boundary!,
            Quality = DivisionQuality.Of(county.Division, county.DivisionTiling),
            Coverage = coverage,
            Trial = trial,
            From = From,
            To = To,
            Replay = replay,
            Fieldwork = fieldwork,
            Workers = Assessed.Score(
                Scheme(model, "grid-workers"),
                county.Map.UnitsAt("grid").Select(static grid => grid.Code.ToString()),
                [.. rows.Select(facts.ForWorker)],
                static fact => fact.Worker),
            Departments = Assessed.Score(
                Scheme(model, "departments"),
                model.Establishment.Departments.Select(static department => department.Code),
                [.. rows.Select(facts.ForDepartment).OfType<CaseFact>()],
                static fact => fact.Department),
            Names = new PlaceNames(county.Map, model.Establishment, options.Language),
            Loads = loads,
            MapSvg = CountyMap.Draw(county.Map, loads, options.Language),
            Identity = IdentityOf(model, options),
        };
    }

    private static GovernanceModel LoadModel(QuickstartOptions options) => GovernanceModel.Load(options.Model, out var report)
        ?? throw new UnusableInputException(
            $"--model must name a folder with a sound model, but \"{options.Model}\" has {report.Count} findings, the first: {report.First(static finding => finding.Severity == FindingSeverity.Error)}");

    private static AssessmentScheme Scheme(GovernanceModel model, string code) =>
        model.Assessments.FirstOrDefault(scheme => string.Equals(scheme.Code, code, StringComparison.Ordinal))
        ?? throw new UnusableInputException($"The model must have an assessment scheme \"{code}\", but has none.");

    private static IReadOnlyList<(string Key, LocalizedText What, string Value)> IdentityOf(GovernanceModel model, QuickstartOptions options) =>
    [
        ("library", new("Library", "程序库"), "GridGovernance.Sdk " + typeof(CaseEngine).Assembly.GetName().Version!.ToString(3)),
        ("model", new("Model (hash of all its definitions)", "模型（全部定义的哈希）"), model.Hash.ToString()),
        .. model.Lifecycles.Current.Select(static lifecycle =>
            ("lifecycle-" + lifecycle.Key.Code, new LocalizedText($"Lifecycle {lifecycle.Key}", $"流程{lifecycle.Key}"), lifecycle.Key.Hash.ToString())),
        ("outline", new("Outline", "轮廓"), options.Boundary is null ? "generated" : ContentHash.Of(File.ReadAllBytes(options.Boundary)).ToString()),
    ];

    private static void Write(QuickstartResult result, CancellationToken stop)
    {
        using var folder = StagedFolder.For(result.Options.Out);
        folder.Write(SummaryFile.Name, output => SummaryFile.Write(output, result));
        folder.Write(CasesFile.Name, output => CasesFile.Write(output, result.Rows, result.Zone));
        folder.Write(ScorecardsFile.Name, output => ScorecardsFile.Write(output, result.Workers, result.Departments));
        folder.WriteBytes(CellsFile.Name, output => CellsFile.Write(output, result.Map, result.Loads));
        folder.Write(CountyMap.Name, output => output.Write(result.MapSvg));
        foreach (var (tier, _) in result.Tiers)
        {
            folder.Write($"lifecycle-{tier}.mmd", output => output.Write(LifecycleMermaid.Write(result.Lifecycle(tier)!.Definition, result.Options.Language.Culture)));
        }

        folder.Write(WorkerDay, output => output.Write(DayPlanPage.Print(result.Fieldwork.Day, result.Options.Language.Culture)));
        folder.Write(ReportFile.Name, output => ReportFile.Write(output, result));
        stop.ThrowIfCancellationRequested();
        folder.Commit();
    }
}
