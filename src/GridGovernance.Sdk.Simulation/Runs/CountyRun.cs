using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Runs reported matters through the library's own case engine: the very definitions that production runs.</summary>
/// <remarks>
/// <para>People are simulated, decisions are not: every report, dispatch, step, deadline and rating is a command that the engine accepts or refuses.</para>
/// <para>The same model, map, parameters and seed give the same result, in every culture and on every machine.</para>
/// </remarks>
public sealed class CountyRun
{
    // Longer than every run, shorter than what a calendar adds up.
    private const long LongestSeconds = 10_000L * 86_400;
    private const string CalendarUnknown = "cases.calendar-unknown";
    private readonly CaseModel _model;
    private readonly CountyRunParameters _parameters;
    private readonly RandomStreams _streams;
    private readonly CaseEngine _engine;
    private readonly ReportDraw _draw;
    private readonly SeatDesks _desks;
    private readonly CaseConduct _conduct;
    private readonly CaseRatings _ratings;
    private readonly VisitRounds? _visits;
    private readonly EventQueue<RunAct> _queue;
    private readonly MatterDetection _detection;
    private readonly List<RefusedReport> _refusedReports = [];

    // INVARIANT: one place for each matter that was to be reported by now; null where it came to no case.
    private readonly List<RunningCase?> _cases = [];
    private readonly List<(Instant At, long Matter)> _arose = [];
    private readonly List<Instant> _unreported = [];
    private readonly List<Instant> _unfound = [];
    private readonly Instant _until;

    private CountyRun(CaseModel model, AuthorityList authorities, Func<GridUnit, int> peopleOf, CountyRunParameters parameters, RandomStreams streams, VisitPolicy? visits, IReadOnlyDictionary<Seat, int>? people)
    {
        _model = model;
        _parameters = parameters;
        _streams = streams;
        _engine = new CaseEngine(model);
        _draw = new ReportDraw(parameters, model, _streams);
        _queue = new EventQueue<RunAct>(parameters.From.AtStartOfDayInZone(model.Calendar.Zone).ToInstant());
        _desks = new SeatDesks(model.Calendar, parameters, streams, _queue, people);
        _detection = new MatterDetection(model, parameters, _desks, streams);
        _conduct = new CaseConduct(_engine, new DispatchOffice(model, authorities, parameters.Codes, parameters.MisdispatchPermille), parameters);
        _ratings = new CaseRatings(_engine, parameters);
        _visits = visits is null ? null : new VisitRounds(visits, model, parameters, peopleOf, _desks, streams);
        _until = parameters.To.PlusDays(1).AtStartOfDayInZone(model.Calendar.Zone).ToInstant();
    }

    /// <summary>Runs a period.</summary>
    /// <param name="model">What decides about cases.</param>
    /// <param name="authorities">The authority list, which dispatchers read to find a lead.</param>
    /// <param name="peopleOf">How many people live in a leaf cell; reports come in proportion.</param>
    /// <param name="parameters">What is assumed about people.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="visits">Who is visited how often; null where nobody says, and then the parameters must not follow it.</param>
    /// <param name="progress">Told the share of the period that is over, 0..1; null for nobody.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentNullException">A reference other than <paramref name="visits"/> and <paramref name="progress"/> is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range, names what the model has not, or the calendar does not know a day of the period; the message names all that is wrong.</exception>
    /// <exception cref="InvalidOperationException">The case engine refuses a report for another reason than that a deadline lies beyond the calendar; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CountyRunResult Execute(
        CaseModel model,
        AuthorityList authorities,
        Func<GridUnit, int> peopleOf,
        CountyRunParameters parameters,
        long seed,
        VisitPolicy? visits = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Execute(model, authorities, peopleOf, parameters, new RandomStreams(seed), visits, progress, cancellation);

