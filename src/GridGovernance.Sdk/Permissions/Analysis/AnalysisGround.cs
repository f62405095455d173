using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Everybody who can act under a list, by number, and what each of its rules is about.</summary>
internal sealed class AnalysisGround
{
    private readonly (Post Post, string? Department, string Level, GridKind? Kind)[] _actors;
    private readonly ActorIds[] _ids;
    private readonly Dictionary<string, int> _matters;
    private readonly ILookup<string, int> _classes;
    private readonly Dictionary<string, int> _actions;

    internal AnalysisGround(AuthorityList list)
    {
        List = list;
        Kinds = [null, .. list.Kinds];
        _actors = [.. AuthorityAnalysis.ActorsOf(list.Establishment).SelectMany(actor => Kinds.Where(kind => kind is null || actor.Department is null).Select(kind => (actor.Post, actor.Department, actor.Level, kind)))];
        var (posts, departments, levels) = (
            Positions(list.Establishment.Posts.Select(static post => post.Code)),
            Positions(list.Establishment.Departments.Select(static department => department.Code)),
            Positions(list.Establishment.Levels));
        _ids = [.. _actors.Select(actor => new ActorIds(posts[actor.Post.Code], actor.Department is null ? -1 : departments[actor.Department], levels[actor.Level], list.KindAt(actor.Kind)))];
        _matters = Positions(list.Catalogue.Matters.Select(static matter => matter.Code));
        _classes = list.Catalogue.Matters.ToLookup(static matter => matter.Class, matter => _matters[matter.Code], StringComparer.Ordinal);
        _actions = Positions(list.Definition.Actions.Select(static action => action.Code));
    }

    internal AuthorityList List { get; }

    /// <summary>Gets the kinds of unit that rules name, and null, which stands for every other.</summary>
    internal IReadOnlyList<GridKind?> Kinds { get; }

    /// <summary>Gets everybody: each spatial post at its level in units of each of the kinds, each post of departments in every department.</summary>
    internal IReadOnlyList<(Post Post, string? Department, string Level, GridKind? Kind)> Actors => _actors;

    /// <summary>Returns the position of an action; −1 where the list has none such.</summary>
    internal int ActionAt(string action) => _actions.GetValueOrDefault(action, -1);

    internal int MatterAt(string matter) => _matters[matter];

    /// <summary>Returns the rules on a matter and an action, in the ordinal order of their codes.</summary>
    internal CompiledRule[] RulesOn(string matter, string action) => List.RulesOn(matter, action);

    /// <summary>Returns each matter and action that a rule is about.</summary>
    internal (int Matter, int Action)[] CellsOf(AuthorityRule rule)
    {
        var matters = Codes.Contain(rule.Matters, Codes.Any)
            ? Enumerable.Range(0, _matters.Count)
            : rule.Matters.Select(matter => _matters[matter]).Concat(rule.Classes.SelectMany(code => _classes[code])).Distinct();
        var actions = Codes.Contain(rule.Actions, Codes.Any) ? Enumerable.Range(0, _actions.Count) : rule.Actions.Select(action => _actions[action]).Distinct();
        return [.. from matter in matters from action in actions select (matter, action)];
    }

    /// <summary>Returns who of everybody a rule is for.</summary>
    internal int[] ActorsOf(CompiledRule rule) => [.. Enumerable.Range(0, _ids.Length).Where(actor => rule.IsFor(_ids[actor]))];

    internal bool IsFor(CompiledRule rule, int actor) => rule.IsFor(_ids[actor]);

    internal AuthorityIds IdsOf(int matter, int action, int actor, LocalDate day)
    {
        var (post, department, level, _) = _ids[actor];
        return List.IdsOf(matter, action, post, department < 0 ? null : department, level, day, _actors[actor].Kind);
    }

    /// <summary>Puts a question in words.</summary>
    internal AuthorityRequest Ask(in RulePoint point, EquatableArray<string> conditions) => new()
    {
        Post = _actors[point.Actor].Post.Code,
        Department = _actors[point.Actor].Department,
        Level = _actors[point.Actor].Level,
        Kind = _actors[point.Actor].Kind,
        Action = List.Definition.Actions[point.Action].Code,
        Matter = List.Catalogue.Matters[point.Matter].Code,
        Place = point.Place,
        At = point.Day.AtMidnight(),
        Conditions = conditions,
    };

    private static Dictionary<string, int> Positions(IEnumerable<string> codes) =>
        codes.Select(static (code, i) => (code, i)).ToDictionary(static pair => pair.code, static pair => pair.i, StringComparer.Ordinal);
}
