using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tests.Lifecycles;

/// <summary>An exhaustive walk over how a case can stand (state, and what holds), one person and one choice of the rest at a time, written without the library's table: where a case sticks.</summary>
internal sealed class NaiveClosing
{
    private readonly LifecycleDefinition _definition;
    private readonly LifecycleVocabulary _vocabulary;
    private readonly HashSet<string> _remembered;
    private readonly Dictionary<string, (string State, HashSet<string> Holds)> _seen = [];
    private readonly HashSet<(string From, string To, bool Lasts)> _steps = [];

    internal NaiveClosing(LifecycleDefinition definition, LifecycleVocabulary vocabulary)
    {
        (_definition, _vocabulary) = (definition, vocabulary);
        _remembered = [.. vocabulary.Facts.Where(fact => fact.Initially is not null || fact.IsLasting).Select(fact => fact.Name)];
        var sure = vocabulary.Facts.Where(fact => fact.Initially == true).Select(fact => fact.Name).ToArray();
        var open = vocabulary.Facts.Where(fact => fact.Initially is null && fact.IsLasting).Select(fact => fact.Name).ToArray();
        foreach (var choice in Subsets(open))
        {
            Visit(definition.Initial, [.. sure, .. choice]);
        }
    }

    internal IEnumerable<string> Reached => _seen.Values.Select(at => at.State).Distinct();

    /// <summary>The states in which some case sticks, and whether it cannot even leave: where every case of the state sticks, none of them can.</summary>
    internal Dictionary<string, bool> Stuck()
    {
        var closing = _seen.Where(pair => StateOf(pair.Value.State).Final).Select(pair => pair.Key).ToHashSet();
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var step in _steps.Where(step => step.Lasts && closing.Contains(step.To)))
            {
                grows |= closing.Add(step.From);
            }
        }

        bool CanMove(string key, string state) => _steps.Any(step => step.Lasts && step.From == key && _seen[step.To].State != state);
        return _seen.GroupBy(pair => pair.Value.State).Where(group => group.Any(at => !closing.Contains(at.Key))).ToDictionary(
            group => group.Key,
            group => group.Any(at => closing.Contains(at.Key))
                ? group.Any(at => !closing.Contains(at.Key) && !CanMove(at.Key, group.Key))
                : group.All(at => !CanMove(at.Key, group.Key)));
    }

    /// <summary>How many of some states a case can be in in more than one way.</summary>
    internal int InSeveralWays(IEnumerable<string> states) => states.Count(state => _seen.Values.Count(at => at.State == state) > 1);

    private void Visit(string state, HashSet<string> holds)
    {
        var key = Key(state, holds);
        if (!_seen.TryAdd(key, (state, holds)))
        {
            return;
        }

        foreach (var party in _vocabulary.Parties.Where(party => IsThere(party, holds) || party == ResponsibleIn(state)))
        {
            foreach (var trigger in _definition.Triggers)
            {
                var row = NaiveWalk.Line(_definition, state).SelectMany(owner => _definition.Transitions.Where(t => t.From == owner && t.Trigger == trigger.Code)).ToArray();
                Try(key, state, holds, party, row);
            }
        }
    }

    private void Try(string key, string state, HashSet<string> holds, string party, TransitionDefinition[] row)
    {
        var unknown = row.SelectMany(t => t.Guards).Where(guard => !_remembered.Contains(guard)).Distinct().ToArray();
        foreach (var choice in Subsets(unknown).Select(choice => holds.Concat(choice).ToHashSet()).Where(IsPossible))
        {
            foreach (var closed in Subsets([.. row.Where(t => t.Within is not null)]))
            {
                var first = row.FirstOrDefault(t => t.By.Contains(party) && t.Guards.All(choice.Contains) && !closed.Contains(t));
                if (first is null || !IsReceived(state, first, holds))
                {
                    continue;
                }

                var after = After(holds, first.Effects);
                var (to, isSure) = (first.To ?? state, party != "assisting" || ResponsibleIn(state) == "assisting");
                _steps.Add((key, Key(to, after), first.Within is null && isSure));
                Visit(to, after);
            }
        }
    }

    // What is remembered is as it is, so a choice is impossible only where it adds what is excluded.
    private bool IsPossible(HashSet<string> choice) => !_vocabulary.Facts.Any(fact => choice.Contains(fact.Name) && fact.Excludes.Any(choice.Contains));

    private bool IsReceived(string state, TransitionDefinition transition, HashSet<string> holds)
    {
        var target = StateOf(transition.To ?? state);
        var met = holds.Union(_vocabulary.Facts.Where(fact => fact.EstablishedBy.Any(transition.Effects.Contains)).Select(fact => fact.Name)).ToHashSet();
        return target.Final || IsThere(ResponsibleIn(target.Code)!, met);
    }

    private bool IsThere(string party, HashSet<string> holds) => _vocabulary.Facts.Where(fact => fact.Party is not null).All(fact => holds.Contains(fact.Name)
        || !(fact.Party == party || (fact.Party == "lead" && _vocabulary.PostsOfTheLead.Contains(party))));

    private HashSet<string> After(HashSet<string> holds, EquatableArray<string> effects)
    {
        var after = holds.ToHashSet();
        foreach (var effect in effects)
        {
            foreach (var fact in _vocabulary.Facts.Where(fact => _remembered.Contains(fact.Name)))
            {
                _ = fact.EstablishedBy.Contains(effect) ? after.Add(fact.Name) : fact.UndoneBy.Contains(effect) && after.Remove(fact.Name);
            }
        }

        return after;
    }

    private StateDefinition StateOf(string code) => _definition.States.Single(state => state.Code == code);

    private string? ResponsibleIn(string state) => NaiveWalk.Line(_definition, state).Select(code => StateOf(code).Responsible).FirstOrDefault(party => party is not null);

    private static string Key(string state, HashSet<string> holds) => $"{state}|{string.Join(',', holds.Order(StringComparer.Ordinal))}";

    private static IEnumerable<T[]> Subsets<T>(T[] items) =>
        Enumerable.Range(0, 1 << items.Length).Select(bits => items.Where((_, i) => (bits & (1 << i)) != 0).ToArray());
}
