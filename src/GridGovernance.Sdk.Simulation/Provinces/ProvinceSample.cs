using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>Makes a sample of a province's cases again through the full case engine: every move that the columns made must be one that the engine accepts, into the same state.</summary>
public sealed class ProvinceSample
{
    private const string Dispatch = "dispatch";
    private const string Note = "simulated";
    private const string Channel = "grid-worker-terminal";
    private readonly GovernanceModel _model;
    private readonly CaseEngine _engine;
    private readonly DispatchOffice _office;
    private readonly GridCode[] _places;
    private readonly Dictionary<(string Tier, bool OnTheSpot), Matter[]> _pools = [];
    private readonly ProvinceRun _run;

    private ProvinceSample(GovernanceModel model, ProvinceRun run)
    {
        (_model, _run) = (model, run);
        var map = PlainCounty.Create(model.Scheme, model.County.Code.ToString(), new CountyShape());
        _engine = new CaseEngine(model.ToCaseModel(map));
        _office = new DispatchOffice(_engine.Model, model.AuthorityList, ModelCodes.Default, 0);
        _places = [.. map.UnitsAt(map.Scheme.Leaf.Code).Select(static unit => unit.Code)];
    }

    /// <summary>Runs a province and makes a sample of its cases again.</summary>
    /// <param name="model">The definitions.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="streams">The random numbers.</param>
    /// <param name="every">Which cases are sampled: each so many-th. The default is 100: one in a hundred.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>What happened in the province, what of the sample the engine would not do alike, and whether the sampled cases keep what every case must.</returns>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The parameters do not fit.</exception>
    /// <exception cref="InvalidOperationException">A tier that is sampled has no matter that the case engine would accept.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static (ProvinceResult Result, int Differing, CaseInvariants Invariants) Run(
        GovernanceModel model, ProvinceParameters parameters, RandomStreams streams, int every = 100, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        var run = ProvinceRun.Create(model, parameters, streams, every);
        var result = run.Play(cancellation);
        var sample = new ProvinceSample(model, run);
        var (histories, differing) = (new List<CaseHistory>(), 0);
        var moves = run.Sampled.ToLookup(static move => move.Case);
        for (var one = 0; one < result.Reported; one += every)
        {
            cancellation.ThrowIfCancellationRequested();
            var (history, isAlike) = sample.Again(one, moves[one]);
            differing += isAlike ? 0 : 1;
            histories.Add(history);
        }

        return (result, differing, CaseInvariants.Of(histories));
    }

    private (CaseHistory History, bool IsAlike) Again(int one, IEnumerable<ProvinceMove> moves)
    {
        var running = new RunningCase(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C{one + 1:000000}"), one, new TierBehaviour { Tier = _run.TierOf(one), Weight = 1, HardPermille = 0 }, new RandomStreams(0));
        var place = _places[one % _places.Length];
        var at = _run.At(_run.ReportedAt(one));
        var worker = new CaseActor(new Seat("grid-worker", _engine.Model.Map.AncestorAt(place, "grid")!.Code.ToString()));
        running.Apply(_engine.Decide(null, new ReportCase(running.NextCommandId(), running.Id, running.Tier.Tier, MatterOf(one, place, at).Code, place, Channel), worker, at).EnsureAccepted());
        foreach (var move in moves)
        {
            at = _run.At(move.Minute);
            PassDeadlines(running, at);
            if (!TryMove(running, move.Trigger, at) || running.State!.State != move.State)
            {
                return (new CaseHistory(running.State!, EquatableArray.From(running.Events)), false);
            }
        }

        return (new CaseHistory(running.State!, EquatableArray.From(running.Events)), true);
    }

    private void PassDeadlines(RunningCase running, Instant until)
    {
        while (running.State is { IsOpen: true, NextDeadline: { } due } && due + Duration.FromSeconds(1) < until)
        {
            var decision = _engine.Decide(running.State, new PassDeadline(running.NextCommandId()), CaseActor.Clock, due + Duration.FromSeconds(1));
            if (!decision.IsAccepted || decision.Events.Count == 0)
            {
                return;
            }

            running.Apply(decision.Events);
        }
    }

    private bool TryMove(RunningCase running, string trigger, Instant at)
    {
        foreach (var actor in CaseActors.For(_engine.Model, running.State!, trigger, at).Reverse())
        {
            var leads = trigger == Dispatch ? _office.Candidates(running.State!, at).Cast<Seat?>() : [null];
            foreach (var lead in leads)
            {
                CaseCommand command = lead is { } seat ? new DispatchCase(running.NextCommandId(), seat, Note: Note) : new MoveCase(running.NextCommandId(), trigger, Note);
                var decision = _engine.Decide(running.State, command, actor, at);
                if (decision.IsAccepted)
                {
                    running.Apply(decision.Events);
                    return true;
                }
            }
        }

        return false;
    }

    // A matter whose lead is the grid worker where the columns let the grid handle it, otherwise one of a department.
    private Matter MatterOf(int one, GridCode place, Instant at)
    {
        var key = (_run.TierOf(one), _run.IsOnTheSpot(one));
        if (!_pools.TryGetValue(key, out var pool))
        {
            var ofTier = _model.Matters.Matters.Where(matter => TierRule.Choose(_engine.Model.TierRules, matter, Channel)?.Tier == key.Item1 && matter.Purpose is not (MatterPurpose.Vitality or MatterPurpose.Unrelated)).ToArray();
            var usable = ofTier.Where(matter => IsUsable(matter, key.Item1, place, at, key.Item2)).ToArray();
            _pools.Add(key, pool = usable.Length > 0 ? usable : [.. ofTier.Where(matter => IsUsable(matter, key.Item1, place, at, !key.Item2))]);
        }

        return pool.Length > 0
            ? pool[one % pool.Length]
            : throw new InvalidOperationException($"The tier \"{key.Item1}\" should have a matter that the case engine accepts and that comes to a lead, since cases of it are sampled, but has none.");
    }

    private bool IsUsable(Matter matter, string tier, GridCode place, Instant at, bool byGrid)
    {
        var running = new RunningCase("probe", 0, new TierBehaviour { Tier = tier, Weight = 1, HardPermille = 0 }, new RandomStreams(0));
        var worker = new Seat("grid-worker", _engine.Model.Map.AncestorAt(place, "grid")!.Code.ToString());
        var decision = _engine.Decide(null, new ReportCase(running.NextCommandId(), "probe", tier, matter.Code, place, Channel), new CaseActor(worker), at);
        running.Apply(decision.Events);
        return decision.IsAccepted && _office.IsLead(worker, running.State!, at) == byGrid 
            && (byGrid ? TryMove(running, "handle-on-spot", at) : TryMove(running, "accept", at) && TryMove(running, Dispatch, at));
    }
}
