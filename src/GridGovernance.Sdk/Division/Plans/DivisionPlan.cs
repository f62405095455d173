namespace GridGovernance.Sdk.Division;

/// <summary>A division (网格划分方案): every unit in exactly one grid, every grid connected and inside its parent.</summary>
/// <remarks>
/// <para>Grids are numbered by parent in the problem's order, then west to east and north to south inside the parent.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class DivisionPlan
{
    private readonly int[] _gridOf;
    private readonly int[] _offsets;
    private readonly int[] _units;

    internal DivisionPlan(DivisionProblem problem, int[] gridOf, DividedGrid[] grids)
    {
        Problem = problem;
        _gridOf = gridOf;
        Grids = Array.AsReadOnly(grids);
        _offsets = new int[grids.Length + 1];
        foreach (var grid in gridOf)
        {
            _offsets[grid + 1]++;
        }

        for (var grid = 0; grid < grids.Length; grid++)
        {
            _offsets[grid + 1] += _offsets[grid];
        }

        _units = new int[gridOf.Length];
        var next = _offsets[..grids.Length];
        for (var unit = 0; unit < gridOf.Length; unit++)
        {
            _units[next[gridOf[unit]]++] = unit;
        }
    }

    /// <summary>Gets what was divided.</summary>
    public DivisionProblem Problem { get; }

    /// <summary>Gets the grids.</summary>
    public IReadOnlyList<DividedGrid> Grids { get; }

    /// <summary>Gets the grid of each unit, as positions in <see cref="Grids"/>, in the order of the problem's units.</summary>
    public ReadOnlySpan<int> Assignment => _gridOf;

    /// <summary>Gets the largest |size − mean| ÷ mean of a grid within its parent; weighted, where further measures are balanced. Grids that are settled before any search do not count.</summary>
    public required double MaxDeviation { get; init; }

    /// <summary>Gets how many edges of the definition join units of two grids.</summary>
    public required int CutEdges { get; init; }

    /// <summary>Gets a proven lower bound of <see cref="MaxDeviation"/>.</summary>
    public required double Bound { get; init; }

    /// <summary>Gets whether each parent's plan is proven to have the smallest largest deviation and, among those, the fewest cut edges that no barrier closes; of all numbers of grids that the bounds leave open, or of the one that a norm decides.</summary>
    public required bool IsOptimal { get; init; }

    /// <summary>Gets the distance of <see cref="MaxDeviation"/> from its bound, from 0.</summary>
    public double Gap => Math.Max(0, MaxDeviation - Bound);

    /// <summary>Reads a division that there is already, such as today's map, to measure it or to place it in an <see cref="Ensemble"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="grids">The code of the grid of each unit by the unit's id.</param>
    /// <param name="report">Errors for what keeps it from being a division, all of them, or else for the hard bounds that it breaks; warnings for grids outside the tolerance.</param>
    /// <returns>The plan, whose grids keep their codes; null where a unit has no grid, or a grid reaches over two parents, falls apart or parts what must stay together. Broken bounds do not matter.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DivisionPlan? Read(DivisionProblem problem, IReadOnlyDictionary<string, string> grids, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(grids);
        return new PlanReader(problem, grids).Run(out report);
    }

    /// <summary>Returns the grid of a unit.</summary>
    /// <param name="unit">The unit's position in the problem.</param>
    /// <returns>The grid.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="unit"/> is no position.</exception>
    public DividedGrid GridOf(int unit) => Grids[_gridOf[unit]];

    /// <summary>Returns the units of a grid.</summary>
    /// <param name="grid">The grid's position in <see cref="Grids"/>.</param>
    /// <returns>The positions of its units in the problem, ascending.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="grid"/> is no position.</exception>
    public ReadOnlySpan<int> UnitsOf(int grid) => _units.AsSpan(_offsets[grid], _offsets[grid + 1] - _offsets[grid]);

    /// <summary>Returns the numbers of grids and cut edges and the largest deviation.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Grids.Count} grids, {CutEdges} edges cut, deviation at most {MaxDeviation:F4} (bound {Bound:F4})");
}
