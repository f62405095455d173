using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>The county's own lists (准入清单、权责清单) as cases ask them.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CountyLists : ICaseLists
{
    private readonly EntryList _entryList;
    private readonly AuthorityList _authorityList;
    private readonly Establishment _establishment;
    private readonly GridMap? _map;
    private readonly DelegationRegister? _delegations;

    /// <summary>Creates the lists.</summary>
    /// <param name="entryList">What may enter a grid.</param>
    /// <param name="authorityList">Who may do what.</param>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="map">The map, which tells the kind of the unit where a seat is; without it, rules that name kinds fit nobody.</param>
    /// <param name="delegations">The delegations over the power-and-duty list; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entryList"/>, <paramref name="authorityList"/> or <paramref name="establishment"/> is null.</exception>
    public CountyLists(EntryList entryList, AuthorityList authorityList, Establishment establishment, GridMap? map = null, DelegationRegister? delegations = null)
    {
        ArgumentNullException.ThrowIfNull(entryList);
        ArgumentNullException.ThrowIfNull(authorityList);
        ArgumentNullException.ThrowIfNull(establishment);
        _entryList = entryList;
        _authorityList = authorityList;
        _establishment = establishment;
        _map = map;
        _delegations = map is null ? delegations : delegations?.WithMap(map);
    }

    /// <inheritdoc/>
    public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (_establishment.LevelOf(lead) is not { } level)
        {
            return new ListAnswer([], [CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.unknown-seat", lead.ToString())]);
        }

        var decision = _entryList.Admit(new AdmissionRequest(matter, level, place, at.Date, lead.Post));
        return new ListAnswer(decision.IsAdmitted ? decision.Items : [], decision.Refusals);
    }

    /// <inheritdoc/>
    public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(matter);
        if (_establishment.LevelOf(seat) is not { } level || !_establishment.TryFindPost(seat.Post, out var post))
        {
            return new ListAnswer([], [CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.unknown-seat", seat.ToString())]);
        }

        var request = new AuthorityRequest
        {
            Post = seat.Post,
            Department = post.IsOfDepartment ? seat.Unit : null,
            Level = level,
            Kind = !post.IsOfDepartment && GridCode.TryParse(seat.Unit, out var code) && _map?.TryFind(code, out var unit) == true ? unit.Kind : null,
            Action = action,
            Matter = matter,
            Place = place,
            At = at,
        };
        var decision = _authorityList.Decide(request);
        if (!decision.IsAllowed && _delegations is not null)
        {
            var lent = _delegations.Decide(request with { OwnArea = !post.IsOfDepartment && GridCode.TryParse(seat.Unit, out var own) ? own : null });
            if (lent.Chain.Count > 0)
            {
                return new ListAnswer(lent.Deciding.Rules, []) { Delegations = lent.Chain };
            }
        }

        return new ListAnswer(decision.IsAllowed ? decision.Rules : [], decision.Refusals);
    }
}
