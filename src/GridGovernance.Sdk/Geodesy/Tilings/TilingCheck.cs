namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says whether cells tile a parent exactly, and where they do not.</summary>
/// <remarks>
/// <para>The proof: the edges of all cells, added up as a chain, less the edges of the parent, cancel. A chain of edges without end bounds exactly one
/// bounded chain of areas, so the areas then add up to the parent's: every place in it lies in exactly one cell.</para>
/// <para>What does not cancel bounds the defects themselves, so only the edges near it are looked at again: noded on a raster up to a million times as fine as the
/// quantum, so that slivers between points of the quantum keep their area.</para>
/// <para>One instance serves one thread.</para>
/// </remarks>
internal sealed class TilingCheck
{
    private readonly EdgeLedger _ledger = new();

    /// <summary>Checks a parent and its cells.</summary>
    /// <param name="parent">The parent; null where there is none, and the holes of the union count as gaps.</param>
    /// <param name="cells">The cells, in the same system.</param>
    /// <returns>The defects; empty when the cells tile the parent exactly.</returns>
    internal List<TilingDefect> Find(GridBoundary? parent, IReadOnlyList<GridBoundary> cells)
    {
        var rest = _ledger.Rest(parent, cells);
        return rest.Count == 0 ? [] : new TilingDefects(parent, cells, rest).Locate();
    }
}
