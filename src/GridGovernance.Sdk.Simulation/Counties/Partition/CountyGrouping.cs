namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Which cell lies in which grid, village or community, and township: every group is connected, and the numbers of groups are exact.</summary>
internal sealed class CountyGrouping
{
    private CountyGrouping(CountyCells cells, int[] gridOfCell, int[] neighbourhoodOfGrid, int[] townshipOfNeighbourhood)
    {
        Cells = cells;
        GridOfCell = gridOfCell;
        NeighbourhoodOfGrid = neighbourhoodOfGrid;
        TownshipOfNeighbourhood = townshipOfNeighbourhood;
    }

    /// <summary>Gets the cells, made of the natural units.</summary>
    internal CountyCells Cells { get; }

    /// <summary>Gets the grid of each cell.</summary>
    internal int[] GridOfCell { get; }

    /// <summary>Gets the village or community of each grid.</summary>
    internal int[] NeighbourhoodOfGrid { get; }

    /// <summary>Gets the township of each village or community.</summary>
    internal int[] TownshipOfNeighbourhood { get; }

    /// <summary>Groups the natural units of a county into villages and communities, divides those into cells, and groups the cells into grids.</summary>
    /// <param name="ground">The ground, tiled by units in the order of the plan.</param>
    /// <param name="people">How many people live in each unit.</param>
    /// <param name="plan">The villages and communities; the first of a township is its seat.</param>
    /// <param name="grids">The number of grids.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The groups.</returns>
    internal static CountyGrouping Create(CountyGround ground, int[] people, IReadOnlyList<NeighbourhoodPlan> plan, int grids, long seed)
    {
        var places = ground.Places;
        var bridged = ground.Graph.Bridged(places);
        var neighbourhoodOfUnit = GroupIntoNeighbourhoods(bridged, places, people, plan);
        var peopleByNeighbourhood = new int[plan.Count];
        var unitsByNeighbourhood = new int[plan.Count];
        for (var unit = 0; unit < places.Length; unit++)
        {
            peopleByNeighbourhood[neighbourhoodOfUnit[unit]] += people[unit];
            unitsByNeighbourhood[neighbourhoodOfUnit[unit]]++;
        }

        var townshipOfNeighbourhood = GroupIntoTownships(bridged, places, neighbourhoodOfUnit, peopleByNeighbourhood, plan);
        var cellCounts = CountyPlan.CellsByNeighbourhood(plan, peopleByNeighbourhood, unitsByNeighbourhood);
        var cells = CountyCells.Create(ground, bridged, people, neighbourhoodOfUnit, cellCounts, seed);
        var neighbourhoodOfCell = new int[cells.People.Length];
        for (var unit = 0; unit < places.Length; unit++)
        {
            neighbourhoodOfCell[cells.CellOfUnit[unit]] = neighbourhoodOfUnit[unit];
        }

        var graph = bridged.Contract(cells.CellOfUnit, cells.People.Length);
        var gridCounts = Apportionment.Share(grids, peopleByNeighbourhood, 1, cellCounts);
        var gridOfCell = new int[cells.People.Length];
        var neighbourhoodOfGrid = new List<int>(grids);
        var members = MembersOf(neighbourhoodOfCell, plan.Count);
        for (var i = 0; i < plan.Count; i++)
        {
            DivideIntoGrids(graph, cells.Places, cells.People, members[i], gridCounts[i], neighbourhoodOfGrid.Count, gridOfCell);
            neighbourhoodOfGrid.AddRange(Enumerable.Repeat(i, gridCounts[i]));
        }

        return new CountyGrouping(cells, gridOfCell, [.. neighbourhoodOfGrid], townshipOfNeighbourhood);
    }

    /// <summary>Lists the members of each group.</summary>
    /// <param name="groupOf">The group of each unit.</param>
    /// <param name="groups">The number of groups.</param>
    /// <returns>The units of each group, ascending.</returns>
    internal static List<int>[] MembersOf(int[] groupOf, int groups)
    {
        var members = new List<int>[groups];
        for (var group = 0; group < groups; group++)
        {
            members[group] = [];
        }

        for (var unit = 0; unit < groupOf.Length; unit++)
        {
            members[groupOf[unit]].Add(unit);
        }

        return members;
    }

    private static int[] GroupIntoNeighbourhoods(UnitGraph graph, PlanePoint[] places, int[] people, IReadOnlyList<NeighbourhoodPlan> plan)
    {
        var seeds = new int[plan.Count];
        var meant = new int[places.Length];
        var unit = 0;
        for (var i = 0; i < plan.Count; i++)
        {
            seeds[i] = unit;
            Array.Fill(meant, i, unit, plan[i].Units);
            unit += plan[i].Units;
        }

        return RegionGrowing.Grow(graph, places, people, seeds, [.. plan.Select(static p => Math.Max(1L, p.People))], meant);
    }

    private static int[] GroupIntoTownships(
        UnitGraph graph, PlanePoint[] places, int[] neighbourhoodOfUnit, int[] people, IReadOnlyList<NeighbourhoodPlan> plan)
    {
        var townships = plan.Max(static p => p.Township) + 1;
        var seeds = new int[townships];
        var targets = new long[townships];
        var middles = new PlanePoint[plan.Count];
        var unit = 0;
        for (var i = plan.Count - 1; i >= 0; i--)
        {
            seeds[plan[i].Township] = i;
            targets[plan[i].Township] += plan[i].People;
        }

        for (var i = 0; i < plan.Count; i++)
        {
            middles[i] = places[unit];
            unit += plan[i].Units;
        }

        return RegionGrowing.Grow(
            graph.Contract(neighbourhoodOfUnit, plan.Count),
            middles,
            people,
            seeds,
            [.. targets.Select(static t => Math.Max(1L, t))],
            [.. plan.Select(static p => p.Township)]);
    }

    private static void DivideIntoGrids(UnitGraph graph, PlanePoint[] places, int[] people, List<int> cells, int count, int firstGrid, int[] gridOfCell)
    {
        var within = cells.Select(cell => places[cell]).ToArray();
        var loads = cells.Select(cell => people[cell]).ToArray();
        var target = Math.Max(1L, loads.Sum() / count);
        var grid = RegionGrowing.Grow(
            graph.Within(cells), within, loads, RegionGrowing.SpreadSeeds(within, count), [.. Enumerable.Repeat(target, count)]);
        for (var i = 0; i < cells.Count; i++)
        {
            gridOfCell[cells[i]] = firstGrid + grid[i];
        }
    }
}
