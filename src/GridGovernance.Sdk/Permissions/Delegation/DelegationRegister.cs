using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The delegations over a power-and-duty list (委托), checked: with depth and term, and never wider than what is passed on.</summary>
/// <remarks>
/// <para>A delegate may do what the delegating seat itself may do at that very moment, within the delegation, and no more: when that seat loses a power, or a
/// prohibition stops it, its delegates lose it too. A prohibition on the delegate wins over every delegation. The responsibility stays with the one who delegates.</para>
/// <para>Where rules name kinds of unit, the delegating seat's own counts: <see cref="AuthorityDelegation.FromKind"/>, or that of a map. While nobody says it, nothing is
/// passed on that hangs on it: what the seat may do whatever the kind of its unit remains.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class DelegationRegister
{
    private readonly Dictionary<string, AuthorityDelegation> _byCode;
    private readonly ILookup<string, AuthorityDelegation> _byPost;

    // INVARIANT: never empty; more than one where the kind of the unit is not known.
    private readonly Dictionary<string, AuthorityActor[]> _delegators;

    private DelegationRegister(DelegationListDefinition definition, AuthorityList list, GridMap? map)
    {
        Definition = definition;
        List = list;
        _byCode = definition.Delegations.ToDictionary(static delegation => delegation.Code, StringComparer.Ordinal);
        _byPost = definition.Delegations.OrderBy(static delegation => delegation.Code, StringComparer.Ordinal).ToLookup(static delegation => delegation.To.Post, StringComparer.Ordinal);
        _delegators = definition.Delegations.ToDictionary(static delegation => delegation.Code, delegation => DelegationReach.SeatsOf(delegation, list, map), StringComparer.Ordinal);
    }

    /// <summary>Gets the definition.</summary>
    public DelegationListDefinition Definition { get; }

    /// <summary>Gets the list whose powers are delegated.</summary>
    public AuthorityList List { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="list">The list whose powers are delegated.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <returns>The register; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="list"/> is null.</exception>
    public static DelegationRegister? Compile(DelegationListDefinition definition, AuthorityList list, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(list);
        report = new DelegationCheck(definition, list).Run();
        return report.HasErrors ? null : new DelegationRegister(definition, list, null);
    }

    /// <summary>Returns the same delegations with the kinds of unit as a map has them: where it knows the unit, its word counts instead of <see cref="AuthorityDelegation.FromKind"/>.</summary>
    /// <param name="map">The map.</param>
    /// <returns>The register.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public DelegationRegister WithMap(GridMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new DelegationRegister(Definition, List, map);
    }

    /// <summary>Decides whether somebody may do something by their own power or by delegation.</summary>
    /// <param name="request">The question; a delegation is to a seat, so it asks with the <see cref="AuthorityRequest.OwnArea"/> or the department of that seat.</param>
    /// <returns>The decision, with the chain of delegations where one is used: the shortest, of equals the first by code.</returns>
    public DelegatedDecision Decide(in AuthorityRequest request)
    {
        var own = List.Decide(request);
        if (own.IsAllowed || IsForbidden(own))
        {
            return new DelegatedDecision(own);
        }

        (EquatableArray<string> Chain, AuthorityDecision Root)? best = null;
        foreach (var delegation in _byPost[request.Post])
        {
            if (IsTo(delegation.To, request) && RootOf(delegation, request) is { } found && (best is null || found.Chain.Count < best.Value.Chain.Count))
            {
                best = found;
            }
        }

        return best is { } chosen ? new DelegatedDecision(own) { Chain = chosen.Chain, Root = chosen.Root } : new DelegatedDecision(own);
    }

    /// <summary>Returns the delegation that a chain begins with: the one of the seat whose power it is.</summary>
    internal AuthorityDelegation RootOf(AuthorityDelegation delegation)
    {
        // INVARIANT: the depth of what a delegation passes on is larger than its own, so the walk ends.
        while (delegation.Under is { } under)
        {
            delegation = _byCode[under];
        }

        return delegation;
    }

    private static bool IsForbidden(AuthorityDecision decision) => decision.Refusals.Any(static refusal => string.Equals(refusal.Code, "permissions.prohibited", StringComparison.Ordinal));

    private static bool IsTo(Seat to, in AuthorityRequest request) =>
        string.Equals(to.Unit, request.Department ?? request.OwnArea?.ToString(), StringComparison.Ordinal);

    private static bool Covers(AuthorityDelegation delegation, in AuthorityRequest request) =>
        Codes.Contain(delegation.Actions, request.Action) && Codes.Contain(delegation.Matters, request.Matter) && Codes.Cover(delegation.Places, request.Place)
        && request.At.Date >= delegation.ValidFrom && request.At.Date <= delegation.ValidTo;

    /// <summary>Walks up a chain of delegations to the seat whose own power it is, each link of which must cover the request.</summary>
    private (EquatableArray<string> Chain, AuthorityDecision Root)? RootOf(AuthorityDelegation delegation, in AuthorityRequest request)
    {
        var chain = new List<string>();

        // INVARIANT: the depth of what a delegation passes on is larger than its own, so the walk ends.
        for (var link = delegation; Covers(link, request); link = _byCode[link.Under])
        {
            chain.Add(link.Code);
            var asked = request;
            var decisions = Array.ConvertAll(_delegators[link.Code], seat => List.Decide(asked with { Post = seat.Post, Department = seat.Department, Level = seat.Level, Kind = seat.Kind, OwnArea = seat.OwnArea }));
            if (link.Under is null)
            {
                return Array.TrueForAll(decisions, static decision => decision.IsAllowed) ? (EquatableArray.From(chain), decisions[0]) : null;
            }

            // Whoever passes a power on and is forbidden to use it may not pass it on either.
            if (Array.Exists(decisions, IsForbidden))
            {
                return null;
            }
        }

        return null;
    }
}