    /// <summary>Runs a period as a replication of a study.</summary>
    /// <param name="model">What decides about cases.</param>
    /// <param name="authorities">The authority list, which dispatchers read to find a lead.</param>
    /// <param name="peopleOf">How many people live in a leaf cell; reports come in proportion.</param>
    /// <param name="parameters">What is assumed about people.</param>
    /// <param name="streams">The random numbers.</param>
    /// <param name="visits">Who is visited how often; null where nobody says, and then the parameters must not follow it.</param>
    /// <param name="progress">Told the share of the period that is over, 0..1; null for nobody.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentNullException">A reference other than <paramref name="visits"/> and <paramref name="progress"/> is null.</exception>
    /// <exception cref="ArgumentException">A parameter is outside its range, names what the model has not, or the calendar does not know a day of the period; the message names all that is wrong.</exception>
    /// <exception cref="InvalidOperationException">The case engine refuses a report for another reason than that a deadline lies beyond the calendar; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CountyRunResult Execute(
        CaseModel model,
        AuthorityList authorities,
        Func<GridUnit, int> peopleOf,
        CountyRunParameters parameters,
        RandomStreams streams,
        VisitPolicy? visits = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) => Execute(model, authorities, peopleOf, parameters, streams, visits, null, progress, cancellation);

    /// <summary>Runs a period with some of the people who share the work of a seat missing.</summary>
    internal static CountyRunResult Execute(
        CaseModel model,
        AuthorityList authorities,
        Func<GridUnit, int> peopleOf,
        CountyRunParameters parameters,
        RandomStreams streams,
        VisitPolicy? visits,
        IReadOnlyDictionary<Seat, int>? people,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(peopleOf);
        ArgumentNullException.ThrowIfNull(parameters);
        CountyRunRules.Check(model, visits, parameters);
        var run = new CountyRun(model, authorities, peopleOf, parameters, streams, parameters.Visits.FollowsPolicy ? visits : null, people);
        run.ScheduleReports(peopleOf);
        foreach (var (first, act) in run._visits?.First() ?? [])
        {
            run._queue.Schedule(first, act);
        }

        run.Play(progress, cancellation);
        return new CountyRunResult(
            EquatableArray.From(run._cases.OfType<RunningCase>()
                .Select(static running => new CaseHistory(running.State!, EquatableArray.From(running.Events)) { AroseAt = running.AroseAt })),
            run._conduct.Checked,
            EquatableArray.From(run._conduct.Refused),
            run._until)
        {
            RefusedReports = EquatableArray.From(run._refusedReports),
            Unreported = EquatableArray.From(run._unreported),
            Unfound = EquatableArray.From(run._unfound),
            BusyMinutes = Minutes(run._desks.Busy),
            Visits = run._visits is null ? [] : EquatableArray.From(run._visits.Files),
            VisitMinutes = Minutes(run._desks.Visiting),
        };
    }

    private void ScheduleReports(Func<GridUnit, int> peopleOf)
    {
        foreach (var (at, place, matter) in _draw.Matters(_model.Map.UnitsAt(_model.Map.Scheme.Leaf.Code), peopleOf))
        {
            var (found, token) = _detection.Find(at, place, matter);
            if (found < _until)
            {
                _queue.Schedule(found, new RunAct(RunActKind.Report, _arose.Count, token, place));
                _arose.Add((at, matter));
            }
            else
            {
                _unfound.Add(at);
            }
        }
    }

    private void Play(IProgress<double>? progress, CancellationToken cancellation)
    {
        var start = _queue.Now;
        var told = 0;
        while (_queue.TryTakeBefore(_until, out var act))
        {
            cancellation.ThrowIfCancellationRequested();
            Do(act);
            var percent = (int)(100 * (_queue.Now - start) / (_until - start));
            if (percent > told)
            {
                told = percent;
                progress?.Report(percent / 100.0);
            }
        }

        _desks.Close(_until);
        progress?.Report(1);
    }

    private void Do(RunAct act)
    {
        var at = _queue.Now;
        switch (act.Kind)
        {
            case RunActKind.Report:
                Report(act.Place, _arose[act.Case].At, _arose[act.Case].Matter, act.Token, at);
                break;
            case RunActKind.Desk when _desks.Turn(act.Case, act.Token) is { } done:
                Do(done);
                break;
            case RunActKind.Return:
                _desks.Return(act.Case);
                break;
            case RunActKind.Served when _cases[act.Case] is { State.IsOpen: true } running:
                Lag(act.Case, running, at);
                break;
            case RunActKind.Step when _cases[act.Case] is { State.IsOpen: true } running && running.PlannedStep == act.Token:
                Go(act.Case, running, at);
                break;
            case RunActKind.Deadline when _cases[act.Case] is { State.IsOpen: true } running && running.State.NextDeadline < at:
                Pass(act.Case, running, at);
                break;
            case RunActKind.Rating:
                _ratings.Rate(_cases[act.Case]!, (EvaluationParty)act.Token, at);
                break;
            case RunActKind.VisitBegin when _visits!.Begin(act.Case, at) is { } next:
                _queue.Schedule(next.At, next.Act);
                break;
            case RunActKind.VisitEnd when _visits!.End(act.Case, (VisitOutcome)act.Token, at) is { } next:
                _queue.Schedule(next.At, next.Act);
                break;
            default:
                break;
        }
    }

    private void Go(int index, RunningCase running, Instant at)
    {
        if (_conduct.Act(running, at) == Attempt.Waits)
        {
            // Somebody must be appointed first: it is looked at again when the refusal is forgotten, or when an escalation helps.
            PlanStep(index, running, at + Duration.FromDays(Math.Max(1, _parameters.RefusalRememberedDays)));
            return;
        }

        Follow(index, running, at);
    }

    private void Report(GridCode place, Instant arose, long matter, int token, Instant at)
    {
        var index = _cases.Count;
        var report = _draw.Draw(matter, token);
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C{index + 1:000000}");
        _cases.Add(null);
        if (token == MatterDetection.AsDrawn && report.Channel == _parameters.WorkerChannel && !_detection.IsPatrolled(place, at))
        {
            // Nobody is there to see it: a resident reports it, or nobody does.
            if (!_streams.Stream("report/unpatrolled", matter).NextChance(_parameters.UnpatrolledReportPermille, 1_000))
            {
                _unreported.Add(at);
                return;
            }

            report = report with { Channel = _draw.PublicChannel(matter) };
        }

        var actor = new CaseActor(Reporter(report.Channel, place, at));
        var running = new RunningCase(id, matter, _draw.TierOf(report), _streams) { AroseAt = arose };
        var decision = _engine.Decide(null, new ReportCase(running.NextCommandId(), id, running.Tier.Tier, report.Matter.Code, place, report.Channel), actor, at);
        if (!decision.IsAccepted)
        {
            Refuse(new RefusedReport(id, report.Matter.Code, place, report.Channel, at, decision.Refusals) { AroseAt = arose });
            return;
        }

        _cases[index] = running;
        running.Apply(decision.Events);
        Size(running, actor, at);
        Follow(index, running, at);
    }

    // Grid workers report what they find themselves; everything else is taken in by the dispatcher, or by who acts in that place.
    private Seat Reporter(string channel, GridCode place, Instant at)
    {
        var code = channel == _parameters.WorkerChannel ? _parameters.Codes.WorkerPost : _parameters.Codes.DispatcherPost;
        return _model.Establishment.TryFindPost(code, out var post) && _model.Map.AncestorAt(place, post.Level) is { } unit
            ? SeatHolders.ActingFor(_model, new Seat(code, unit.Code.ToString()), at)
            : throw new InvalidOperationException($"The post \"{code}\" should have a seat over every cell of the map, but has none over \"{place}\".");
    }

    // A limit that ends beyond the published calendar is a lawful no. Any other means that the run is not what was asked for.
    private void Refuse(RefusedReport report)
    {
        if (report.Refusals.FirstOrDefault(static refusal => refusal.Code != CalendarUnknown) is { } refusal)
        {
            throw new InvalidOperationException($"The case engine should accept the report of \"{report.Matter}\" by \"{report.Channel}\" in \"{report.Place}\", but refuses it: {refusal.Message}");
        }

        _refusedReports.Add(report);
    }

    // Whoever takes a case in classes it; where the model does not let them, it stays without a size but is as much work.
    private void Size(RunningCase running, CaseActor actor, Instant at)
    {
        if (_draw.SizeOf(running.Draws("size")) is { } size)
        {
            running.ServicePercent = size.ServicePercent;
            running.Apply(_engine.Decide(running.State, new SizeCase(running.NextCommandId(), size.Size, "simulated"), actor, at).Events);
        }
    }

    // What comes next for a case that has just moved: its next step, its next deadline, and ratings once it is closed.
    private void Follow(int index, RunningCase running, Instant at)
    {
        var c = running.State!;
        if (!c.IsOpen)
        {
            foreach (var (party, when) in _ratings.Plan(running, at))
            {
                _queue.Schedule(when, new RunAct(RunActKind.Rating, index, (int)party, c.Place));
            }

            return;
        }

        Watch(index, c);
        var behaviour = _conduct.BehaviourIn(c.State);
        running.Lag = Exponential(running, "lag/" + c.State, behaviour.LagMinutes * (behaviour.IsDeskWork ? 1 : running.LagFactor), running.Tier.LagPercent);
        running.Job = new DeskJob
        {
            Seat = c.Responsible!.Value,
            Service = Exponential(running, "service/" + c.State, behaviour.ServiceMinutes, running.ServicePercent) + Travel(running, c.State),
            RoundTheClock = running.Tier.RoundTheClock,
            Done = new RunAct(RunActKind.Served, index, 0, c.Place),
        };
        if (running.Job.Service + running.Lag == Duration.Zero)
        {
            // Steps that take no time at all could go round and round within one instant.
            running.Lag = Duration.FromMinutes(1);
        }

        _desks.Ask(running.Job);
    }

    // The work of a step is done; what it then waits for occupies nobody.
    private void Lag(int index, RunningCase running, Instant at)
    {
        running.Job = null;
        if (_desks.After(at, running.Lag, running.Tier.RoundTheClock) is { } next)
        {
            PlanStep(index, running, next);
        }
    }

    private Duration Travel(RunningCase running, string state) =>
        string.Equals(state, _parameters.Codes.TravelState, StringComparison.Ordinal) ? Exponential(running, "travel", _parameters.TravelMinutes, 100) : Duration.Zero;

    private void Pass(int index, RunningCase running, Instant at)
    {
        var before = running.State!.Version;
        var decision = _engine.Decide(running.State, new PassDeadline(running.NextCommandId()), CaseActor.Clock, at);
        running.Apply(decision.Events);
        if (!decision.IsAccepted)
        {
            return;
        }

        Watch(index, running.State);
        if (running.State.Version > before && running.Draws("escalation").NextChance(_parameters.EscalationHelpsPermille, 1_000))
        {
            Urge(index, running, at);
        }
    }

    // Nobody works faster for being urged: what waits for its turn is done next, and what waits for others waits no longer than an hour.
    private void Urge(int index, RunningCase running, Instant at)
    {
        if (running.Job is { } job)
        {
            _desks.Urge(job);
        }
        else if (_model.Calendar.AddWorkingTime(at, Duration.FromMinutes(60)) is { IsKnown: true } soon && soon.At < running.PlannedAt)
        {
            PlanStep(index, running, soon.At);
        }
    }

    private void PlanStep(int index, RunningCase running, Instant at)
    {
        running.PlannedAt = at;
        _queue.Schedule(at, new RunAct(RunActKind.Step, index, ++running.PlannedStep, running.State!.Place));
    }

    // A clock that goes on after rework may have run out already: its deadline then passes at once.
    private void Watch(int index, GridCase c) =>
        _queue.Schedule(Instant.Max(c.NextDeadline!.Value, _queue.Now) + Duration.FromSeconds(1), new RunAct(RunActKind.Deadline, index, 0, c.Place));

    private static EquatableArray<WeightedCode> Minutes(SortedDictionary<string, Duration> byPost) =>
        EquatableArray.From(byPost.Select(static post => new WeightedCode(post.Key, (int)post.Value.TotalMinutes)));

    private static Duration Exponential(RunningCase running, string decision, int meanMinutes, int percent) => meanMinutes == 0 || percent == 0
        ? Duration.Zero
        : Duration.FromSeconds((long)Math.Min(LongestSeconds, running.Draws(decision).NextExponential(meanMinutes * 60.0 * percent / 100)));
}
