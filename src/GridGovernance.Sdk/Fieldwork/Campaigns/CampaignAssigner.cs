using System.Collections.Concurrent;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says who collects in a cell: the one collector of the data catalogue where somebody acts as it, else the next above, else a typed gap.</summary>
/// <remarks>A department's item has nobody above its department, so its vacancy is a gap. This type is immutable and safe to share between threads.</remarks>
public sealed class CampaignAssigner
{
    private readonly FieldworkModel _model;

    // By the collecting post: finding who answers is prepared once.
    private readonly ConcurrentDictionary<string, VisitAssigner> _assigners = new(StringComparer.Ordinal);

    /// <summary>Creates an assigner.</summary>
    /// <param name="model">The map, the posts and who sits where.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public CampaignAssigner(FieldworkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Says who collects every item in every cell.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="on">The day.</param>
    /// <returns>An assignment for each cell and item, in the order of the plan; one a cell for a campaign without items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public EquatableArray<CampaignAssignment> Assign(CampaignPlan plan, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(plan);
        EquatableArray<string?> items = plan.Definition.Items.Count == 0 ? [null] : EquatableArray.From(plan.Definition.Items.Select(static item => (string?)item));
        return EquatableArray.From(plan.Cells.SelectMany(cell => items.Select(item => AssignmentOf(plan, cell, item, on))));
    }

    /// <summary>Says who collects an item in a cell.</summary>
    /// <param name="plan">The plan, whose data catalogue names the collector; without one the grid's own post collects.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="item">The code of the item; null for a campaign without items.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who collects, and every gap below them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public CampaignAssignment AssignmentOf(CampaignPlan plan, GridCode cell, string? item, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (post, department) = item is not null && plan.Catalogue is not null && plan.Catalogue.TryFindItem(item, out var found)
            ? (found.CollectingPost, found.CollectingDepartment) : (null, null);
        if (department is not null || (post is not null && _model.Establishment.TryFindPost(post, out var one) && one.IsOfDepartment))
        {
            return OfDepartment(cell, item, post, department, on);
        }

        var known = post is null || _model.Establishment.TryFindPost(post, out _);
        if (!known)
        {
            return new CampaignAssignment(cell, item, null, null, [new AnswerGap(AnswerGapKind.NobodyInChain, post!)]);
        }

        var assigned = _assigners.GetOrAdd(post ?? "", static (code, model) => new VisitAssigner(model, code.Length == 0 ? null : code), _model).AssignmentOf(cell, on);
        return new CampaignAssignment(cell, item, assigned.Seat, assigned.Person, assigned.Gaps);
    }

    private CampaignAssignment OfDepartment(GridCode cell, string? item, string? post, string? department, LocalDate on)
    {
        var gaps = new List<AnswerGap>();
        foreach (var seat in _model.Establishment.Posts.Where(one => one.IsOfDepartment && (post is null || one.Code == post))
            .SelectMany(one => _model.Establishment.Departments.Where(unit => department is null || unit.Code == department).Select(unit => new Seat(one.Code, unit.Code))))
        {
            if (_model.Roster is null)
            {
                return new CampaignAssignment(cell, item, seat, null, []);
            }

            if (_model.Roster.ActingFor(seat, on) is { } acting)
            {
                return new CampaignAssignment(cell, item, acting.Seat, acting.Person, EquatableArray.From(gaps));
            }

            gaps.Add(new AnswerGap(_model.Roster.LastHeldOn(seat, on) is null ? AnswerGapKind.NeverFilled : AnswerGapKind.Away, seat.ToString()));
        }

        gaps.Add(new AnswerGap(AnswerGapKind.NobodyInChain, department ?? post ?? cell.ToString()));
        return new CampaignAssignment(cell, item, null, null, EquatableArray.From(gaps));
    }
}
