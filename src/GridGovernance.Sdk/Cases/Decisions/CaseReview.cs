using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides the three-party evaluation (三方评价): each party once, after closure, nobody on their own work.</summary>
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

        if (c.Evaluations.Any(evaluation => evaluation.Party == command.Party))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.rated-before", command.Party, c.Id));
        }

        if (!MayRate(c, command.Party, actor, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.may-not-rate", actor.Seat.ToString(), command.Party));
        }

        return refusals.Count > 0
            ? Decision<CaseEvent>.Refuse(EquatableArray.From(refusals))
            : Decision<CaseEvent>.Accept(
            [
                new CaseEvaluated(command.Party, command.Rating) { CommandId = command.CommandId, At = at, By = actor.Seat },
            ]);
    }

    // A resident's rating is taken in by a call-back (回访), which whoever handled the matter must not make.
    private bool MayRate(GridCase c, EvaluationParty party, CaseActor actor, Instant at) => party switch
    {
        EvaluationParty.Department => actor.Seat == c.Lead && IsOfDepartment(actor),
        EvaluationParty.GridWorker => actor.Seat != c.Handler && !IsOfDepartment(actor) && _parties.Covers(actor.Seat, c.Place, at),
        EvaluationParty.Resident => actor.Seat != c.Handler && _parties.IsKnown(actor.Seat),
        _ => false,
    };

    private bool IsOfDepartment(CaseActor actor) => _model.Establishment.TryFindPost(actor.Seat.Post, out var post) && post.IsOfDepartment;
}
