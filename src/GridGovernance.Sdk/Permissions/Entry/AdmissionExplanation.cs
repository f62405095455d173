using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Builds the reasons for a refused admission: the negative list, the scope guard and the items each say their own.</summary>
internal sealed class AdmissionExplanation
{
    private readonly EntryList _list;
    private readonly AdmissionRequest _request;

    internal AdmissionExplanation(EntryList list, AdmissionRequest request)
    {
        _list = list;
        _request = request;
    }

    internal EquatableArray<Refusal> Refusals()
    {
        if (!_list.Catalogue.TryFind(_request.Matter, out var matter))
        {
            return [Refuse(RefusalKind.OutsideListOrTime, "permissions.unknown-matter", [], null, _request.Matter)];
        }

        var refusals = new List<Refusal>();
        if (_list.Admit(_request).Verdict == AdmissionVerdict.OnNegativeList)
        {
            var codes = _list.ItemsFor(_request);
            refusals.Add(Refuse(RefusalKind.OutsideListOrTime, "permissions.negative-list", codes, Referral(matter, codes), matter.Name));
        }

        if (_list.GuardRefuses(matter))
        {
            var message = matter.Purpose == MatterPurpose.Vitality ? "permissions.guard-vitality" : "permissions.guard-unrelated";
            refusals.Add(Refuse(RefusalKind.OutsideListOrTime, message, [], Referral(matter, []), matter.Name, _list.Guard.Code));
        }

        var verdict = _list.JudgeItems(matter, _request);
        if (verdict < AdmissionVerdict.ListedTemporarily && (refusals.Count == 0 || verdict > AdmissionVerdict.OutsideGridPurpose))
        {
            refusals.Add(ByItems(matter, verdict));
        }

        return EquatableArray.From(refusals);
    }

    private static Refusal Refuse(RefusalKind kind, string message, EquatableArray<string> rules, Message? nearest, params ReadOnlySpan<object?> values) =>
        new(kind, PermissionMessages.Catalogue[message, values]) { Rules = rules, Nearest = nearest };

    private static string Join(IEnumerable<string> codes) => string.Join(", ", codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private Refusal ByItems(Matter matter, AdmissionVerdict verdict)
    {
        var items = _list.ItemsOf(matter).Where(item => item.Category != EntryCategory.Negative && _list.JudgeItem(item, matter, _request) == verdict)
            .OrderBy(static item => item.Code, StringComparer.Ordinal).ToArray();
        var codes = EquatableArray.From(items.Select(static item => item.Code));
        var names = Join(codes);
        return verdict switch
        {
            AdmissionVerdict.OutsideGridPurpose => Refuse(
                RefusalKind.OutsideListOrTime, "permissions.guard-service-only", codes, Near("permissions.nearest-as-service"), matter.Name, names, _list.Guard.Code),
            AdmissionVerdict.Withdrawn => Refuse(
                RefusalKind.OutsideListOrTime, "permissions.entry-withdrawn", codes, Near("permissions.nearest-apply"), matter.Name, names),
            AdmissionVerdict.NotYetInForce => NotYet(matter, items, codes, names),
            AdmissionVerdict.Expired => Refuse(
                RefusalKind.OutsideListOrTime, "permissions.entry-expired", codes, Near("permissions.nearest-renew"), matter.Name, names, items.Max(static item => item.ValidTo)),
            AdmissionVerdict.Suspended => Refuse(
                RefusalKind.OutsideListOrTime, "permissions.entry-suspended", codes, Referral(matter, []), matter.Name, names),
            AdmissionVerdict.OutOfScope => OutOfScope(matter, items, codes, names),
            AdmissionVerdict.PostLacksAuthority => Refuse(
                RefusalKind.NotYourRole,
                "permissions.post-lacks-authority",
                codes,
                Near("permissions.nearest-posts", Join(items.SelectMany(static item => item.Posts))),
                _request.Post,
                matter.Name,
                names),
            _ => Refuse(RefusalKind.OutsideListOrTime, "permissions.not-listed", [], Referral(matter, []) ?? Near("permissions.nearest-apply"), matter.Name),
        };
    }

    private static Refusal NotYet(Matter matter, EntryListItem[] items, EquatableArray<string> codes, string names)
    {
        LocalDate? first = items.Where(static item => item.Status >= EntryStatus.InForce).Min(static item => item.ValidFrom);
        return first is null
            ? Refuse(RefusalKind.OutsideListOrTime, "permissions.entry-not-approved", codes, null, matter.Name, names)
            : Refuse(RefusalKind.OutsideListOrTime, "permissions.entry-not-yet", codes, Near("permissions.nearest-from", first), matter.Name, names, first);
    }

    private Refusal OutOfScope(Matter matter, EntryListItem[] items, EquatableArray<string> codes, string names)
    {
        var levels = items.SelectMany(static item => item.Levels).ToArray();
        var places = items.SelectMany(static item => item.Places).ToArray();
        var byPlace = items.Any(item => item.Levels.Count == 0 || Codes.Contain(item.Levels, _request.Level));
        return Refuse(
            RefusalKind.NotYourGrid,
            "permissions.out-of-scope",
            codes,
            byPlace ? Near("permissions.nearest-places", Join(places)) : Near("permissions.nearest-levels", Join(levels)),
            matter.Name,
            names,
            _request.Level,
            _request.Place.ToString());
    }

    private static Message Near(string message, params ReadOnlySpan<object?> values) => PermissionMessages.Catalogue[message, values];

    private Message? Referral(Matter matter, EquatableArray<string> negative)
    {
        var body = _list.ItemsOf(matter).FirstOrDefault(item => Codes.Contain(negative, item.Code) && item.ReferTo is not null)?.ReferTo;
        return body is not null ? Near("permissions.nearest-refer", body)
            : matter.Owner is { } owner ? Near("permissions.nearest-refer", owner) : null;
    }
}
