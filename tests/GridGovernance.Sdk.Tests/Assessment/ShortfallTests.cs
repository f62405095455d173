using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Points for what is lacking, and what happens to values that no scale holds.</summary>
public sealed class ShortfallTests
{
    // Jinhua: on-time closure of 70 % earns 50 points, each percentage point below costs 1; a satisfaction below 60 % is a veto.
    [Theory]
    [InlineData(70, 100, 80, 100)]
    [InlineData(80, 100, 60, 100)]
    [InlineData(69, 100, 80, 99)]
    [InlineData(655, 1000, 80, 96)]
    [InlineData(10, 100, 80, 50)]
    [InlineData(80, 100, 59, 40)]
    public void Score_Under_CountsWhatIsLacking(int above, int below, int satisfied, int score)
    {
        var definition = Schemes.Of(
            new AssessmentNodeDefinition { Code = "closure", Weight = 0.5m, Deductions = [new() { Code = "late", Indicator = "a", Points = 1, Per = 0.01m, Under = 0.7m }] },
            Schemes.Leaf("b", 0.5m)) with { Vetoes = [new VetoDefinition { Code = "dissatisfied", Indicator = "c", Under = 0.6m, Score = 40 }] };
        var card = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b", "c"], ("x", [new(above, below), new(1, 1), new(satisfied, 100)])))[0];

        Assert.Equal(score, card.Score);
        Assert.Equal(definition, GovernanceJson.Read<AssessmentSchemeDefinition>(GovernanceJson.Write(definition), "x").Value);
    }

    [Fact]
    public void Compile_OverAndUnder_IsRefused()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with
        {
            Deductions = [new() { Code = "d", Indicator = "a", Points = 1, Over = 1, Under = 2 }],
            Vetoes = [new VetoDefinition { Code = "v", Indicator = "a", Over = 1, Under = 2 }],
        };

