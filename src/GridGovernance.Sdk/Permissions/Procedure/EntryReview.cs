using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One step of an entry procedure, decided.</summary>
internal sealed class EntryReview
{
    private readonly EntryProcedure _procedure;
    private readonly EntryFile? _file;
    private readonly EntryStep _step;
    private readonly string _by;
    private readonly Instant _at;
    private readonly LocalDate _on;

    internal EntryReview(EntryProcedure procedure, EntryFile? file, EntryStep step, string by, Instant at)
    {
        _procedure = procedure;
        _file = file;
        _step = step;
        _by = by;
        _at = at;
        _on = procedure.DayOf(at);
    }

    internal Decision<EntryEvent> Decide()
    {
        if (_file is not null && _file.History[^1].At > _at)
        {
            var before = _file.History[^1];
            return Refuse(Refusal(
                RefusalKind.OutsideListOrTime, "permissions.entry-step-back", Near("permissions.nearest-from", before.On), _step.Trigger, _file.Item.Code, TimeOf(_at), TimeOf(before.At)));
        }

        if (_file is null || _step.Trigger == EntryTriggers.Apply)
        {
            var refusals = Application();
            return refusals.Count > 0 ? Decision<EntryEvent>.Refuse(EquatableArray.From(refusals)) : Accept(_procedure.Lifecycle.Initial.Code);
        }

        var lifecycle = _procedure.Lifecycle;
        var state = lifecycle.FindState(_file.State)!;
        var transitions = lifecycle.Transitions(state, _step.Trigger).ToArray();
        if (transitions.Length == 0)
        {
            var possible = string.Join(", ", lifecycle.PermittedTriggers(state).Select(static trigger => trigger.Code).DefaultIfEmpty("–"));
            return Refuse(Refusal(RefusalKind.NoSuchAction, "permissions.entry-no-such-step", Near("permissions.nearest-actions", possible), _step.Trigger, _file.Item.Code, state.Definition.Label));
        }

        if (!transitions.Any(transition => transition.Definition.By.Any(Is)))
        {
            var who = string.Join(", ", transitions.SelectMany(static transition => transition.Definition.By).SelectMany(BodiesOf).Distinct(StringComparer.Ordinal));
            return Refuse(Refusal(RefusalKind.NotYourRole, "permissions.entry-not-your-step", Near("permissions.nearest-holder", who), _by, _step.Trigger, _file.Item.Code));
        }

        // The first transition that the body may take and whose guards hold; where none is, the one that gets the furthest says why.
        var unmet = transitions.Where(transition => transition.Definition.By.Any(Is)).Select(transition => (transition, Refusals: transition.Definition.Guards.SelectMany(Unmet).ToArray())).ToArray();
        var fired = Array.Find(unmet, static pair => pair.Refusals.Length == 0);
        return fired.transition is not null ? Accept(fired.transition.Target.Code) : Refuse(unmet.MinBy(static pair => pair.Refusals.Length).Refusals);
    }

    private static Decision<EntryEvent> Refuse(params Refusal[] refusals) => Decision<EntryEvent>.Refuse(EquatableArray.From(refusals));

    private static Refusal Refusal(RefusalKind kind, string message, Message? nearest, params ReadOnlySpan<object?> values) =>
        new(kind, PermissionMessages.Catalogue[message, values]) { Nearest = nearest };

    private static Message Near(string message, params ReadOnlySpan<object?> values) => PermissionMessages.Catalogue[message, values];

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private Decision<EntryEvent> Accept(string state)
    {
        var happened = new EntryEvent(_step.Trigger, state, _by, _at, _on)
        {
            Item = _step.Trigger is EntryTriggers.Apply or EntryTriggers.Complete or EntryTriggers.Adjust ? _step.Item : null,
            Approval = _step.Trigger == EntryTriggers.Sign ? new EntryApproval(_by, _on, _step.DocumentNo) : null,
            Reason = _step.Reason,
        };
        var review = _procedure.ClocksOf(EntryFile.Apply(_file, happened)).Find(EntryProcedure.ReviewClock);
        return Decision<EntryEvent>.Accept([happened with { ReviewOn = review?.Due(_procedure.Calendar) is { IsKnown: true } due ? due.On : null }]);
    }

