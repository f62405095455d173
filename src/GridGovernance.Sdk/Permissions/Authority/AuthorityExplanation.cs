namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds the rules that decided a request and builds its reasons.</summary>
internal sealed class AuthorityExplanation
{
    private readonly AuthorityList _list;
    private readonly AuthorityRequest _request;
    private readonly CompiledRule[] _forbidding = [];
    private readonly CompiledRule[] _nearest = [];
    private readonly RuleReach _reach;
    private readonly bool _resolved;
    private readonly NearestSearch? _search;

    internal AuthorityExplanation(AuthorityList list, in AuthorityRequest request)
    {
        _list = list;
        _request = request;
        _resolved = list.TryResolve(request, out var cell, out var actor);
        if (!_resolved)
        {
            return;
        }

        _search = new NearestSearch(list, request, cell.ToArray(), actor);
        var conditions = list.ConditionsOf(request.Conditions);
        var reached = new List<(CompiledRule Rule, RuleReach Reach)>();
        var isInOwnArea = AuthorityList.IsInOwnArea(request);
        foreach (var rule in cell.ToArray())
        {
            reached.Add((rule, rule.ReachOf(actor, request.Place, isInOwnArea, request.At.Date, conditions)));
        }

        _forbidding = reached.Where(static pair => !pair.Rule.Permits && pair.Reach == RuleReach.Full).Select(static pair => pair.Rule).ToArray();
        _reach = reached.Where(static pair => pair.Rule.Permits).Select(static pair => pair.Reach).DefaultIfEmpty(RuleReach.None).Max();
        _nearest = reached.Where(pair => pair.Rule.Permits && pair.Reach == _reach).Select(static pair => pair.Rule).ToArray();
    }

    internal EquatableArray<string> Rules() => CodesOf(_forbidding.Length > 0 ? _forbidding : _nearest);

    internal EquatableArray<Message> Sentences() => _forbidding.Length == 0 && _reach == RuleReach.Full
        ? EquatableArray.From(_nearest.Select(rule => PermissionMessages.Catalogue[
            "permissions.allowed-by", rule.Source.Code, StanceName(rule.Source.Stance), ActionName(), MatterName(), rule.Source.Source]))
        : EquatableArray.From(Refusals().Select(static refusal => refusal.Message));

    internal EquatableArray<Refusal> Refusals()
    {
        if (!_resolved)
        {
            return Unknown();
        }

        var refusals = _forbidding.GroupBy(static rule => KindOf(rule.Source)).OrderBy(static group => group.Key)
            .Select(group => new Refusal(group.Key, PermissionMessages.Catalogue["permissions.prohibited", Actor(), ActionName(), MatterName(), Join(group)])
            {
                Rules = CodesOf(group),
                Nearest = _search!.Holder(),
            });
        return EquatableArray.From(_reach == RuleReach.Full ? refusals : refusals.Append(ByDefault()));
    }

    /// <summary>Says what a prohibition turns on: the first of who, place, conditions and time that it narrows.</summary>
    private static RefusalKind KindOf(AuthorityRule rule) =>
        rule.Posts.Count > 0 || rule.Departments.Count > 0 || rule.Levels.Count > 0 || rule.Kinds.Count > 0 ? RefusalKind.NotYourRole
        : rule.Places.Count > 0 ? RefusalKind.NotYourGrid
        : rule.Conditions.Count > 0 ? RefusalKind.ConditionUnmet
        : rule.ValidFrom is not null || rule.ValidTo is not null ? RefusalKind.OutsideListOrTime
        : RefusalKind.NoSuchAction;

    private static EquatableArray<string> CodesOf(IEnumerable<CompiledRule> rules) => EquatableArray.From(rules.Select(static rule => rule.Source.Code));

    private static string Join(IEnumerable<CompiledRule> rules) => string.Join(", ", rules.Select(static rule => rule.Source.Code));

