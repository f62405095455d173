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
        var edges = parent?.VertexCount ?? 0;
        foreach (var cell in cells)
        {
            edges += cell.VertexCount;
        }

        _ledger.Begin(edges);
        foreach (var cell in cells)
        {
            _ledger.Add(cell, 1);
        }

        if (parent is not null)
        {
            _ledger.Add(parent, -1);
        }

        return _ledger.IsBalanced ? [] : new TilingDefects(parent, cells, _ledger).Locate();
    }
}
