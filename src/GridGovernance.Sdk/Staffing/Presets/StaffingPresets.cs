namespace GridGovernance.Sdk.Staffing;

/// <summary>Standards of staffing that the articles name, and what they state of units and people: facts with a source, to start from.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public static class StaffingPresets
{
    /// <summary>Gets one grid worker at every grid, and one grid for every worker (一格一员, S3-28; 每个网格配一名网格员, S4-6).</summary>
    public static StaffingStandard OneWorkerAGrid { get; } = new("one-worker-a-grid", ["grid-worker"], 1, 1, 1, Source: "X县 (S3-28): 一格一员; 通江县 (S4-6): 每个网格配一名网格员");

    /// <summary>Gets one informant at every cell (7,709 informants for 7,709 cells, S4-20).</summary>
    public static StaffingStandard OneInformantACell { get; } = new("one-informant-a-cell", ["cell-informant"], 1, 1, 1, Source: "通江县 (S4-20): 7709名单元格信息员");

    /// <summary>Gets X县 read as 66 urban and 841 rural grids with 841 workers at one a grid (S3-1, S3-2, S3-28), which cannot hold together.</summary>
    public static StatedStaffing XCountyUrbanAndRural { get; } = new("x-county-urban-and-rural", [66, 841], 841, 1, 1, "X县 (S3-1, S3-2, S3-28)");

    /// <summary>Gets X县 read as 841 grids in all with 841 workers at one a grid, which can.</summary>
    public static StatedStaffing XCountyInAll { get; } = new("x-county-in-all", [841], 841, 1, 1, "X县 (S3-2, S3-28)");

    /// <summary>Gets 通江县's 7,709 informants for 7,709 cells (S4-3, S4-20).</summary>
    public static StatedStaffing TongjiangCells { get; } = new("tongjiang-cells", [7_709], 7_709, 1, 1, "通江县 (S4-3, S4-20)");

    /// <summary>Gets Zhejiang's 61,000 grids with 330,000 workers, 5.41 a grid (S1-1).</summary>
    public static StatedStaffing Zhejiang { get; } = new("zhejiang", [61_000], 330_000, 1, null, "吴结兵 (S1-1): 6.1万个网格，33万名网格员");

    /// <summary>Gets all statements.</summary>
    public static EquatableArray<StatedStaffing> Statements { get; } = [XCountyUrbanAndRural, XCountyInAll, TongjiangCells, Zhejiang];
}
