using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A notice to every household of a county (逐级通知到户): routes, limit and status are production's, how long people take is simulated.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class NoticeStudy
{
    private const int Batch = 60;
    private const int MostHouseholds = 2_000_000;
    private static readonly LocalDate Day = new(2026, 3, 20);
    private readonly GovernanceModel _model;
    private readonly BroadcastPolicy _policy;

    /// <summary>Creates the study.</summary>
    /// <param name="model">The definitions.</param>
    /// <param name="policy">The limit; null for one hour (通江县).</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public NoticeStudy(GovernanceModel model, BroadcastPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _policy) = (model, policy ?? BroadcastPresets.Tongjiang);
    }

    /// <summary>Gets the measures.</summary>
    public static EquatableArray<StudyMeasure> Measures { get; } =
    [
        new("reached-in-time", new("Households reached within the limit", "时限内通知到户率"), "share"),
        new("households-missed", new("Households not reached within the limit", "时限内未通知户数"), "households"),
        new("minutes-to-cells", new("Until the last informant knows", "最后一名信息员收到"), "minutes"),
        new("minutes-to-95", new("Until 95 % of households know", "95%户知悉"), "minutes"),
        new("minutes-to-all", new("Until the last household knows", "最后一户知悉"), "minutes"),
    ];

    /// <summary>Returns a scenario as an experiment has it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="parameters"/> is null.</exception>
    public Scenario<NoticeParameters> As(string code, NoticeParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(code, parameters, $"model {_model.Hash}\n{_policy.Code}\n{StudyJson.TextOf(parameters)}");
    }

    /// <summary>Runs one replication: the model of an experiment.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replication">The random numbers, and the place for the measures.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range, or the shape does not fit the model's hierarchy.</exception>
    public void Run(NoticeParameters parameters, Replication replication)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(replication);
        Check(_model, parameters);
        var map = PlainCounty.Create(_model.Scheme, _model.County.Code.ToString(), parameters.Shape);
        var roster = SyntheticRoster.Create(_model.Establishment, map, Day, parameters.VacantPermille, replication.Streams.Seed);
        var plan = Plan(new FieldworkModel { Map = map, Calendar = _model.Calendar, Establishment = _model.Establishment, Roster = roster }, parameters);
        var start = Day.At(new LocalTime(8, 0)).InZoneLeniently(_model.Calendar.Zone).ToInstant();
        var due = _model.Calendar.Due(start, _policy.Limit, _policy.Counting ?? GridGovernance.Sdk.Calendars.CountingPolicy.CivilCode).At;
        var relay = new NoticeRelay(map, _model.Establishment, plan.Origin, plan.Seats, parameters, replication.Streams);
        var events = new List<BroadcastEvent>(relay.Handovers.Where(one => IsWithin(one.At)).Select(one => new NoticeRelayed(one.To) { At = AtSecond(one.At), By = one.From }));
        var (reachedAt, lastInformant) = (new List<long>(plan.HouseholdCount), 0L);
        for (var route = 0; route < plan.Routes.Count; route++)
        {
            if (plan.Routes[route].Last is not null)
            {
                var (informant, known) = relay.InformantOf(plan.Routes[route].Cell);
                lastInformant = Math.Max(lastInformant, known);
                events.AddRange(Reach(plan, route, relay, parameters, replication.Streams, reachedAt).Where(one => IsWithin(one.Key.Minute * Batch))
                    .Select(one => new HouseholdsReached(EquatableArray.From(one.Value), one.Key.Channel) { At = AtSecond(one.Key.Minute * Batch), By = informant }));
            }
        }

        BroadcastEvent issued = new BroadcastIssued(due) { At = start, By = plan.Origin };
        var status = Broadcast.Replay(plan, events.OrderBy(static e => e.At).Prepend(issued)).StatusAt(due);
        reachedAt.Sort();
        replication.Record("reached-in-time", (double)status.InTime / status.Households);
        replication.Record("households-missed", status.Households - status.InTime);
        replication.Record("minutes-to-cells", lastInformant / 60.0);
        replication.Record("minutes-to-95", NearestRank.PositionOf(95, plan.HouseholdCount) is var position && position < reachedAt.Count ? reachedAt[position] / 60.0 : null);
        replication.Record("minutes-to-all", reachedAt.Count < plan.HouseholdCount ? null : reachedAt[^1] / 60.0);

        // What comes after the limit changes nothing of who was reached within it.
        bool IsWithin(long second) => second <= (due - start).TotalSeconds;
        Instant AtSecond(long second) => start + Duration.FromSeconds(second);
    }

    /// <summary>Refuses parameters that are outside their ranges; the message names all of them.</summary>
    internal static void Check(GovernanceModel model, NoticeParameters parameters)
    {
        PlainCounty.Check(model.Scheme, parameters.Shape);
        new ParameterRanges()
            .Range("householdsPerCell", parameters.HouseholdsPerCell, 1, MostHouseholds / ((long)parameters.Shape.GridCount * parameters.Shape.Cells), $", for at most {MostHouseholds} in the county")
            .Range("vacantPermille", parameters.VacantPermille, 0, 1_000)
            .Range("noticeSeconds", parameters.NoticeSeconds, 0, ParameterRanges.SecondsOfDay)
            .Range("callSeconds", parameters.CallSeconds, 0, ParameterRanges.SecondsOfDay)
            .Range("groupPermille", parameters.GroupPermille, 0, 1_000)
            .Range("groupSeconds", parameters.GroupSeconds, 0, ParameterRanges.SecondsOfDay)
            .Range("doorSeconds", parameters.DoorSeconds, 0, ParameterRanges.SecondsOfDay)
            .Ensure(nameof(parameters));
    }

    private BroadcastPlan Plan(FieldworkModel model, NoticeParameters parameters)
    {
        var county = model.Map.Units[0].Code.ToString();
        var top = model.Map.Scheme.Levels[0].Code;
        var origin = model.Establishment.Posts.Where(post => string.Equals(post.Level, top, StringComparison.Ordinal))
            .Select(post => new Seat(post.Code, county)).OrderBy(seat => model.Roster!.ActingFor(seat, Day) is null).First();
        var households = model.Map.UnitsAt(model.Map.Scheme.Leaf.Code)
            .SelectMany(cell => Enumerable.Range(1, parameters.HouseholdsPerCell).Select(i => new BroadcastHousehold($"{cell.Code}-{i}", cell.Code)));
        return BroadcastPlan.Create("study", _policy, origin, new BroadcastPlanner(model).Routes(origin, households, Day), out var faults) ?? throw new GovernanceException(faults);
    }

    private static SortedDictionary<(long Minute, int Channel), List<int>> Reach(
        BroadcastPlan plan, int route, NoticeRelay relay, NoticeParameters parameters, RandomStreams streams, List<long> reachedAt)
    {
        var (stream, channels) = (streams.Stream("households", route), new SortedDictionary<(long Minute, int Channel), List<int>>());
        var (informant, known) = relay.InformantOf(plan.Routes[route].Cell);
        for (var i = 0; i < plan.Routes[route].Households.Count; i++)
        {
            var (hears, group, knock) = (
                stream.NextChance(parameters.GroupPermille, 1_000), NoticeRelay.Seconds(stream, parameters.GroupSeconds), NoticeRelay.Seconds(stream, parameters.DoorSeconds));
            var at = hears ? known + group : relay.Knock(informant, knock);
            reachedAt.Add(at);
            var key = ((at + Batch - 1) / Batch, hears ? 1 : 3);
            if (!channels.TryGetValue(key, out var households))
            {
                channels.Add(key, households = []);
            }

            households.Add(plan.FirstOf(route) + i);
        }

        return channels;
    }
}
