using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks at the rules as such: those that do nothing, and duties that a prohibition forbids.</summary>
internal sealed class RuleAnalysis
{
    private readonly AnalysisGround _ground;
    private readonly AuthorityList _list;
    private readonly AnalysisClasses _classes;
    private readonly LocalDate _from;
    private readonly LocalDate _to;
    private readonly List<AuthorityIssue> _issues = [];

    internal RuleAnalysis(AnalysisGround ground, AnalysisClasses classes, LocalDate from, LocalDate to)
    {
        (_ground, _list, _classes) = (ground, ground.List, classes);
        (_from, _to) = (from, to);
    }

    /// <summary>Returns the issues, in the ordinal order of the rules' codes.</summary>
    internal IEnumerable<AuthorityIssue> Run()
    {
        var sound = _list.Rules.Where(IsSound).ToArray();
        var cover = new RuleCover(_ground, _classes.Places, _from);
        foreach (var (rule, others) in cover.Find(sound))
        {
            Add(AuthorityIssueKind.RuleRedundant, rule, cover.Witnesses(rule, others), CodesOf(others), "permissions.rule-redundant", rule.Source.Code, string.Join(", ", CodesOf(others)));
        }

        foreach (var rule in sound.Where(static rule => rule.Source.Stance is AuthorityStance.Lead or AuthorityStance.Must or AuthorityStance.CoManage))
        {
            LookForConflict(rule);
        }

        return _issues.OrderBy(static issue => issue.Rules[0], StringComparer.Ordinal).ThenBy(static issue => issue.Kind);
    }

    private static EquatableArray<string> CodesOf(IEnumerable<CompiledRule> rules) => EquatableArray.From(rules.Select(static rule => rule.Source.Code).Order(StringComparer.Ordinal));

    /// <summary>Says whether a rule does anything; where it does not, that is an issue.</summary>
    private bool IsSound(CompiledRule rule)
    {
        var code = rule.Source.Code;
        if (rule.To < _from || rule.From > _to)
        {
            // Once in its term, and once on the nearest of the days looked at.
            var within = RequestIn(rule, rule.To < _from ? rule.To : rule.From);
            var nearest = rule.To < _from ? _from : _to;
            Add(AuthorityIssueKind.RuleOutOfTerm, rule, [within, within with { At = nearest.AtMidnight() }], [], "permissions.rule-out-of-term", code, _from, _to);
            return false;
        }

        if (Fits(rule, _classes.Days).Take(1).ToArray() is not [var first])
        {
            Add(AuthorityIssueKind.RuleUnreachable, rule, [Somebody(rule, _classes.Days.Where(day => day >= rule.From).DefaultIfEmpty(rule.From).First())], [], "permissions.rule-unreachable", code);
            return false;
        }

        // Whatever conditions hold beside the rule's own can only add prohibitions.
        var conditions = _list.ConditionsOf(rule.Source.Conditions);
        if (rule.Permits && Fits(rule, _classes.Days).All(point => _list.Decide(_ground.IdsOf(point.Matter, point.Action, point.Actor, point.Day), point.Place, true, conditions) == AuthorityStance.MustNot))
        {
            var request = _ground.Ask(first, rule.Source.Conditions);
            Add(AuthorityIssueKind.RuleShadowed, rule, [request], _list.Decide(request).Rules, "permissions.rule-shadowed", code);
            return false;
        }

        return true;
    }

