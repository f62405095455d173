using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides the three-party evaluation (三方评价): each party once after each closure, nobody on their own work.</summary>
internal sealed class CaseReview
{
    private readonly CaseModel _model;
    private readonly CaseParties _parties;

    internal CaseReview(CaseModel model, CaseParties parties)
    {
        _model = model;
        _parties = parties;
    }

    internal Decision<CaseEvent> Decide(GridCase c, EvaluateCase command, CaseActor actor, Instant at)
    {
        var refusals = new List<Refusal>();
        if (c.IsOpen)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.not-closed", c.Id));
        }

        if (_model.Evaluation is { } table && c.ClosedAt is { } closedAt && _model.Calendar.Due(closedAt, table.Window, table.Policy) is { IsKnown: true } end && end.At < at)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.OutsideListOrTime, "cases.evaluation-over", c.Id, end.At));
        }

        if (command.Rating is < EvaluationTable.LeastRating or > EvaluationTable.MostRating)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.rating-out-of-range", command.Rating, EvaluationTable.LeastRating, EvaluationTable.MostRating));
        }

        if (c.CurrentEvaluations().Any(evaluation => evaluation.Party == command.Party))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.rated-before", command.Party, c.Id));
        }

        if (!MayRate(c, command.Party, actor, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.may-not-rate", actor.Seat.ToString(), command.Party).Or(WhoMayRate(c, command.Party)));
        }

        return refusals.Count > 0
            ? Decision<CaseEvent>.Refuse(EquatableArray.From(refusals))
            : Decision<CaseEvent>.Accept(
            [
                new CaseEvaluated(command.Party, command.Rating) { CommandId = command.CommandId, At = at, By = actor.Seat },
            ]);
    }

    // A resident's rating is taken in by a call-back (回访), which whoever handled, led or assisted must not make. The grid worker's is that of
    // those on the spot, so of the two lowest levels: the cell and what is made of cells.
    private bool MayRate(GridCase c, EvaluationParty party, CaseActor actor, Instant at) => party switch
    {
        EvaluationParty.Department => actor.Seat == c.Lead && IsOfDepartment(actor),
        EvaluationParty.GridWorker => actor.Seat != c.Handler && IsOnTheSpot(actor) && _parties.Covers(actor.Seat, c.Place, at),
        EvaluationParty.Resident => actor.Seat != c.Handler && actor.Seat != c.Lead && !c.Assisting.Contains(actor.Seat) && _parties.IsKnown(actor.Seat),
        _ => false,
    };

    // Whoever closed the case has spoken to the resident last.
    private static Seat? WhoMayRate(GridCase c, EvaluationParty party) => party switch
    {
        EvaluationParty.Department => c.Lead,
        EvaluationParty.Resident when c.ClosedBy != c.Handler && c.ClosedBy != c.Lead => c.ClosedBy,
        _ => null,
    };

    private bool IsOnTheSpot(CaseActor actor) => _model.Establishment.TryFindPost(actor.Seat.Post, out var post) && !post.IsOfDepartment
        && _model.Map.Scheme.Levels.Any(level => string.Equals(level.Code, post.Level, StringComparison.Ordinal) && level.Depth >= _model.Map.Scheme.Leaf.Depth - 1);

    private bool IsOfDepartment(CaseActor actor) => _model.Establishment.TryFindPost(actor.Seat.Post, out var post) && post.IsOfDepartment;
}
