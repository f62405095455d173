using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A study read from <c>STUDY.json</c>, ready to run.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class Study
{
    private const int DefaultReplications = 10;
    private readonly Experiment<Action<Replication>> _experiment;

    private Study(StudyDefinition definition, Experiment<Action<Replication>> experiment, StudyLabels labels) => (Definition, _experiment, Labels) = (definition, experiment, labels);

    /// <summary>Gets the definition.</summary>
    public StudyDefinition Definition { get; }

    /// <summary>Gets titles and units.</summary>
    public StudyLabels Labels { get; }

    /// <summary>Gets the options that the file asks for.</summary>
    public ExperimentOptions Options => new()
    {
        Seed = Definition.Seed,
        Replications = ReplicationRange.FirstOf(Definition.Replications ?? DefaultReplications),
        Precision = Definition.Precision?.ToTarget(),
    };

    /// <summary>Returns the JSON Schema of the file.</summary>
    /// <param name="culture">The language of its descriptions.</param>
    /// <returns>The schema.</returns>
    public static JsonObject Schema(CultureInfo? culture = null) => StudyJson.Format.SchemaOf(typeof(StudyDefinition), culture ?? CultureInfo.InvariantCulture);

    /// <summary>Reads the file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">The file; the folder of the model is found from its folder.</param>
    /// <param name="report">Everything that is wrong with the file, the model, or a change.</param>
    /// <returns>The study; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static Study? Read(ReadOnlySpan<byte> content, string file, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = StudyJson.Format.Read<StudyDefinition>(content, file, ImportLimits.Default);
        report = read.Report;
        if (read.Value is not { } definition)
        {
            return null;
        }

        var study = Compile(definition, Path.GetDirectoryName(Path.GetFullPath(file))!, out var faults);
        report = read.Locate(faults);
        return study;
    }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="folder">The folder from which the model is found.</param>
    /// <param name="report">Everything that is wrong.</param>
    /// <returns>The study; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Study? Compile(StudyDefinition definition, string folder, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(folder);
        var findings = new List<Finding>();
        var study = Compile(definition, folder, findings);
        report = new FindingReport(findings);
        return report.HasErrors ? null : study;
    }

    /// <summary>Runs the study.</summary>
    /// <param name="options">The seed, the replications, and how many of them at once.</param>
    /// <param name="progress">Told after each run; null for nobody.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options do not fit each other, or there are too many runs.</exception>
    /// <exception cref="ReplicationException">A scenario could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ExperimentResult Run(ExperimentOptions options, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _experiment.Run(options, progress, cancellation);
    }

    /// <summary>Runs the study again from the manifest of an earlier run, and holds the values against the hash that stands there.</summary>
    /// <param name="manifest">The manifest: its seed and replications count, not those of the file.</param>
    /// <param name="parallelism">How many replications may run at once, from 1.</param>
    /// <param name="progress">Told after each run; null for nobody.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The same result, bit for bit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="manifest"/> is null.</exception>
    /// <exception cref="ArgumentException">The manifest is of another study, of other parameters, or of another model; the message names every point.</exception>
    /// <exception cref="InvalidOperationException">The values differ from those of the earlier run.</exception>
    /// <exception cref="ReplicationException">A scenario could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ExperimentResult Rerun(
        ExperimentManifest manifest, int parallelism = 1, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return _experiment.Rerun(manifest, parallelism, progress, cancellation);
    }

    private static Study? Compile(StudyDefinition definition, string folder, List<Finding> findings)
    {
        var kind = StudyKind.All.FirstOrDefault(kind => string.Equals(kind.Code, definition.Kind, StringComparison.Ordinal));
        if (kind is null)
        {
            findings.Add(Error("/kind", "studies.unknown-kind", definition.Kind, string.Join(", ", StudyKind.All.Select(static one => one.Code))));
            return null;
        }

        Check(definition, findings);
        var model = LoadModel(definition, kind, folder, findings);
        if (findings.Count > 0)
        {
            return null;
        }

        var (scenarios, known) = (new List<Scenario<Action<Replication>>>(), new List<StudyMeasure>());
        for (var i = 0; i < definition.Scenarios.Count; i++)
        {
            var (scenario, before) = (definition.Scenarios[i], findings.Count);
            RuleChange[] changes = [.. definition.Set, .. scenario.Set];
            var changed = model is null ? null : ModelChanges.Apply(model, changes.Where(IsOfModel), out var faults) is { } made ? made : Refused(faults, findings);
            var prepared = findings.Count > before ? null : kind.Prepare(changed, [.. changes.Where(change => model is null || !IsOfModel(change))], findings);
            for (var k = before; k < findings.Count; k++)
            {
                findings[k] = findings[k] with { Place = new FindingPlace { Path = string.Create(CultureInfo.InvariantCulture, $"/scenarios/{i}"), Subject = findings[k].Place.Subject } };
            }

            if (prepared is not null)
            {
                scenarios.Add(new Scenario<Action<Replication>>(scenario.Code, prepared.Run, prepared.Text));
                known.AddRange(prepared.Measures);
            }
        }

        var all = EquatableArray.From(known.DistinctBy(static measure => measure.Code, StringComparer.Ordinal));
        if (scenarios.Count > 0)
        {
            CheckMeasures(definition, all, findings);
        }

        if (findings.Count > 0)
        {
            return null;
        }

        var measures = definition.Measures.Count == 0 ? all : EquatableArray.From(definition.Measures.Select(code => all.First(one => one.Code == code)));
        var labels = new StudyLabels
        {
            Title = definition.Title,
            Scenarios = EquatableArray.From(definition.Scenarios.Select(static one => new StudyScenarioTitle(one.Code, one.Title ?? new LocalizedText(one.Code, one.Code)))),
            Measures = measures,
            Control = definition.Control ?? definition.Scenarios[0].Code,
        };
        EquatableArray<ExperimentInput> inputs = model is null ? [] : [new ExperimentInput("model", model.Hash)];
        return new Study(definition, new Experiment<Action<Replication>>(
            definition.Code, EquatableArray.From(scenarios), EquatableArray.From(all.Select(static one => one.Code)), static (run, replication) => run(replication), inputs), labels);
    }

    private static void Check(StudyDefinition definition, List<Finding> findings)
    {
        if (definition.Code.Length == 0)
        {
            findings.Add(Error("/code", "studies.no-code"));
        }

        if (definition.Scenarios.Count == 0)
        {
            findings.Add(Error("/scenarios", "studies.no-scenario"));
        }

        if (definition.Replications is < 1)
        {
            findings.Add(Error("/replications", "studies.no-replication", definition.Replications));
        }

        foreach (var repeated in definition.Scenarios.Select(static one => one.Code).GroupBy(static code => code, StringComparer.Ordinal).Where(static group => group.Count() > 1 || group.Key.Length == 0))
        {
            findings.Add(Error("/scenarios", "studies.repeated-scenario", repeated.Key));
        }

        for (var i = 0; i < definition.Measures.Count; i++)
        {
            if (definition.Measures.Take(i).Contains(definition.Measures[i], StringComparer.Ordinal))
            {
                findings.Add(Error(string.Create(CultureInfo.InvariantCulture, $"/measures/{i}"), "studies.repeated-measure", definition.Measures[i]));
            }
        }

        if (definition.Control is { } control && definition.Scenarios.All(one => one.Code != control))
        {
            findings.Add(Error("/control", "studies.unknown-control", control, string.Join(", ", definition.Scenarios.Select(static one => one.Code))));
        }

        var most = ManifestRules.MostRuns / Math.Max(1, definition.Scenarios.Count);
        foreach (var (path, count) in ((string, int?)[])[("replications", definition.Replications), ("precision/maximumReplications", definition.Precision?.MaximumReplications)])
        {
            if (count > most)
            {
                findings.Add(Error("/" + path, "studies.too-many-runs", path, most, definition.Scenarios.Count, ManifestRules.MostRuns, count));
            }
        }

        if (definition.Precision is { IsSound: false } precision)
        {
            findings.Add(Error("/precision", "studies.unsound-precision", precision.HalfWidth, precision.Confidence, precision.MaximumReplications, precision.Step));
        }
    }

    // What there is to measure hangs on the scenarios: a model's own tiers, say.
    private static void CheckMeasures(StudyDefinition definition, EquatableArray<StudyMeasure> measures, List<Finding> findings)
    {
        void Check(string measure, string path)
        {
            if (measures.All(one => one.Code != measure))
            {
                findings.Add(Error(path, "studies.unknown-measure", measure, string.Join(", ", measures.Select(static one => one.Code))));
            }
        }

        for (var i = 0; i < definition.Measures.Count; i++)
        {
            Check(definition.Measures[i], string.Create(CultureInfo.InvariantCulture, $"/measures/{i}"));
        }

        if (definition.Precision is { } precision)
        {
            Check(precision.Measure, "/precision/measure");
        }
    }

    private static GovernanceModel? LoadModel(StudyDefinition definition, StudyKind kind, string folder, List<Finding> findings)
    {
        if (!kind.NeedsModel)
        {
            return null;
        }

        var path = definition.Model is { Length: > 0 } relative ? Path.GetFullPath(Path.Combine(folder, relative)) : null;
        if (path is null || !Directory.Exists(path))
        {
            findings.Add(Error("/model", "studies.no-model", definition.Kind, definition.Model ?? ""));
            return null;
        }

        var model = GovernanceModel.Load(path, out var report);
        if (model is null)
        {
            findings.Add(Error("/model", "studies.faulty-model", definition.Model, report.First(static finding => finding.Severity == FindingSeverity.Error).ToString()));
        }

        return model;
    }

    private static GovernanceModel? Refused(FindingReport faults, List<Finding> findings)
    {
        findings.AddRange(faults.Where(static finding => finding.Severity == FindingSeverity.Error));
        return null;
    }

    private static bool IsOfModel(RuleChange change) => ModelChanges.Roots.Contains(change.Parts[0]);

    private static Finding Error(string path, string code, params ReadOnlySpan<object?> values) => Finding.Error(StudyMessages.All[code, values], FindingPlace.At(path));
}
