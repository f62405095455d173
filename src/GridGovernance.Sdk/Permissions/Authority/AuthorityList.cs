using System.Runtime.CompilerServices;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The power-and-duty list of a county (权责清单), checked and indexed: who may do what, on which matter, where and when.</summary>
/// <remarks>
/// <para>What no rule permits is denied; a prohibition wins over every permission; the order of the rules never matters.</para>
/// <para>A decision allocates nothing. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class AuthorityList
{
    private readonly RuleTable _table;
    private readonly DecisionTable _decisions;
    private readonly CodeIndex _posts;
    private readonly CodeIndex _departments;
    private readonly CodeIndex _levels;
    private readonly CodeIndex _conditions;
    private readonly GridKind[] _kinds;

    private AuthorityList(AuthorityListDefinition definition, MatterCatalogue catalogue, Establishment establishment)
    {
        Definition = definition;
        Catalogue = catalogue;
        Establishment = establishment;
        _posts = new CodeIndex(establishment.Posts.Select(static post => post.Code));
        _departments = new CodeIndex(establishment.Departments.Select(static department => department.Code));
        _levels = new CodeIndex(establishment.Levels);
        _conditions = new CodeIndex(definition.Conditions.Select(static condition => condition.Code));
        _kinds = [.. definition.Rules.SelectMany(static rule => rule.Kinds).Distinct().Order()];

        // Sorted by code, so that whatever names rules names them in one order.
        Rules = definition.Rules.OrderBy(static rule => rule.Code, StringComparer.Ordinal)
            .Select(rule => new CompiledRule(rule, _posts, _departments, _levels, _kinds, _conditions)).ToArray();
        var actions = new CodeIndex(definition.Actions.Select(static action => action.Code));
        _table = new RuleTable(Rules, catalogue, actions);
        _decisions = new DecisionTable(Rules, _table, _posts.Count, _levels.Count, _kinds.Length + 1, _departments.Count);
    }

    /// <summary>Gets the definition.</summary>
    public AuthorityListDefinition Definition { get; }

    /// <summary>Gets the matters that the list speaks of.</summary>
    public MatterCatalogue Catalogue { get; }

    /// <summary>Gets the posts, departments and levels that the list speaks of.</summary>
    public Establishment Establishment { get; }

    /// <summary>Gets the kinds of unit that rules name.</summary>
    internal IReadOnlyList<GridKind> Kinds => _kinds;

    /// <summary>Gets the rules, compiled, in the ordinal order of their codes.</summary>
    internal CompiledRule[] Rules { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="catalogue">The matters.</param>
    /// <param name="establishment">The posts, departments and levels.</param>
    /// <param name="report">Every problem found, with JSON pointers into the definition.</param>
    /// <returns>The list; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AuthorityList? Compile(
        AuthorityListDefinition definition, MatterCatalogue catalogue, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(establishment);
        report = AuthorityListCheck.Run(definition, catalogue, establishment);
        return report.HasErrors ? null : new AuthorityList(definition, catalogue, establishment);
    }

    /// <summary>Decides whether somebody may do something.</summary>
    /// <param name="request">The question. An action, matter, post, department or level that the list does not know is denied, with that as the reason.</param>
    /// <returns>The decision; its rules and reasons are built when asked for.</returns>
    public AuthorityDecision Decide(in AuthorityRequest request) => new(this, request, StanceOf(request));

    /// <summary>Decides by numbers, for whoever asks the same of many: the stance alone, without a text in sight.</summary>
    /// <param name="ids">Who, what, on which matter and when, as <see cref="IdsOf"/> or <see cref="TryFindIds"/> of this very list gave them; those of another list decide nothing sensible.</param>
    /// <param name="place">Where the matter is; <see cref="GridCode.None"/> is in no place that a rule names.</param>
    /// <param name="isInOwnArea">Whether that is in the area of the one who acts, or areas are not to be looked at; false unless said, which permits only what holds anywhere.</param>
    /// <param name="conditions">The conditions that hold, as <see cref="ConditionsOf(EquatableArray{string})"/> gives them; none unless said.</param>
    /// <returns>The strongest bond that the action rests on; <see cref="AuthorityStance.MustNot"/> for a denial of either kind.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AuthorityStance Decide(in AuthorityIds ids, GridCode place, bool isInOwnArea = false, ulong conditions = 0)
    {
        return DecisionTable.TryDecide(ids, isInOwnArea, conditions != 0, out var stance) ? stance : Weigh(ids, place, isInOwnArea, conditions);
    }

    /// <summary>Turns the codes of a request into numbers.</summary>
    /// <param name="request">The question; its place, own area and conditions are not part of the numbers.</param>
    /// <param name="ids">The numbers; the default value when a code is unknown.</param>
    /// <returns>False when the list does not know the action, the matter, the post, the department or the level: what is unknown is denied.</returns>
    public bool TryFindIds(in AuthorityRequest request, out AuthorityIds ids)
    {
        ids = default;
        var action = _table.Actions.Of(request.Action);
        var post = _posts.Of(request.Post);
        var level = _levels.Of(request.Level);
        if (action < 0 || post < 0 || level < 0 || !_table.TryFindMatter(request.Matter, out var matter))
        {
            return false;
        }

        // The cell is far away in memory: it comes while the department is looked up.
        var kind = KindAt(request.Kind);
        var cell = _decisions.CellOf(matter, action, post, level, kind);
        var department = _departments.Of(request.Department);
        if (department < 0 && request.Department is not null)
        {
            return false;
        }

        ids = _decisions.IdsOf(cell, matter, action, new ActorIds(post, department, level, kind), request.At.Date);
        return true;
    }

    /// <summary>Puts numbers together: each is a position, from 0, in a list of the definition.</summary>
    /// <param name="matter">The position in <see cref="MatterCatalogue.Matters"/>.</param>
    /// <param name="action">The position in <see cref="AuthorityListDefinition.Actions"/>.</param>
    /// <param name="post">The position in <see cref="Establishment.Posts"/>.</param>
    /// <param name="department">The position in <see cref="Establishment.Departments"/>; null outside departments.</param>
    /// <param name="level">The position in <see cref="Establishment.Levels"/>.</param>
    /// <param name="on">The day, by the county's clock.</param>
    /// <param name="kind">The kind of the unit where they sit; null for a department, and where nobody says.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is negative, or beyond its list.</exception>
    public AuthorityIds IdsOf(int matter, int action, int post, int? department, int level, LocalDate on, GridKind? kind = null)
    {
        CheckPosition(matter, _table.Matters, nameof(matter));
        CheckPosition(action, _table.Actions.Count, nameof(action));
        CheckPosition(post, _posts.Count, nameof(post));
        CheckPosition(department ?? 0, department is null ? 1 : _departments.Count, nameof(department));
        CheckPosition(level, _levels.Count, nameof(level));
        var actor = new ActorIds(post, department ?? -1, level, KindAt(kind));
        return _decisions.IdsOf(_decisions.CellOf(matter, action, post, level, actor.Kind), matter, action, actor, on);
    }

    /// <summary>Turns the codes of conditions into a number for <see cref="Decide(in AuthorityIds, GridCode, bool, ulong)"/>.</summary>
    /// <param name="conditions">The codes of the conditions that hold; unknown ones are left out.</param>
    /// <returns>A bit for each, by its position in <see cref="AuthorityListDefinition.Conditions"/>.</returns>
    public ulong ConditionsOf(EquatableArray<string> conditions)
    {
        var held = 0UL;
        foreach (var condition in conditions.AsSpan())
        {
            var id = _conditions.Of(condition);
            held |= id < 0 ? 0 : 1UL << id;
        }

        return held;
    }

    /// <summary>Returns who leads an action on a matter (主体责任) at a place and a time.</summary>
    /// <remarks>
    /// Each combination of post, department, level and kind of unit that a rule names is a holder of its own; whom a prohibition without conditions stops is left out.
    /// Conditions are for the one who acts to meet, and are not asked here. Exactly one is as it should be: none is a gap (无权), several are 多头管理.
    /// </remarks>
    /// <param name="matter">The code of the matter.</param>
    /// <param name="action">The code of the action, such as <c>handle</c>.</param>
    /// <param name="place">Where.</param>
    /// <param name="at">When, by the county's clock.</param>
    /// <returns>The leads, in the ordinal order of their text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matter"/> or <paramref name="action"/> is null.</exception>
    public EquatableArray<AuthorityLead> LeadsFor(string matter, string action, GridCode place, LocalDateTime at)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(action);
        _ = _table.TryFind(matter, action, out var cell);
        var rules = cell.ToArray();
        var leads = rules.Where(static rule => rule.Source.Stance == AuthorityStance.Lead)
            .Where(rule => Codes.Cover(rule.Source.Places, place) && rule.Source.IsInForceOn(at.Date))
            .SelectMany(rule => HoldersOf(rule.Source).Select(holder => (Holder: holder, rule.Source.Code)))
            .Where(pair => !rules.Any(rule => !rule.Permits && rule.CoversHolder(ActorOf(pair.Holder), place, at.Date)))
            .GroupBy(static pair => pair.Holder, static pair => pair.Code)
            .Select(static group => new AuthorityLead(group.Key, EquatableArray.From(group.Order(StringComparer.Ordinal))));
        return EquatableArray.From(leads.OrderBy(static lead => lead.Holder.ToString(), StringComparer.Ordinal));
    }

    internal static IEnumerable<AuthorityHolder> HoldersOf(AuthorityRule rule) =>
        from post in OrNull(rule.Posts)
        from department in OrNull(rule.Departments)
        from level in OrNull(rule.Levels)
        from kind in rule.Kinds.Select(static kind => (GridKind?)kind).Distinct().DefaultIfEmpty()
        select new AuthorityHolder(post, department, level, kind);

    /// <summary>Finds the rules on the matter and the action of a request, and the numbers of who asks.</summary>
    /// <returns>False when the list does not know one of them.</returns>
    internal bool TryResolve(in AuthorityRequest request, out RuleCell cell, out ActorIds actor)
    {
        actor = new ActorIds(_posts.Of(request.Post), _departments.Of(request.Department), _levels.Of(request.Level), KindAt(request.Kind));
        return _table.TryFind(request.Matter, request.Action, out cell)
            && actor.Post >= 0 && actor.Level >= 0 && (actor.Department >= 0 || request.Department is null);
    }

    /// <summary>Gathers the rules that fit a request but for its conditions and its own area.</summary>
    internal void Reaching(in AuthorityRequest request, List<AuthorityRule> rules)
    {
        rules.Clear();
        if (!TryResolve(request, out var cell, out var actor))
        {
            return;
        }

        foreach (var part in cell)
        {
            foreach (var rule in part)
            {
                if (rule.ReachOf(actor, request.Place, true, request.At.Date, ulong.MaxValue) == RuleReach.Full)
                {
                    rules.Add(rule.Source);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsInOwnArea(in AuthorityRequest request) => request.OwnArea is not { } area || request.Place.StartsWith(area);

    /// <summary>Returns the number of a kind of unit among those that rules name; 0 for every other and for none.</summary>
    internal int KindAt(GridKind? kind) => kind is { } one && _kinds.Length > 0 ? Array.IndexOf(_kinds, one) + 1 : 0;

    internal RuleCell CellAt(int matter, int action) => _table.CellAt(matter, action);

    /// <summary>Returns the rules on a matter and an action, in the ordinal order of their codes; none where the list does not know one of them.</summary>
    internal CompiledRule[] RulesOn(string matter, string action) => _table.TryFind(matter, action, out var cell) ? cell.ToArray() : [];

    internal bool KnowsAction(string action) => _table.KnowsAction(action);

    internal EquatableArray<string> RulesFor(in AuthorityRequest request) => new AuthorityExplanation(this, request).Rules();

    internal EquatableArray<Refusal> Refusals(in AuthorityRequest request) => new AuthorityExplanation(this, request).Refusals();

    private static void CheckPosition(int position, int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, count, name);
    }

    // Apart from the decision, which is large: together, the processor would wait for one copy of it to make the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AuthorityStance StanceOf(in AuthorityRequest request)
    {
        if (!TryFindIds(request, out var ids))
        {
            return AuthorityStance.MustNot;
        }

        var isInOwnArea = IsInOwnArea(request);
        return DecisionTable.TryDecide(ids, isInOwnArea, request.Conditions.Count > 0, out var stance)
            ? stance
            : Weigh(ids, request.Place, isInOwnArea, ConditionsOf(request.Conditions));
    }

    private AuthorityStance Weigh(in AuthorityIds ids, GridCode place, bool isInOwnArea, ulong conditions) => _decisions.IsEmpty
        ? Scan(ids, place, isInOwnArea, conditions)
        : _decisions.Weigh(ids, place, isInOwnArea, conditions);

    /// <summary>Decides by the rules themselves, where there is no table.</summary>
    private AuthorityStance Scan(in AuthorityIds ids, GridCode place, bool isInOwnArea, ulong conditions)
    {
        var strongest = AuthorityStance.MustNot;
        var actor = new ActorIds(ids.Post, ids.Department, ids.Level, ids.Kind);
        foreach (var part in _table.CellAt(ids.Matter, ids.Action))
        {
            foreach (var rule in part)
            {
                var stance = rule.Source.Stance;
                if ((stance == AuthorityStance.MustNot || stance > strongest) && rule.ReachOf(actor, place, isInOwnArea, ids.On, conditions) == RuleReach.Full)
                {
                    if (stance == AuthorityStance.MustNot)
                    {
                        return AuthorityStance.MustNot;
                    }

                    strongest = stance;
                }
            }
        }

        return strongest;
    }

    private static IEnumerable<string?> OrNull(EquatableArray<string> codes) =>
        codes.Count == 0 ? Enumerable.Repeat<string?>(null, 1) : codes.Distinct(StringComparer.Ordinal);

    /// <summary>Returns the numbers of a holder; the level is the post's or the department's where the rule names none.</summary>
    private ActorIds ActorOf(AuthorityHolder holder)
    {
        var level = holder.Level;
        if (level is null && holder.Post is not null && Establishment.TryFindPost(holder.Post, out var post) && !post.IsOfDepartment)
        {
            level = post.Level;
        }
        else if (level is null && holder.Department is not null && Establishment.TryFindDepartment(holder.Department, out var department))
        {
            level = department.Level;
        }

        return new ActorIds(_posts.Of(holder.Post), _departments.Of(holder.Department), _levels.Of(level), KindAt(holder.Kind));
    }
}
