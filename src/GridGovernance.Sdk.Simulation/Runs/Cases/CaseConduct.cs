using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How people act on a case: they draw a trigger, and when the engine refuses it they try the next best.</summary>
internal sealed class CaseConduct
{
    private const string Note = "simulated";
    private const string SeatVacant = "cases.seat-vacant";
    private const string NotYourRole = "permissions.not-your-role";
    private readonly CaseEngine _engine;
    private readonly DispatchOffice _office;
    private readonly Dictionary<string, StepBehaviour> _behaviours;
    private readonly RefusalMemory _memory;
    private readonly string _dispatch;
    private readonly int _misjudgePermille;
    private readonly int _otherwiseMinutes;
    private readonly List<RefusedAct> _refused = [];

    internal CaseConduct(CaseEngine engine, DispatchOffice office, CountyRunParameters parameters)
    {
        _engine = engine;
        _office = office;
        _behaviours = parameters.Steps.ToDictionary(step => step.State, StringComparer.Ordinal);
        _dispatch = parameters.Codes.DispatchTrigger;
        _memory = new RefusalMemory(engine.Model.Establishment, parameters.RefusalRememberedDays);
        _misjudgePermille = parameters.MisdispatchPermille;
        _otherwiseMinutes = parameters.OtherwiseMinutes;
    }

    internal long Checked { get; private set; }

    internal IReadOnlyList<RefusedAct> Refused => _refused;

    internal StepBehaviour BehaviourIn(string state) =>
        _behaviours.GetValueOrDefault(state) ?? new StepBehaviour { State = state, ServiceMinutes = _otherwiseMinutes, Triggers = [] };

    /// <summary>Acts on an open case. Says how it went; where everything is refused, the case waits for its next go and its deadline.</summary>
    internal Attempt Act(RunningCase running, Instant at)
    {
        var waits = false;
        foreach (var (trigger, isUsual) in Triggers(running))
        {
            // What only waits for somebody is not got rid of by what nobody would otherwise do.
            if (waits && !isUsual)
            {
                break;
            }

            var attempt = trigger == _dispatch ? TryDispatch(running, at) : TryMove(running, trigger, at);
            if (attempt is Attempt.Done or Attempt.Spent)
            {
                return attempt;
            }

            waits |= attempt == Attempt.Waits;
        }

        return waits ? Attempt.Waits : Attempt.Refused;
    }

    // The drawn trigger first, then the others by weight, then whatever else the table permits.
    private IEnumerable<(string Code, bool IsUsual)> Triggers(RunningCase running)
    {
        var c = running.State!;
        var lifecycle = _engine.Model.Lifecycles.Find(c.Lifecycle)!;
        var permitted = lifecycle.PermittedTriggers(lifecycle.FindState(c.State)!).Select(trigger => trigger.Code).ToArray();
        var known = BehaviourIn(c.State).Triggers.Where(trigger => trigger.Weight > 0 && permitted.Contains(trigger.Code)).ToArray();
        if (known.Length == 0)
        {
            return permitted.Select(static code => (code, true));
        }

        var ticket = running.Draws("trigger/" + c.State).NextInt32(known.Sum(trigger => trigger.Weight));
        var drawn = known.First(trigger => (ticket -= trigger.Weight) < 0);
        var usual = known.Where(trigger => trigger != drawn).OrderByDescending(trigger => trigger.Weight).Prepend(drawn).Select(static trigger => trigger.Code).ToArray();
        return usual.Select(static code => (code, true)).Concat(permitted.Except(usual, StringComparer.Ordinal).Select(static code => (code, false)));
    }

