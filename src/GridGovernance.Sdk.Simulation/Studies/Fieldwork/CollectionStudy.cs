using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A collection of data from the cells of a village (信息采集): production's campaign says what is in time, how long people take is simulated.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CollectionStudy
{
    private static readonly LocalDateTime Start = new(2026, 3, 10, 9, 0);
    private static readonly Duration Week = Duration.FromDays(7);
    private readonly GovernanceModel _model;

    /// <summary>Creates the study.</summary>
    /// <param name="model">The definitions.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public CollectionStudy(GovernanceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Gets the measures.</summary>
    public static EquatableArray<StudyMeasure> Measures { get; } =
    [
        new("minutes-first", new("Until the first cell is done", "首个单元格完成"), "minutes"),
        new("minutes-all", new("Until all cells are done", "全部单元格完成"), "minutes"),
        new("all-in-time", new("All cells within half an hour", "半小时内全部完成"), "share"),
        new("cells-late", new("Cells later than half an hour", "超过半小时的单元格"), "cells"),
    ];

    /// <summary>Returns a scenario as an experiment has it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="parameters"/> is null.</exception>
    public Scenario<CollectionParameters> As(string code, CollectionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(code, parameters, $"model {_model.Hash}\n{StudyJson.TextOf(parameters)}");
    }

    /// <summary>Runs one replication: the model of an experiment.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replication">The random numbers, and the place for the measures.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range, or there are more cells than the hierarchy can count.</exception>
    public void Run(CollectionParameters parameters, Replication replication)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(replication);
        Check(_model, parameters);
        var map = PlainCounty.Create(_model.Scheme, _model.County.Code.ToString(), new CountyShape { Townships = 1, Villages = 1, Grids = 1, Cells = parameters.Cells });
        var cells = map.UnitsAt(map.Scheme.Leaf.Code).Select(static cell => cell.Code).ToArray();
        var definition = new CampaignDefinition { Code = "vehicles", Limit = new TimeLimit(30, LimitUnit.UrgentHours) };
        var plan = CampaignPlan.Create("study", definition, EquatableArray.Create<GridCode>(cells), null, out var faults) ?? throw new GovernanceException(faults);
        var start = Start.InZoneLeniently(_model.Calendar.Zone).ToInstant();

        // Limits of the calendar are whole hours; the article's half hour is given to the campaign as its due instant.
        var due = start + Duration.FromMinutes(30);
        var head = new Seat("village-head", map.UnitsAt("village")[0].Code.ToString());
        var opened = new CampaignOpened(due) { At = start, By = head };
        var campaign = Campaign.Replay(plan, new CampaignEvent[] { opened }.Concat(Collected(parameters, replication, cells, start).OrderBy(static e => e.At)));
        var (end, later) = (campaign.StatusAt(due), campaign.StatusAt(start + Week));
        replication.Record("minutes-first", later.FirstAfter?.TotalMinutes);
        replication.Record("minutes-all", later.AllAfter?.TotalMinutes);
        replication.Record("all-in-time", end.Done == end.Cells ? 1 : 0);
        replication.Record("cells-late", end.Cells - end.Done);
    }

    /// <summary>Refuses parameters that are outside their ranges; the message names all of them.</summary>
    internal static void Check(GovernanceModel model, CollectionParameters parameters) => new ParameterRanges()
        .Range("cells", parameters.Cells, 1, PlainCounty.MostOf(model.Scheme, 4), ", as the codes of one grid can count")
        .Range("householdsPerCell", parameters.HouseholdsPerCell, 0, 100_000)
        .Range("collectors", parameters.Collectors, 1, 1_000_000)
        .Range("beginsAfterSeconds", parameters.BeginsAfterSeconds, 0, ParameterRanges.SecondsOfDay)
        .Range("knownPermille", parameters.KnownPermille, 0, 1_000)
        .Range("askSeconds", parameters.AskSeconds, 0, ParameterRanges.SecondsOfDay)
        .Ensure(nameof(parameters));

    private static IEnumerable<CampaignEvent> Collected(CollectionParameters parameters, Replication replication, GridCode[] cells, Instant start)
    {
        var busyUntil = new double[parameters.Collectors];
        for (var collector = 0; collector < busyUntil.Length; collector++)
        {
            busyUntil[collector] = parameters.BeginsAfterSeconds == 0 ? 0 : replication.Streams.Stream("collector", collector).NextExponential(parameters.BeginsAfterSeconds);
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (stream, collector) = (replication.Streams.Stream("cell", cell), cell % busyUntil.Length);
            for (var household = 0; household < parameters.HouseholdsPerCell; household++)
            {
                var (isKnown, ask) = (stream.NextChance(parameters.KnownPermille, 1_000), parameters.AskSeconds == 0 ? 0 : stream.NextExponential(parameters.AskSeconds));
                busyUntil[collector] += isKnown ? 0 : ask;
            }

            // What is not done in a week is not done.
            if (busyUntil[collector] <= Week.TotalSeconds)
            {
                yield return new CellCollected(cell, [], 0) { At = start + Duration.FromSeconds((long)busyUntil[collector]), By = new Seat("cell-informant", cells[cell].ToString()) };
            }
        }
    }
}
