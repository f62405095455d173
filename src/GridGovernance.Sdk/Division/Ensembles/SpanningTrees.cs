namespace GridGovernance.Sdk.Division;

/// <summary>Counts the spanning trees of a grid by Kirchhoff's matrix-tree theorem.</summary>
internal sealed class SpanningTrees
{
    private readonly PartGraph _part;
    private readonly List<int> _members = [];
    private readonly int[] _row;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    internal SpanningTrees(PartGraph part) => (_part, _row) = (part, new int[part.Count]);

    /// <summary>Counts.</summary>
    /// <param name="gridOf">The grid of each vertex.</param>
    /// <param name="grid">The grid, connected.</param>
    /// <returns>The number of its spanning trees, two vertices joined once.</returns>
    internal double Count(int[] gridOf, int grid)
    {
        _members.Clear();
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (gridOf[v] == grid)
            {
                _row[v] = _members.Count;
                _members.Add(v);
            }
        }

        // The Laplacian without the last row and column is positive definite: elimination needs no pivot.
        var size = _members.Count - 1;
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            foreach (var w in _part.NeighboursOf(_members[i]))
            {
                if (gridOf[w] == grid)
                {
                    matrix[i, i]++;
                    if (_row[w] < size)
                    {
                        matrix[i, _row[w]]--;
                    }
                }
            }
        }

        var determinant = 1.0;
        for (var k = 0; k < size; k++)
        {
            determinant *= matrix[k, k];
            for (var i = k + 1; i < size; i++)
            {
                var factor = matrix[i, k] / matrix[k, k];
                for (var j = k + 1; factor != 0 && j < size; j++)
                {
                    matrix[i, j] -= factor * matrix[k, j];
                }
            }
        }

        return determinant;
    }
}
