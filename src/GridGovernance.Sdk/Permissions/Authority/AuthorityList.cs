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
    private readonly CodeIndex _posts;
    private readonly CodeIndex _departments;
    private readonly CodeIndex _levels;
    private readonly CodeIndex _conditions;

    private AuthorityList(AuthorityListDefinition definition, MatterCatalogue catalogue, Establishment establishment)
    {
        Definition = definition;
        Catalogue = catalogue;
        Establishment = establishment;
        _posts = new CodeIndex(establishment.Posts.Select(static post => post.Code));
        _departments = new CodeIndex(establishment.Departments.Select(static department => department.Code));
        _levels = new CodeIndex(establishment.Levels);
        _conditions = new CodeIndex(definition.Conditions.Select(static condition => condition.Code));

        // Sorted by code, so that whatever names rules names them in one order.
        var rules = definition.Rules.OrderBy(static rule => rule.Code, StringComparer.Ordinal)
            .Select(rule => new CompiledRule(rule, _posts, _departments, _levels, _conditions));
        _table = new RuleTable(rules, catalogue, new CodeIndex(definition.Actions.Select(static action => action.Code)));
    }

    /// <summary>Gets the definition.</summary>
    public AuthorityListDefinition Definition { get; }

    /// <summary>Gets the matters that the list speaks of.</summary>
    public MatterCatalogue Catalogue { get; }

    /// <summary>Gets the posts, departments and levels that the list speaks of.</summary>
    public Establishment Establishment { get; }

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
    public AuthorityDecision Decide(in AuthorityRequest request)
    {
        var strongest = AuthorityStance.MustNot;
        if (TryResolve(request, out var cell, out var actor))
        {
            var conditions = ConditionsOf(request);
            foreach (var part in cell)
            {
                foreach (var rule in part)
                {
                    var stance = rule.Source.Stance;
                    if ((stance == AuthorityStance.MustNot || stance > strongest)
                        && rule.ReachOf(actor, request.Place, request.OwnArea, request.At.Date, conditions) == RuleReach.Full)
                    {
                        if (stance == AuthorityStance.MustNot)
                        {
                            return new AuthorityDecision(this, request, AuthorityStance.MustNot);
                        }

                        strongest = stance;
                    }
                }
            }
        }

        return new AuthorityDecision(this, request, strongest);
    }

    /// <summary>Returns who leads an action on a matter (主体责任) at a place and a time.</summary>
    /// <remarks>
    /// Each combination of post, department and level that a rule names is a holder of its own; whom a prohibition without conditions stops is left out.
    /// Conditions are for the one who acts to meet, and are not asked here. Exactly one is as it should be: none is a gap (无权), several are 多头管理.
    /// </remarks>
    /// <param name="matter">The code of the matter.</param>
    /// <param name="action">The code of the action, such as <c>handle</c>.</param>
    /// <param name="place">Where.</param>
    /// <param name="at">When, by the county's clock.</param>
    /// <returns>The leads, in the ordinal order of their text.</returns>
    public EquatableArray<AuthorityLead> LeadsFor(string matter, string action, GridCode place, LocalDateTime at)
    {
        if (!_table.TryFind(matter, action, out var cell))
        {
            return [];
        }

        var rules = cell.ToArray();
        var leads = rules.Where(static rule => rule.Source.Stance == AuthorityStance.Lead)
            .Where(rule => Codes.Cover(rule.Source.Places, place) && rule.Source.IsInForceOn(at.Date))
            .SelectMany(rule => HoldersOf(rule.Source).Select(holder => (Holder: holder, rule.Source.Code)))
            .Where(pair => !rules.Any(rule => !rule.Permits && rule.CoversHolder(IdsOf(pair.Holder), place, at.Date)))
            .GroupBy(static pair => pair.Holder, static pair => pair.Code)
            .Select(static group => new AuthorityLead(group.Key, EquatableArray.From(group.Order(StringComparer.Ordinal))));
        return EquatableArray.From(leads.OrderBy(static lead => lead.Holder.ToString(), StringComparer.Ordinal));
    }

    internal static IEnumerable<AuthorityHolder> HoldersOf(AuthorityRule rule) =>
        from post in OrNull(rule.Posts)
        from department in OrNull(rule.Departments)
        from level in OrNull(rule.Levels)
        select new AuthorityHolder(post, department, level);

    /// <summary>Finds the rules on the matter and the action of a request, and the numbers of who asks.</summary>
    /// <returns>False when the list does not know one of them.</returns>
    internal bool TryResolve(in AuthorityRequest request, out RuleCell cell, out ActorIds actor)
    {
        actor = new ActorIds(_posts.Of(request.Post), _departments.Of(request.Department), _levels.Of(request.Level));
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
                if (rule.ReachOf(actor, request.Place, null, request.At.Date, ulong.MaxValue) == RuleReach.Full)
                {
                    rules.Add(rule.Source);
                }
            }
        }
    }

    internal ulong ConditionsOf(in AuthorityRequest request)
    {
        var held = 0UL;
        foreach (var condition in request.Conditions.AsSpan())
        {
            var id = _conditions.Of(condition);
            held |= id < 0 ? 0 : 1UL << id;
        }

        return held;
    }

    internal bool KnowsAction(string action) => _table.KnowsAction(action);

    internal EquatableArray<string> RulesFor(in AuthorityRequest request) => new AuthorityExplanation(this, request).Rules();

    internal EquatableArray<Refusal> Refusals(in AuthorityRequest request) => new AuthorityExplanation(this, request).Refusals();

    private static IEnumerable<string?> OrNull(EquatableArray<string> codes) =>
        codes.Count == 0 ? Enumerable.Repeat<string?>(null, 1) : codes.Distinct(StringComparer.Ordinal);

    /// <summary>Returns the numbers of a holder; the level is the post's or the department's where the rule names none.</summary>
    private ActorIds IdsOf(AuthorityHolder holder)
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

        return new ActorIds(_posts.Of(holder.Post), _departments.Of(holder.Department), _levels.Of(level));
    }
}
