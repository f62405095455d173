using CountyQuickstart.Steps;
using GridGovernance.Sdk;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace CountyQuickstart;

/// <summary>Everything that a run found: what its outputs are written from.</summary>
internal sealed class QuickstartResult
{
    private readonly Dictionary<string, EquatableArray<CaseEvent>> _events;

    internal QuickstartResult(CountyRunResult run, IReadOnlyList<CaseRow> rows)
    {
        Run = run;
        Rows = rows;
        _events = run.Cases.ToDictionary(static one => one.Case.Id, static one => one.Events, StringComparer.Ordinal);
        Total = TierCount.Of(rows);
    }

    internal required QuickstartOptions Options { get; init; }

    internal required GovernanceModel Model { get; init; }

    internal required GridBoundary Outline { get; init; }

    internal required SyntheticCounty County { get; init; }

    /// <summary>Gets how good the division into cells is.</summary>
    internal required DivisionQuality Quality { get; init; }

    internal required CoverageReport Coverage { get; init; }

    internal required CoverageTrial Trial { get; init; }

    internal required LocalDate From { get; init; }

    internal required LocalDate To { get; init; }

    internal CountyRunResult Run { get; }

    /// <summary>Gets every case as it stands at the end, in the order of report.</summary>
    internal IReadOnlyList<CaseRow> Rows { get; }

    internal required ReplayCheck Replay { get; init; }

    internal required FieldQuarter Fieldwork { get; init; }

    internal required Assessed Workers { get; init; }

    internal required Assessed Departments { get; init; }

    internal required PlaceNames Names { get; init; }

    internal required CellLoads Loads { get; init; }

    internal required string MapSvg { get; init; }

    /// <summary>Gets what tells one run from another: versions and hashes, under the keys that <c>summary.json</c> uses.</summary>
    internal required IReadOnlyList<(string Key, LocalizedText What, string Value)> Identity { get; init; }

    internal TierCount Total { get; }

    internal GridMap Map => County.Map;

    internal DateTimeZone Zone => Model.Calendar.Zone;

    internal Establishment Establishment => Model.Establishment;

    internal MatterCatalogue Matters => Model.Matters;

    internal long DispatchChecks => Run.Checked;

    internal IReadOnlyList<RefusedAct> Refused => Run.Refused;

    internal int Escalations => Rows.Sum(static row => row.Case.Escalations);

    /// <summary>Gets whether all promises were kept.</summary>
    internal bool IsSound => Coverage.IsComplete && Replay.IsClean;

    /// <summary>Gets the tiers from the lightest to the gravest, as the run's parameters name them, with what became of their cases.</summary>
    internal IReadOnlyList<(string Code, TierCount Count)> Tiers => field ??=
    [
        .. Rows.Select(static row => row.Case.Tier).Concat(Model.Lifecycles.Current.Select(static lifecycle => lifecycle.Key.Code)).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => (code, TierCount.Of(Rows.Where(row => string.Equals(row.Case.Tier, code, StringComparison.Ordinal))))),
    ];

    /// <summary>Gets how often each reason refused; an attempt with several reasons counts under each.</summary>
    internal IReadOnlyList<(string Code, int Count)> RefusedByReason => field ??=
    [
        .. Refused.SelectMany(static act => act.Refusals.Select(static refusal => refusal.Code).Distinct(StringComparer.Ordinal))
            .GroupBy(static code => code, StringComparer.Ordinal)
            .Select(static group => (group.Key, Count: group.Count()))
            .OrderByDescending(static reason => reason.Count).ThenBy(static reason => reason.Key, StringComparer.Ordinal),
    ];

    internal IReadOnlyList<CaseEvent> EventsOf(GridCase one) => _events[one.Id];

    internal Lifecycle? Lifecycle(string tier) => Model.Lifecycles.Newest(tier);

    internal int Count(string level) => Map.UnitsAt(level).Count;

    internal int Count(GridKind kind) => Map.Units.Count(unit => unit.Kind == kind);
}