    private LocalDateTime TimeOf(Instant at) => at.InZone(_procedure.Calendar.Zone).LocalDateTime;

    private bool Is(string party) => BodiesOf(party).Contains(_by, StringComparer.Ordinal);

    private IEnumerable<string> BodiesOf(string party) => party switch
    {
        "applicant" => _file!.Item.ApplyingDepartment is { } department ? [department] : [],
        "office" => [_procedure.OfficeOf(_file!.Item)],
        _ => _procedure.SignersOf(_file!),
    };

    private List<Refusal> Application()
    {
        var refusals = new List<Refusal>();
        if (_file is not null)
        {
            refusals.Add(Refusal(RefusalKind.NoSuchAction, "permissions.entry-applied-already", null, _file.Item.Code));
        }
        else if (_step.Trigger != EntryTriggers.Apply || _step.Item is null)
        {
            refusals.Add(Refusal(RefusalKind.NoSuchAction, "permissions.entry-no-application", Near("permissions.nearest-apply"), _step.Trigger));
        }
        else
        {
            if (!Same(_by, _step.Item.ApplyingDepartment))
            {
                refusals.Add(Refusal(RefusalKind.NotYourRole, "permissions.entry-not-applicant", null, _by, _step.Item.Code, _step.Item.ApplyingDepartment ?? "–"));
            }

            refusals.AddRange(Faults(_step.Item));
        }

        return refusals;
    }

    /// <summary>What a list would find wrong with an item, and what the scope guard keeps out of grids whatever a department applies for.</summary>
    private IEnumerable<Refusal> Faults(EntryListItem item)
    {
        var adjusts = _step.Trigger == EntryTriggers.Adjust;
        var days = item with { Status = EntryStatus.Applied, AppliedOn = adjusts ? _file!.Item.AppliedOn : _on, AdjustedOn = adjusts ? _on : null, Approvals = [], PublishedOn = null };
        var list = _procedure.List with { Items = [days] };
        var errors = new EntryListCheck(list, _procedure.Catalogue, _procedure.Establishment).Run().Where(static finding => finding.Severity == FindingSeverity.Error);
        var faults = errors.Select(finding => new Refusal(KindOf(finding), finding.Message) { Nearest = NearestTo(finding, item) }).ToList();
        if (adjusts && faults.Count == 0)
        {
            faults.AddRange(OutOfTerm(item));
        }

        if (ScopeGuard.TryFromCode(_procedure.List.ScopeGuard, out var guard) && item.Category != EntryCategory.Negative)
        {
            var matters = _procedure.Catalogue.Matters.Where(matter => Codes.Contain(item.Matters, matter.Code) || Codes.Contain(item.Classes, matter.Class));
            faults.AddRange(matters.Where(matter => !guard.Admits(matter.Purpose, item.Nature)).Select(matter => Refusal(
                RefusalKind.OutsideListOrTime, "permissions.listed-against-guard", matter.Owner is { } owner ? Near("permissions.nearest-refer", owner) : null, item.Code, matter.Code, guard.Code)));
        }

        return faults;
    }

    private static RefusalKind KindOf(Finding finding) => finding.Code is "permissions.temporary-too-long" or "permissions.entry-begins-before" ? RefusalKind.OutsideListOrTime : RefusalKind.ConditionUnmet;

    private Message? NearestTo(Finding finding, EntryListItem item) => finding.Code switch
    {
        "permissions.temporary-too-long" => Near("permissions.nearest-until-day", TermLength.LastDay(item.ValidFrom ?? _on, _procedure.List.LongestTemporaryTerm!.Value)),
        "permissions.entry-begins-before" => Near("permissions.nearest-from", _on),
        _ => null,
    };

    /// <summary>A new content begins on no day in the past but that of the item itself, and one temporary term after another is measured as one.</summary>
    private IEnumerable<Refusal> OutOfTerm(EntryListItem item)
    {
        if (item.ValidFrom < _on && item.ValidFrom != _file!.Item.ValidFrom)
        {
            yield return Refusal(RefusalKind.OutsideListOrTime, "permissions.entry-begins-before", Near("permissions.nearest-from", _on), item.Code, item.ValidFrom, _on);
        }

        if (item is { Category: EntryCategory.Temporary, ValidTo: { } end } && _procedure.List.LongestTemporaryTerm is { } longest)
        {
            var first = _file!.Item.Category == EntryCategory.Temporary ? _file.History.First(static happened => happened.State is "in-force").On : item.ValidFrom ?? _on;
            var last = TermLength.LastDay(first, longest)!.Value;
            if (end > last)
            {
                yield return Refusal(RefusalKind.OutsideListOrTime, "permissions.temporary-too-long", Near("permissions.nearest-until-day", last), item.Code, longest, first, end);
            }
        }
    }

