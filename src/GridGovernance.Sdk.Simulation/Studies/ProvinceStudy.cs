using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Provinces;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A province in columns, as a study.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class ProvinceStudy
{
    private readonly GovernanceModel _model;
    private readonly int _sampleEvery;

    /// <summary>Creates the study.</summary>
    /// <param name="model">The definitions.</param>
    /// <param name="sampleEvery">Each so many-th case also goes through the full case engine; 0, the default, for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleEvery"/> is negative.</exception>
    public ProvinceStudy(GovernanceModel model, int sampleEvery = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(sampleEvery);
        (_model, _sampleEvery) = (model, sampleEvery);
    }

    /// <summary>Gets the measures.</summary>
    public static EquatableArray<StudyMeasure> Measures { get; } =
    [
        new("reports-per-grid-day", new("Reports a grid and day", "每网格每日上报"), "cases"),
        new("closed", new("Closed by the end", "期末办结率"), "share"),
        new("on-time", new("Closed on time, of the closed", "已办结中按期"), "share"),
        new("overdue", new("Open past the deadline, of all", "逾期未结"), "share"),
        new("hours-to-close", new("Report to closure, of the closed", "上报至办结（已办结案件）"), "hours"),
        new("worker-minutes-per-day", new("Worker's time for cases, a day", "每员每日办案时间"), "minutes"),
        new("sample-differing", new("Sampled cases that the engine would not do alike", "抽样案件与引擎不一致"), "cases"),
        new("sample-breaches", new("Sampled cases that break an invariant", "抽样案件违反不变式"), "cases"),
    ];

    /// <summary>Returns a scenario as an experiment has it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="parameters"/> is null.</exception>
    public Scenario<ProvinceParameters> As(string code, ProvinceParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(code, parameters, $"model {_model.Hash}\n{StudyJson.TextOf(parameters)}");
    }

    /// <summary>Runs one replication: the model of an experiment.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replication">The random numbers, and the place for the measures.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The parameters do not fit.</exception>
    public void Run(ProvinceParameters parameters, Replication replication)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(replication);
        ProvinceResult result;
        if (_sampleEvery > 0)
        {
            (result, var differing, var invariants) = ProvinceSample.Run(_model, parameters, replication.Streams, _sampleEvery, replication.Cancellation);
            replication.Record("sample-differing", differing);
            replication.Record("sample-breaches", invariants.WithoutSeat + invariants.WithoutDeadline + invariants.ReplayedOtherwise);
        }
        else
        {
            result = ProvinceRun.Execute(_model, parameters, replication.Streams, replication.Cancellation);
        }

        replication.Record("reports-per-grid-day", (double)result.Reported / parameters.Grids / parameters.Days);
        replication.Record("closed", (double)result.Closed / result.Reported);
        replication.Record("on-time", result.Closed == 0 ? null : (double)result.OnTime / result.Closed);
        replication.Record("overdue", (double)result.Overdue / result.Reported);
        replication.Record("hours-to-close", result.Closed == 0 ? null : result.MinutesToClose / 60.0 / result.Closed);
        replication.Record("worker-minutes-per-day", (double)result.WorkerMinutes / parameters.Workers / parameters.Days);
    }
}
