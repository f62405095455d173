using System.Globalization;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class TableAuditTests
{
    [Fact]
    public void Run_EpidemicDisputes_FlagsTheOneMisprint()
    {
        var audit = Run(("zoning", 12, "11.11"), ("refund", 24, "22.22"), ("rent", 26, "24.07"), ("wages", 22, "20.37"), ("property", 14, "12.97"), ("other", 10, "9.26"));

        var finding = Assert.Single(audit.Findings);
        Assert.Equal("statistics.share-other-rounding", finding.Code);
        Assert.Equal("/4", finding.Place.Path);
        Assert.Equal([11.11m, 22.22m, 24.07m, 20.37m, 12.96m, 9.26m], audit.Figures.Select(static row => row.Percent!.Value));
        Assert.Equal(new Rate(14, 108), audit.Figures[4].Rate);
    }

    [Fact]
    public void Run_SurveyOfHouseholds_FlagsBothMisprints()
    {
        var audit = Run(("very satisfied", 30, "15"), ("satisfied", 135, "67.5"), ("neutral", 27, "13.3"), ("dissatisfied", 8, "4.2"));

        Assert.Equal(
            ["/2 statistics.share-differs -0.2", "/3 statistics.share-differs 0.2"],
            audit.Findings.Select(static finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Place.Path} {finding.Code} {finding.Measure:0.0}")));
        Assert.Contains("27/200 gives 13.5 %", audit.Findings[0].Message.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SurveyOfFirms_FlagsTheMisprint()
    {
        var audit = Run(("a", 4, "11.4"), ("b", 25, "71.4"), ("c", 2, "5.8"), ("d", 4, "11.4"));

        Assert.Equal("/2", Assert.Single(audit.Findings, static finding => finding.Severity != FindingSeverity.Info).Place.Path);
    }

    [Fact]
    public void Run_PercentagesThatDoNotSum_AreNoted()
    {
        var finding = Assert.Single(Run(("a", 4, "11.4"), ("b", 25, "71.4"), ("c", 2, "5.7"), ("d", 4, "11.4")).Findings);

        Assert.Equal("statistics.shares-sum", finding.Code);
        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Equal([35L, 99.9m], finding.Message.Values);
    }

    [Fact]
    public void Run_TwoCountsOfTheSameVillages_Contradict()
    {
        var finding = Assert.Single(TableAudit.Run([new("villages", 224, null), new("villages", 214, null), new("villages", 224, null)]).Findings);

        Assert.Equal("statistics.count-contradicts", finding.Code);
        Assert.Equal(["villages", 224L, 214L], finding.Message.Values);
    }

    [Fact]
    public void Run_ClosureRateBesideItsTiers_HoldsOnlyUnderACondition()
    {
        var audit = TableAudit.Run(
        [
            new("closure", 83700, Print("99.6")) { Whole = 84000 },
            new("daily", null, Print("97.39")) { PartOf = "closure" },
            new("ordinary", null, Print("80.85")) { PartOf = "closure" },
            new("serious", null, Print("100")) { PartOf = "closure" },
        ]);

        var serious = Assert.Single(audit.Findings, static finding => finding.Message.Values[2] is "serious");
        Assert.All(audit.Findings, static finding => Assert.Equal("statistics.mix-condition", finding.Code));
        Assert.InRange((decimal)serious.Message.Values[3]!, 0.82m, 0.84m);
        Assert.Equal(3, audit.Findings.Count);
    }

    [Fact]
    public void Run_AnOverallRateOutsideItsParts_IsImpossible()
    {
        var audit = TableAudit.Run([new("all", null, Print("99")), new("a", null, Print("90")) { PartOf = "all" }, new("b", null, Print("98")) { PartOf = "all" }]);

        Assert.Equal("statistics.mix-impossible", Assert.Single(audit.Findings).Code);
    }

    [Fact]
    public void Run_BadFigures_AreReportedAndTheRestIsAudited()
    {
        var audit = TableAudit.Run(
        [
            new("a", -1, Print("5")),
            new("b", 5, Print("50")) { PartOf = "nothing" },
            new("c", 0, Print("0")) { Whole = 0 },
            new("d", 3, Print("150")) { Whole = 2 },
            new("e", 1, Print("33.4")) { Whole = 3 },
        ]);

        Assert.Equal(
            ["/0 statistics.negative-count", "/1 statistics.unknown-label", "/2 statistics.share-of-nothing", "/3 statistics.part-exceeds-whole", "/4 statistics.share-other-rounding"],
            audit.Findings.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.Null(audit.Figures[0].Rate);
    }

    private static TableAudit Run(params (string Label, long Count, string Share)[] rows) =>
        TableAudit.Run(EquatableArray.From(rows.Select(static row => new PrintedFigure(row.Label, row.Count, Print(row.Share)))));

    private static PrintedShare Print(string text) => PrintedShare.Parse(text, null);

    [Theory]
    [InlineData(-3L, null, -3L)]
    [InlineData(-3L, 5L, -3L)]
    [InlineData(0L, -5L, -5L)]
    [InlineData(3L, -5L, -5L)]
    [InlineData(null, -5L, -5L)]
    public void Run_ANegativeCountOrWhole_IsNamed(long? count, long? whole, long found)
    {
        var finding = Assert.Single(TableAudit.Run([new("a", count, null) { Whole = whole }]).Findings);

        Assert.Equal(("statistics.negative-count", "/0"), (finding.Code, finding.Place.Path));
        Assert.Equal(["a", found], finding.Message.Values);
    }

    [Fact]
    public void Run_APartOfItself_IsRefused()
    {
        var audit = TableAudit.Run([new("all", 10, null), new("a", 5, null) { PartOf = "a" }, new("b", 5, Print("50")) { PartOf = "all" }]);

        var finding = Assert.Single(audit.Findings);
        Assert.Equal(("statistics.part-of-itself", "/1"), (finding.Code, finding.Place.Path));
        Assert.Equal(new Rate(5, 10), audit.Figures[2].Rate);
    }

    [Fact]
    public void Run_ANegativeCount_IsLeftOutOfTheWhole()
    {
        var audit = TableAudit.Run([new("a", 3, null), new("b", -4, null), new("c", 1, null), new("d", null, null), new("e", 0, null), new("f", 9, null) { PartOf = "a" }, new("g", 9, null) { Whole = 20 }]);

        Assert.Equal(
            [new Rate(3, 4), null, new Rate(1, 4), null, new Rate(0, 4), new Rate(9, 3), new Rate(9, 20)],
            audit.Figures.Select(static figure => figure.Rate));
        Assert.Throws<OverflowException>(() => TableAudit.Run([new("a", long.MaxValue, null), new("b", 1, null)]));
    }

    [Fact]
    public void Run_PercentagesThatAreNotAllPrintedOrNotAllParts_NeedNotSum()
    {
        Assert.Empty(TableAudit.Run([new("a", 4, Print("11.4")), new("b", 31, null)]).Findings);
        Assert.Empty(TableAudit.Run([new("a", 1, Print("33")) { Whole = 3 }, new("b", 1, Print("33")) { Whole = 3 }]).Findings);
        Assert.Equal("statistics.shares-sum", Assert.Single(TableAudit.Run([new("a", 1, Print("33")) { Whole = 3 }, new("b", 1, Print("33")) { Whole = 3 }, new("c", 1, Print("33")) { Whole = 3 }]).Findings).Code);
        Assert.Empty(TableAudit.Run([new("a", 5, Print("50")), new("b", 5, Print("50"))]).Findings);
        Assert.Empty(TableAudit.Run([new("a", 5, Print("100"))]).Findings);
    }

    [Fact]
    public void Run_AMix_TakesOnlyPartsWithoutCounts()
    {
        PrintedFigure overall = new("all", null, Print("50")), low = new("low", null, Print("40")) { PartOf = "all" }, high = new("high", null, Print("60")) { PartOf = "all" };

        Assert.Equal(["/0", "/0"], TableAudit.Run([overall, low, high]).Findings.Select(static finding => finding.Place.Path));
        Assert.Equal(["all", Print("50"), "low", 0.45m, 0.55m], TableAudit.Run([overall, low, high]).Findings[0].Message.Values);
        Assert.Empty(TableAudit.Run([overall, low with { Share = Print("50") }, high with { Share = Print("50") }]).Findings);
        Assert.Empty(TableAudit.Run([overall, low with { Count = 5 }]).Findings);
        Assert.Equal("statistics.mix-impossible", Assert.Single(TableAudit.Run([overall, overall, low]).Findings).Code);
        Assert.Equal(["all", Print("50"), 40m, 45m], Assert.Single(TableAudit.Run([overall, low, high with { Share = Print("45") }]).Findings).Message.Values);
    }

    [Fact]
    public void Run_ALabelThatIsSaidAgain_CountsOnce()
    {
        Assert.Empty(TableAudit.Run([new("A", 1, null), new("A", 1, PrintedShare.Parse("50", null)), new("B", 1, PrintedShare.Parse("50", null))]).Findings);
        Assert.Empty(TableAudit.Run([new("A", 1, PrintedShare.Parse("50", null)), new("A", 1, PrintedShare.Parse("50", null)), new("B", 1, PrintedShare.Parse("50", null))]).Findings);
    }

    // A count beside a percentage that is not its share of the whole, where the others have rates alone: it is a rate like theirs.
    [Fact]
    public void Run_ACountBesideARate_LeavesItInTheMix()
    {
        PrintedFigure[] parts = [Part("daily", null, "97.39"), Part("ordinary", null, "80.85"), Part("serious", 70_000, "100")];
        var closure = new PrintedFigure("closure", 83_700, PrintedShare.Parse("99.6", null)) { Whole = 84_000 };
        var audit = TableAudit.Run([closure, .. parts]);

        Assert.Contains(audit.Findings, static finding => finding.Code == "statistics.mix-condition" && finding.Message.Values[2] is "serious" && finding.Message.Values[3] is 0.8273m);
        Assert.DoesNotContain(audit.Findings, static finding => finding.Severity == FindingSeverity.Error);
        Assert.Null(audit.Figures[3].Rate);

        // Beside no rates a count's percentage is its share, and a wrong one is an error.
        Assert.Contains(TableAudit.Run([closure, parts[2]]).Findings, static finding => finding.Code == "statistics.share-differs");

        static PrintedFigure Part(string label, long? count, string share) => new(label, count, PrintedShare.Parse(share, null)) { PartOf = "closure" };
    }

    [Fact]
    public void Run_PartsOfEachOther_AreReported() =>
        Assert.Equal(2, TableAudit.Run([new("a", 1, null) { PartOf = "b" }, new("b", 2, null) { PartOf = "a" }, new("c", 1, null) { PartOf = "a" }]).Findings.Count(static finding => finding.Code == "statistics.part-of-itself"));
}