    private static LocalizedText StanceName(AuthorityStance stance) => stance switch
    {
        AuthorityStance.Lead => new LocalizedText("leads", "主体责任"),
        AuthorityStance.Must => new LocalizedText("must", "应当"),
        AuthorityStance.CoManage => new LocalizedText("co-manages", "协管责任"),
        AuthorityStance.May => new LocalizedText("may", "可以"),
        AuthorityStance.Assist => new LocalizedText("assists", "协助"),
        _ => new LocalizedText("must not", "禁止"),
    };

    private EquatableArray<Refusal> Unknown()
    {
        var refusals = new List<Refusal>();
        if (!_list.KnowsAction(_request.Action))
        {
            refusals.Add(new Refusal(RefusalKind.NoSuchAction, PermissionMessages.Catalogue["permissions.unknown-action", _request.Action])
            {
                Nearest = PermissionMessages.Catalogue["permissions.known-actions", NearestSearch.Join(_list.Definition.Actions.Select(static action => action.Code))],
            });
        }

        if (_request.Matter is null || !_list.Catalogue.TryFind(_request.Matter, out _))
        {
            refusals.Add(new Refusal(RefusalKind.OutsideListOrTime, PermissionMessages.Catalogue["permissions.unknown-matter", _request.Matter]));
        }

        var known = _request.Post is not null && _list.Establishment.TryFindPost(_request.Post, out _)
            && _request.Level is not null && Codes.Contain(_list.Establishment.Levels, _request.Level)
            && (_request.Department is null || _list.Establishment.TryFindDepartment(_request.Department, out _));
        if (!known)
        {
            refusals.Add(new Refusal(RefusalKind.NotYourRole, PermissionMessages.Catalogue["permissions.unknown-actor", Actor(), _request.Level]));
        }

        return EquatableArray.From(refusals);
    }

    private Refusal ByDefault()
    {
        var rules = CodesOf(_nearest);
        var names = Join(_nearest);
        return _reach switch
        {
            RuleReach.None => new Refusal(RefusalKind.NoSuchAction, PermissionMessages.Catalogue["permissions.no-rule", ActionName(), MatterName()])
            {
                Nearest = _search!.Action(),
            },
            RuleReach.Matter => new Refusal(RefusalKind.NotYourRole, PermissionMessages.Catalogue["permissions.not-your-role", Actor(), ActionName(), MatterName(), names])
            {
                Rules = rules,
                Nearest = _search!.Holder(),
            },
            RuleReach.Who => new Refusal(
                RefusalKind.NotYourGrid, PermissionMessages.Catalogue["permissions.not-your-place", Actor(), ActionName(), MatterName(), _request.Place.ToString(), names])
            {
                Rules = rules,
                Nearest = _search!.Change(_reach) ?? _search.Holder(),
            },
            RuleReach.Place => new Refusal(
                RefusalKind.OutsideListOrTime, PermissionMessages.Catalogue["permissions.rule-out-of-time", Actor(), ActionName(), MatterName(), _request.At.Date, names])
            {
                Rules = rules,
                Nearest = _search!.Change(_reach) ?? _search.Holder(),
            },
            _ => new Refusal(RefusalKind.ConditionUnmet, PermissionMessages.Catalogue["permissions.condition-unmet", Actor(), ActionName(), MatterName(), names])
            {
                Rules = rules,
                Nearest = _search!.Change(_reach) ?? _search.Holder(),
            },
        };
    }

    private string Actor() => new AuthorityHolder(_request.Post, _request.Department, null).ToString();

    private LocalizedText ActionName() => _list.Definition.Actions.First(action => string.Equals(action.Code, _request.Action, StringComparison.Ordinal)).Name;

    private LocalizedText MatterName() => _list.Catalogue.TryFind(_request.Matter, out var matter) ? matter.Name : new LocalizedText(_request.Matter, _request.Matter);
}