    private Attempt TryMove(RunningCase running, string trigger, Instant at)
    {
        var isListed = IsListed(running.State!, trigger);
        foreach (var actor in CaseActors.For(_engine.Model, running.State!, trigger, at))
        {
            var isMisjudged = false;
            if (isListed && !WouldTry(running, actor.Seat, at, out isMisjudged))
            {
                continue;
            }

            var decision = _engine.Decide(running.State, new MoveCase(running.NextCommandId(), trigger, Note), actor, at);
            if (isListed)
            {
                Count(running, actor.Seat, actor.Seat, decision.Refusals, at);
            }

            if (decision.IsAccepted)
            {
                running.Apply(decision.Events);
                return Attempt.Done;
            }

            if (isMisjudged)
            {
                running.HasMisjudged = true;
                return Attempt.Spent;
            }
        }

        return Attempt.Refused;
    }

    private Attempt TryDispatch(RunningCase running, Instant at)
    {
        var actor = CaseActors.For(_engine.Model, running.State!, _dispatch, at).LastOrDefault();
        if (actor is null)
        {
            return Attempt.Refused;
        }

        // A dispatch that goes the wrong way costs another go; nobody tries the same wrong way twice.
        if (!running.HasGoneAstray && _office.WrongWay(running.State!, running.Draws("dispatch")) is { } wrong
            && !_memory.Recalls(actor.Seat, running.State!.Matter, wrong, at) && wrong != _office.Candidates(running.State!, at).FirstOrDefault())
        {
            running.HasGoneAstray = true;
            return Dispatch(running, wrong, actor, at).Count == 0 ? Attempt.Done : Attempt.Spent;
        }

        var (candidates, waits) = (_office.Candidates(running.State!, at).ToArray(), false);
        var untried = candidates.Where(lead => !_memory.Recalls(actor.Seat, running.State!.Matter, lead, at)).ToArray();
        foreach (var lead in untried.Concat(candidates.Except(untried)))
        {
            var refusals = Dispatch(running, lead, actor, at);
            if (refusals.Count == 0)
            {
                running.HasGoneAstray = false;
                return Attempt.Done;
            }

            // Whoever would take it is missing, or whoever may dispatch it to its lead: no reason to send away what belongs here.
            waits |= refusals.All(static refusal => refusal.Code == SeatVacant)
                || (refusals.All(static refusal => refusal.Code is SeatVacant or NotYourRole) && _office.IsLead(lead, running.State!, at));
        }

        return waits ? Attempt.Waits : Attempt.Refused;
    }

    private EquatableArray<Refusal> Dispatch(RunningCase running, Seat lead, CaseActor actor, Instant at)
    {
        var decision = _engine.Decide(running.State, new DispatchCase(running.NextCommandId(), lead, Note: Note), actor, at);
        Count(running, actor.Seat, lead, decision.Refusals, at);
        running.Apply(decision.Events);
        return decision.Refusals;
    }

    private bool IsListed(GridCase c, string trigger)
    {
        var lifecycle = _engine.Model.Lifecycles.Find(c.Lifecycle)!;
        return lifecycle.Transitions(lifecycle.FindState(c.State)!, trigger).ToArray()
            .Any(transition => transition.Definition.Guards.Contains(CaseGuards.MaySelfHandle.Name));
    }

    // Who handles on the spot knows what is theirs, mostly, and what was refused to them lately.
    private bool WouldTry(RunningCase running, Seat seat, Instant at, out bool isMisjudged)
    {
        var isLead = _office.IsLead(seat, running.State!, at);
        isMisjudged = !isLead && !running.HasMisjudged && running.Draws("misjudge").NextChance(_misjudgePermille, 1_000);
        return (isLead || isMisjudged) && !_memory.Recalls(seat, running.State!.Matter, seat, at);
    }

    private void Count(RunningCase running, Seat actor, Seat seat, EquatableArray<Refusal> refusals, Instant at)
    {
        Checked++;
        if (refusals.Count > 0)
        {
            var c = running.State!;
            if (refusals.Any(refusal => refusal.Rules.Count > 0 || refusal.Kind == RefusalKind.OutsideListOrTime))
            {
                _memory.Remember(actor, c.Matter, seat, at);
            }

            _refused.Add(new RefusedAct(c.Id, c.Matter, c.Place, seat, at, refusals));
        }
    }
}
