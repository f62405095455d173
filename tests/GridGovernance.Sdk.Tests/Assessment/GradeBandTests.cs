using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class GradeBandTests
{
    [Fact]
    public void Compile_BandsAsPrintedInLiujiao_AreRefusedNamingEveryGap()
    {
        var report = Faults(
            new() { Code = "优秀", From = 95 },
            new() { Code = "合格", From = 80, Below = 94 },
            new() { Code = "基本合格", From = 70, Below = 79 },
            new() { Code = "不合格", Below = 60 });

        Assert.Equal(["60 to 70", "79 to 80", "94 to 95"], report.Select(static finding => $"{finding.Message.Values[0]} to {finding.Message.Values[1]}"));
        Assert.All(report, static finding => Assert.Equal("assessment.band-gap", finding.Code));
        Assert.Equal(["/bands/2", "/bands/1", "/bands/0"], report.Select(static finding => finding.Place.Path));
    }

    [Fact]
    public void Compile_RepairedBands_AreHalfOpen()
    {
        var scheme = Schemes.Compile(Definition(new() { Code = "优秀", From = 95 }, new() { Code = "合格", From = 80 }, new() { Code = "基本合格", From = 60 }, new() { Code = "不合格" }));

        Assert.Equal("合格", scheme.GradeOf(94.5m)!.Code);
        Assert.Equal("优秀", scheme.GradeOf(95)!.Code);
        Assert.Equal("合格", scheme.GradeOf(94.9999999999m)!.Code);
        Assert.Equal("不合格", scheme.GradeOf(0)!.Code);
        Assert.Equal("优秀", scheme.GradeOf(100)!.Code);
        Assert.Equal(["不合格", "基本合格", "合格", "优秀"], scheme.Bands.Select(static band => band.Code));
    }

    [Fact]
    public void Compile_OverlapsEmptyBandsAndOpenEnds_AreReported()
    {
        Codes(["assessment.band-overlap"], new() { Code = "A", From = 80 }, new() { Code = "B", From = 0, Below = 81 });
        Codes(["assessment.band-overlap"], new() { Code = "A" }, new() { Code = "B" });
        Codes(["assessment.band-gap"], new() { Code = "A", From = 50 }, new() { Code = "B", From = 10 });
        Codes(["assessment.band-end"], new() { Code = "A", From = 50, Below = 100 }, new() { Code = "B" });
        Codes(["assessment.band-empty", "assessment.band-gap"], new() { Code = "A", From = 50 }, new() { Code = "B", From = 40, Below = 40 }, new() { Code = "C" });
        Codes(["assessment.duplicate-code"], new() { Code = "A", From = 50 }, new() { Code = "A" });
        Codes(["assessment.code-missing"], new() { Code = "A", From = 50 }, new() { Code = "" });
        Assert.Empty(Faults([new() { Code = "A", From = 0, Below = 101 }]));
    }

    [Fact]
    public void AnOverlap_IsNamedWithTheScoresThatAreShared()
    {
        void Shared(string scores, params GradeBandDefinition[] bands) =>
            Assert.EndsWith($"share scores from {scores}.", Assert.Single(Faults(bands), static finding => finding.Code == "assessment.band-overlap").Message.ToString(), StringComparison.Ordinal);

        Shared("80 to 81", new() { Code = "A", From = 80 }, new() { Code = "B", From = 0, Below = 81 });
        Shared("80 to 90", new() { Code = "A", From = 80 }, new() { Code = "B", From = 0, Below = 90 });
        Shared("50 to 55", new() { Code = "A", From = 50, Below = 55 }, new() { Code = "B", From = 0, Below = 100.5m });
        Shared("−∞ to 40", new() { Code = "A", Below = 50 }, new() { Code = "B", Below = 40 }, new() { Code = "C", From = 40 });
        Shared("−∞ to ∞", new() { Code = "A" }, new() { Code = "B" });
        Shared("50 to 60", new() { Code = "A", From = 50 }, new() { Code = "B", From = 40, Below = 60 }, new() { Code = "C", Below = 40 });
    }

    private static void Codes(string[] expected, params GradeBandDefinition[] bands) =>
        Assert.Equal(expected, Faults(bands).Select(static finding => finding.Code));

    private static FindingReport Faults(params GradeBandDefinition[] bands) => Schemes.Faults(Definition(bands));

    private static AssessmentSchemeDefinition Definition(params GradeBandDefinition[] bands) =>
        Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = EquatableArray.From(bands) };
}
