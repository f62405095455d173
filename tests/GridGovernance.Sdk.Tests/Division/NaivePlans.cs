using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>All plans of a small problem of one parent from the definition alone, groups, locks, seeds, further measures and either-or bounds included: every partition is looked at.</summary>
internal sealed class NaivePlans
{
    private readonly DivisionDefinition _definition;
    private readonly DivisionSizing _sizing;
    private readonly List<string> _ids;
    private readonly (int From, int To)[] _open;

    internal NaivePlans(DivisionDefinition definition)
        : this(definition, hasPlans: true)
    {
    }

    private NaivePlans(DivisionDefinition definition, bool hasPlans)
    {
        (_definition, _sizing) = (definition, definition.Sizing[0]);
        _ids = [.. definition.Units.Select(static unit => unit.Id)];
        _open = [.. definition.Edges.Where(static edge => edge.Barrier is null).Select(edge => (_ids.IndexOf(edge.From), _ids.IndexOf(edge.To)))];
        if (hasPlans)
        {
            Grow([], 0);
        }
    }

    /// <summary>Gets the plans: the grid of each unit, numbered as they are met.</summary>
    internal List<int[]> Plans { get; } = [];

    /// <summary>Takes a problem without looking for its plans.</summary>
    internal static NaivePlans Of(DivisionDefinition definition) => new(definition, hasPlans: false);

    /// <summary>Returns the largest deviation of a plan over size and measures, with weights.</summary>
    internal double DeviationOf(int[] plan)
    {
        var deviations = new List<double> { Deviation(plan, CountsPeople ? People : Households, 1) };
        foreach (var measure in _definition.Measures)
        {
            deviations.Add(Deviation(plan, unit => measure.Name switch { "people" => unit.People, "households" => unit.Households, _ => unit.Amounts.Where(amount => amount.Measure == measure.Name).Sum(static amount => amount.Amount) }, (double)measure.Weight));
        }

        return deviations.Max();
    }

    /// <summary>Returns how many open edges a plan cuts.</summary>
    internal int CutsOf(int[] plan) => _open.Count(edge => plan[edge.From] != plan[edge.To]);

    /// <summary>Returns the fewest people, or households, that move from an old plan, over all ways to give the old names to new grids.</summary>
    internal long MovedFrom(int[] old, int[] plan)
    {
        var (names, grids) = (old.Where(static grid => grid >= 0).Distinct().ToArray(), plan.Distinct().ToArray());
        return Best(0, []);

        long Best(int name, HashSet<int> taken)
        {
            if (name == names.Length)
            {
                return _definition.Units.Select((unit, i) => old[i] >= 0 ? Size(unit) : 0L).Sum();
            }

            var best = Best(name + 1, taken);
            foreach (var grid in grids.Where(grid => !taken.Contains(grid)))
            {
                var kept = _definition.Units.Select((unit, i) => old[i] == names[name] && plan[i] == grid ? Size(unit) : 0L).Sum();
                best = Math.Min(best, Best(name + 1, [.. taken, grid]) - kept);
            }

            return best;
        }
    }

    private bool CountsPeople => _sizing.Basis != SizingBasis.Households && !(_sizing.Basis == SizingBasis.Either && _sizing is { MinPeople: null, MaxPeople: null } && (_sizing.MinHouseholds ?? _sizing.MaxHouseholds) is not null);

    private static int People(DivisionUnit unit) => unit.People;

    private static int Households(DivisionUnit unit) => unit.Households;

    private int Size(DivisionUnit unit) => CountsPeople ? unit.People : unit.Households;

    private void Grow(List<int> plan, int grids)
    {
        if (plan.Count == _ids.Count)
        {
            if ((_sizing.Grids ?? grids) == grids && Enumerable.Range(0, grids).All(grid => IsGrid(plan, grid)) && _definition.Groups.All(group => group.Units.Select(id => plan[_ids.IndexOf(id)]).Distinct().Count() == 1)
                && _definition.Locks.All(item => item.Units.Select(id => plan[_ids.IndexOf(id)]).Distinct().Count() == 1))
            {
                Plans.Add([.. plan]);
            }

            return;
        }

        for (var grid = 0; grid <= grids; grid++)
        {
            plan.Add(grid);
            Grow(plan, Math.Max(grids, grid + 1));
            plan.RemoveAt(plan.Count - 1);
        }
    }

    private bool IsGrid(List<int> plan, int grid)
    {
        var members = Enumerable.Range(0, plan.Count).Where(i => plan[i] == grid).ToList();
        var reached = new HashSet<int> { members[0] };
        while (_open.FirstOrDefault(edge => plan[edge.From] == grid && plan[edge.To] == grid && reached.Contains(edge.From) != reached.Contains(edge.To)) is var edge && edge != default)
        {
            reached.Add(edge.From);
            reached.Add(edge.To);
        }

        // Seeds and locks are each the name of one grid.
        var names = _definition.Seeds.Count(id => plan[_ids.IndexOf(id)] == grid) + _definition.Locks.Count(item => plan[_ids.IndexOf(item.Units[0])] == grid);
        var (people, households) = (members.Sum(i => (long)_definition.Units[i].People), members.Sum(i => (long)_definition.Units[i].Households));
        var (fitsPeople, fitsHouseholds) = (people >= (_sizing.MinPeople ?? 0) && people <= (_sizing.MaxPeople ?? int.MaxValue), households >= (_sizing.MinHouseholds ?? 0) && households <= (_sizing.MaxHouseholds ?? int.MaxValue));
        var (boundsPeople, boundsHouseholds) = ((_sizing.MinPeople ?? _sizing.MaxPeople) is not null, (_sizing.MinHouseholds ?? _sizing.MaxHouseholds) is not null);
        var fits = _sizing.Basis != SizingBasis.Either ? fitsPeople && fitsHouseholds : (!boundsPeople && !boundsHouseholds) || (boundsPeople && fitsPeople) || (boundsHouseholds && fitsHouseholds);
        return reached.Count == members.Count && names <= 1 && fits;
    }

    private double Deviation(int[] plan, Func<DivisionUnit, int> of, double weight)
    {
        var (total, grids) = (_definition.Units.Sum(unit => (long)of(unit)), plan.Max() + 1);
        return total == 0 ? 0 : Enumerable.Range(0, grids).Max(grid => weight * ((double)Math.Abs((_definition.Units.Where((_, i) => plan[i] == grid).Sum(unit => (long)of(unit)) * grids) - total) / total));
    }
}