        Assert.Equal([("assessment.over-and-under", "/deductions/0/under"), ("assessment.over-and-under", "/vetoes/0/under")], Schemes.Faults(definition).Select(static finding => (finding.Code, finding.Place.Path)));
    }

    [Fact]
    public void Clamped_ValuesBeyondTheScale_AreNamed()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.4m), Schemes.Leaf("b", 0.3m) with { Normalise = new() { Kind = "min-max", Minimum = 1, Maximum = 5 } }, Schemes.Leaf("c", 0.3m) with { Normalise = new() { Kind = "target", Target = 1 } });
        var cards = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [93.7m, 0.5m, 7]), ("y", [1, 5, 1]), ("z", [-0.1m, 1, null])));

        Assert.Equal([new("x", "a", 93.7m, 0, 1), new("z", "a", -0.1m, 0, 1), new("x", "b", 0.5m, 1, 5)], cards.Clamped);
    }

    [Theory]
    [InlineData("min-max", OutlierKind.Clip, 1)]
    [InlineData("z-score", OutlierKind.Clip, 1)]
    [InlineData("target", OutlierKind.Clip, 0)]
    [InlineData("target", OutlierKind.Missing, 1)]
    [InlineData("rank", OutlierKind.Keep, 0)]
    public void Compile_AFenceThatAUnitsOwnValueMoves_IsNoted(string kind, OutlierKind outliers, int findings)
    {
        var how = new NormalisationDefinition { Kind = kind, Target = kind == "target" ? 1 : null, Spread = kind == "z-score" ? 2 : null };
        var report = Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = how }) with { Outliers = new OutlierDefinition { Kind = outliers } });

        Assert.Equal(findings, report.Count(static finding => finding is { Code: "assessment.outliers-move", Severity: FindingSeverity.Info }));
    }

    [Fact]
    public void Compile_WhatOnlyCodeCanGetWrong_IsReported()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with
        {
            Aggregate = (AggregateKind)9,
            Missing = new() { Kind = (AbsenceKind)9 },
            Outliers = new() { Kind = (OutlierKind)9 },
            Vetoes = [null!],
        };
        var faults = Schemes.Faults(definition with { Children = [Schemes.Leaf("a", 1, (IndicatorDirection)9), null!] });

        Assert.Equal(["/aggregate", "/children", "/children/0/direction", "/missing/kind", "/outliers/kind", "/vetoes"], faults.Select(static finding => finding.Place.Path).Order(StringComparer.Ordinal));
        Assert.Throws<ArgumentException>(() => IndicatorTable.Create(["x"], [null!]));
        Assert.Throws<ArgumentException>(() => IndicatorTable.Create([null!], []));
    }

    [Fact]
    public void Compile_ABandBeyondTheHighestScore_IsAWarning()
    {
        var report = Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = [new() { Code = "best", From = 200 }, new() { Code = "other" }] });

        Assert.Equal(("assessment.band-unreachable", FindingSeverity.Warning), (Assert.Single(report).Code, report[0].Severity));
        Assert.Empty(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = [new() { Code = "best", From = 100 }, new() { Code = "other" }] }));
    }

    [Theory]
    [InlineData("min-max")]
    [InlineData("z-score")]
    [InlineData("rank")]
    [InlineData("fraction-of-maximum")]
    public void Score_TheLargestValuesThereAre_DoNotOverflow(string kind)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1) with { Normalise = new() { Kind = kind, Spread = kind == "z-score" ? 10 : null } }) with { Outliers = new() { Kind = OutlierKind.Clip, Fence = 100 } });
        var cards = scheme.Score(Schemes.Table(["a"], ("1", [-1e27m]), ("2", [-1e26m]), ("3", [0]), ("4", [1e26m]), ("5", [1e27m])));

        Assert.True(cards.ScoreOf(4) > cards.ScoreOf(0));
        Assert.True(scheme.Score(Schemes.Table(["a"], ("1", [-1e27m]), ("2", [-1e27m]), ("3", [0]), ("4", [1e27m]), ("5", [1e27m]))) is var far && far.ScoreOf(4) > far.ScoreOf(0));
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Schemes.Table(["a"], ("x", [1.1e27m]))).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Schemes.Table(["a"], ("x", [decimal.MinValue]))).ParamName);
    }

    [Fact]
    public void Compile_WhatOnlyCodeCanGetWrongDeepInside_IsReported()
    {
        const int Unknown = 9;
        var leaf = Schemes.Leaf("a", 1);
        var report = Schemes.Faults(Schemes.Of(
            leaf with
            {
                Aggregate = (AggregateKind)Unknown,
                Direction = (IndicatorDirection)Unknown,
                Missing = new() { Kind = (AbsenceKind)Unknown },
                Undefined = new() { Kind = (AbsenceKind)Unknown },
                Outliers = new() { Kind = (OutlierKind)Unknown },
                Deductions = [null!],
                Normalise = new() { Kind = "step", Steps = [null!] },
                Children = [leaf, null!],
            },
            leaf with { Children = [leaf with { Direction = (IndicatorDirection)Unknown }] }) with
        {
            Streams = (StreamMode)Unknown,
            Assessors = [new() { Code = "x", Stream = (AssessorStream)Unknown }],
            Undefined = new() { Kind = (AbsenceKind)Unknown },
        });

        Assert.Equal(
            [
                "/assessors/0/stream", "/children/0/aggregate", "/children/0/children", "/children/0/deductions", "/children/0/direction", "/children/0/missing/kind", "/children/0/normalise/steps",
                "/children/0/outliers/kind", "/children/0/undefined/kind", "/children/1/children/0/direction", "/streams", "/undefined/kind",
            ],
            report.Select(static finding => finding.Place.Path).Order(StringComparer.Ordinal));
        Assert.Equal(3, report.Count(static finding => finding.Code == "assessment.nothing-listed"));
        Assert.Equal(9, report.Count(static finding => finding.Code == "assessment.unknown-word"));
    }

    // The scheme is the first level: twelve of them hold components, and leaves lie below the last.
    [Theory]
    [InlineData(11, "")]
    [InlineData(12, "assessment.too-deep")]
    [InlineData(13, "assessment.too-deep")]
    public void Compile_ATreeOfTwelveLevels_IsTheDeepest(int inner, string expected)
    {
        var node = Schemes.Leaf("a", 1);
        for (var i = 0; i < inner; i++)
        {
            node = new AssessmentNodeDefinition { Code = $"n{i}", Weight = 1, Children = [node] };
        }

        Assert.Equal(expected, string.Join(' ', Schemes.Faults(Schemes.Of(node)).Select(static finding => finding.Code)));
    }

    [Fact]
    public void Grade_WithABandFromTheLowestNumberThereIs_IsGiven()
    {
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { Bands = [new() { Code = "A", From = 50 }, new() { Code = "B", From = decimal.MinValue }] }).Score(Schemes.Table(["a"], ("x", [1]), ("y", [0.1m])));

        Assert.Equal(["A", "B"], cards.Select(static card => card.Grade!.Code));
    }
}
