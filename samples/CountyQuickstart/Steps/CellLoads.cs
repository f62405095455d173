using GridGovernance.Sdk.Grids;

namespace CountyQuickstart.Steps;

/// <summary>People and cases counted by cell, and summed up to the townships.</summary>
internal sealed class CellLoads
{
    private readonly IReadOnlyDictionary<GridCode, int> _people;
    private readonly Dictionary<GridCode, int> _cases;
    private readonly GridMap _map;

    internal CellLoads(GridMap map, IReadOnlyDictionary<GridCode, int> people, IEnumerable<CaseRow> rows)
    {
        _map = map;
        _people = people;
        _cases = rows.CountBy(static row => row.Case.Place).ToDictionary();
    }

    private IReadOnlyList<GridUnit> Cells => _map.UnitsAt(_map.Scheme.Leaf.Code);

    /// <summary>Gets the cell with the most cases; the first by code among equals.</summary>
    internal GridUnit Busiest => Cells.MaxBy(cell => CasesIn(cell.Code))!;

    /// <summary>Gets how many cells had no case.</summary>
    internal int Quiet => Cells.Count(cell => CasesIn(cell.Code) == 0);

    /// <summary>Counts the people who are registered in each cell.</summary>
    internal static Dictionary<GridCode, int> PeopleByCell(HouseholdRegister households)
    {
        var people = new Dictionary<GridCode, int>();
        for (var i = 0; i < households.HouseholdCount; i++)
        {
            if (households.AssignedCell(i) is { } cell)
            {
                people[cell] = people.GetValueOrDefault(cell) + households.PeopleIn(i);
            }
        }

        return people;
    }

    internal int PeopleIn(GridCode cell) => _people.TryGetValue(cell, out var people) ? people : 0;

    internal int CasesIn(GridCode cell) => _cases.GetValueOrDefault(cell);

    /// <summary>Sums a count up to each township, in the order of codes.</summary>
    internal IEnumerable<TownshipLoad> ByTownship()
    {
        var cells = Cells.ToLookup(cell => _map.AncestorAt(cell.Code, "township")!.Code);
        var grids = _map.UnitsAt("grid").ToLookup(grid => _map.AncestorAt(grid.Code, "township")!.Code);
        return _map.UnitsAt("township").Select(township => new TownshipLoad(
            township,
            _map.ChildrenOf(township.Code).Count,
            grids[township.Code].Count(),
            cells[township.Code].Count(),
            cells[township.Code].Sum(cell => PeopleIn(cell.Code)),
            cells[township.Code].Sum(cell => CasesIn(cell.Code))));
    }
}
