using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One run of <see cref="ListDifference"/> over two power-and-duty lists.</summary>
internal sealed class AuthorityComparison
{
    private readonly AuthorityList _before;
    private readonly AuthorityList _after;
    private readonly AnalysisClasses _classes;
    private readonly (string Post, string? Department, string Level)[] _actors;
    private readonly GridKind[] _kinds;
    private readonly List<AuthorityRule> _reachingBefore = [];
    private readonly List<AuthorityRule> _reachingAfter = [];

    internal AuthorityComparison(AuthorityList before, AuthorityList after, GridCode[] places)
    {
        _before = before;
        _after = after;
        var both = before.Definition with { Rules = EquatableArray.From(before.Definition.Rules.Concat(after.Definition.Rules)) };
        _classes = AnalysisClasses.OfAllDays(both, null, places);
        _actors = ActorsOf(before).Concat(ActorsOf(after)).Distinct().ToArray();
        _kinds = [.. before.Kinds.Union(after.Kinds).Order()];
    }

    internal EquatableArray<AuthorityChange> Run()
    {
        var changes = new List<AuthorityChange>();
        foreach (var matter in Union(static list => list.Catalogue.Matters.Select(static matter => matter.Code)))
        {
            foreach (var action in Union(static list => list.Definition.Actions.Select(static action => action.Code)))
            {
                foreach (var actor in _actors)
                {
                    // What turns for units of any kind is not told again for each kind that a rule names.
                    var forAll = Compare(matter, action, actor, null).ToArray();
                    changes.AddRange(forAll);
                    foreach (var kind in _kinds.Where(_ => actor.Department is null))
                    {
                        changes.AddRange(Compare(matter, action, actor, kind).Where(change => forAll.All(whole => whole.Kind != change.Kind)));
                    }
                }
            }
        }

        return EquatableArray.From(changes);
    }

    private static IEnumerable<(string Post, string? Department, string Level)> ActorsOf(AuthorityList list) =>
        AuthorityAnalysis.ActorsOf(list.Establishment).Select(static actor => (actor.Post.Code, actor.Department, actor.Level));

    private IEnumerable<string> Union(Func<AuthorityList, IEnumerable<string>> codes) => codes(_after).Union(codes(_before), StringComparer.Ordinal);

    private IEnumerable<AuthorityChange> Compare(string matter, string action, (string Post, string? Department, string Level) actor, GridKind? kind)
    {
        AuthorityRequest? allowed = null;
        AuthorityRequest? denied = null;
        foreach (var day in _classes.Days)
        {
            foreach (var place in _classes.Places)
            {
                var within = new AuthorityRequest
                {
                    Post = actor.Post,
                    Department = actor.Department,
                    Level = actor.Level,
                    Kind = kind,
                    Action = action,
                    Matter = matter,
                    Place = place,
                    At = day.AtMidnight(),
                };
                Gather(within);
                allowed = Smaller(allowed, Gain(within, _reachingAfter, _reachingBefore, _after, _before));
                denied = Smaller(denied, Gain(within, _reachingBefore, _reachingAfter, _before, _after));
                var beyond = within with { OwnArea = Elsewhere(place) };
                allowed = Smaller(allowed, Gain(beyond, _reachingAfter, _reachingBefore, _after, _before));
                denied = Smaller(denied, Gain(beyond, _reachingBefore, _reachingAfter, _before, _after));
            }
        }

        if (allowed is { } first)
        {
            yield return Change(PermissionChangeKind.NewlyAllowed, first);
        }

        if (denied is { } second)
        {
            yield return Change(PermissionChangeKind.NewlyDenied, second);
        }
    }

    private void Gather(in AuthorityRequest request)
    {
        _before.Reaching(request, _reachingBefore);
        _after.Reaching(request, _reachingAfter);
    }

    /// <summary>Returns the request with the fewest conditions that one list allows and the other denies; null where there is none.</summary>
    /// <remarks>
    /// Conditions only ever add rules. What the winner allows, it allows with the conditions of one permitting rule alone, unless a prohibition has fewer
    /// still, which more conditions would not undo. What the loser denies, it denies already there, or once the conditions of one of its prohibitions are added.
    /// </remarks>
    private static AuthorityRequest? Gain(
        in AuthorityRequest request, List<AuthorityRule> winning, List<AuthorityRule> losing, AuthorityList winner, AuthorityList loser)
    {
        AuthorityRequest? best = null;
        foreach (var permit in winning)
        {
            if (permit.Stance == AuthorityStance.MustNot)
            {
                continue;
            }

            best = Smaller(best, Shown(request, permit.Conditions, winner, loser));
            foreach (var prohibition in losing)
            {
                if (prohibition.Stance == AuthorityStance.MustNot)
                {
                    best = Smaller(best, Shown(request, permit.Conditions.Concat(prohibition.Conditions), winner, loser));
                }
            }
        }

        return best;
    }

    private static AuthorityRequest? Shown(in AuthorityRequest request, IEnumerable<string> conditions, AuthorityList winner, AuthorityList loser)
    {
        var asked = request with { Conditions = EquatableArray.From(conditions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) };
        return winner.Decide(asked).IsAllowed && !loser.Decide(asked).IsAllowed ? asked : null;
    }

    /// <summary>Returns the smaller of two witnesses; the first where they are alike.</summary>
    private static AuthorityRequest? Smaller(AuthorityRequest? first, AuthorityRequest? second) =>
        first is not { } one ? second
        : second is not { } other ? first
        : (other.Conditions.Count, other.OwnArea is null ? 0 : 1).CompareTo((one.Conditions.Count, one.OwnArea is null ? 0 : 1)) < 0 ? second : first;

    /// <summary>Returns a unit that a place is not in: the one beside it.</summary>
    private static GridCode Elsewhere(GridCode place)
    {
        var text = place.ToString();
        return GridCode.Parse(text[..^1] + (text[^1] == '0' ? '1' : '0'));
    }

    private AuthorityChange Change(PermissionChangeKind kind, in AuthorityRequest witness) => new(
        kind, new AuthorityHolder(witness.Post, witness.Department, witness.Level, witness.Kind), witness.Action, witness.Matter, witness)
    {
        RulesBefore = _before.Decide(witness).Rules,
        RulesAfter = _after.Decide(witness).Rules,
    };
}
