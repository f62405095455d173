using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>The cells of a synthetic county: natural units that the divider put together, village by village, as it would in a real one.</summary>
internal sealed class CountyCells
{
    // A soft policy: no cell is too small or too large to be, but one farther off than this gets its reason.
    private const decimal Tolerance = 0.2m;

    // Assumed: enough for parents of some dozen units.
    private static readonly DivisionBudget Budget = new() { ExactUnits = 10, ExactSteps = 100_000, MovesPerUnit = 80, Restarts = 2 };

    private CountyCells(DivisionPlan plan, PlanTiling tiling, int[] cellOfUnit, int[] people, GeoPoint[] sites, PlanePoint[] places)
    {
        (Plan, Tiling, CellOfUnit, People, Sites, Places) = (plan, tiling, cellOfUnit, people, sites, places);
    }

    /// <summary>Gets the division that the cells are; a grid of it is a cell.</summary>
    internal DivisionPlan Plan { get; }

    /// <summary>Gets the cells' boundaries, in the order of the plan.</summary>
    internal PlanTiling Tiling { get; }

    /// <summary>Gets the cell of each unit.</summary>
    internal int[] CellOfUnit { get; }

    /// <summary>Gets how many people live in each cell.</summary>
    internal int[] People { get; }

    /// <summary>Gets the site of each cell: that of the unit with most people.</summary>
    internal GeoPoint[] Sites { get; }

    /// <summary>Gets the same in the local plane.</summary>
    internal PlanePoint[] Places { get; }

    /// <summary>Divides the villages and communities of a county into cells.</summary>
    /// <param name="ground">The ground, tiled by units.</param>
    /// <param name="graph">Which units share a border, with bridges to exclaves.</param>
    /// <param name="people">How many people live in each unit.</param>
    /// <param name="neighbourhoodOf">The village or community of each unit.</param>
    /// <param name="cells">How many cells each of them has.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The cells, those of one village or community in a row.</returns>
    internal static CountyCells Create(CountyGround ground, UnitGraph graph, int[] people, int[] neighbourhoodOf, int[] cells, long seed)
    {
        var definition = Define(ground, graph, people, neighbourhoodOf, cells);
        var problem = DivisionProblem.Compile(definition, out var report) ?? throw new GovernanceException(report);
        var plan = Divider.Divide(problem, unchecked((ulong)seed), Budget).Plan
            ?? throw new ArgumentException("Expected villages whose units make so many connected cells, but found none for one of them.", nameof(cells));
        var count = plan.Grids.Count;
        var cellOfUnit = new int[people.Length];
        var (sums, most) = (new int[count], new int[count]);
        Array.Fill(most, -1);
        for (var unit = 0; unit < people.Length; unit++)
        {
            var cell = plan.Assignment[unit];
            cellOfUnit[unit] = cell;
            sums[cell] += people[unit];
            most[cell] = most[cell] < 0 || people[unit] > people[most[cell]] ? unit : most[cell];
        }

        return new CountyCells(plan, PlanTiling.Of(plan), cellOfUnit, sums, Array.ConvertAll(most, unit => ground.Sites[unit]), Array.ConvertAll(most, unit => ground.Places[unit]));
    }

    private static DivisionDefinition Define(CountyGround ground, UnitGraph graph, int[] people, int[] neighbourhoodOf, int[] cells)
    {
        var shared = ground.Tiling.Adjacency.ToDictionary(static pair => (pair.First, pair.Second), static pair => pair.SharedMetres);
        var edges = new List<DivisionEdge>(shared.Count);
        for (var unit = 0; unit < people.Length; unit++)
        {
            foreach (var other in graph.NeighboursOf(unit))
            {
                if (other > unit && neighbourhoodOf[other] == neighbourhoodOf[unit])
                {
                    // A bridge to an exclave is as good as a border of a metre.
                    edges.Add(new DivisionEdge(Id(unit), Id(other)) { SharedMetres = Math.Max(shared.GetValueOrDefault((unit, other), 1), 0.001) });
                }
            }
        }

        return new DivisionDefinition
        {
            System = CoordinateSystem.Cgcs2000,
            Units = EquatableArray.From(people.Select((count, unit) => new DivisionUnit
            {
                Id = Id(unit),
                Parent = Parent(neighbourhoodOf[unit]),
                People = count,
                Place = ground.Sites[unit],
                Boundary = ground.Tiling.Faces[unit],
                AreaSquareMetres = ground.Tiling.Faces[unit].AreaSquareMetres,
                PerimeterMetres = ShapeMeasure.PerimeterOf(ground.Tiling.Faces[unit]),
            })),
            Edges = EquatableArray.From(edges),
            Sizing = [new DivisionSizing(Tolerance) { Basis = SizingBasis.Population, Grids = 1 }],
            Parents = EquatableArray.From(cells.Select(static (count, neighbourhood) => new DivisionParent(Parent(neighbourhood)) { Grids = count })),
        };
    }

    private static string Id(int unit) => unit.ToString("000000", CultureInfo.InvariantCulture);

    private static string Parent(int neighbourhood) => neighbourhood.ToString("0000", CultureInfo.InvariantCulture) + "-";
}
