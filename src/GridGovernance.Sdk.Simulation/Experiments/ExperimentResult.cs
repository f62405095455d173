using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>The values of all replications of an experiment, or of a share of them, and what can be concluded from them.</summary>
/// <remarks>
/// <para>Results of disjoint shares are merged into the very result of the whole, since conclusions are drawn from the values in the order of replications.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ExperimentResult
{
    private readonly NameIndex _metrics;
    private readonly NameIndex _scenarios;

    internal ExperimentResult(ExperimentManifest manifest, double?[][] values)
    {
        Manifest = manifest;
        Values = values;
        _metrics = new NameIndex("metric", manifest.Metrics);
        _scenarios = new NameIndex("scenario", EquatableArray.From(manifest.Scenarios.Select(static scenario => scenario.Code)));
    }

    /// <summary>Gets what the result depends on.</summary>
    public ExperimentManifest Manifest { get; }

    // A row a run: replication after replication, in each all scenarios.
    internal double?[][] Values { get; }

    /// <summary>Puts the shares of a study together.</summary>
    /// <param name="shares">The results of shares of one experiment, in any order; together they must cover a stretch of replications, each once.</param>
    /// <returns>The result of the whole, equal to one that was run at once, bit for bit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no share, two overlap, replications are missing between them, or they are of different experiments, seeds, inputs or versions.</exception>
    public static ExperimentResult Merge(IEnumerable<ExperimentResult> shares) => ResultMerge.Merge(shares);

    /// <summary>Returns the values of one metric in one scenario, in the order of the replications.</summary>
    /// <param name="scenario">The code of the scenario.</param>
    /// <param name="metric">The metric.</param>
    /// <returns>A value a replication; null where it is missing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such scenario or metric.</exception>
    public EquatableArray<double?> ValuesOf(string scenario, string metric)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(metric);
        return EquatableArray.Create<double?>(Column(scenario, metric));
    }

    /// <summary>Summarises one metric in one scenario.</summary>
    /// <param name="scenario">The code of the scenario.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such scenario or metric, or <paramref name="confidence"/> is outside its range.</exception>
    public MetricSummary Summary(string scenario, string metric, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(metric);
        return Inference.Summarise(scenario, metric, Column(scenario, metric), ConfidenceInterval.Checked(confidence));
    }

    /// <summary>Compares one scenario with another.</summary>
    /// <param name="scenario">The code of the scenario.</param>
    /// <param name="reference">The code of the scenario that it is held against.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="confidence">The confidence, between 0 and 1.</param>
    /// <returns>The paired comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such scenario or metric, or <paramref name="confidence"/> is outside its range.</exception>
    public ScenarioComparison Compare(string scenario, string reference, string metric, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(metric);
        return Compare([(scenario, reference)], metric, confidence)[0];
    }

    /// <summary>Compares every scenario with every other; the chance of any false difference among all of them is kept by Holm's method.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="confidence">The confidence over the whole family, between 0 and 1.</param>
    /// <returns>The paired comparisons, the later scenario against the earlier, in the order of the scenarios; empty with a single scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="metric"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such metric, or <paramref name="confidence"/> is outside its range.</exception>
    public EquatableArray<ScenarioComparison> CompareAll(string metric, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var codes = _scenarios.Names;
        return Compare([.. from one in Enumerable.Range(0, codes.Count) from other in Enumerable.Range(one + 1, codes.Count - one - 1) select (codes[other], codes[one])], metric, confidence);
    }

    /// <summary>Compares every other scenario with a control; the chance of any false difference among all of them is kept by Holm's method.</summary>
    /// <param name="control">The code of the control.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="confidence">The confidence over the whole family, between 0 and 1.</param>
    /// <returns>The paired comparisons, each scenario against the control, in the order of the scenarios; empty with a single scenario.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such scenario or metric, or <paramref name="confidence"/> is outside its range.</exception>
    public EquatableArray<ScenarioComparison> CompareWithControl(string control, string metric, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(metric);
        var index = _scenarios.IndexOf(control);
        return Compare([.. _scenarios.Names.Where((_, i) => i != index).Select(code => (code, control))], metric, confidence);
    }

    /// <summary>Says whether every scenario meets a target of precision.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True when all do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such metric, or its confidence is outside its range.</exception>
    public bool Meets(PrecisionTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _scenarios.Names.All(code => target.IsMetBy(Summary(code, target.Metric, target.Confidence)));
    }

    private EquatableArray<ScenarioComparison> Compare((string Scenario, string Reference)[] pairs, string metric, double confidence)
    {
        ConfidenceInterval.Checked(confidence);
        _metrics.IndexOf(metric);
        return HolmCorrection.Adjust([.. pairs.Select(pair => Inference.Compare(
            (pair.Scenario, Column(pair.Scenario, metric)), (pair.Reference, Column(pair.Reference, metric)), metric, confidence, pairs.Length))]);
    }

    private double?[] Column(string scenario, string metric)
    {
        var (first, column) = (_scenarios.IndexOf(scenario), _metrics.IndexOf(metric));
        var values = new double?[Manifest.Replications.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Values[(i * _scenarios.Count) + first][column];
        }

        return values;
    }
}