    /// <summary>Looks for somebody whom a rule binds to what another forbids; that a permission has exceptions is as it should be.</summary>
    private void LookForConflict(CompiledRule rule)
    {
        foreach (var (matter, action) in _ground.CellsOf(rule.Source))
        {
            var prohibitions = _list.CellAt(matter, action).ToArray().Where(other => !other.Permits && (other.Conditions & ~rule.Conditions) == 0).ToArray();
            if (prohibitions.Length == 0)
            {
                continue;
            }

            foreach (var point in FitsIn(rule, _classes.Days, matter, action))
            {
                var forbidding = prohibitions.Where(other => _ground.IsFor(other, point.Actor) && other.Holds(point.Place, true, point.Day)).ToArray();
                if (forbidding.Length > 0)
                {
                    var request = _ground.Ask(point, rule.Source.Conditions);
                    Add(
                        AuthorityIssueKind.RuleConflict, rule, [request], CodesOf(forbidding), "permissions.rule-conflict", rule.Source.Code,
                        new AuthorityHolder(request.Post, request.Department, null).ToString(), request.Action, _list.Catalogue.Matters[matter].Name, point.Place.ToString(), point.Day,
                        string.Join(", ", CodesOf(forbidding)));
                    return;
                }
            }
        }
    }

    private IEnumerable<RulePoint> Fits(CompiledRule rule, IEnumerable<LocalDate> days) => _ground.CellsOf(rule.Source).SelectMany(cell => FitsIn(rule, days, cell.Matter, cell.Action));

    private IEnumerable<RulePoint> FitsIn(CompiledRule rule, IEnumerable<LocalDate> days, int matter, int action) =>
        from actor in _ground.ActorsOf(rule)
        from place in _classes.Places
        where Codes.Cover(rule.Source.Places, place)
        from day in days
        where day >= rule.From && day <= rule.To
        select new RulePoint(matter, action, actor, place, day);

    /// <summary>Returns a request that a rule fits on a day of its term; where nobody of the establishment can put it, of somebody who is not of it.</summary>
    private AuthorityRequest RequestIn(CompiledRule rule, LocalDate day) =>
        Fits(rule, [day]).Take(1).ToArray() is [var point] ? _ground.Ask(point, rule.Source.Conditions) : Somebody(rule, day);

    /// <summary>Makes up whom a rule fits, with a post, department and level that it names, at one of its places.</summary>
    private AuthorityRequest Somebody(CompiledRule rule, LocalDate day)
    {
        var (source, establishment) = (rule.Source, _list.Establishment);
        var (matter, action) = _ground.CellsOf(source)[0];
        var post = establishment.Posts.FirstOrDefault(post => source.Posts.Count > 0 ? Codes.Contain(source.Posts, post.Code) : post.IsOfDepartment == source.Departments.Count > 0)
            ?? (establishment.Posts.Count > 0 ? establishment.Posts[0] : null);
        var isOfDepartment = post is { IsOfDepartment: true };
        var department = establishment.Departments.FirstOrDefault(department => source.Departments.Count > 0 ? Codes.Contain(source.Departments, department.Code) : isOfDepartment);
        return new AuthorityRequest
        {
            Post = post?.Code ?? "",
            Department = department?.Code,
            Level = source.Levels.Count > 0 ? source.Levels[0] : department?.Level ?? (post is null || isOfDepartment ? establishment.Levels[0] : post.Level),
            Kind = source.Kinds.Count > 0 ? source.Kinds[0] : null,
            Action = _list.Definition.Actions[action].Code,
            Matter = _list.Catalogue.Matters[matter].Code,
            Place = _classes.Places.Where(place => Codes.Cover(source.Places, place)).Concat(source.Places.Select(static unit => GridCode.Parse(unit))).First(),
            At = day.AtMidnight(),
            Conditions = source.Conditions,
        };
    }

    private void Add(AuthorityIssueKind kind, CompiledRule rule, EquatableArray<AuthorityRequest> witnesses, EquatableArray<string> causes, string message, params ReadOnlySpan<object?> values)
    {
        var index = _list.Definition.Rules.TakeWhile(other => other != rule.Source).Count();
        var finding = Finding.Warning(PermissionMessages.Catalogue[message, values], FindingPlace.At($"/rules/{index}") with { Subject = rule.Source.Code });
        _issues.Add(new AuthorityIssue(kind, finding) { Rules = [rule.Source.Code], CausedBy = causes, Witnesses = witnesses });
    }
}
