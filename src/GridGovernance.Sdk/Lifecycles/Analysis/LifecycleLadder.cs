namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Finds ladders (逐级督办) on which an overdue case meets nobody, or comes back to who has been told before.</summary>
internal static class LifecycleLadder
{
    internal static IEnumerable<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleVocabulary vocabulary, LifecycleWalk walk)
    {
        var ladder = lifecycle.Definition.Escalation;
        var told = new List<string>();
        for (var i = 0; i < ladder.Count; i++)
        {
            var party = ladder[i].To;
            if (NobodyIn(party, vocabulary))
            {
                yield return At(i, "lifecycles.ladder-nobody", Climb(lifecycle, walk, i, at => !walk.Facts.IsThere(party, at.Facts)));
            }
            else if (told.Contains(party))
            {
                yield return At(i, "lifecycles.ladder-loops", Climb(lifecycle, walk, i));
            }
            else if (told.Find(above => IsAbove(above, party, vocabulary)) is not null)
            {
                yield return At(i, "lifecycles.ladder-descends", Climb(lifecycle, walk, i));
            }

            told.Add(party);
        }
    }

    /// <summary>Returns the nearest open state from which the ladder is climbed, one in which something holds where there is any, and the way there and up to a rung.</summary>
    internal static (LifecycleState State, string Party, LifecyclePath Path) Climb(Lifecycle lifecycle, LifecycleWalk walk, int rung, Func<LifecycleConfiguration, bool>? holds = null)
    {
        var open = walk.Configurations.Where(static at => !at.State.IsFinal && at.Clocks.Contains(ClockStatus.Running)).DefaultIfEmpty(walk.Configurations[0]).ToArray();
        var from = open.Where(at => holds?.Invoke(at) ?? true).DefaultIfEmpty(open[0]).First();
        var path = walk.PathTo(from);
        for (var i = 0; i <= rung; i++)
        {
            path = path.Then(FormattableString.Invariant($"rung {i + 1}"), lifecycle.Definition.Escalation[i].To);
        }

        return (from.State, lifecycle.Definition.Escalation[rung].To, path);
    }

    // A case may have no lead and nobody assisting; a vacant post is skipped upward, so nobody is there where all above it are vacant too.
    private static bool NobodyIn(string party, LifecycleVocabulary vocabulary)
    {
        if (party is LifecycleParty.Lead or LifecycleParty.Assisting || vocabulary.PostsOfTheLead.Contains(party))
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var post = party; post is not null && seen.Add(post); post = vocabulary.Supervisors.GetValueOrDefault(post))
        {
            if (!vocabulary.VacantPosts.Contains(post))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAbove(string upper, string lower, LifecycleVocabulary vocabulary)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var post = vocabulary.Supervisors.GetValueOrDefault(lower); post is not null && seen.Add(post); post = vocabulary.Supervisors.GetValueOrDefault(post))
        {
            if (string.Equals(post, upper, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static LifecycleFinding At(int rung, string code, (LifecycleState State, string Party, LifecyclePath Path) climb) => new(
        Finding.Warning(
            LifecycleMessages.Texts[code, rung + 1, climb.Party, climb.State.Code, climb.Path],
            FindingPlace.At(FormattableString.Invariant($"/escalation/{rung}/to")) with { Subject = climb.Party }),
        climb.State.Code,
        climb.Path);
}
