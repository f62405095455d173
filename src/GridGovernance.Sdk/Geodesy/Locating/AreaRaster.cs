using System.Numerics;
using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>A directory of areas over a raster of their edges: in which of them does a point lie?</summary>
/// <remarks>
/// <para>About one edge for each raster cell; a cell in which edges crowd is a raster of its own. A cell knows which areas its south-east corner lies in, and holds the edges that pass through it, an
/// edge that two areas share once. From the corner to a point one walks north and west, and changes sides with each edge on the way: exact, on integers, whatever the areas are,
/// so that areas that overlap or cross themselves are answered as each of them alone answers.</para>
/// <para>Queries allocate nothing. This type is immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class AreaRaster
{
    /// <summary>The value of a raster cell that lies in no area.</summary>
    internal const int NoArea = -1;

    /// <summary>The value of a raster cell that lies wholly in one area is this less the area's position.</summary>
    internal const int OneArea = -2;

    /// <summary>The head of a block that is a raster: its two shifts and its cells follow.</summary>
    internal const int FinerRaster = -1;

    /// <summary>The head of a block whose areas are asked one by one: their number and their positions follow.</summary>
    internal const int AskAreas = -2;

    /// <summary>A leaf's head is the number of its areas times 2^this, plus the number of its edges.</summary>
    internal const int EdgeCountBits = 6;

    private readonly GridBoundary[] _areas;
    private readonly RasterFrame _frame;

    // INVARIANT: the cells' values, row by row from the south, then blocks; a value of 0 or more is the position of a block. A leaf is its head, four numbers for each edge, then for each
    // area, in ascending order, twice its position plus whether the corner lies in it, and which of the edges are its own.
    private readonly int[] _numbers;

    internal AreaRaster(GridBoundary[] areas)
    {
        _areas = areas;
        (_frame, _numbers) = AreaRasterBuilder.Build(areas);
    }

    /// <summary>Gets the raster that all others lie in.</summary>
    internal RasterFrame Frame => _frame;

    /// <summary>Gets the values of the raster's cells, row by row from the south, then the blocks that they point to.</summary>
    internal ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Returns an area.</summary>
    internal GridBoundary Area(int position) => _areas[position];

    /// <summary>Finds the first area that a point lies in.</summary>
    /// <param name="x">The point, in parts of the quantum.</param>
    /// <param name="y">The point, in parts of the quantum.</param>
    /// <returns>The position of the area; −1 where there is none.</returns>
    internal int First(long x, long y) => First(CellAt(x, y), x, y);

    /// <summary>Returns the value of the raster cell that a point lies in; a later call finds the area from it.</summary>
    internal int CellAt(long x, long y)
    {
        unchecked
        {
            var (dx, dy) = (x - _frame.West, y - _frame.South);
            return (ulong)dx >= (ulong)_frame.Width || (ulong)dy >= (ulong)_frame.Height
                ? NoArea
                : _numbers[((int)(dy >> _frame.ShiftY) * _frame.Columns) + (int)(dx >> _frame.ShiftX)];
        }
    }

    /// <summary>Finds the first area that a point lies in, from the value of its raster cell.</summary>
    internal int First(int cell, long x, long y) => cell < 0 ? OneArea - cell : Find(cell, x, y, -1);

    /// <summary>Finds the next area that a point lies in.</summary>
    /// <param name="x">The point, in parts of the quantum.</param>
    /// <param name="y">The point, in parts of the quantum.</param>
    /// <param name="after">The position of the area found before; −1 to begin.</param>
    /// <returns>The position of the area; −1 where there is none.</returns>
    internal int Next(long x, long y, int after)
    {
        var cell = CellAt(x, y);
        return cell >= 0 ? Find(cell, x, y, after) : After(cell, after);
    }

    private static int After(int cell, int after) => OneArea - cell > after ? OneArea - cell : -1;

    private int Find(int block, long x, long y, int after)
    {
        unchecked
        {
            var (dx, dy) = (x - _frame.West, y - _frame.South);
            var (shiftX, shiftY) = (_frame.ShiftX, _frame.ShiftY);
            while (_numbers[block] == FinerRaster)
            {
                var (finerX, finerY) = (_numbers[block + 1], _numbers[block + 2]);
                var column = (dx & ((1L << shiftX) - 1)) >> finerX;
                var row = (dy & ((1L << shiftY) - 1)) >> finerY;
                var cell = _numbers[block + 3 + (int)((row << (shiftX - finerX)) + column)];
                if (cell < 0)
                {
                    return After(cell, after);
                }

                (block, shiftX, shiftY) = (cell, finerX, finerY);
            }

            return _numbers[block] == AskAreas
                ? Ask(block, x, y, after)
                : FindInLeaf(_numbers.AsSpan(block), ((dx >> shiftX) + 1) << shiftX, dy >> shiftY << shiftY, dx, dy, after);
        }
    }

    private static int FindInLeaf(ReadOnlySpan<int> leaf, long cornerX, long cornerY, long x, long y, int after)
    {
        unchecked
        {
            var edges = leaf[0] & ((1 << EdgeCountBits) - 1);
            var crossed = 0u;
            var numbers = MemoryMarshal.Cast<int, RasterEdge>(leaf.Slice(1, 4 * edges));
            for (var i = 0; i < numbers.Length; i++)
            {
                crossed |= (numbers[i].Crosses(cornerX, cornerY, x, y) ? 1u : 0u) << i;
            }

            var areas = leaf.Slice(1 + (4 * edges), 2 * (leaf[0] >> EdgeCountBits));
            for (var i = 0; i < areas.Length; i += 2)
            {
                if (((BitOperations.PopCount(crossed & (uint)areas[i + 1]) ^ areas[i]) & 1) != 0 && areas[i] >> 1 > after)
                {
                    return areas[i] >> 1;
                }
            }

            return -1;
        }
    }

    private int Ask(int block, long x, long y, int after)
    {
        foreach (var area in _numbers.AsSpan(block + 2, _numbers[block + 1]))
        {
            if (area > after && _areas[area].ContainsFine(x, y))
            {
                return area;
            }
        }

        return -1;
    }
}
