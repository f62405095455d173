using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Gives the groups of cells their codes, names and boundaries: the map of a synthetic county.</summary>
internal sealed class CountySurvey
{
    /// <summary>County, township, village or community, grid, cell.</summary>
    internal const int Levels = 5;

    // Serials of villages begin at 201 and of communities at 001, as the statistical office numbers them.
    private const int FirstVillage = 201;
    private const int FirstOther = 1;

    private readonly GridScheme _scheme;
    private readonly SyntheticCountyOptions _options;
    private readonly CountyGround _ground;
    private readonly CountyCells _cells;
    private readonly IReadOnlyList<NeighbourhoodPlan> _plan;
    private readonly List<GridUnit> _units = [];
    private readonly GridCode[] _codeOfCell;

    private CountySurvey(GridScheme scheme, SyntheticCountyOptions options, CountyGround ground, CountyCells cells, IReadOnlyList<NeighbourhoodPlan> plan)
    {
        _scheme = scheme;
        _options = options;
        _ground = ground;
        _cells = cells;
        _plan = plan;
        _codeOfCell = new GridCode[cells.People.Length];
        Map = null!;
    }

    /// <summary>Gets the map.</summary>
    internal GridMap Map { get; private set; }

    /// <summary>Gets the code of each cell, in the order of the division.</summary>
    internal IReadOnlyList<GridCode> CodeOfCell => _codeOfCell;

    internal static CountySurvey Create(
        GridScheme scheme, SyntheticCountyOptions options, CountyGround ground, IReadOnlyList<NeighbourhoodPlan> plan, CountyGrouping grouping)
    {
        var survey = new CountySurvey(scheme, options, ground, grouping.Cells, plan);
        survey.Survey(grouping);
        var map = GridMap.Create(scheme, survey._units, out var report);
        report.EnsureNoErrors();
        survey.Map = map!;
        return survey;
    }

    private void Survey(CountyGrouping grouping)
    {
        var cellsOf = CountyGrouping.MembersOf(grouping.GridOfCell, grouping.NeighbourhoodOfGrid.Length);
        var gridsOf = CountyGrouping.MembersOf(grouping.NeighbourhoodOfGrid, _plan.Count);
        var neighbourhoodsOf = CountyGrouping.MembersOf(grouping.TownshipOfNeighbourhood, _options.Townships.Count);

        var county = GridCode.Parse(_options.CountyCode);
        for (var township = 0; township < _options.Townships.Count; township++)
        {
            var given = _options.Townships[township];
            var code = GridCode.Parse(given.Code);
            var parts = new List<GridBoundary>();
            var (villages, communities) = (0, 0);
            foreach (var neighbourhood in Numbered(neighbourhoodsOf[township], i => cellsOf[gridsOf[i][0]][0]))
            {
                var isVillage = _plan[neighbourhood].Kind == NeighbourhoodKind.Village;
                var serial = isVillage ? ++villages : ++communities;
                var own = _scheme.Child(code, (isVillage ? FirstVillage : FirstOther) + serial - 1);
                var name = $"{given.Name}第{Text(serial)}{(isVillage ? "村" : "社区")}（合成）";
                parts.Add(SurveyNeighbourhood(own, name, isVillage, gridsOf[neighbourhood], cellsOf));
                _units.Add(Unit(own, name, 2, isVillage ? GridKind.Village : GridKind.Community, code, isVillage, parts[^1]));
            }

            _units.Add(Unit(code, given.Name, 1, GridKind.Division, county, null, GridBoundary.Dissolve(parts)));
        }

        _units.Add(Unit(county, _options.CountyName, 0, GridKind.Division, null, null, _ground.Tiling.Outline));
    }

    private GridBoundary SurveyNeighbourhood(GridCode code, string name, bool isVillage, List<int> grids, List<int>[] cellsOf)
    {
        var parts = new List<GridBoundary>();
        foreach (var grid in Numbered(grids, i => cellsOf[i][0]))
        {
            var gridCode = _scheme.Child(code, parts.Count + FirstOther);
            var cells = new List<GridBoundary>();
            foreach (var cell in Numbered(cellsOf[grid], static i => i))
            {
                var cellCode = _scheme.Child(gridCode, cells.Count + FirstOther);
                _codeOfCell[cell] = cellCode;
                cells.Add(_cells.Tiling.Boundaries[cell]!);
                _units.Add(Unit(cellCode, $"第{Text(cells.Count)}单元格（合成）", 4, GridKind.Cell, gridCode, isVillage, cells[^1]));
            }

            parts.Add(GridBoundary.Dissolve(cells));
            _units.Add(Unit(gridCode, $"第{Text(parts.Count)}网格（合成）", 3, GridKind.Comprehensive, code, isVillage, parts[^1]));
        }

        return GridBoundary.Dissolve(parts);
    }

    // From west to east, and from north to south where two begin at one meridian.
    private IEnumerable<int> Numbered(IEnumerable<int> members, Func<int, int> cellOf) => members
        .OrderBy(member => _cells.Sites[cellOf(member)].X)
        .ThenByDescending(member => _cells.Sites[cellOf(member)].Y);

    private GridUnit Unit(GridCode code, string name, int level, GridKind kind, GridCode? parent, bool? isVillage, GridBoundary boundary) => new()
    {
        Code = code,
        Name = name,
        Level = _scheme.Levels[level],
        Kind = kind,
        Parent = parent,
        Settlement = isVillage switch
        {
            true => SettlementKind.Rural,
            false => SettlementKind.Urban,
            null => null,
        },
        Boundary = boundary,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
