namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says whether the lines of a boundary pass no point twice; whether its edges cross is not asked. It is reused from one boundary to the next and by one thread.</summary>
internal sealed class DistinctPoints
{
    private ulong[] _table = [];

    /// <summary>Looks at a boundary.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <returns>True when all points are known to differ; false too, once in some 2^40 boundaries, where two points mix to the same number.</returns>
    internal bool AreAll(GridBoundary boundary)
    {
        var size = 64;
        while (size < 2 * boundary.VertexCount)
        {
            size *= 2;
        }

        if (_table.Length < size)
        {
            _table = new ulong[size];
        }

        var table = _table.AsSpan(0, size);
        table.Clear();
        var quanta = boundary.Quanta;
        for (var i = 0; i < quanta.Length; i += 2)
        {
            var mixed = Mix(quanta[i], quanta[i + 1]);
            var at = (int)(mixed >> 32) & (size - 1);
            while (table[at] != 0)
            {
                if (table[at] == mixed)
                {
                    return false;
                }

                at = (at + 1) & (size - 1);
            }

            table[at] = mixed;
        }

        return true;
    }

    // Never 0, which stands for nothing.
    private static ulong Mix(long x, long y)
    {
        unchecked
        {
            var mixed = ((ulong)x * 0x9E3779B97F4A7C15) ^ (((ulong)y + 0x632BE59BD9B4E019) * 0xC2B2AE3D27D4EB4F);
            mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
            return (mixed ^ (mixed >> 32)) | 1;
        }
    }
}
