using System.Globalization;
using System.Text.Json.Nodes;

namespace CountyQuickstart.Tests;

public sealed class FullCountyTests(FullCountyFixture fixture) : IClassFixture<FullCountyFixture>
{
    private static readonly string[] Tiers = ["daily", "ordinary", "serious"];
    private readonly QuickstartRun _run = fixture.Run;

    [Fact]
    public void Run_Ends_WithItsPromisesKeptAndEveryFile()
    {
        Assert.Equal(ExitCode.Ok, _run.ExitCode);
        Assert.Equal(
            ["cases.csv", "cells.geojson", "lifecycle-daily.mmd", "lifecycle-ordinary.mmd", "lifecycle-serious.mmd", "map.svg", "report.html", "scorecards.csv", "summary.json", "worker-day.txt"],
            _run.Files().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fieldwork_OfTheQuarter_AddsUp_AndStandsInTheReport()
    {
        var fieldwork = _run.Summary["fieldwork"]!;
        int Number(string part, string key) => (int)fieldwork[part]![key]!;

        Assert.Equal(Number("visits", "owed"), Number("visits", "inTime") + Number("visits", "late") + Number("visits", "missed") + Number("visits", "open"));
        Assert.Equal(Number("visits", "subjects") * 3, Number("visits", "owed"));
        Assert.Equal((0, 0), (Number("visits", "extra"), Number("visits", "open")));
        Assert.Equal((int)_run.Summary["households"]!, Number("broadcast", "reached") + Number("broadcast", "missed"));
        Assert.Equal(Number("broadcast", "unreachable"), Number("broadcast", "missed"));
        Assert.True(Number("broadcast", "bridgedCells") > 0);
        Assert.True(Number("campaign", "done") > 0 && Number("campaign", "done") <= Number("campaign", "cells"));
        Assert.All(["One collection campaign", "One emergency broadcast", "Plan of grid-worker@"], part => Assert.Contains(part, _run.Text("report.html"), StringComparison.Ordinal));
        Assert.InRange(_run.Text("worker-day.txt").Split('\n').Length, 5, 61);
    }

    [Fact]
    public void Summary_HasTheNumbersOfTheCounty()
    {
        var summary = _run.Summary;

        Assert.Equal(1, (long)summary["seed"]!);
        Assert.Equal([33, 324, 561, 7_709, 720_000], new[] { "townships", "villages", "grids", "cells", "people" }.Select(key => (int)summary[key]!));
        Assert.True((int)summary["communities"]! > 0);
        Assert.True((int)summary["households"]! > 200_000);
        Assert.All(
            new[] { "gapSquareMetres", "overlapSquareMetres", "uncoveredHouseholds", "doublyCoveredHouseholds" },
            key => Assert.Equal(0, (double)summary["coverage"]![key]!));
    }

    [Fact]
    public void Summary_Cells_AreADivisionOfGoodQuality()
    {
        var division = _run.Summary["division"]!;

        Assert.True((int)division["units"]! > 20_000);
        Assert.InRange((double)division["withinTolerance"]!, 0.98, 1);
        Assert.InRange((double)division["meanDeviation"]!, 0, 0.12);
        Assert.InRange((double)division["maxDeviation"]!, (double)division["bound"]!, 0.5);
        Assert.InRange((double)division["polsbyPopper"]!, 0.5, 1);
        Assert.Equal(0, (int)division["splitGroups"]!);
        Assert.All(["Polsby–Popper", "Reock", "How the cells were drawn"], part => Assert.Contains(part, _run.Text("report.html"), StringComparison.Ordinal));
    }

    [Fact]
    public void Summary_CountsAgainFromTheCases()
    {
        var rows = _run.Rows("cases.csv");
        var until = DateTimeOffset.Parse((string)_run.Summary["until"]!, CultureInfo.InvariantCulture);

        Assert.True(rows.Count >= 20_000, $"Expected at least 20,000 cases, but found {rows.Count}.");
        Assert.Equal(rows.Count, rows.Select(row => row["id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((long)_run.Summary["escalations"]!, rows.Sum(row => long.Parse(row["escalations"], CultureInfo.InvariantCulture)));
        foreach (var tier in Tiers)
        {
            var own = rows.Where(row => row["tier"] == tier).ToArray();
            var closed = own.Where(row => row["closedAt"].Length > 0).ToArray();
            var onTime = closed.Count(row => Time(row["closedAt"]) <= Time(row["dueAt"]));
            var due = own.Count(row => Time(row["dueAt"]) <= until);
            var stated = _run.Summary["cases"]![tier]!;

            Assert.Equal((own.Length, closed.Length, onTime), ((int)stated["received"]!, (int)stated["closed"]!, (int)stated["closedOnTime"]!));
            Assert.Equal(closed.Length / (double)own.Length, (double)stated["closureRate"]!, 1e-6);
            Assert.Equal(onTime / (double)due, (double)stated["onTimeRate"]!, 1e-6);
            Assert.True(onTime > 0 && closed.Length > onTime && own.Length > closed.Length, $"{tier} must have cases on time, late and open.");
        }
    }

    [Fact]
    public void Cases_Open_HaveSomebodyResponsibleAndADeadline() => Assert.All(
        _run.Rows("cases.csv").Where(row => row["closedAt"].Length == 0), row =>
        {
            Assert.Contains('@', row["responsible"]);
            Assert.NotEmpty(row["dueAt"]);
        });

    [Fact]
    public void Summary_EveryCase_ReplaysToItself()
    {
        var replay = _run.Summary["replay"]!;

        Assert.Equal(_run.Rows("cases.csv").Count, (int)replay["cases"]!);
        Assert.Equal((0, 0), ((int)replay["different"]!, (int)replay["openWithoutResponsibleOrDeadline"]!));
    }

    [Fact]
    public void Summary_Dispatches_AreRefusedForAtLeastThreeReasons()
    {
        var dispatch = _run.Summary["dispatch"]!;

        Assert.True(dispatch["refused"]!.AsObject().Count >= 3);
        Assert.True((long)dispatch["checked"]! > (long)dispatch["refusedChecks"]!);
        Assert.True((long)_run.Summary["escalations"]! > 0);
    }

    [Fact]
    public void Cells_AreOneFeatureEach_AndMarkedSynthetic()
    {
        var cells = JsonNode.Parse(_run.Text("cells.geojson"))!;

        Assert.Equal(7_709, cells["features"]!.AsArray().Count);
        Assert.Contains("合成", _run.Text("cells.geojson"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scorecards_TheirPoints_SumToTheScore()
    {
        foreach (var unit in _run.Rows("scorecards.csv").GroupBy(row => (row["scheme"], row["unit"])).Where(unit => unit.First()["score"].Length > 0))
        {
            var points = unit.Where(row => row["points"].Length > 0).Sum(row => decimal.Parse(row["points"], CultureInfo.InvariantCulture));
            Assert.Equal(decimal.Parse(unit.First()["score"], CultureInfo.InvariantCulture), points, 9);
        }
    }

    [Fact]
    public void Report_NeedsNothingFromElsewhere()
    {
        var report = _run.Text("report.html");

        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(http", report, StringComparison.OrdinalIgnoreCase);
        Assert.True(report.Length < 5_000_000);
        Assert.All(["</html>", "<svg", "synthetic"], part => Assert.Contains(part, report, StringComparison.Ordinal));
    }

    [Fact]
    public void Outputs_NameNoPathOfTheMachine() => Assert.All(
        _run.Files().Where(file => !file.Key.EndsWith(".geojson", StringComparison.Ordinal)),
        file => Assert.DoesNotContain(Path.GetTempPath(), System.Text.Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
