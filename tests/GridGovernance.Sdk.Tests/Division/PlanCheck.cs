using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Checks what every plan promises, from the definition alone.</summary>
internal static class PlanCheck
{
    internal static void Holds(DivisionPlan plan, bool isLegal = true)
    {
        var definition = plan.Problem.Definition;
        var ids = definition.Units.Select(static (unit, index) => (unit.Id, index)).ToDictionary(static pair => pair.Id, static pair => pair.index, StringComparer.Ordinal);
        var assignment = plan.Assignment.ToArray();
        var root = Enumerable.Range(0, assignment.Length).ToArray();
        foreach (var edge in definition.Edges.Where(static edge => edge.Barrier is null))
        {
            var (a, b) = (ids[edge.From], ids[edge.To]);
            if (assignment[a] == assignment[b] && definition.Units[a].Parent == definition.Units[b].Parent)
            {
                root[Find(a)] = Find(b);
            }
        }

        var members = Enumerable.Range(0, assignment.Length).ToLookup(unit => assignment[unit]);
        Assert.Equal(plan.Grids.Count, members.Count);
        for (var grid = 0; grid < plan.Grids.Count; grid++)
        {
            var units = members[grid].ToList();
            Assert.Equal(units, plan.UnitsOf(grid).ToArray());
            Assert.True(units.Select(Find).Distinct().Count() == 1, $"The grid {grid} is not connected.");
            Assert.All(units, unit => Assert.Equal(plan.Grids[grid].Parent, definition.Units[unit].Parent));
            Assert.Equal(units.Sum(unit => (long)definition.Units[unit].People), plan.Grids[grid].People);
            Assert.Equal(units.Sum(unit => (long)definition.Units[unit].Households), plan.Grids[grid].Households);
            var sizing = definition.Sizing[0];
            if (isLegal)
            {
                Assert.InRange(plan.Grids[grid].People, sizing.MinPeople ?? 0, sizing.MaxPeople ?? long.MaxValue);
            }
        }

        if (definition.Sizing[0].Grids is { } count)
        {
            Assert.Equal(count * plan.Problem.Parents.Count, plan.Grids.Count);
        }

        Assert.Equal(plan.Grids.Count, plan.Grids.Select(static grid => grid.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.True(plan.Bound <= plan.MaxDeviation);

        int Find(int unit) => root[unit] == unit ? unit : root[unit] = Find(root[unit]);
    }
}