    private IEnumerable<Refusal> Unmet(string guard) => guard switch
    {
        EntryGuards.Complete => Incomplete(_step.Trigger is EntryTriggers.Complete or EntryTriggers.Adjust ? _step.Item ?? _file!.Item : _file!.Subject),
        EntryGuards.Ahead => TooLate(),
        EntryGuards.MaySign => Codes.Contain(EquatableArray.From(_file!.Subject.Approvals.Select(static approval => approval.Body)), _by)
            ? [Refusal(RefusalKind.NoSuchAction, "permissions.entry-signed-already", null, _by, _file.Item.Code)] : [],
        EntryGuards.AllSigned => Unsigned() is { Length: > 0 } missing
            ? [Refusal(RefusalKind.ConditionUnmet, "permissions.entry-unsigned", Near("permissions.nearest-conditions", missing), _file!.Item.Code, missing)] : [],
        EntryGuards.Temporary => _file!.Item.Category == EntryCategory.Temporary && _file.Item.ValidTo >= _on
            ? [] : [Refusal(RefusalKind.ConditionUnmet, "permissions.entry-not-temporary", null, _file.Item.Code)],
        EntryGuards.Reason => _step.Reason is null || string.IsNullOrWhiteSpace(_step.Reason.Zh)
            ? [Refusal(RefusalKind.ConditionUnmet, "permissions.entry-no-reason", null, _step.Trigger, _file!.Item.Code)] : [],
        _ => _step.Item is null || !Same(_step.Item.Code, _file!.Item.Code) || !Same(_step.Item.ApplyingDepartment, _file.Item.ApplyingDepartment)
            ? [Refusal(RefusalKind.ConditionUnmet, "permissions.entry-no-content", null, _step.Trigger, _file!.Item.Code)] : Faults(_step.Item),
    };

    private static IEnumerable<Refusal> Incomplete(EntryListItem item) => EntryListCheck.MissingOf(item)
        .Select(member => Refusal(RefusalKind.ConditionUnmet, member == "validTo" ? "permissions.temporary-without-term" : "permissions.entry-incomplete", null, item.Code, member));

    /// <summary>Those who must sign but have not, this step included.</summary>
    private string Unsigned()
    {
        var signed = _file!.Subject.Approvals.Select(static approval => approval.Body).Append(_step.Trigger == EntryTriggers.Sign ? _by : null);
        return string.Join(", ", _procedure.SignersOf(_file).Except(signed, StringComparer.Ordinal));
    }

    private IEnumerable<Refusal> TooLate()
    {
        if (_file!.Draft is { } draft && !EntryWidening.Widens(_file.Item, draft))
        {
            yield break;
        }

        var item = _file.Subject;
        var applied = _file.History.Last(happened => _file.Draft is null ? happened.Trigger is EntryTriggers.Apply or EntryTriggers.Complete : happened.Trigger == EntryTriggers.Adjust);
        var earliest = _procedure.EarliestStart(applied.At);
        if (earliest.UnknownDay is { } unknown)
        {
            yield return Refusal(RefusalKind.ConditionUnmet, "permissions.entry-ahead-unknown", null, item.Code, unknown);
        }
        else
        {
            // An item that names no first day begins when it is put in force.
            var starts = item.ValidFrom is { } first && (first > _on || _step.Trigger == EntryTriggers.Receive) ? first : _on;
            if (starts < earliest.On && (item.ValidFrom is not null || _step.Trigger != EntryTriggers.Receive))
            {
                var message = _procedure.Definition.ApplyAhead is null ? "permissions.entry-not-ahead" : "permissions.entry-too-late";
                yield return Refusal(RefusalKind.OutsideListOrTime, message, Near("permissions.nearest-from", earliest.On), item.Code, starts, applied.On, _procedure.Definition.ApplyAhead);
            }
        }
    }
}
