namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Finds ladders (逐级督办) on which an overdue case meets nobody, or comes back to who has been told before.</summary>
internal static class LifecycleLadder
{
    internal static IEnumerable<LifecycleFinding> Run(Lifecycle lifecycle, LifecycleVocabulary vocabulary)
    {
        var ladder = lifecycle.Definition.Escalation;
        var told = new List<string>();
        for (var i = 0; i < ladder.Count; i++)
        {
            var party = ladder[i].To;
            if (NobodyIn(party, vocabulary))
            {
                yield return At(i, party, LifecycleMessages.Texts["lifecycles.ladder-nobody", i + 1, party]);
            }
            else if (told.Contains(party))
            {
                yield return At(i, party, LifecycleMessages.Texts["lifecycles.ladder-loops", i + 1, party, string.Join(" → ", told.Append(party))]);
            }
            else if (told.Find(above => IsAbove(above, party, vocabulary)) is not null)
            {
                yield return At(i, party, LifecycleMessages.Texts["lifecycles.ladder-descends", i + 1, party, string.Join(" → ", told.Append(party))]);
            }

            told.Add(party);
        }
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

    private static LifecycleFinding At(int rung, string party, Message message) =>
        new(Finding.Warning(message, FindingPlace.At(FormattableString.Invariant($"/escalation/{rung}/to")) with { Subject = party }), null, default);
}
