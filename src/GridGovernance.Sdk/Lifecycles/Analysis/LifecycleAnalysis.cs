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

        analysis.States();
        analysis.Transitions();
        analysis._findings.AddRange(LifecycleChoices.Run(lifecycle, walk));
        analysis._findings.AddRange(LifecycleLimits.Run(lifecycle, vocabulary, walk));
        analysis._findings.AddRange(LifecycleLadder.Run(lifecycle, vocabulary));
        return analysis._findings;
    }

    private void States()
    {
        var closable = Closable();
        var silent = new Dictionary<LifecycleState, LifecycleConfiguration>();
        foreach (var configuration in _walk.Configurations.Where(static c => !c.State.IsFinal && !c.Clocks.Contains(ClockStatus.Running)))
        {
            silent.TryAdd(configuration.State, configuration);
        }

        foreach (var state in _lifecycle.States.Where(static state => !state.IsSuperstate))
        {
            if (!_walk.IsReached(state))
            {
                Error("lifecycles.unreachable", state, default);
                continue;
            }

            var path = _walk.PathTo(state.Code);
            if (!state.IsFinal && !Leaving(state).Any())
            {
                Error("lifecycles.trap", state, path, path);
            }
            else if (!closable.Contains(state))
            {
                Error("lifecycles.no-route-to-closure", state, path, path);
            }

            if (silent.TryGetValue(state, out var at))
            {
                Error("lifecycles.no-deadline", state, _walk.PathTo(at), _walk.PathTo(at));
            }

            if (!state.IsFinal && Leaving(state).ToArray() is { Length: > 0 } leaving
                && leaving.All(transition => transition.Definition.By.All(_vocabulary.VacantPosts.Contains)))
            {
                var posts = string.Join(", ", leaving.SelectMany(static transition => transition.Definition.By).Distinct(StringComparer.Ordinal));
                Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.only-vacant", state.Code, posts, path], PlaceOf(state)), state.Code, path);
            }
        }
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
            var never = !_walk.Configurations.Any(at => row.Any(transition => ReferenceEquals(transition.Source, at.State))
                && (shown.Guards & _walk.Facts.Tracked & ~at.Facts) == 0 && _walk.Facts.AreCompatible(shown.Guards));
            var message = never
                ? LifecycleMessages.Texts["lifecycles.guard-never-holds", definition.Trigger, definition.From, string.Join(", ", definition.Guards), path]
                : LifecycleMessages.Texts["lifecycles.shadowed", definition.Trigger, definition.From, path];
            Add(Finding.Warning(message, FindingPlace.At(FormattableString.Invariant($"/transitions/{i}")) with { Subject = definition.From }), definition.From, path);
        }
    }

    private HashSet<LifecycleState> Closable()
    {
        var sources = _lifecycle.States.SelectMany(From).Where(_walk.IsTaken).ToLookup(static transition => transition.Target, static transition => transition.Source);
        var closable = _lifecycle.States.Where(static state => state.IsFinal).ToHashSet();
        var open = new Queue<LifecycleState>(closable);
        while (open.TryDequeue(out var target))
        {
            foreach (var source in sources[target].Where(closable.Add))
            {
                open.Enqueue(source);
            }
        }

        return closable;
    }

    private IEnumerable<LifecycleTransition> From(LifecycleState state) =>
        _lifecycle.PermittedTriggers(state).SelectMany(trigger => _lifecycle.Transitions(state, trigger.Code).ToArray());

    private IEnumerable<LifecycleTransition> Leaving(LifecycleState state) =>
        From(state).Where(transition => _walk.IsTaken(transition) && !ReferenceEquals(transition.Target, state));

    private void Error(string code, LifecycleState state, LifecyclePath path, params ReadOnlySpan<object?> more) =>
        Add(Finding.Error(LifecycleMessages.Texts[code, [state.Code, .. more]], PlaceOf(state)), state.Code, path);

    private void Add(Finding finding, string? state, LifecyclePath path) => _findings.Add(new LifecycleFinding(finding, state, path));

    private static FindingPlace PlaceOf(LifecycleState state) => FindingPlace.At(FormattableString.Invariant($"/states/{state.Index}")) with { Subject = state.Code };
}
