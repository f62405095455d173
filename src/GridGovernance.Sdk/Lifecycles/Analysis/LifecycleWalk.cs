namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Every configuration that a case can be in, each with the shortest way there, and every transition that it can take.</summary>
internal sealed class LifecycleWalk
{
    // Far above what any lifecycle of people has; a definition that is made to be large is cut, and the report says so.
    private const int MostConfigurations = 1 << 16;
    private readonly Lifecycle _lifecycle;
    private readonly LifecycleVocabulary _vocabulary;
    private readonly Dictionary<LifecycleConfiguration, int> _positions = [];
    private readonly List<LifecycleConfiguration> _order = [];
    private readonly List<LifecyclePath> _paths = [];
    private readonly List<LifecycleStep> _steps = [];
    private readonly Dictionary<string, LifecyclePath> _pathToState = new(StringComparer.Ordinal);
    private readonly HashSet<LifecycleTransition> _taken = [];

    private LifecycleWalk(Lifecycle lifecycle, LifecycleVocabulary vocabulary)
    {
        (_lifecycle, _vocabulary) = (lifecycle, vocabulary);
        Facts = new LifecycleFacts(lifecycle, vocabulary);
    }

    internal LifecycleFacts Facts { get; }

    /// <summary>Gets the configurations, nearest first.</summary>
    internal IReadOnlyList<LifecycleConfiguration> Configurations => _order;

    /// <summary>Gets every step between them, by the configuration that it leaves.</summary>
    internal IReadOnlyList<LifecycleStep> Steps => _steps;

    /// <summary>Gets how many configurations a case can begin in: the first ones.</summary>
    internal int Beginnings { get; private set; }

    /// <summary>Gets how many configurations were left on every way, the first ones; the others are known but not walked on from.</summary>
    internal int Walked { get; private set; }

    internal bool IsCut => Walked < _order.Count;

    internal static LifecycleWalk Of(Lifecycle lifecycle, LifecycleVocabulary vocabulary, int most = MostConfigurations)
    {
        var walk = new LifecycleWalk(lifecycle, vocabulary);
        var idle = EquatableArray.From(lifecycle.Clocks.Select(static _ => ClockStatus.Idle));
        foreach (var initial in walk.Facts.Initials)
        {
            walk.Enter(lifecycle.Initial, walk.Facts.After(initial, lifecycle.Initial.Definition.OnEntry), idle, new LifecyclePath([lifecycle.Initial.Code]));
        }

        walk.Beginnings = walk._order.Count;
        while (walk.Walked < walk._order.Count && walk._order.Count <= most)
        {
            walk.Leave(walk.Walked++);
        }

        return walk;
    }

    internal LifecyclePath PathTo(int position) => _paths[position];

    internal LifecyclePath PathTo(LifecycleConfiguration configuration) => _paths[_positions[configuration]];

    internal LifecyclePath PathTo(string state) => _pathToState.GetValueOrDefault(state);

    internal bool IsReached(LifecycleState state) => _pathToState.ContainsKey(state.Code);

    internal bool IsTaken(LifecycleTransition transition) => _taken.Contains(transition);

    private void Leave(int position)
    {
        var at = _order[position];
        foreach (var trigger in _lifecycle.Definition.Triggers)
        {
            var row = _lifecycle.Transitions(at.State, trigger.Code);
            for (var i = 0; i < row.Length; i++)
            {
                var transition = row[i];
                var parties = WhoMayFire(row, i, at.Facts);
                if (parties.Count == 0)
                {
                    continue;
                }

                _taken.Add(transition);
                var facts = Facts.After(at.Facts, transition.Effects);
                var path = _paths[position].Then(trigger.Code, transition.Target.Code);
                var to = transition.IsInternal ? Add(at with { Facts = facts }, path) : Enter(transition.Target, facts, at.Clocks, path);
                var lasts = transition.Definition.Within is null && parties.Exists(party => Facts.IsSure(party, at.State, at.Facts));
                _steps.Add(new LifecycleStep(position, to, transition, lasts, parties.TrueForAll(_vocabulary.VacantPosts.Contains)));
            }
        }
    }

    // It may be fired where its guards can hold, by those who are there and may not take an earlier transition that is sure to hold with it.
    private List<string> WhoMayFire(ReadOnlySpan<LifecycleTransition> row, int index, UInt128 facts)
    {
        var parties = new List<string>();
        var transition = row[index];
        if (!Facts.MayHold(transition.Guards, facts) || !Facts.IsReceived(transition, facts))
        {
            return parties;
        }

        var sure = transition.Guards | (facts & Facts.Tracked);
        foreach (var party in transition.Definition.By.AsSpan())
        {
            var isFree = Facts.IsThere(party, transition.Source, facts);
            for (var j = 0; j < index && isFree; j++)
            {
                isFree = row[j].Definition.Within is not null || (row[j].Guards & ~sure) != 0 || !row[j].Definition.By.Contains(party);
            }

            if (isFree)
            {
                parties.Add(party);
            }
        }

        return parties;
    }

    private int Enter(LifecycleState state, UInt128 facts, EquatableArray<ClockStatus> before, LifecyclePath path)
    {
        // A reopened case has the clocks back that its closure stopped, so a final state keeps them as they stood.
        var clocks = state.IsFinal ? before : EquatableArray.From(_lifecycle.Clocks.Select(clock => clock.After(before[clock.Index], state)));
        return Add(new LifecycleConfiguration(state, facts, clocks), path);
    }

    private int Add(LifecycleConfiguration configuration, LifecyclePath path)
    {
        if (_positions.TryAdd(configuration, _order.Count))
        {
            _order.Add(configuration);
            _paths.Add(path);
            for (var state = configuration.State; state is not null; state = state.Superstate)
            {
                _pathToState.TryAdd(state.Code, path);
            }
        }

        return _positions[configuration];
    }
}
