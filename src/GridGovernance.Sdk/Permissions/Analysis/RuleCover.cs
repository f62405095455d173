using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds the rules that add nothing: others of the same stance or, for a permission, of a stronger one hold wherever they do, one alone or several together.</summary>
/// <remarks>
/// <para>All that it finds may go at once: each is held against the rules that are left when those found before it are gone. Of two that say the same the later by
/// code goes, and what one rule covers goes before what takes several.</para>
/// <para>It looks at everybody, at all days, and at the places given and those that rules name. Where a rule speaks under conditions, or beyond one's own area, so
/// must whatever covers it.</para>
/// </remarks>
internal sealed class RuleCover
{
    private readonly AnalysisGround _ground;
    private readonly EquatableArray<GridCode> _places;
    private readonly LocalDate _from;

    /// <summary>Creates the search.</summary>
    /// <param name="ground">Everybody, and the rules.</param>
    /// <param name="places">The places to look at.</param>
    /// <param name="from">A day to show what has held for all time by.</param>
    internal RuleCover(AnalysisGround ground, EquatableArray<GridCode> places, LocalDate from)
    {
        _ground = ground;
        _places = places;
        _from = from;
    }

    /// <summary>Finds which of some rules add nothing.</summary>
    /// <param name="rules">The rules to look at, in the ordinal order of their codes.</param>
    /// <returns>For each of those the rules that cover it, as few as can be left of them, in the ordinal order of their codes.</returns>
    internal Dictionary<CompiledRule, CompiledRule[]> Find(IReadOnlyList<CompiledRule> rules)
    {
        var left = _ground.List.Rules.ToHashSet();
        var covers = new Dictionary<CompiledRule, CompiledRule[]>();
        var bySeveral = new List<CompiledRule>();
        foreach (var rule in rules.Reverse())
        {
            if (IsCovered(rule, left.Contains))
            {
                if (Others(rule, _ground.CellsOf(rule.Source)[0], left.Contains).Find(other => IsCovered(rule, one => one == other)) is { } wide)
                {
                    covers.Add(rule, [wide]);
                    left.Remove(rule);
                }
                else
                {
                    bySeveral.Add(rule);
                }
            }
        }

        foreach (var rule in bySeveral.Where(rule => IsCovered(rule, left.Contains)))
        {
            covers.Add(rule, Fewest(rule, left));
            left.Remove(rule);
        }

        return covers;
    }

    /// <summary>Returns requests that show it: for each rule of a cover one at which both it and the covered rule hold, and decide if they do so anywhere.</summary>
    internal EquatableArray<AuthorityRequest> Witnesses(CompiledRule rule, CompiledRule[] cover) => EquatableArray.From(cover.Select(other =>
    {
        var shared = Points(rule, one => one == other).Where(pair => pair.Others.Count > 0 && Holds(other, rule, pair.Point)).Select(pair => _ground.Ask(pair.Point, rule.Source.Conditions));
        var decided = shared.Where(request => _ground.List.Decide(request).IsAllowed).Take(1).ToArray();
        return decided.Length > 0 && rule.Permits ? decided[0] : shared.First();
    }).Distinct());

    // Out of one's own area fewer permissions hold than in it: a rule that holds there is to be covered there.
    private static bool Holds(CompiledRule other, CompiledRule rule, in RulePoint point) => other.Holds(point.Place, !rule.Source.BeyondOwnArea, point.Day);

    // Only rules that hold at some point are asked about.
    private bool IsCovered(CompiledRule rule, Predicate<CompiledRule> isLeft) => Points(rule, isLeft).All(pair => pair.Others.Exists(other => Holds(other, rule, pair.Point)));

    /// <summary>Takes rule after rule out of those that cover another together, the later by code first, for as long as they still do.</summary>
    private CompiledRule[] Fewest(CompiledRule rule, HashSet<CompiledRule> left)
    {
        var cover = _ground.CellsOf(rule.Source).SelectMany(cell => Others(rule, cell, left.Contains)).ToHashSet();
        foreach (var other in cover.OrderByDescending(static other => other.Source.Code, StringComparer.Ordinal).ToArray())
        {
            if (IsCovered(rule, one => one != other && cover.Contains(one)))
            {
                cover.Remove(other);
            }
        }

        return [.. cover.OrderBy(static other => other.Source.Code, StringComparer.Ordinal)];
    }

    /// <summary>Returns everything that a rule holds at, as far as others tell it apart, with those of the others that are for the same one.</summary>
    private IEnumerable<(RulePoint Point, List<CompiledRule> Others)> Points(CompiledRule rule, Predicate<CompiledRule> isLeft)
    {
        var actors = _ground.ActorsOf(rule);
        foreach (var cell in _ground.CellsOf(rule.Source))
        {
            var others = Others(rule, cell, isLeft);
            foreach (var actor in actors)
            {
                var fitting = others.FindAll(other => _ground.IsFor(other, actor));
                foreach (var place in PlacesOf(rule, fitting))
                {
                    foreach (var day in DaysOf(rule, fitting))
                    {
                        yield return (new RulePoint(cell.Matter, cell.Action, actor, place, day), fitting);
                    }
                }
            }
        }
    }

    /// <summary>Returns the other rules on a matter and an action that speak whenever a rule does, but for who, where and when.</summary>
    private List<CompiledRule> Others(CompiledRule rule, (int Matter, int Action) cell, Predicate<CompiledRule> isLeft)
    {
        var others = new List<CompiledRule>();
        foreach (var part in _ground.List.CellAt(cell.Matter, cell.Action))
        {
            foreach (var other in part)
            {
                if (other != rule && CanCover(other, rule) && (other.Conditions & ~rule.Conditions) == 0 && isLeft(other))
                {
                    others.Add(other);
                }
            }
        }

        return others;
    }

    private IEnumerable<GridCode> PlacesOf(CompiledRule rule, List<CompiledRule> others)
    {
        var named = others.SelectMany(static other => other.Source.Places).Concat(rule.Source.Places).Distinct(StringComparer.Ordinal).Select(static unit => GridCode.Parse(unit));
        return (rule.Source.Places.Count == 0 ? named.Concat(_places) : named).Where(place => Codes.Cover(rule.Source.Places, place)).Distinct();
    }

    // A permission adds nothing to a stronger one; a prohibition is like no permission.
    private static bool CanCover(CompiledRule other, CompiledRule rule) => rule.Permits ? other.Source.Stance >= rule.Source.Stance : !other.Permits;

    /// <summary>Returns a day of each stretch of a rule's term in which the others stay the same; of one without a beginning a day that people know.</summary>
    private IEnumerable<LocalDate> DaysOf(CompiledRule rule, List<CompiledRule> others)
    {
        var changes = others.SelectMany(static other => other.To < LocalDate.MaxIsoValue ? new[] { other.From, other.To.PlusDays(1) } : [other.From])
            .Where(day => day > rule.From && day <= rule.To).Distinct().Order().ToArray();
        var first = rule.From > LocalDate.MinIsoValue ? rule.From : LocalDate.Min(LocalDate.Min(_from, rule.To), changes.Length > 0 ? changes[0].PlusDays(-1) : rule.To);
        return changes.Prepend(first);
    }
}
