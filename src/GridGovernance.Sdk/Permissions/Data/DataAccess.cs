namespace GridGovernance.Sdk.Permissions;

/// <summary>One question to the data catalogue, answered item by item.</summary>
internal sealed class DataAccess
{
    private readonly DataCatalogue _catalogue;
    private readonly DataAccessRequest _request;

    internal DataAccess(DataCatalogue catalogue, DataAccessRequest request)
    {
        _catalogue = catalogue;
        _request = request;
    }

    /// <summary>How far a grant on the item gets with the request, in the order in which it is asked.</summary>
    private enum Reach
    {
        Item = 0,
        Who = 1,
        Place = 2,
        Time = 3,
        Purpose = 4,
        Full = 5,
    }

    internal static string NameOf(AuthorityActor actor) => new AuthorityHolder(actor.Post, actor.Department, null).ToString();

    internal DataAccessField FieldOf(string code)
    {
        if (!_catalogue.TryFindItem(code, out var item))
        {
            return new DataAccessField(code, DataShow.Hidden) { Refusals = [Refuse(RefusalKind.OutsideListOrTime, "permissions.data-unknown", [], null, code)] };
        }

        var reached = _catalogue.GrantsOn(code).Select(grant => (Grant: grant, Reach: ReachOf(grant))).ToArray();
        var show = reached.Where(static pair => pair.Reach == Reach.Full).Select(static pair => pair.Grant.Shows).DefaultIfEmpty(DataShow.Hidden).Max();
        var breaking = _request.BreakGlass is { } claim && _catalogue.TryFindReason(claim.Reason, out var rule) && Fits(rule, item) ? rule : null;
        if (show < DataShow.Full && breaking is not null)
        {
            return new DataAccessField(code, DataShow.Full) { Rules = [breaking.Code], IsBreakGlass = true };
        }

        return show > DataShow.Hidden
            ? new DataAccessField(code, show)
            {
                Rules = EquatableArray.From(reached.Where(pair => pair.Reach == Reach.Full && pair.Grant.Shows == show).Select(static pair => pair.Grant.Code)),
            }
            : new DataAccessField(code, DataShow.Hidden) { Refusals = EquatableArray.From(Refusals(item, reached)) };
    }

    private static Refusal Refuse(RefusalKind kind, string message, EquatableArray<string> rules, Message? nearest, params ReadOnlySpan<object?> values) =>
        new(kind, PermissionMessages.Catalogue[message, values]) { Rules = rules, Nearest = nearest };

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> ReadersOf(DataGrant grant) =>
        from post in OrNull(grant.Posts)
        from department in OrNull(grant.Departments)
        from level in OrNull(grant.Levels)
        select new AuthorityHolder(post, department, level).ToString();

    private static IEnumerable<string?> OrNull(EquatableArray<string> codes) => codes.Count == 0 ? Enumerable.Repeat<string?>(null, 1) : codes;

    private bool FitsWho(EquatableArray<string> posts, EquatableArray<string> departments, EquatableArray<string> levels) =>
        (posts.Count == 0 || Codes.Contain(posts, _request.Actor.Post))
        && (departments.Count == 0 || (_request.Actor.Department is { } department && Codes.Contain(departments, department)))
        && (levels.Count == 0 || Codes.Contain(levels, _request.Actor.Level));

    private bool Fits(BreakGlassRule rule, DataItem item) =>
        (Codes.Contain(rule.Items, Codes.Any) || Codes.Contain(rule.Items, item.Code)) && FitsWho(rule.Posts, rule.Departments, rule.Levels)
        && (rule.BeyondOwnArea || IsInOwnArea())
        && _catalogue.Definition.Purposes.Any(purpose => string.Equals(purpose.Code, _request.Purpose, StringComparison.Ordinal))
        && !string.IsNullOrWhiteSpace(_request.BreakGlass!.Reference);

    private Reach ReachOf(DataGrant grant)
    {
        var on = _request.At.Date;
        return !FitsWho(grant.Posts, grant.Departments, grant.Levels) ? Reach.Item
            : !grant.BeyondOwnArea && !IsInOwnArea() ? Reach.Who
            : on < grant.ValidFrom || on > grant.ValidTo ? Reach.Place
            : !Codes.Contain(grant.Purposes, _request.Purpose) ? Reach.Time
            : grant.NeedsConsent && !_request.HasConsent ? Reach.Purpose
            : Reach.Full;
    }

    /// <summary>A department works for the whole county; a post without an area has none.</summary>
    private bool IsInOwnArea() => _request.Actor.OwnArea is { } area ? _request.Place.StartsWith(area) : _request.Actor.Department is not null;

    private IEnumerable<Refusal> Refusals(DataItem item, (DataGrant Grant, Reach Reach)[] reached)
    {
        var furthest = reached.Select(static pair => pair.Reach).DefaultIfEmpty(Reach.Item).Max();
        var nearest = reached.Where(pair => pair.Reach == furthest).Select(static pair => pair.Grant).ToArray();
        var codes = EquatableArray.From(nearest.Select(static grant => grant.Code));
        var (who, on) = (NameOf(_request.Actor), _request.At.Date);
        yield return furthest switch
        {
            Reach.Item when nearest.Length == 0 => Refuse(RefusalKind.NoSuchAction, "permissions.data-no-grant", codes, null, item.Name),
            Reach.Item => Refuse(
                RefusalKind.NotYourRole, "permissions.data-not-your-role", codes, Near("permissions.nearest-holder", Join(nearest.SelectMany(ReadersOf))), who, item.Name, Join(codes)),
            Reach.Who => Refuse(
                RefusalKind.NotYourGrid, "permissions.data-not-your-area", codes,
                _request.Actor.OwnArea is { } area ? Near("permissions.nearest-places", area.ToString()) : null, who, item.Name, _request.Place.ToString(), Join(codes)),
            Reach.Place => Refuse(
                RefusalKind.OutsideListOrTime, "permissions.data-out-of-time", codes,
                nearest.Min(static grant => grant.ValidFrom) is { } first && first > on ? Near("permissions.nearest-from", first) : Near("permissions.nearest-until", nearest.Max(static grant => grant.ValidTo)),
                who, item.Name, on, Join(codes)),
            Reach.Time => Refuse(
                RefusalKind.ConditionUnmet, "permissions.data-purpose", codes,
                Near("permissions.nearest-purposes", Join(nearest.SelectMany(static grant => grant.Purposes))), who, item.Name, _request.Purpose, Join(codes)),
            _ => Refuse(RefusalKind.ConditionUnmet, "permissions.data-consent", codes, Near("permissions.nearest-consent"), who, item.Name, Join(codes)),
        };

        if (_request.BreakGlass is { } claim)
        {
            yield return Refuse(
                RefusalKind.ConditionUnmet, "permissions.break-glass-refused", [],
                Near("permissions.nearest-reasons", Join(_catalogue.Definition.BreakGlass.Where(rule => Fits(rule, item)).Select(static rule => rule.Code).DefaultIfEmpty("–"))),
                who, item.Name, claim.Reason);
        }
    }

    private static Message Near(string message, params ReadOnlySpan<object?> values) => PermissionMessages.Catalogue[message, values];
}
