using System.Globalization;

namespace GridGovernance.Sdk.Division;

/// <summary>Re-divides parents whose people have moved (网格调整): the fewest people change hands that bring every grid within the bounds.</summary>
/// <remarks>
/// <para>The bounds are the hard ones; where a parent has none, the soft tolerance around its own mean takes their place, and where that cannot be kept
/// the parent is divided afresh. A parent whose grids keep the bounds stays as it is. Where hard bounds but no number of grids are named, the number is the one that
/// moves least: grids are split or given up for it.</para>
/// <para>The same problem, old plan, seed and budget give the same plan on any number of threads.</para>
/// </remarks>
public static class Redivider
{
    /// <summary>Re-divides.</summary>
    /// <param name="problem">The problem, with today's people.</param>
    /// <param name="previous">The code of the old grid of each unit by the unit's id; units that are new have none.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="budget">How much work it may take; null for <see cref="DivisionBudget.Default"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The division, and who changes hands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An old grid has units of two parents.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> has a number outside its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static RedivisionOutcome Redivide(
        DivisionProblem problem, IReadOnlyDictionary<string, string> previous, ulong seed, DivisionBudget? budget = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(previous);
        budget ??= DivisionBudget.Default;
        Divider.Check(budget);
        var codes = OldCodes(problem, previous);
        var plans = new PartPlan[problem.Parts.Length];
        var bounds = new long[plans.Length];
        Divider.ForEach(
            plans.Length,
            budget,
            p =>
            {
                var part = problem.Parts[p];
                var redivider = new PartRedivider(part, Homes(problem, part, previous, codes[p], out var isMixed), codes[p].Count);
                var (plan, names, least) = redivider.Solve(seed, budget, cancellation);
                bounds[p] = isMixed ? 0 : least ?? redivider.Bound();
                plans[p] = plan.With(Codes(part, names, codes[p]));
            },
            cancellation);
        var outcome = Divider.Conclude(problem, plans);
        return outcome.Plan is { } found ? Compare(problem, previous, outcome, found, bounds.Sum()) : new RedivisionOutcome(outcome);
    }

    private static List<string>[] OldCodes(DivisionProblem problem, IReadOnlyDictionary<string, string> previous)
    {
        var codes = new SortedSet<string>[problem.Parts.Length];
        var parentOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < codes.Length; p++)
        {
            codes[p] = new SortedSet<string>(StringComparer.Ordinal);
        }

        for (var unit = 0; unit < problem.Units.Count; unit++)
        {
            if (previous.TryGetValue(problem.Units[unit].Id, out var code))
            {
                codes[problem.ParentOf[unit]].Add(code);
                if (!parentOf.TryAdd(code, problem.ParentOf[unit]) && parentOf[code] != problem.ParentOf[unit])
                {
                    throw new ArgumentException(
                        $"The old grid \"{code}\" must lie in one parent, but holds units of \"{problem.Parents[parentOf[code]]}\" and \"{problem.Parents[problem.ParentOf[unit]]}\".", nameof(previous));
                }
            }
        }

        return [.. codes.Select(static set => set.ToList())];
    }

    private static int[] Homes(DivisionProblem problem, PartGraph part, IReadOnlyDictionary<string, string> previous, List<string> codes, out bool isMixed)
    {
        isMixed = false;
        var index = codes.Select(static (code, i) => (code, i)).ToDictionary(static pair => pair.code, static pair => pair.i, StringComparer.Ordinal);
        var homes = new int[part.Count];
        var held = new Dictionary<int, long>();
        for (var v = 0; v < homes.Length; v++)
        {
            held.Clear();
            homes[v] = -1;
            foreach (var unit in part.UnitsOf(v))
            {
                if (previous.TryGetValue(part.Ids[unit], out var code))
                {
                    var home = index[code];
                    held[home] = held.GetValueOrDefault(home) + 1 + (part.Settings.CountsPeople ? problem.Units[unit].People : problem.Units[unit].Households);
                }
            }

            // Units that must stay together are at home where most of them are; some move in any case, and a bound for whole vertices would say too much.
            isMixed |= held.Count > 1;
            foreach (var (home, size) in held)
            {
                homes[v] = homes[v] < 0 || size > held[homes[v]] || (size == held[homes[v]] && home < homes[v]) ? home : homes[v];
            }
        }

        return homes;
    }

    private static string?[] Codes(PartGraph part, int[] names, List<string> codes)
    {
        var result = new string?[names.Length];
        var next = 0L;
        foreach (var code in codes)
        {
            var tail = part.Code is not null && code.StartsWith(part.Code, StringComparison.Ordinal) ? code[part.Code.Length..] : part.Code is null ? code : "";
            next = long.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? Math.Max(next, serial) : next;
        }

        var width = codes.Count == 0 ? 3 : Math.Max(3, codes.Max(static code => code.Length) - (part.Code?.Length ?? 0));
        for (var grid = 0; grid < names.Length; grid++)
        {
            result[grid] = names[grid] >= 0 ? codes[names[grid]] : codes.Count == 0 ? null : part.Code + (++next).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        }

        return result;
    }

    private static RedivisionOutcome Compare(DivisionProblem problem, IReadOnlyDictionary<string, string> previous, DivisionOutcome outcome, DivisionPlan plan, long bound)
    {
        var moves = new List<UnitMove>();
        var lineage = new SortedDictionary<(string From, string To), (int Units, long Households, long People)>(Comparer<(string From, string To)>.Create(static (a, b) =>
            string.CompareOrdinal(a.From, b.From) is not 0 and var order ? order : string.CompareOrdinal(a.To, b.To)));
        var moved = 0L;
        for (var i = 0; i < problem.Units.Count; i++)
        {
            var unit = problem.Units[i];
            var (from, to) = (previous.GetValueOrDefault(unit.Id), plan.GridOf(i).Code);
            var (units, households, people) = lineage.GetValueOrDefault((from ?? "", to));
            lineage[(from ?? "", to)] = (units + 1, households + unit.Households, people + unit.People);
            if (from is not null && !string.Equals(from, to, StringComparison.Ordinal))
            {
                moves.Add(new UnitMove(unit.Id, from, to, unit.Households, unit.People));
                moved += problem.Parts[problem.ParentOf[i]].Settings.CountsPeople ? unit.People : unit.Households;
            }
        }

        return new RedivisionOutcome(outcome)
        {
            Moves = EquatableArray.From(moves),
            Lineage = EquatableArray.From(lineage.Select(static pair => new GridLineage(
                pair.Key.From.Length == 0 ? null : pair.Key.From, pair.Key.To, pair.Value.Units, pair.Value.Households, pair.Value.People))),
            Moved = moved,
            MovedBound = Math.Min(bound, moved),
        };
    }
}
