using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A rule with its codes turned into numbers: a match is a few bit tests and comparisons, without allocation.</summary>
internal sealed class CompiledRule
{
    private readonly ulong[]? _posts;
    private readonly ulong[]? _departments;
    private readonly ulong[]? _levels;
    private readonly uint _kinds;
    private readonly LocalDate _from;
    private readonly LocalDate _to;
    private readonly ulong _conditions;

    internal CompiledRule(AuthorityRule source, CodeIndex posts, CodeIndex departments, CodeIndex levels, GridKind[] kinds, CodeIndex conditions)
    {
        Source = source;
        _posts = posts.Mask(source.Posts);
        _departments = departments.Mask(source.Departments);
        _levels = levels.Mask(source.Levels);
        _kinds = source.Kinds.Count == 0 ? uint.MaxValue : source.Kinds.Aggregate(0u, (mask, kind) => mask | (2u << Array.IndexOf(kinds, kind)));
        _from = source.ValidFrom ?? LocalDate.MinIsoValue;
        _to = source.ValidTo ?? LocalDate.MaxIsoValue;
        _conditions = conditions.Mask(source.Conditions)?[0] ?? 0;
    }

    internal AuthorityRule Source { get; }

    /// <summary>Gets a bit for each condition.</summary>
    internal ulong Conditions => _conditions;

    internal LocalDate From => _from;

    internal LocalDate To => _to;

    /// <summary>Gets a value indicating whether it hangs on more than who asks and when: on a place or a condition.</summary>
    internal bool HangsOnMore => _conditions != 0 || Source.Places.Count > 0;

    /// <summary>Gets a value indicating whether it is in force for some of the time only.</summary>
    internal bool IsTermed => _from > LocalDate.MinIsoValue || _to < LocalDate.MaxIsoValue;

    internal bool Permits => Source.Stance != AuthorityStance.MustNot;

    /// <summary>Says how far a rule on the matter and the action gets with a request.</summary>
    internal RuleReach ReachOf(in ActorIds actor, GridCode place, bool isInOwnArea, LocalDate on, ulong conditions)
    {
        if (!IsFor(actor))
        {
            return RuleReach.Matter;
        }

        // One's own area bounds what one may do; a prohibition holds beyond it, too.
        if (!Codes.Cover(Source.Places, place) || (Permits && !isInOwnArea && !Source.BeyondOwnArea))
        {
            return RuleReach.Who;
        }

        if (on < _from || on > _to)
        {
            return RuleReach.Place;
        }

        return (_conditions & ~conditions) == 0 ? RuleReach.Full : RuleReach.Time;
    }

    /// <summary>Says whether the rule is for somebody.</summary>
    internal bool IsFor(in ActorIds actor) => Has(_posts, actor.Post) && Has(_departments, actor.Department) && Has(_levels, actor.Level) && HasKind(actor.Kind);

    /// <summary>Says whether a rule that fits who asks holds at a place and a day, its conditions met.</summary>
    internal bool Holds(GridCode place, bool isInOwnArea, LocalDate on) =>
        on >= _from && on <= _to && (!Permits || isInOwnArea || Source.BeyondOwnArea) && Codes.Cover(Source.Places, place);

    /// <summary>Says whether the rule fits everybody that a holder stands for, at a place on a day, whatever the conditions.</summary>
    internal bool CoversHolder(in ActorIds holder, GridCode place, LocalDate on) =>
        _conditions == 0 && ReachOf(holder, place, true, on, 0) == RuleReach.Full;

    /// <summary>Returns the posts, ranks and departments that it fits; a rank is a level and a kind, a department of −1 is being of none.</summary>
    internal (int[] Posts, int[] Ranks, int[] Departments) Fits(int posts, int levels, int kinds, int departments) => (
        [.. Enumerable.Range(0, posts).Where(id => Has(_posts, id))],
        [.. Enumerable.Range(0, levels * kinds).Where(rank => Has(_levels, rank / kinds) && HasKind(rank % kinds))],
        [.. Enumerable.Range(-1, departments + 1).Where(id => Has(_departments, id))]);

    private bool HasKind(int kind) => (_kinds & (1u << kind)) != 0;

    private static bool Has(ulong[]? mask, int id) => mask is null || (id >= 0 && (mask[id >> 6] & (1UL << (id & 63))) != 0);
}
