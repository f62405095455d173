using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Assess;

public sealed class AssessCommandTests
{
    private const string Scheme = """
        {"code":"t","aggregate":"arithmetic","bands":[{"code":"A","from":60},{"code":"B","from":0}],"children":[
         {"code":"g","weight":0.6,"aggregate":"geometric","children":[
          {"code":"a","weight":0.3,"direction":"up","normalise":{"kind":"min-max"}},
          {"code":"b","weight":0.7,"direction":"down","normalise":{"kind":"target","target":0,"baseline":0.2}}]},
         {"code":"c","weight":0.4,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}
        """;

    private const string Additive = """
        {"code":"t","aggregate":"arithmetic","children":[
         {"code":"a","weight":0.7,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}},
         {"code":"b","weight":0.3,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}
        """;

    private const string Data = "unit,c,b,a\nu1,0.9,0.1,3\nu2,911/972,5e-2,7\nu3,0.2,,5\n";

    [Fact]
    public void Assess_ATable_PrintsPointsThatSum()
    {
        var run = Run(Scheme, Data);

        Assert.Equal((0, "unit,rank,score,grade,a,b,c\nu1,2,36.00,B,-15.00,15.00,36.00\nu2,1,86.55,A,32.03,17.03,37.49\nu3,,,,,,\n", "Units without a score, and what they lack: u3 (b: missing).\n"), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Assess_AsJson_HasContributionsThatSumExactly()
    {
        var units = JsonNode.Parse(Run(Scheme, Data, "--json").Output)!["units"]!.AsArray();

        Assert.Equal(["u1", "u2", "u3"], units.Select(static unit => (string)unit!["unit"]!));
        Assert.Equal([2, 1, null], units.Select(static unit => (int?)unit!["rank"]));
        Assert.Equal(["B", "A", null], units.Select(static unit => (string?)unit!["grade"]));
        Assert.Null(units[2]!["score"]);
        foreach (var unit in units.Take(2))
        {
            Assert.Equal((decimal)unit!["score"]!, unit["contributions"]!.AsObject().Sum(static part => (decimal)part.Value!));
            Assert.Equal((decimal)unit["score"]!, (decimal)unit["nodes"]!["t"]!);
            Assert.Equal((decimal)unit["score"]!, Math.Round((0.6m * (decimal)unit["nodes"]!["g"]!) + (0.4m * (decimal)unit["nodes"]!["c"]!), 13), 13);
        }

        Assert.Equal(50m, (decimal)units[0]!["nodes"]!["b"]!);
    }

    [Fact]
    public void Assess_Robustness_GivesIntervalsAndTheSmallestChange()
    {
        var result = JsonNode.Parse(Run(Additive, "unit,a,b\na,0.9,0.2\nb,0.5,0.6\n", "--json", "--robustness").Output)!;

        Assert.Equal("""{"leader":"a","challenger":"b","movedWeight":0.2,"weights":{"a":0.5,"b":0.5}}""", result["robustness"]!["leaderChange"]!.ToJsonString());
        Assert.Equal("""{"best":1,"worst":1}""", result["units"]![0]!["rankInterval"]!.ToJsonString());
        Assert.True((bool)result["robustness"]!["exact"]!);
        Assert.Equal(1.0, (double)result["robustness"]!["leaderShare"]!);
        Assert.Equal(["a", "b"], result["robustness"]!["sensitivities"]!.AsArray().Select(static item => (string)item!["component"]!));
    }

    [Fact]
    public void Assess_RobustnessOfAnotherMean_IsDrawn()
    {
        var run = Run(Scheme, Data, "--json", "--robustness");
        var result = JsonNode.Parse(run.Output)!;

        Assert.Equal(0, run.Exit);
        Assert.False((bool)result["robustness"]!["exact"]!);
        Assert.Null(result["robustness"]!["leaderChange"]);
        Assert.Equal(4, result["robustness"]!["sensitivities"]!.AsArray().Count);
        Assert.Equal("""{"best":1,"worst":1}""", result["units"]![1]!["rankInterval"]!.ToJsonString());
        Assert.Contains("bestRank", Run(Additive, "unit,a,b\na,0.9,0.2\nb,0.5,0.6\n", "--robustness").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_AGridWithOneCase_IsNotedAndWithAMinimumNotRanked()
    {
        const string Rates = "unit,a,b\none,1/1,1/1\nbig,399/400,1/1\n";
        var kept = Run(Additive, Rates);
        var left = JsonNode.Parse(Run(Additive, "unit,a,b\none,1/1,1\nbig,399/400,1\n", "--json", "--minimum-cases", "20").Output)!["units"]!.AsArray();

        Assert.Contains("fewer than 20 cases", kept.Error, StringComparison.Ordinal);
        Assert.Equal([null, 1], left.Select(static unit => (int?)unit!["rank"]));
        Assert.Equal([false, true], left.Select(static unit => (bool)unit!["rankable"]!));
        Assert.Equal(2, Run(Additive, Rates, "--minimum-cases", "0").Exit);
    }

    [Fact]
    public void Assess_RobustnessWithAbsentValues_IsNotCalledExact()
    {
        var scheme = Additive.Replace("\"aggregate\":\"arithmetic\",\"children\"", "\"missing\":{\"kind\":\"redistribute\"},\"aggregate\":\"arithmetic\",\"children\"", StringComparison.Ordinal);
        var robustness = JsonNode.Parse(Run(scheme, "unit,a,b\nx,0.9,\ny,0.8,0.6\nz,0.7,0.75\n", "--json", "--robustness").Output)!["robustness"]!;

        Assert.False((bool)robustness["exact"]!);
        Assert.Null(robustness["leaderChange"]);
        Assert.Equal("sampled", (string)robustness["intervals"]!);
    }

    [Fact]
    public void Assess_AScoreJustBelowABand_IsPrintedBelowIt() =>
        Assert.Contains("x,1,59.9999,B", Run("""{"code":"t","bands":[{"code":"A","from":60},{"code":"B"}],"children":[{"code":"a","weight":1,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}""", "unit,a\nx,0.599999\n").Output, StringComparison.Ordinal);

    [Fact]
    public void Assess_ASchemeThatIsRefused_ListsEveryFinding()
    {
        const string Printed = """
            {"code":"六角","aggregate":"arithmetic","bands":[{"code":"优秀","from":95},{"code":"合格","from":80,"below":94},{"code":"基本合格","from":70,"below":79},{"code":"不合格","below":60}],
             "children":[{"code":"a","weight":0.9,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}
            """;
        var run = Run(Printed, "unit,a\nu,1\n");

        Assert.Equal(1, run.Exit);
        Assert.Equal(4, run.Output.TrimEnd('\n').Split('\n').Length);
        Assert.All(["60 to 70", "79 to 80", "94 to 95", "sum to 0.9"], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unit,a,b\nu,1\n", "should have 3 cells")]
    [InlineData("unit,a\nu,1\n", "lack \"b\"")]
    [InlineData("unit,a,b\nu,1,x\n", ":2: \"b\" should be a number of at most 1000000000000")]
    [InlineData("unit,a,b\nu,1,NaN\n", ":2: \"b\" should be a number of at most 1000000000000")]
    [InlineData("unit,a,b\nu,1,1e999\n", ":2: \"b\" should be a number of at most 1000000000000")]
    [InlineData("unit,a,b\nu,1,1\nu,1,1\n", ":3: the unit \"u\" should stand once")]
    [InlineData("unit,a,b\n,1,1\n", ":2: the first cell should be the unit")]
    [InlineData("unit,a,b,\nu,1,1,\n", ":1: column 4")]
    [InlineData("unit,a,b,a\nu,1,1,1\n", "\"a\" should stand once")]
    public void Assess_UnusableData_SaysWhatAndWhere(string data, string expected)
    {
        var run = Run(Additive, data);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"code":"t","children":[{"code":"a","wieght":1}]}""")]
    public void Assess_AnUnreadableScheme_IsUnusable(string scheme) => Assert.Equal(2, Run(scheme, Data).Exit);

    [Fact]
    public void Assess_NoUnits_GivesAnEmptyTable()
    {
        Assert.Equal((0, "unit,rank,score,grade,a,b\n"), (Run(Additive, "unit,a,b\n").Exit, Run(Additive, "unit,a,b\n").Output));
        Assert.Equal(0, Run(Additive, "unit,a,b\n", "--robustness").Exit);
    }

    [Fact]
    public void Assess_ParallelStreams_HaveNoSumAnywhereAndEachItsRobustness()
    {
        const string Parallel = """
            {"code":"p","assessors":[{"code":"s","stream":"superior"},{"code":"r","stream":"public"}],"children":[
             {"code":"a","weight":0.4,"assessor":"s","direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}},
             {"code":"b","weight":0.2,"assessor":"s","direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}},
             {"code":"c","weight":0.4,"assessor":"r","direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}
            """;
        const string Rows = "unit,a,b,c\nx,0.9,0.3,0.5\ny,0.5,0.95,0.6\n";
        var run = Run(Parallel, Rows, "--json", "--robustness");
        var result = JsonNode.Parse(run.Output)!;

        Assert.Equal(0, run.Exit);
        Assert.Null(result["units"]![0]!["nodes"]!["p"]);
        Assert.Equal(90m, (decimal)result["units"]![0]!["nodes"]!["a"]!);
        Assert.Null(result["robustness"]);
        Assert.Equal([1, 2], result["units"]![0]!["streams"]!.AsArray().Select(static stream => (int)stream!["rank"]!));
        Assert.Equal("""{"best":1,"worst":2}""", result["units"]![0]!["streams"]![0]!["rankInterval"]!.ToJsonString());
        Assert.Equal("""{"best":2,"worst":2}""", result["units"]![0]!["streams"]![1]!["rankInterval"]!.ToJsonString());
        Assert.Equal("y", (string)result["streamRobustness"]!["superior"]!["leaderChange"]!["challenger"]!);
        Assert.StartsWith("unit,rank,score,grade,superior,superiorRank,superiorBestRank,superiorWorstRank,public,publicRank,publicBestRank,publicWorstRank,a,b,c\nx,,,,70.00,1,1,2,50.00,2,2,2,", Run(Parallel, Rows, "--robustness").Output, StringComparison.Ordinal);
        var combined = Parallel.Replace("\"assessors\"", "\"streams\":\"combined\",\"assessors\"", StringComparison.Ordinal);
        Assert.StartsWith("unit,rank,score,grade,superior,superiorRank,public,publicRank,a,b,c\nx,2,62.00,,70.00,1,50.00,2,", Run(combined, Rows).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_WhatNobodyCounted_IsTold()
    {
        const string Mixed = "unit,a,b\none,1/1,1/1\nplain,0.9,0.8\nbig,399/400,93\n";
        var usual = JsonNode.Parse(Run(Additive, Mixed, "--json").Output)!;
        var asked = JsonNode.Parse(Run(Additive, Mixed, "--json", "--minimum-cases", "20").Output)!;

        Assert.Equal([null, 2, 1], usual["units"]!.AsArray().Select(static unit => (int?)unit!["rank"]));
        Assert.Equal([1, null, 400], usual["units"]!.AsArray().Select(static unit => (int?)unit!["cases"]));
        Assert.Equal((2, 20), ((int)usual["minimumCases"]!, (int)asked["minimumCases"]!));
        Assert.Equal("""["plain"]""", usual["uncounted"]!.ToJsonString());
        Assert.Equal([null, null, 1], asked["units"]!.AsArray().Select(static unit => (int?)unit!["rank"]));
        Assert.Equal("""[{"unit":"big","leaf":"b","value":93,"lowest":0,"highest":1}]""", usual["clamped"]!.ToJsonString());
        Assert.Contains("big b 93 (0..1)", Run(Additive, Mixed).Error, StringComparison.Ordinal);
        Assert.Contains("Not rankable, for they have too few cases, or none that were counted: one; plain.", Run(Additive, Mixed, "--minimum-cases", "20").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_AScoreAHairBelowABand_IsCutOff() =>
        Assert.Contains("x,1,59.9999999999,B", Run("""{"code":"t","bands":[{"code":"A","from":60},{"code":"B"}],"children":[{"code":"a","weight":1,"direction":"up","normalise":{"kind":"fraction-of-maximum","maximum":1}}]}""", "unit,a\nx,0.59999999999999999\n").Output, StringComparison.Ordinal);

    private static ToolRun Run(string scheme, string data, params string[] options)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["scheme.json"], scheme);
        File.WriteAllText(folder["data.csv"], data);
        return ToolRun.Of(["assess", folder["scheme.json"], folder["data.csv"], .. options]);
    }
}
