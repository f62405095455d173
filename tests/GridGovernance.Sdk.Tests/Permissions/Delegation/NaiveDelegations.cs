using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Staffing;

namespace GridGovernance.Sdk.Tests.Permissions.Delegation;

/// <summary>Delegations decided a second time: every chain to the one who asks, link by link, by the naive list, with every kind a link's unit may be of.</summary>
internal sealed class NaiveDelegations(AuthorityListDefinition list, DelegationListDefinition delegations)
{
    private static readonly GridKind?[] Kinds = [null, GridKind.Dedicated, GridKind.Comprehensive, GridKind.Micro];

    /// <summary>Returns whether somebody may, and by which chain: none where it is by a power of one's own.</summary>
    public (bool Allowed, string[] Chain) Decide(AuthorityRequest ask)
    {
        var (own, isForbidden) = Ask(ask);
        if (own || isForbidden)
        {
            return (own, []);
        }

        var ways =
            from last in delegations.Delegations
            where last.To.Post == ask.Post && last.To.Unit == (ask.Department ?? ask.OwnArea?.ToString())
            let chain = Chain(last).ToArray()
            where chain.All(link => Covers(link, ask))
            where chain[..^1].All(link => !From(link, ask).Any(seat => Ask(seat).IsForbidden)) && From(chain[^1], ask).All(seat => Ask(seat).IsAllowed)
            orderby chain.Length, last.Code
            select chain.Select(static link => link.Code).ToArray();
        return ways.FirstOrDefault() is { } way ? (true, way) : (false, []);
    }

    private static bool Covers(AuthorityDelegation link, AuthorityRequest ask) =>
        link.Actions.Contains(ask.Action) && link.Matters.Contains(ask.Matter) && link.ValidFrom <= ask.At.Date && ask.At.Date <= link.ValidTo
        && (link.Places.Count == 0 || link.Places.Any(place => ask.Place.ToString().StartsWith(place, StringComparison.Ordinal)));

    /// <summary>Puts the question as the seat would that a link comes from.</summary>
    private static IEnumerable<AuthorityRequest> From(AuthorityDelegation link, AuthorityRequest ask) =>
        SmallCounty.Departments.FirstOrDefault(department => department.Code == link.From.Unit) is { } department
            ? [ask with { Post = link.From.Post, Department = department.Code, Level = department.Level, Kind = null, OwnArea = null }]
            : from kind in link.FromKind is { } known ? [known] : Kinds
              select ask with
              {
                  Post = link.From.Post,
                  Department = null,
                  Level = SmallCounty.Posts.Single(post => post.Code == link.From.Post).Level,
                  Kind = kind,
                  OwnArea = GridCode.Parse(link.From.Unit),
              };

    private (bool IsAllowed, bool IsForbidden) Ask(AuthorityRequest ask)
    {
        var (allowed, rules, _) = NaiveLists.Decide(list, SmallLists.Matters, ask);
        return (allowed, !allowed && list.Rules.Any(rule => rule.Stance == AuthorityStance.MustNot && rules.Contains(rule.Code)));
    }

    private IEnumerable<AuthorityDelegation> Chain(AuthorityDelegation link) =>
        link.Under is null ? [link] : Chain(delegations.Delegations.Single(one => one.Code == link.Under)).Prepend(link);
}
