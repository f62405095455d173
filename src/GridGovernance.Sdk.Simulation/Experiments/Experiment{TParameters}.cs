using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Scenarios, a model that runs one replication of one of them, and the metrics that it records.</summary>
/// <remarks>
/// <para>Replication number r draws from the branch <c>replication</c>/r of the seed's streams, in every scenario alike; without common random numbers, from a branch of that, named for
/// the scenario. So the values of a replication depend on the seed, its number and its scenario alone: not on the other replications, nor on how many threads run them.</para>
/// <para>This type is immutable and safe to share between threads where the model is.</para>
/// </remarks>
/// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
public sealed class Experiment<TParameters>
{
    private readonly ReplicationModel<TParameters> _model;
    private readonly NameIndex _metrics;

    /// <summary>Creates an experiment.</summary>
    /// <param name="name">Its name, for the manifest.</param>
    /// <param name="scenarios">The scenarios, with different codes; at least one.</param>
    /// <param name="metrics">The metrics in the order in which results give them, all different; at least one.</param>
    /// <param name="model">Runs one replication of one scenario.</param>
    /// <param name="inputs">What all scenarios read, with different names; the manifest keeps the hashes.</param>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentException">There is no name, scenario or metric, or two have one name.</exception>
    public Experiment(
        string name,
        EquatableArray<Scenario<TParameters>> scenarios,
        EquatableArray<string> metrics,
        ReplicationModel<TParameters> model,
        EquatableArray<ExperimentInput> inputs = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(model);
        ManifestRules.CheckNames(scenarios.Select(static scenario => scenario.Code), "scenario", isRequired: true);
        ManifestRules.CheckNames(metrics, "metric", isRequired: true);
        ManifestRules.CheckNames(inputs.Select(static input => input.Name), "input", isRequired: false);
        Name = name;
        Scenarios = scenarios;
        Inputs = inputs;
        _model = model;
        _metrics = new NameIndex("metric", metrics);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the scenarios.</summary>
    public EquatableArray<Scenario<TParameters>> Scenarios { get; }

    /// <summary>Gets the metrics.</summary>
    public EquatableArray<string> Metrics => _metrics.Names;

    /// <summary>Gets what all scenarios read.</summary>
    public EquatableArray<ExperimentInput> Inputs { get; }

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The seed, the replications, and how many of them at once.</param>
    /// <param name="progress">Told after each run; from several threads in turn where several were asked for. Null for nobody.</param>
    /// <param name="cancellation">Ends the experiment early.</param>
    /// <returns>The values of all replications; the same for any <see cref="ExperimentOptions.Parallelism"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options do not fit each other or the experiment.</exception>
    /// <exception cref="ReplicationException">The model threw; the exception names the first replication and scenario in which it did.</exception>
    /// <exception cref="OperationCanceledException">The experiment was cancelled.</exception>
    public ExperimentResult Run(ExperimentOptions options, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ManifestRules.Check(options, _metrics, Scenarios.Count);
        var last = options.Precision is { } limit ? Math.Max(options.Replications.Last, limit.MaximumReplications) : options.Replications.Last;
        var counter = new ProgressCounter(progress, (last - options.Replications.First + 1) * Scenarios.Count);
        var values = Run(options.Replications, options, counter, cancellation);
        var result = Result(options, options.Replications, values);
        while (options.Precision is { } target && result.Manifest.Replications.Last < target.MaximumReplications && !result.Meets(target))
        {
            var done = result.Manifest.Replications;
            var more = new ReplicationRange(done.Last + 1, Math.Min(done.Last + target.Step, target.MaximumReplications));
            values = [.. values, .. Run(more, options, counter, cancellation)];
            result = Result(options, new ReplicationRange(done.First, more.Last), values);
        }

        return result;
    }

    /// <summary>Runs a study again from its manifest, and holds the values against the hash that stands there.</summary>
    /// <param name="manifest">The manifest of an earlier run of this experiment.</param>
    /// <param name="parallelism">How many replications may run at once, from 1.</param>
    /// <param name="progress">Told after each run. Null for nobody.</param>
    /// <param name="cancellation">Ends the experiment early.</param>
    /// <returns>The same result, bit for bit; its manifest names the version that ran it now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="manifest"/> is null.</exception>
    /// <exception cref="ArgumentException">The manifest is of another experiment, of other scenarios, inputs or metrics; the message names every point.</exception>
    /// <exception cref="InvalidOperationException">The values differ from those of the earlier run: another version runs it, or the model draws from something else than its streams.</exception>
    /// <exception cref="ReplicationException">The model threw.</exception>
    /// <exception cref="OperationCanceledException">The experiment was cancelled.</exception>
    public ExperimentResult Rerun(
        ExperimentManifest manifest, int parallelism = 1, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var options = new ExperimentOptions
        {
            Seed = manifest.Seed,
            Replications = manifest.Replications,
            HasCommonRandomNumbers = manifest.HasCommonRandomNumbers,
            Parallelism = parallelism,
        };
        var differences = (manifest with { Version = ExperimentManifest.CurrentVersion }).DifferencesFrom(Manifest(options, options.Replications));
        if (differences.Count > 0)
        {
            throw new ArgumentException($"A rerun needs the experiment of the manifest. {string.Join(' ', differences)}", nameof(manifest));
        }

        var result = Run(options, progress, cancellation);
        result = new ExperimentResult(result.Manifest with { Precision = manifest.Precision }, result.Values);
        return result.Manifest.ResultHash == manifest.ResultHash
            ? result
            : throw new InvalidOperationException(
                $"A rerun of \"{Name}\" is expected to give values with the hash \"{manifest.ResultHash}\" (version {manifest.Version}), "
                + $"but gave \"{result.Manifest.ResultHash}\" (version {ExperimentManifest.CurrentVersion}).");
    }

    private ExperimentResult Result(ExperimentOptions options, ReplicationRange range, double?[][] values) =>
        new(Manifest(options, range) with { ResultHash = ResultHash.Of(values) }, values);

    private ExperimentManifest Manifest(ExperimentOptions options, ReplicationRange range) => new()
    {
        Name = Name,
        Version = ExperimentManifest.CurrentVersion,
        Generator = ExperimentManifest.CurrentGenerator,
        Seed = options.Seed,
        HasCommonRandomNumbers = options.HasCommonRandomNumbers,
        Replications = range,
        Precision = options.Precision,
        Metrics = Metrics,
        Scenarios = EquatableArray.From(Scenarios.Select(static scenario => new ScenarioEntry(scenario.Code, scenario.Text))),
        Inputs = Inputs,
        ResultHash = ContentHash.None,
    };

    // A row a run: replication after replication, in each all scenarios.
    private double?[][] Run(ReplicationRange range, ExperimentOptions options, ProgressCounter counter, CancellationToken cancellation)
    {
        var root = new RandomStreams(options.Seed);
        var rows = new double?[range.Count * Scenarios.Count][];
        OrderedRuns.For(rows.Length, options.Parallelism, RunOne, cancellation);
        return rows;

        void RunOne(int row)
        {
            var number = range.First + (row / Scenarios.Count);
            var scenario = Scenarios[row % Scenarios.Count];
            var streams = root.Branch("replication", number);
            streams = options.HasCommonRandomNumbers ? streams : streams.Branch("scenario/" + scenario.Code);
            var replication = new Replication(number, streams, _metrics, cancellation);
            try
            {
                _model(scenario.Parameters, replication);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new ReplicationException(scenario.Code, number, streams.Seed, exception);
            }

            rows[row] = replication.Values;
            counter.Count();
        }
    }
}
