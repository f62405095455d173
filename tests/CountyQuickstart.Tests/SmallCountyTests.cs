using System.Globalization;
using System.Text.Json.Nodes;

namespace CountyQuickstart.Tests;

public sealed class SmallCountyTests
{
    [Fact]
    public async Task SameSeed_WritesTheSameBytes_AndAnotherSeedDoesNot()
    {
        var model = QuickstartRun.SmallModel();
        using var first = await QuickstartRun.StartAsync("--model", model, "--seed", "7");
        using var second = await QuickstartRun.StartAsync("--model", model, "--seed", "7");
        using var other = await QuickstartRun.StartAsync("--model", model, "--seed", "8");

        Assert.Equal(first.Files().Keys.Order(StringComparer.Ordinal), second.Files().Keys.Order(StringComparer.Ordinal));
        Assert.All(first.Files(), file => Assert.Equal(file.Value, second.Files()[file.Key]));
        Assert.NotEqual(first.Text("cases.csv"), other.Text("cases.csv"));
        Assert.NotEqual(first.Text("cells.geojson"), other.Text("cells.geojson"));
    }

    [Fact]
    public async Task Chinese_ReportAndDiagrams_AreChinese()
    {
        using var run = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(), "--lang", "zh");

        Assert.Contains("网格员", run.Text("report.html"), StringComparison.Ordinal);
        Assert.Contains("核查中", run.Text("lifecycle-ordinary.mmd"), StringComparison.Ordinal);
        Assert.Contains("合计", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongerLimit_ClosesMoreOrdinaryCasesOnTime()
    {
        using var before = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel());
        using var after = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(folder => QuickstartRun.Edit(folder, "lifecycles/ordinary.json", lifecycle =>
            lifecycle["clocks"]!.AsArray().Single(clock => (string)clock!["code"]! == "closure")!["limit"] = "60 calendar-days")));

        Assert.True(Rate(after, "onTimeRate") > Rate(before, "onTimeRate") + 0.05, $"{Rate(before, "onTimeRate")} → {Rate(after, "onTimeRate")}");
    }

    [Fact]
    public async Task AnEntryTakenOffTheList_IsRefusedAsNotListed()
    {
        using var before = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel());
        using var after = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(folder => QuickstartRun.Edit(folder, "entry-list.json", list =>
        {
            var items = list["items"]!.AsArray();
            items.Remove(items.Single(item => (string)item!["code"]! == "entry-fire-safety"));
        })));

        Assert.Equal(ExitCode.Ok, after.ExitCode);
        Assert.True(Refused(after, "permissions.not-listed") > Refused(before, "permissions.not-listed") + 20);
    }

    [Fact]
    public async Task AHeavierWeight_MovesEachScoreTowardsThatComponent()
    {
        using var before = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel());
        using var after = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(folder => QuickstartRun.Edit(folder, "assessment/departments.json", scheme =>
        {
            Weight(scheme, "disposal", 0.2m);
            Weight(scheme, "worker-rating", 0.65m);
        })));

        var moved = 0;
        foreach (var (unit, score, disposal, rating) in Departments(before))
        {
            var changed = Departments(after).Single(other => other.Unit == unit).Score;
            if (Math.Abs(rating - disposal) > 0.01m)
            {
                Assert.Equal(Math.Sign(rating - disposal), Math.Sign(changed - score));
                moved++;
            }
        }

        Assert.True(moved >= 3, $"Expected at least three departments that moved, but found {moved}.");
    }

    [Fact]
    public async Task AFaultyModel_IsUnusableAndNamesTheFileAndLine()
    {
        using var run = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(folder =>
            QuickstartRun.Edit(folder, "lifecycles/daily.json", lifecycle => lifecycle["initial"] = "nowhere")));

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("daily.json:", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public async Task AModelThatLacksATier_IsUnusableAndNamesIt()
    {
        using var run = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(folder => File.Delete(Path.Combine(folder, "lifecycles", "serious.json"))));

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("serious", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    private static double Rate(QuickstartRun run, string rate) => (double)run.Summary["cases"]!["ordinary"]![rate]!;

    private static long Refused(QuickstartRun run, string code) => (long?)run.Summary["dispatch"]!["refused"]![code] ?? 0;

    private static void Weight(JsonObject scheme, string code, decimal weight) =>
        scheme["children"]!.AsArray().Single(child => (string)child!["code"]! == code)!["weight"] = weight;

    // The value of the disposal branch and of the rating, 0..1, from the points of the unchanged scheme.
    private static IEnumerable<(string Unit, decimal Score, decimal Disposal, decimal Rating)> Departments(QuickstartRun run) =>
        from row in run.Rows("scorecards.csv")
        where row["scheme"] == "departments" && row["score"].Length > 0 && row["points"].Length > 0
        group row by row["unit"] into unit
        where unit.Count() == 5
        let disposal = unit.Where(row => row["component"] is "on-time-closure-rate" or "closure-rate" or "rework-rate").ToArray()
        select (
            unit.Key,
            Number(unit.First()["score"]),
            disposal.Sum(row => Number(row["points"])) / disposal.Sum(row => Number(row["shareOfScheme"])) / 100,
            Number(unit.Single(row => row["component"] == "worker-rating")["value"]));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
