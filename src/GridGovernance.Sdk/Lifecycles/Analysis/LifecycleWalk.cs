namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Every configuration that a case can be in, each with the shortest way there, and every transition that it can take.</summary>
internal sealed class LifecycleWalk
{
    // Far above what any lifecycle of people has; a definition that is made to be large is cut, and the report says so.
    private const int MostConfigurations = 1 << 16;
    private readonly Dictionary<LifecycleConfiguration, LifecyclePath> _paths = [];
    private readonly List<LifecycleConfiguration> _order = [];
    private readonly Dictionary<string, LifecyclePath> _pathToState = new(StringComparer.Ordinal);
    private readonly HashSet<LifecycleTransition> _taken = [];

    private LifecycleWalk(LifecycleFacts facts) => Facts = facts;

    internal LifecycleFacts Facts { get; }

    /// <summary>Gets the configurations, nearest first.</summary>
    internal IReadOnlyList<LifecycleConfiguration> Configurations => _order;

    internal bool IsCut { get; private set; }

    internal static LifecycleWalk Of(Lifecycle lifecycle, LifecycleVocabulary vocabulary, int most = MostConfigurations)
    {
        var walk = new LifecycleWalk(new LifecycleFacts(lifecycle, vocabulary));
        var idle = EquatableArray.From(lifecycle.Clocks.Select(static _ => ClockStatus.Idle));
        walk.Enter(lifecycle, lifecycle.Initial, walk.Facts.After(walk.Facts.Initial, lifecycle.Initial.Definition.OnEntry), idle, new LifecyclePath([lifecycle.Initial.Code]));
        for (var i = 0; i < walk._order.Count; i++)
        {
            if (walk._order.Count > most)
            {
                walk.IsCut = true;
                break;
            }

            walk.Leave(lifecycle, walk._order[i]);
        }

        return walk;
    }

    internal LifecyclePath PathTo(LifecycleConfiguration configuration) => _paths[configuration];

    internal LifecyclePath PathTo(string state) => _pathToState.GetValueOrDefault(state);

    internal bool IsReached(LifecycleState state) => _pathToState.ContainsKey(state.Code);

    internal bool IsTaken(LifecycleTransition transition) => _taken.Contains(transition);

    private void Leave(Lifecycle lifecycle, LifecycleConfiguration at)
    {
        foreach (var trigger in lifecycle.Definition.Triggers)
        {
            var row = lifecycle.Transitions(at.State, trigger.Code);
            for (var i = 0; i < row.Length; i++)
            {
                if (!MayFire(row, i, at.Facts))
                {
                    continue;
                }

                _taken.Add(row[i]);
                var facts = Facts.After(at.Facts, row[i].Effects);
                if (row[i].IsInternal)
                {
                    Add(at with { Facts = facts }, _paths[at].Then(trigger.Code, at.State.Code));
                }
                else
                {
                    Enter(lifecycle, row[i].Target, facts, at.Clocks, _paths[at].Then(trigger.Code, row[i].Target.Code));
                }
            }
        }
    }

    // It may fire where its guards can hold, and for one who may not take an earlier transition that is sure to hold with it.
    private bool MayFire(ReadOnlySpan<LifecycleTransition> row, int index, ulong facts)
    {
        var guards = row[index].Guards;
        if ((guards & Facts.Tracked & ~facts) != 0 || !Facts.AreCompatible(guards))
        {
            return false;
        }

        var sure = guards | (facts & Facts.Tracked);
        foreach (var party in row[index].Definition.By.AsSpan())
        {
            var isFree = true;
            for (var j = 0; j < index && isFree; j++)
            {
                isFree = row[j].Definition.Within is not null || (row[j].Guards & ~sure) != 0 || !row[j].Definition.By.Contains(party);
            }

            if (isFree)
            {
                return true;
            }
        }

        return false;
    }

    private void Enter(Lifecycle lifecycle, LifecycleState state, ulong facts, EquatableArray<ClockStatus> before, LifecyclePath path)
    {
        // A reopened case has the clocks back that its closure stopped, so a final state keeps them as they stood.
        var clocks = state.IsFinal ? before : EquatableArray.From(lifecycle.Clocks.Select(clock => clock.After(before[clock.Index], state)));
        Add(new LifecycleConfiguration(state, facts, clocks), path);
    }

    private void Add(LifecycleConfiguration configuration, LifecyclePath path)
    {
        if (_paths.TryAdd(configuration, path))
        {
            _order.Add(configuration);
            for (var state = configuration.State; state is not null; state = state.Superstate)
            {
                _pathToState.TryAdd(state.Code, path);
            }
        }
    }
}
