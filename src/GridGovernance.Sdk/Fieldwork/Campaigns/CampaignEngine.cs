using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does in a campaign: a pure function of plan, campaign, command, seat, instant and model.</summary>
/// <remarks>It changes nothing: fold the events of an accepted decision with <see cref="Campaign.With"/>. This type is immutable and safe to share between threads.</remarks>
public sealed class CampaignEngine
{
    /// <summary>The action of collecting, as the authority list names it.</summary>
    public const string Collect = "collect";

    private readonly FieldworkModel _model;
    private readonly CampaignAssigner _assigner;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public CampaignEngine(FieldworkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _assigner) = (model, new CampaignAssigner(model));
    }

    /// <summary>Decides a command.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="current">The campaign, or null before it begins.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="at">When; not before the last event.</param>
    /// <returns>The events, or every reason why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not begin the campaign, or is of another plan.</exception>
    public Decision<CampaignEvent> Decide(CampaignPlan plan, Campaign? current, CampaignCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(command);
        if (current is null)
        {
            return command is OpenCampaign ? Open(plan, by, at)
                : throw new ArgumentException($"\"{command.GetType().Name}\" needs a campaign; only \"{nameof(OpenCampaign)}\" begins one.", nameof(current));
        }

        if (!ReferenceEquals(current.Plan, plan))
        {
            throw new ArgumentException("A campaign was expected over the plan that is given, but found one over another.", nameof(current));
        }

        if (command is OpenCampaign || current.IsClosed)
        {
            return No(RefusalKind.NoSuchAction, current.IsClosed ? "fieldwork.campaign-closed" : "fieldwork.opened-before", plan.Id);
        }

        if (at < current.ChangedAt)
        {
            return No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, current.ChangedAt);
        }

        return command switch
        {
            CollectCell collect => Hand(current, collect, by, at),
            ReturnCell back => Return(current, back, by, at),
            _ => Close(current, by, at),
        };
    }

    /// <summary>Says what of a cell's results somebody may read (一家采集、多家共享): the data catalogue decides, item by item.</summary>
    /// <param name="plan">The plan, with a data catalogue.</param>
    /// <param name="reader">The seat that reads.</param>
    /// <param name="subject">The opaque id of the person or thing.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="at">When.</param>
    /// <returns>The decision on each item of the campaign.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="subject"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan has no data catalogue or no purpose, or the reader is no seat of the county.</exception>
    public DataAccessDecision Read(CampaignPlan plan, Seat reader, string subject, GridCode cell, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(subject);
        if (plan.Catalogue is null || plan.Definition.Purpose is null)
        {
            throw new ArgumentException("A campaign with a data catalogue and a purpose was expected, but it has none.", nameof(plan));
        }

        if (!AuthorityActor.TryResolve(reader.ToString(), _model.Establishment, out var actor, out var problem))
        {
            throw new ArgumentException(problem.ToString(System.Globalization.CultureInfo.InvariantCulture), nameof(reader));
        }

        return plan.Catalogue.Decide(new DataAccessRequest
        {
            Actor = actor,
            Items = plan.Definition.Items,
            Subject = subject,
            Place = cell,
            Purpose = plan.Definition.Purpose,
            At = _model.LocalTime(at),
        });
    }

    private static Decision<CampaignEvent> No(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<CampaignEvent>.Refuse([FieldworkMessages.No(kind, code, values)]);

    private static Decision<CampaignEvent> Answer(List<Refusal> reasons, CampaignEvent? e) =>
        reasons.Count > 0 ? Decision<CampaignEvent>.Refuse(EquatableArray.From(reasons.Distinct())) : Decision<CampaignEvent>.Accept(e is null ? [] : [e]);

    private GridCode PlaceOf(Seat seat) => GridCode.TryParse(seat.Unit, out var code) && _model.Map.TryFind(code, out _) ? code : _model.Map.Units[0].Code;

    private Decision<CampaignEvent> Open(CampaignPlan plan, Seat by, Instant at)
    {
        var reasons = new List<Refusal>(_model.Refusals(by, Collect, plan.Definition.Matter, PlaceOf(by), at));
        reasons.AddRange(plan.Cells.SelectMany(cell => _model.Refusals(by, Collect, null, cell, at)).Where(static reason => reason.Kind == RefusalKind.NotYourGrid));

        var due = _model.Calendar.Due(at, plan.Definition.Limit, plan.Definition.Counting ?? CountingPolicy.CivilCode);
        if (!due.IsKnown)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.calendar-unknown", due.UnknownDay));
        }

        return Answer(reasons, reasons.Count > 0 ? null : new CampaignOpened(due.At) { At = at, By = by });
    }

    private Decision<CampaignEvent> Hand(Campaign current, CollectCell collect, Seat by, Instant at)
    {
        var plan = current.Plan;
        if (!plan.TryFindCell(collect.Cell, out var cell))
        {
            return No(RefusalKind.NotYourGrid, "fieldwork.cell-not-in-campaign", collect.Cell.ToString(), plan.Id);
        }

        var reasons = new List<Refusal>(_model.Refusals(by, Collect, plan.Definition.Matter, collect.Cell, at));
        if (collect.People < 0)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.negative-people", collect.People));
        }

        // Nothing new comes of handing in again what was handed in: it must be sent back first.
        var missing = current.MissingItems(cell, at);
        var isDone = current.CellsAt(at)[cell].DoneAt is not null;
        if (isDone)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.cell-done", collect.Cell.ToString()));
        }

        var items = new List<int>();
        foreach (var code in collect.Items.Count > 0 ? collect.Items : EquatableArray.From(missing.Select(item => plan.Definition.Items[item])))
        {
            var item = plan.Definition.Items.AsSpan().IndexOf(code);
            if (item < 0)
            {
                reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.item-not-in-campaign", code, plan.Id));
            }
            else if (!items.Contains(item))
            {
                items.Add(item);
                AddCollectorRefusal(plan, by, collect.Cell, code, at, reasons);
                if (!isDone && !missing.Contains(item))
                {
                    reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.item-handed-in", code, collect.Cell.ToString()));
                }
            }
        }

        return Answer(reasons, new CellCollected(cell, EquatableArray.From(items), collect.People) { At = at, By = by });
    }

    private void AddCollectorRefusal(CampaignPlan plan, Seat by, GridCode cell, string item, Instant at, List<Refusal> reasons)
    {
        // A seat that is none has been refused already. Whoever stands in for the collector collects as the collector.
        var on = _model.LocalTime(at).Date;
        var capacity = _model.CapacityAt(by, cell, on) ?? by;
        if (plan.Catalogue is null || !AuthorityActor.TryResolve(capacity.ToString(), _model.Establishment, out var actor, out _)
            || plan.Catalogue.RefuseCollection(actor, item) is not { } refusal)
        {
            return;
        }

        // Where nobody acts as the collector, the next above does: a vacancy loses no cell.
        if (_assigner.AssignmentOf(plan, cell, item, on) is not { Gaps.Count: > 0 } assigned || assigned.Seat != by)
        {
            reasons.Add(refusal);
        }
    }

    private Decision<CampaignEvent> Return(Campaign current, ReturnCell back, Seat by, Instant at)
    {
        if (!current.Plan.TryFindCell(back.Cell, out var cell))
        {
            return No(RefusalKind.NotYourGrid, "fieldwork.cell-not-in-campaign", back.Cell.ToString(), current.Plan.Id);
        }

        var reasons = new List<Refusal>(_model.Refusals(by, Collect, current.Plan.Definition.Matter, back.Cell, at));
        if (string.IsNullOrWhiteSpace(back.Reason))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.return-unexplained", back.Cell.ToString()));
        }

        if (current.HandedInBy(cell) == by)
        {
            // Who collected does not judge the collection.
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.own-return", by.ToString(), back.Cell.ToString()));
        }

        var nothing = current.CellsAt(at)[cell].DoneAt is null && current.MissingItems(cell, at).Count == current.Plan.Definition.Items.Count;
        if (nothing)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.nothing-to-return", back.Cell.ToString()));
        }

        return Answer(reasons, new CellReturned(cell, back.Reason) { At = at, By = by });
    }

    // Who opened it closes it, and whoever answers for all of its cells.
    private Decision<CampaignEvent> Close(Campaign current, Seat by, Instant at)
    {
        var reasons = new List<Refusal>(_model.Refusals(by, Collect, current.Plan.Definition.Matter, PlaceOf(by), at));
        if (by != current.OpenedBy)
        {
            reasons.AddRange(current.Plan.Cells.SelectMany(cell => _model.Refusals(by, Collect, null, cell, at)).Where(static reason => reason.Kind == RefusalKind.NotYourGrid));
        }

        return Answer(reasons, new CampaignClosed { At = at, By = by });
    }
}
