using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Where a dispatcher sends a case: to the lead of the authority list, and when that is refused to whoever stands above it, then to the owner.</summary>
internal sealed class DispatchOffice
{
    private readonly CaseModel _model;
    private readonly AuthorityList _authorities;
    private readonly ModelCodes _codes;
    private readonly int _misdispatchPermille;
    private readonly string[] _departments;

    internal DispatchOffice(CaseModel model, AuthorityList authorities, ModelCodes codes, int misdispatchPermille)
    {
        _model = model;
        _authorities = authorities;
        _codes = codes;
        _misdispatchPermille = misdispatchPermille;
        _departments = [.. model.Establishment.Departments.Select(department => department.Code)];
    }

    /// <summary>Where a dispatch goes first that goes the wrong way; null where it goes the right one.</summary>
    internal Seat? WrongWay(GridCase c, RandomStream stream) => stream.NextChance(_misdispatchPermille, 1_000) ? Misdirected(c, stream) : null;

    /// <summary>The seats to try, best first.</summary>
    internal IEnumerable<Seat> Candidates(GridCase c, Instant at)
    {
        var leads = Leads(c, at).ToArray();

        // A dispatcher who finds no lead hands the matter down: to the grid, as everybody does.
        var candidates = new List<Seat>(leads.Length > 0 ? leads : SeatsOf(_codes.WorkerPost, c.Place));
        candidates.AddRange(leads.SelectMany(lead => _model.Establishment.LineAbove(lead, _model.Map)));
        if (_model.Matters.TryFind(c.Matter, out var matter) && matter.Owner is { } owner && _departments.Contains(owner))
        {
            candidates.Add(new Seat(_codes.DepartmentPost, owner));
        }

        return candidates.Distinct();
    }

    /// <summary>Whether the authority list makes a seat the lead.</summary>
    internal bool IsLead(Seat seat, GridCase c, Instant at) => Leads(c, at).Contains(seat);

    private IEnumerable<Seat> Leads(GridCase c, Instant at) =>
        _authorities.LeadsFor(c.Matter, CaseAction.Handle, c.Place, at.InZone(_model.Calendar.Zone).LocalDateTime)
            .Select(lead => SeatOf(lead.Holder, c.Place)).OfType<Seat>();

    private Seat? Misdirected(GridCase c, RandomStream stream) => stream.NextInt32(4) switch
    {
        0 when _departments.Length > 0 => new Seat(_codes.DepartmentPost, _departments[stream.NextInt32(_departments.Length)]),
        1 => Neighbour(c, stream),
        _ => SeatsOf(_codes.WorkerPost, c.Place).Cast<Seat?>().FirstOrDefault(),
    };

    private Seat? Neighbour(GridCase c, RandomStream stream)
    {
        if (!_model.Establishment.TryFindPost(_codes.WorkerPost, out var post)
            || _model.Map.AncestorAt(c.Place, post.Level) is not { Parent: { } village } own)
        {
            return null;
        }

        var others = _model.Map.ChildrenOf(village).Where(unit => unit.Code != own.Code).ToArray();
        return others.Length == 0 ? null : new Seat(post.Code, others[stream.NextInt32(others.Length)].Code.ToString());
    }

    private Seat? SeatOf(AuthorityHolder holder, GridCode place) => holder.Post is not { } code ? null
        : holder.Department is { } department ? new Seat(code, department)
        : SeatsOf(code, place).Cast<Seat?>().FirstOrDefault();

    private IEnumerable<Seat> SeatsOf(string code, GridCode place) =>
        _model.Establishment.TryFindPost(code, out var post) && !post.IsOfDepartment && _model.Map.AncestorAt(place, post.Level) is { } unit
            ? [new Seat(code, unit.Code.ToString())]
            : [];
}
