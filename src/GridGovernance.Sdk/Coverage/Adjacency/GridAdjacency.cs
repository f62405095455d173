using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Which units of one level are neighbours (邻接), as a rook or as a queen would move between them.</summary>
/// <remarks>
/// <para>Borders count as they lie, whether or not both sides have the same points. Pairs are ordered by their first code, then by their second.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridAdjacency
{
    private GridAdjacency(IReadOnlyList<GridNeighbours> queen)
    {
        Queen = queen;
        Rook = Array.AsReadOnly([.. queen.Where(static pair => pair.SharedMetres > 0)]);
    }

    /// <summary>Gets the pairs that share a border of positive length.</summary>
    public IReadOnlyList<GridNeighbours> Rook { get; }

    /// <summary>Gets the pairs whose borders touch at all, those of <see cref="Rook"/> included.</summary>
    public IReadOnlyList<GridNeighbours> Queen { get; }

    /// <summary>Finds the neighbours among the units of a level.</summary>
    /// <param name="map">The map.</param>
    /// <param name="levelCode">The code of the level.</param>
    /// <returns>The neighbours; units without a boundary have none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public static GridAdjacency Of(GridMap map, string levelCode)
    {
        ArgumentNullException.ThrowIfNull(levelCode);
        ArgumentNullException.ThrowIfNull(map);
        return Of([.. map.UnitsAt(levelCode).Select(static unit => new CoverageCell(unit.Code.ToString(), unit.Boundary))]);
    }

    /// <summary>Finds the neighbours among cells.</summary>
    /// <param name="cells">The cells, all in one coordinate system.</param>
    /// <returns>The neighbours; cells without a boundary have none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    /// <exception cref="ArgumentException">The coordinate systems differ.</exception>
    public static GridAdjacency Of(IReadOnlyList<CoverageCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        CoverageCell[] sorted = [.. cells.Where(static cell => cell.Boundary is not null).OrderBy(static cell => cell.Code, StringComparer.Ordinal)];
        var pairs = BoundaryAdjacency.Find(Array.ConvertAll(sorted, static cell => cell.Boundary!));
        return new GridAdjacency(Array.AsReadOnly([.. pairs.Select(pair => new GridNeighbours(sorted[pair.First].Code, sorted[pair.Second].Code, pair.SharedMetres))]));
    }
}
