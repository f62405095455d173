using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>An exhaustive walk over a definition, written without the library's table: which states a case reaches, and which transitions it can take.</summary>
internal sealed class NaiveWalk
{
    private readonly LifecycleDefinition _definition;
    private readonly LifecycleVocabulary _vocabulary;
    private readonly HashSet<(string State, string Facts)> _seen = [];

    internal NaiveWalk(LifecycleDefinition definition, LifecycleVocabulary vocabulary)
    {
        _definition = definition;
        _vocabulary = vocabulary;
        Visit(definition.Initial, [.. vocabulary.Facts.Where(fact => fact.Initially == true).Select(fact => fact.Name)]);
    }

    internal HashSet<string> Reached { get; } = [];

    internal HashSet<int> Taken { get; } = [];

    internal HashSet<(string From, string To)> Steps { get; } = [];

    internal bool CanClose(string state)
    {
        var seen = new HashSet<string> { state };
        var open = new Stack<string>([state]);
        while (open.TryPop(out var at))
        {
            if (_definition.States.Any(known => known.Code == at && known.Final))
            {
                return true;
            }

            foreach (var (_, to) in Steps.Where(step => step.From == at && seen.Add(step.To)))
            {
                open.Push(to);
            }
        }

        return false;
    }

    internal static List<string> Line(LifecycleDefinition definition, string? state)
    {
        var line = new List<string>();
        for (var at = state; at is not null; at = definition.States.First(known => known.Code == at).Superstate)
        {
            line.Add(at);
        }

        return line;
    }

    private void Visit(string state, SortedSet<string> facts)
    {
        if (!_seen.Add((state, string.Join(',', facts))))
        {
            return;
        }

        Reached.Add(state);
        var line = Line(_definition, state);
        for (var i = 0; i < _definition.Transitions.Count; i++)
        {
            var transition = _definition.Transitions[i];
            if (line.Contains(transition.From) && transition.To is { } to && _definition.States.Any(known => known.Code == to)
                && transition.By.Any(party => MayTake(line, i, party, facts)))
            {
                Taken.Add(i);
                Steps.Add((state, to));
                var after = new SortedSet<string>(facts);
                foreach (var effect in transition.Effects)
                {
                    foreach (var fact in _vocabulary.Facts.Where(fact => fact.Initially is not null))
                    {
                        _ = fact.EstablishedBy.Contains(effect) ? after.Add(fact.Name) : fact.UndoneBy.Contains(effect) && after.Remove(fact.Name);
                    }
                }

                Visit(to, after);
            }
        }
    }

    // Tries every choice of the guards that nothing is known of: does this transition come first in one of them?
    private bool MayTake(List<string> line, int index, string party, SortedSet<string> facts)
    {
        var row = line.SelectMany(owner => Enumerable.Range(0, _definition.Transitions.Count)
            .Where(i => _definition.Transitions[i].From == owner && _definition.Transitions[i].Trigger == _definition.Transitions[index].Trigger)).ToList();
        var tracked = _vocabulary.Facts.Where(fact => fact.Initially is not null).Select(fact => fact.Name).ToHashSet();
        var free = row.SelectMany(i => _definition.Transitions[i].Guards).Where(guard => !tracked.Contains(guard)).Distinct().ToList();
        for (var choice = 0; choice < 1 << free.Count; choice++)
        {
            var held = new HashSet<string>(facts);
            held.UnionWith(free.Where((_, bit) => (choice & (1 << bit)) != 0));
            if (_vocabulary.Facts.Any(fact => held.Contains(fact.Name) && fact.Excludes.Any(held.Contains)))
            {
                continue;
            }

            if (row.FindIndex(i => _definition.Transitions[i].By.Contains(party) && _definition.Transitions[i].Guards.All(held.Contains)) is var first && first >= 0 && row[first] == index)
            {
                return true;
            }
        }

        return false;
    }
}
