using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The promises of a closed loop (闭环), proved on the table: every state is reached, every open state leads to closure and has a running clock, every transition can be taken, and by somebody.</summary>
internal sealed class LifecycleAnalysis
{
    private readonly Lifecycle _lifecycle;
    private readonly LifecycleVocabulary _vocabulary;
    private readonly LifecycleWalk _walk;
    private readonly List<LifecycleFinding> _findings = [];

    private LifecycleAnalysis(Lifecycle lifecycle, LifecycleVocabulary vocabulary, LifecycleWalk walk)
    {
        _lifecycle = lifecycle;
        _vocabulary = vocabulary;
        _walk = walk;
    }

    internal static List<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleVocabulary vocabulary, LifecycleWalk walk)
    {
        var analysis = new LifecycleAnalysis(lifecycle, vocabulary, walk);
        if (walk.IsCut)
        {
            analysis.Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.analysis-cut", walk.Configurations.Count], FindingPlace.At("/states")), null, default);
        }

        analysis.Beginning();
        analysis.States();
        analysis.Transitions();
        analysis._findings.AddRange(LifecycleChoices.Run(lifecycle, walk));
        analysis._findings.AddRange(LifecycleLimits.Run(lifecycle, vocabulary, walk));
        analysis._findings.AddRange(LifecycleLeftovers.Run(lifecycle, walk));
        analysis._findings.AddRange(LifecycleLadder.Run(lifecycle, vocabulary, walk));
        return analysis._findings;
    }

    private void Beginning()
    {
        var initial = _lifecycle.Initial;
        if (initial.Responsible is { } party && !_walk.Facts.Initials.All(facts => _walk.Facts.IsThere(party, facts)))
        {
            Error("lifecycles.begins-with-nobody", initial, _walk.PathTo(initial.Code), party);
        }
    }

    private void States()
    {
        var closable = LifecycleClosing.Of(_walk, static step => step.Lasts);
        var staffed = LifecycleClosing.Of(_walk, static step => step.Lasts && !step.IsByVacant);
        var steps = _walk.Steps.ToLookup(static step => step.From);
        var silent = new Dictionary<LifecycleState, LifecycleConfiguration>();
        var open = new HashSet<LifecycleState>();
        var (trapped, stuck, waiting) = (new Dictionary<LifecycleState, int>(), new Dictionary<LifecycleState, int>(), new Dictionary<LifecycleState, int>());
        for (var i = 0; i < closable.Length; i++)
        {
            var at = _walk.Configurations[i];
            if (!at.State.IsFinal && !at.Clocks.Contains(ClockStatus.Running))
            {
                silent.TryAdd(at.State, at);
            }

            if (!closable[i])
            {
                (steps[i].Any(static step => step.Lasts && step.Leaves) ? stuck : trapped).TryAdd(at.State, i);
            }
            else
            {
                open.Add(at.State);
            }

            if (closable[i] && !staffed[i] && steps[i].Any(step => step is { Lasts: true, IsByVacant: true } && staffed[step.To]))
            {
                waiting.TryAdd(at.State, i);
            }
        }

        foreach (var state in _lifecycle.States.Where(static state => !state.IsSuperstate))
        {
            if (!_walk.IsReached(state))
            {
                Error("lifecycles.unreachable", state, default);
                continue;
            }

            var path = _walk.PathTo(state.Code);
            // Where no case of the state can be closed, but some can be moved, it is the route that is missing.
            var isLost = stuck.TryGetValue(state, out var lost);
            if (trapped.TryGetValue(state, out var trap) && !(isLost && !open.Contains(state)))
            {
                Stuck("lifecycles.trap", trap, steps[trap]);
            }
            else if (isLost)
            {
                Stuck("lifecycles.no-route-to-closure", lost, steps[lost]);
            }

            if (silent.TryGetValue(state, out var quiet))
            {
                Error("lifecycles.no-deadline", state, _walk.PathTo(quiet), _walk.PathTo(quiet));
            }

            if (!state.IsFinal && Leaving(state).ToArray() is { Length: > 0 } leaving
                && leaving.All(transition => transition.Definition.By.All(_vocabulary.VacantPosts.Contains)))
            {
                var posts = string.Join(", ", leaving.SelectMany(static transition => transition.Definition.By).Distinct(StringComparer.Ordinal));
                Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.only-vacant", state.Code, posts, path], PlaceOf(state)), state.Code, path);
            }
            else if (waiting.TryGetValue(state, out var wait))
            {
                var posts = string.Join(", ", steps[wait].Where(static step => step.IsByVacant).SelectMany(static step => step.Transition.Definition.By).Distinct(StringComparer.Ordinal));
                Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.closure-only-vacant", state.Code, posts, _walk.PathTo(wait)], PlaceOf(state)), state.Code, _walk.PathTo(wait));
            }
        }
    }

    // Says with the way there what does not hold, and which windows do not count because they close.
    private void Stuck(string code, int position, IEnumerable<LifecycleStep> steps)
    {
        var at = _walk.Configurations[position];
        var path = _walk.PathTo(position);
        var lacking = EquatableArray.From(_walk.Facts.Lacking(From(at.State), at.Facts));
        var windows = steps.Where(static step => step.Transition.Definition.Within is not null).Select(static step => step.Transition.Trigger).Distinct(StringComparer.Ordinal).ToArray();
        object without = lacking.Count == 0 ? "" : LifecycleMessages.Texts["lifecycles.where-not", string.Join(", ", lacking)];
        object closed = windows.Length == 0 ? "" : LifecycleMessages.Texts["lifecycles.when-closed", string.Join(", ", windows)];
        Add(Finding.Error(LifecycleMessages.Texts[code, at.State.Code, path, without, closed], PlaceOf(at.State)), at.State.Code, path, lacking);
    }

    // A transition that stands in several rows is taken when it is taken in one of them.
    private void Transitions()
    {
        var rows = new Dictionary<TransitionDefinition, List<LifecycleTransition>>(ReferenceEqualityComparer.Instance);
        foreach (var transition in _lifecycle.States.SelectMany(From))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(rows, transition.Definition, out _) ??= []).Add(transition);
        }

        for (var i = 0; i < _lifecycle.Definition.Transitions.Count; i++)
        {
            var definition = _lifecycle.Definition.Transitions[i];
            if (!rows.TryGetValue(definition, out var row) || row.Any(_walk.IsTaken) || row.Find(transition => _walk.IsReached(transition.Source)) is not { } shown)
            {
                continue;
            }

            var path = _walk.PathTo(shown.Source.Code);
            var message = !MayHold(row)
                ? LifecycleMessages.Texts["lifecycles.guard-never-holds", definition.Trigger, definition.From, string.Join(", ", definition.Guards), path]
                : IsManned(row)
                ? LifecycleMessages.Texts["lifecycles.shadowed", definition.Trigger, definition.From, path]
                : LifecycleMessages.Texts["lifecycles.nobody-there", definition.Trigger, definition.From, string.Join(", ", definition.By), shown.Target.Code, path];
            Add(Finding.Warning(message, FindingPlace.At(FormattableString.Invariant($"/transitions/{i}")) with { Subject = definition.From }), definition.From, path);
        }
    }

    private bool MayHold(List<LifecycleTransition> row) => _walk.Configurations.Any(at => row.Exists(transition => ReferenceEquals(transition.Source, at.State) && _walk.Facts.MayHold(transition.Guards, at.Facts)));

    private bool IsManned(List<LifecycleTransition> row) => _walk.Configurations.Any(at => row.Exists(transition => ReferenceEquals(transition.Source, at.State) && _walk.Facts.CanTake(transition, at.Facts)));

    private IEnumerable<LifecycleTransition> From(LifecycleState state) =>
        _lifecycle.PermittedTriggers(state).SelectMany(trigger => _lifecycle.Transitions(state, trigger.Code).ToArray());

    private IEnumerable<LifecycleTransition> Leaving(LifecycleState state) =>
        From(state).Where(transition => _walk.IsTaken(transition) && !ReferenceEquals(transition.Target, state));

    private void Error(string code, LifecycleState state, LifecyclePath path, params ReadOnlySpan<object?> more) =>
        Add(Finding.Error(LifecycleMessages.Texts[code, [state.Code, .. more]], PlaceOf(state)), state.Code, path);

    private void Add(Finding finding, string? state, LifecyclePath path, EquatableArray<string> lacking = default) =>
        _findings.Add(new LifecycleFinding(finding, state, path) { Lacking = lacking });

    private static FindingPlace PlaceOf(LifecycleState state) => FindingPlace.At(FormattableString.Invariant($"/states/{state.Index}")) with { Subject = state.Code };
}
