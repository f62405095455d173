using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;
using Xunit.Abstractions;

namespace GridGovernance.Sdk.Tests.Coverage;

/// <summary>The outlines of real counties and prefectures: what the audit reports is what the oracle finds, no more and no less.</summary>
public class RealBoundaryTests(ITestOutputHelper output)
{
    [DataTheory]
    [InlineData("511921.geojson")]
    [InlineData("431128.geojson")]
    [InlineData("511900.geojson")]
    [InlineData("431100.geojson")]
    public void Run_ARealFile_ReportsWhatTheOracleFinds(string name)
    {
        var content = File.ReadAllBytes(TestData.Path("boundaries", name));
        var oracle = new EdgeOracle(content);
        var read = GeoJson.Read(content, name, CoordinateSystem.Gcj02, invalid: InvalidGeometry.Keep);
        CoverageCell[] cells = [.. read.Value!.Select(static f => new CoverageCell(f.Code!, f.Boundary))];

        var report = CoverageAudit.Run(cells);

        output.WriteLine($"{name}: {cells.Length} areas, {cells.Sum(static c => c.Boundary!.VertexCount)} points; oracle: {oracle.Gaps.Count} gaps, {oracle.Overlaps.Count} overlaps, "
            + $"{oracle.DoubledRuns.Count} doubled borders of {oracle.DoubledRuns.Sum(static r => r.Edges)} edges, {oracle.SelfTouches} self-touches, {oracle.Crossings} crossings; "
            + $"audit: {report.Findings.Count} findings, gaps {report.GapSquareMetres:F2} m², overlaps {report.OverlapSquareMetres:F2} m²");
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"  {finding}");
        }

        Assert.Equal(0, oracle.Crossings);
        Assert.Equal(
            oracle.DoubledRuns.Select(static r => r.Code).Order(StringComparer.Ordinal),
            Of(report, "coverage.invalid-geometry").Where(static f => f.Finding.Message.ToString().Contains("runs along", StringComparison.Ordinal)).Select(static f => f.Grids[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Texts(oracle.Gaps), Texts(Of(report, "coverage.gap").Select(static f => Points(f.Geometry!))));
        Assert.Equal(Texts(oracle.Overlaps), Texts(Of(report, "coverage.overlap").Select(static f => Points(f.Geometry!))));
        Assert.Equal(oracle.SelfTouches + oracle.DoubledRuns.Count + oracle.Gaps.Count + oracle.Overlaps.Count, report.Findings.Count);
    }

    private static IEnumerable<CoverageFinding> Of(CoverageReport report, string code) => report.Findings.Where(f => string.Equals(f.Code, code, StringComparison.Ordinal));

    private static IEnumerable<(long X, long Y)> Points(GridBoundary boundary) =>
        Enumerable.Range(0, boundary.RingCount).SelectMany(r => boundary.Ring(r).Quanta.ToArray().Chunk(2)).Select(static p => (p[0], p[1]));

    private static IEnumerable<string> Texts(IEnumerable<IEnumerable<(long X, long Y)>> loops) =>
        loops.Select(static loop => string.Join(' ', loop.Order())).Order(StringComparer.Ordinal);
}
