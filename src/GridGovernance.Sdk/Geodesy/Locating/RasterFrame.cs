namespace GridGovernance.Sdk.Geodesy;

/// <summary>Where a raster lies and how large its cells are, in parts of the quantum; cells are 2^shift wide and high.</summary>
/// <param name="West">Its south-west corner.</param>
/// <param name="South">Its south-west corner.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="ShiftX">The width of a cell is 2^this.</param>
/// <param name="ShiftY">The height of a cell is 2^this.</param>
internal readonly record struct RasterFrame(long West, long South, int Columns, int Rows, int ShiftX, int ShiftY)
{
    /// <summary>Gets the width of all columns.</summary>
    internal long Width => (long)Columns << ShiftX;

    /// <summary>Gets the height of all rows.</summary>
    internal long Height => (long)Rows << ShiftY;
}
