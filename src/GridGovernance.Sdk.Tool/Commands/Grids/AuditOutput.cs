using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>Prints an audit of cells: findings, sums, households and neighbours.</summary>
/// <remarks>Through time each finding has its days, the sums are those of the worst day, and the neighbours those of the last.</remarks>
/// <param name="session">The call.</param>
/// <param name="file">The cells.</param>
/// <param name="hasHouseholds">Whether households were asked about.</param>
/// <param name="isThroughTime">Whether more than one day was audited.</param>
internal sealed class AuditOutput(Session session, CellFile file, bool hasHouseholds, bool isThroughTime)
{
    /// <summary>Prints the audit.</summary>
    /// <param name="report">The report of the days.</param>
    /// <param name="cells">The cells with their days.</param>
    /// <returns>The exit code.</returns>
    internal int Write(TimelineCoverageReport report, IReadOnlyList<DatedCell> cells)
    {
        var problems = file.Features.Where((feature, i) => feature.Problem is not null && (isThroughTime || cells[i].IsValidOn(report.From))).ToList();
        var findings = new FindingReport(problems.Select(static feature => feature.Problem!).Concat(report.Findings.Select(Dated)));
        session.Note(Summary(report, findings));
        if (!session.IsJson)
        {
            return FindingOutput.Write(session, findings);
        }

        var adjacency = GridAdjacency.Of([.. cells.Where(cell => cell.IsValidOn(report.To)).Select(static cell => cell.Cell)]);
        session.Result(new JsonObject
        {
            ["valid"] = !findings.HasErrors,
            ["findings"] = new JsonArray([
                .. problems.Select(feature => (JsonNode)ToJson(feature.Problem!, [feature.Code!], 0, feature.ProblemAt, null)),
                .. report.Findings.Select(dated => (JsonNode)ToJson(dated.Finding.Finding, dated.Finding.Grids, dated.Finding.SquareMetres, dated.Finding.At, dated)),
            ]),
            ["gapSquareMetres"] = Worst(report, static day => day.GapSquareMetres),
            ["overlapSquareMetres"] = Worst(report, static day => day.OverlapSquareMetres),
            ["outsideSquareMetres"] = Worst(report, static day => day.OutsideSquareMetres),
            ["uncoveredHouseholds"] = hasHouseholds ? (int)Worst(report, static day => day.UncoveredHouseholds) : null,
            ["doublyCoveredHouseholds"] = hasHouseholds ? (int)Worst(report, static day => day.DoublyCoveredHouseholds) : null,
            ["adjacency"] = new JsonObject { ["rook"] = Pairs(adjacency.Rook), ["queen"] = Pairs(adjacency.Queen) },
            ["stretches"] = isThroughTime ? new JsonArray([.. report.Stretches.Select(stretch => (JsonNode)ToJson(stretch))]) : null,
        });
        return findings.Any(static finding => finding.Severity > FindingSeverity.Info) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static double Worst(TimelineCoverageReport report, Func<CoverageReport, double> measure) => report.Stretches.Max(stretch => stretch.Report is { } day ? measure(day) : 0);

    // On a line of text the days stand behind the subject.
    private Finding Dated(DatedCoverageFinding dated)
    {
        var finding = dated.Finding.Finding;
        var days = FormattableString.Invariant($"[{AuditDays.TextOfFirst(dated.From)}..{AuditDays.TextOfLast(dated.To)}]");
        return isThroughTime ? finding with { Place = finding.Place with { Subject = finding.Place.Subject is { } subject ? $"{subject} {days}" : days } } : finding;
    }

    private JsonObject ToJson(Finding finding, EquatableArray<string> grids, double squareMetres, GeoPoint? at, DatedCoverageFinding? dated)
    {
        var result = FindingOutput.ToJson(finding, session);
        result["grids"] = new JsonArray([.. grids.Select(static grid => (JsonNode)grid)]);
        result["squareMetres"] = squareMetres;
        result["at"] = at is { } place ? new JsonArray(place.X, place.Y) : null;
        result["from"] = isThroughTime ? AuditDays.TextOfFirst(dated?.From) : null;
        result["to"] = isThroughTime ? AuditDays.TextOfLast(dated?.To) : null;
        return result;
    }

    private JsonObject ToJson(CoverageStretch stretch) => new()
    {
        ["from"] = AuditDays.TextOfFirst(stretch.From),
        ["to"] = AuditDays.TextOfLast(stretch.To),
        ["complete"] = stretch.Report?.IsComplete == true,
        ["gapSquareMetres"] = stretch.Report?.GapSquareMetres,
        ["overlapSquareMetres"] = stretch.Report?.OverlapSquareMetres,
        ["outsideSquareMetres"] = stretch.Report?.OutsideSquareMetres,
        ["uncoveredHouseholds"] = hasHouseholds ? stretch.Report?.UncoveredHouseholds : null,
        ["doublyCoveredHouseholds"] = hasHouseholds ? stretch.Report?.DoublyCoveredHouseholds : null,
    };

    private static JsonArray Pairs(IReadOnlyList<GridNeighbours> pairs) => new([.. pairs.Select(static pair => (JsonNode)new JsonArray(pair.First, pair.Second))]);

    private LocalizedText Summary(TimelineCoverageReport report, FindingReport findings)
    {
        string Text(Func<CoverageReport, double> measure) => Worst(report, measure).ToString("0.##", CultureInfo.InvariantCulture);
        var (gaps, overlaps, outside) = (Text(static day => day.GapSquareMetres), Text(static day => day.OverlapSquareMetres), Text(static day => day.OutsideSquareMetres));
        var (worst, zh) = isThroughTime ? (" on the worst day", "（最差一日）") : ("", "");
        return new LocalizedText(
            $"{file.Cells.Count} cells, {findings.Count} findings: gaps {gaps} m², overlaps {overlaps} m², outside {outside} m²{worst}.",
            $"{file.Cells.Count}个单元格，发现{findings.Count}项：空缺{gaps}平方米，重叠{overlaps}平方米，越界{outside}平方米{zh}。");
    }
}
