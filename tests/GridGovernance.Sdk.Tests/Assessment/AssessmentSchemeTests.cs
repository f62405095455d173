using GridGovernance.Sdk.Assessment;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class AssessmentSchemeTests
{
    [Fact]
    public void Compile_WeightsThatDoNotSumToOne_AreRefused()
    {
        var report = Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 0.4m), Schemes.Leaf("b", 0.5m)));

        var finding = Assert.Single(report);
        Assert.Equal("assessment.weights-sum", finding.Code);
        Assert.Equal("/children", finding.Place.Path);
        Assert.Contains("sum to 1 (shares", finding.Message.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("0.9", finding.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ManyFaults_ReportsEveryOneWithItsPath()
    {
        var definition = new AssessmentSchemeDefinition
        {
            Code = " ",
            Scale = 0,
            EffectiveFrom = new LocalDate(2026, 2, 1),
            EffectiveTo = new LocalDate(2026, 1, 31),
            MinimumPresent = 1.5m,
            Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed },
            Undefined = new AbsenceDefinition { Kind = AbsenceKind.Redistribute, Score = 0 },
            Assessors = [new AssessorDefinition { Code = "x", Stream = AssessorStream.Public }, new AssessorDefinition { Code = "x", Stream = AssessorStream.Public }],
            Children =
            [
                Schemes.Leaf("a", null) with { Assessor = "nobody" },
                Schemes.Leaf("a", 2) with { Assessor = "x", Children = [Schemes.Leaf("b", 1)], Aggregate = AggregateKind.Arithmetic },
                new AssessmentNodeDefinition { Code = "", Weight = 0, Indicator = "b", Direction = IndicatorDirection.Up },
                Schemes.Leaf("unheard-of", 0.1m, null) with { Normalise = new NormalisationDefinition { Kind = "magic" } },
            ],
        };

        Assert.Equal(
            [
                "/scale assessment.scale-range",
                "/effectiveTo assessment.dates-reversed",
                "/minimumPresent assessment.minimum-present-range",
                "/assessors/1/code assessment.duplicate-code",
                "/code assessment.code-missing",
                "/missing/score assessment.absence-score",
                "/undefined/score assessment.absence-score-unused",
                "/children/0/weight assessment.weight-missing",
                "/children/0/assessor assessment.unknown-assessor",
                "/children/1/weight assessment.weight-range",
                "/children/1/code assessment.duplicate-code",
                "/children/1/children assessment.leaf-with-children",
                "/children/1/aggregate assessment.leaf-with-aggregate",
                "/children/2/weight assessment.weight-range",
                "/children/2/code assessment.code-missing",
                "/children/2/indicator assessment.leaf-member",
                "/children/2/direction assessment.leaf-member",
                "/children/2/children assessment.no-children",
                "/children/3/assessor assessment.assessor-missing",
                "/children/3/code assessment.unknown-indicator",
                "/children/3/normalise/kind assessment.unknown-normalisation",
            ],
            Schemes.Faults(definition).Select(static finding => $"{finding.Place.Path} {finding.Code}"));
    }

    [Fact]
    public void Compile_DirectionAgainstTheCatalogue_IsAWarning()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("rework-rate", 1)), out var report);

        Assert.NotNull(scheme);
        Assert.Equal("assessment.direction-unusual", Assert.Single(report).Code);
        Assert.False(report.HasErrors);
    }

    [Fact]
    public void Compile_WithoutDirection_TakesTheCatalogues()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("rework-rate", 1, null)), out _)!;

        Assert.Equal(IndicatorDirection.Down, scheme.Leaves[0].Direction);
        Assert.Equal("assessment.direction-missing", Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1, null)))).Code);
    }

    [Fact]
    public void Compile_WeightsTooFineForExactPoints_AreNotedAndSumAllTheSame()
    {
        var fine = 0.00000000000001m;
        Assert.Equal("assessment.weights-too-fine", Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", fine), Schemes.Leaf("b", 1 - fine)))).Code);
        Assert.Empty(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 0.000000000001m), Schemes.Leaf("b", 0.999999999999m))));

        var third = 0.3333333333333333m;
        var thirds = Schemes.Of(Schemes.Leaf("a", third), Schemes.Leaf("b", third), Schemes.Leaf("c", third));
        var finding = Assert.Single(Schemes.Faults(thirds));
        Assert.Equal(("assessment.weights-too-fine", FindingSeverity.Info), (finding.Code, finding.Severity));
        var scheme = AssessmentScheme.Compile(thirds, IndicatorCatalogue.Declare(["a", "b", "c"]), out _)!;
        var card = scheme.Score(Schemes.Table(["a", "b", "c"], ("full", [1, 1, 1]), ("part", [1, 0.5m, 0])))[1];
        Assert.Equal(50m, Math.Round(card.Score!.Value, 13));
        Assert.Equal(card.Score, card.Contributions.Sum(static leaf => leaf.Points));
        Assert.Equal("assessment.weights-sum", Assert.Single(Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 0.333m), Schemes.Leaf("b", 0.333m), Schemes.Leaf("c", 0.333m)))).Code);
    }

    [Fact]
    public void Compile_MeansThatAreNotAdditive_AreChecked()
    {
        var leaf = Schemes.Leaf("a", 1);
        var eleven = Schemes.Of([.. Enumerable.Range(0, 11).Select(static i => Schemes.Leaf($"n{i}", i == 0 ? 0.5m : 0.05m) with { Indicator = "a" })]);

        Codes(["assessment.zero-floor-range"], Schemes.Of(leaf) with { Aggregate = AggregateKind.Geometric, ZeroFloor = 0 });
        Codes(["assessment.zero-floor-unused"], Schemes.Of(leaf) with { ZeroFloor = 0.1m });
        Codes(["assessment.zero-floor-unused"], Schemes.Of(leaf with { ZeroFloor = 0.1m }));
        Codes(["assessment.too-many-factors"], eleven with { Aggregate = AggregateKind.Harmonic });
        Codes([], eleven);
        Codes(["assessment.leaf-with-deductions"], Schemes.Of(leaf with { Deductions = [new() { Code = "b", Points = 1 }] }));

        static void Codes(string[] expected, AssessmentSchemeDefinition definition) =>
            Assert.Equal(expected, Schemes.Faults(definition).Select(static finding => finding.Code));
    }

    [Fact]
    public void Compile_ATreeBeyondTheDepth_IsRefused()
    {
        var node = Schemes.Leaf("a", 1);
        for (var i = 0; i < 100; i++)
        {
            node = new AssessmentNodeDefinition { Code = $"n{i}", Weight = 1, Children = [node] };
        }

        Assert.Equal("assessment.too-deep", Assert.Single(Schemes.Faults(Schemes.Of(node))).Code);
    }

    [Fact]
    public void IsEffectiveOn_FirstAndLastDay_AreWithin()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)) with { EffectiveFrom = new LocalDate(2026, 1, 1), EffectiveTo = new LocalDate(2026, 3, 31) });

        Assert.True(scheme.IsEffectiveOn(new LocalDate(2026, 1, 1)));
        Assert.True(scheme.IsEffectiveOn(new LocalDate(2026, 3, 31)));
        Assert.False(scheme.IsEffectiveOn(new LocalDate(2025, 12, 31)));
        Assert.False(scheme.IsEffectiveOn(new LocalDate(2026, 4, 1)));
    }

    [Fact]
    public void Score_ATableWithoutAColumn_ThrowsNamingIt()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)));

        var thrown = Assert.Throws<ArgumentException>(() => scheme.Score(Schemes.Table(["a"], ("u", [1]))));
        Assert.Contains("\"b\"", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grid-workers.json")]
    [InlineData("departments.json")]
    public void Compile_TheSamplesSchemes_HaveNoFindings(string name)
    {
        var scheme = AssessmentScheme.Compile(Schemes.Sample(name), out var report);

        Assert.Empty(report);
        Assert.Equal([AssessorStream.Superior, AssessorStream.Public], scheme!.Streams);
        Assert.Equal(1m, scheme.Leaves.Sum(static leaf => leaf.ShareOfScheme));
        Assert.Equal("A", scheme.GradeOf(90)!.Code);
        Assert.Equal("B", scheme.GradeOf(89.999999999999999m)!.Code);
        Assert.Equal("E", scheme.GradeOf(0)!.Code);
    }

    [Theory]
    [InlineData(AggregateKind.Geometric, 1, "")]
    [InlineData(AggregateKind.Harmonic, 0.000001, "")]
    [InlineData(AggregateKind.Geometric, 0, "assessment.zero-floor-range")]
    [InlineData(AggregateKind.Harmonic, 1.01, "assessment.zero-floor-range")]
    [InlineData(AggregateKind.Arithmetic, 0.5, "assessment.zero-floor-unused")]
    public void Compile_TheEndsOfTheZeroFloor_AreAllowed(AggregateKind kind, double floor, string expected) =>
        Assert.Equal(expected, string.Join(' ', Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Aggregate = kind, ZeroFloor = (decimal)floor }).Select(static finding => finding.Code)));

    [Theory]
    [InlineData(1_000_000, "")]
    [InlineData(0.01, "")]
    [InlineData(0, "assessment.scale-range")]
    [InlineData(1_000_001, "assessment.scale-range")]
    public void Compile_TheEndsOfTheScale_AreAllowed(double scale, string expected) =>
        Assert.Equal(expected, string.Join(' ', Schemes.Faults(Schemes.Of(Schemes.Leaf("a", 1)) with { Scale = (decimal)scale }).Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => finding.Code)));

    [Fact]
    public void Compile_BandsOfTheLargestScale_EndAboveIt()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with { Scale = 1_000_000 };

        Assert.DoesNotContain(Schemes.Faults(definition with { Bands = [new() { Code = "A", Below = 1_000_001 }] }), static finding => finding.Severity == FindingSeverity.Error);
        Assert.Contains(Schemes.Faults(definition with { Bands = [new() { Code = "A", Below = 1_000_000 }] }), static finding => finding.Code == "assessment.band-end");
        Assert.Contains(Schemes.Faults(definition with { Bands = [new() { Code = "A", Below = 999_999 }] }), static finding => finding.Code == "assessment.band-gap");
    }

    [Fact]
    public void Compile_TheEndsOfEveryShare_AreAllowed()
    {
        var plain = Schemes.Of(Schemes.Leaf("a", 1));
        foreach (var (value, allowed) in new[] { (0m, true), (1m, true), (-0.01m, false), (1.01m, false) })
        {
            Assert.Equal(allowed, Schemes.Faults(plain with { MinimumPresent = value }).Count == 0);
            Assert.Equal(allowed, Schemes.Faults(plain with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = value } }).Count == 0);
            Assert.Equal(allowed, Schemes.Faults(plain with { Undefined = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = value } }).Count == 0);
        }

        Assert.Empty(Schemes.Faults(plain with { MinimumCases = new MinimumCasesDefinition { Cases = 1, Indicator = "a" } }));
        Assert.Empty(Schemes.Faults(plain with { EffectiveFrom = new(2026, 1, 1), EffectiveTo = new(2026, 1, 1) }));
        Assert.Equal("assessment.dates-reversed", Assert.Single(Schemes.Faults(plain with { EffectiveFrom = new(2026, 1, 2), EffectiveTo = new(2026, 1, 1) })).Code);
        Assert.Equal("assessment.absence-score", Assert.Single(Schemes.Faults(plain with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed } })).Code);
        Assert.Equal("assessment.absence-score-unused", Assert.Single(Schemes.Faults(plain with { Undefined = new AbsenceDefinition { Kind = AbsenceKind.Redistribute, Score = 0 } })).Code);
        Assert.Equal("/missing/score", Schemes.Faults(plain with { Missing = new AbsenceDefinition { Kind = AbsenceKind.Fixed } })[0].Place.Path);
    }

    [Fact]
    public void Title_OfAComponent_IsItsOwnOrThatOfItsIndicatorOrItsCode()
    {
        var own = new LocalizedText("own", "自己");
        var scheme = AssessmentScheme.Compile(
            Schemes.Of(
                new AssessmentNodeDefinition { Code = "titled", Title = own, Weight = 0.4m, Children = [Schemes.Leaf("closure-rate", 0.5m), Schemes.Leaf("rework-rate", 0.5m, IndicatorDirection.Down) with { Title = own }] },
                new AssessmentNodeDefinition { Code = "plain", Weight = 0.2m, Children = [Schemes.Leaf("late", 1) with { Indicator = "open-rate", Direction = IndicatorDirection.Down }] },
                new AssessmentNodeDefinition { Code = "kept", Weight = 0.2m, Deductions = [new() { Code = "one", Indicator = "open-rate", Points = 1 }] },
                new AssessmentNodeDefinition { Code = "owned", Title = own, Weight = 0.2m, Deductions = [new() { Code = "two", Indicator = "open-rate", Points = 1 }] }),
            out _)!;

        Assert.Equal(
            [new("test", "test"), own, IndicatorCatalogue.Standard.Find("closure-rate")!.Title, own, new("plain", "plain"), IndicatorCatalogue.Standard.Find("open-rate")!.Title, new("kept", "kept"), own],
            scheme.Root.SelfAndDescendants().Select(static node => node.Title));
    }

    // What thirds leave is no fault, up to a millionth of a millionth; but such weights do not make exact points.
    [Theory]
    [InlineData("0.500000000000", "")]
    [InlineData("0.500000000001", "assessment.weights-too-fine")]
    [InlineData("0.499999999999", "assessment.weights-too-fine")]
    [InlineData("0.500000000002", "assessment.weights-sum")]
    [InlineData("0.499999999998", "assessment.weights-sum")]
    public void Compile_WeightsThatNearlySumToOne_AreTaken(string weight, string expected)
    {
        var half = decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, string.Join(' ', Schemes.Faults(Schemes.Of(Schemes.Leaf("a", half), Schemes.Leaf("b", 0.5m))).Select(static finding => finding.Code)));
    }

    [Fact]
    public void Compile_ALeafOfDeductions_HasNothingOfAnother()
    {
        var leaf = new AssessmentNodeDefinition
        {
            Code = "kept", Weight = 1, Indicator = "a", Direction = IndicatorDirection.Up, Aggregate = AggregateKind.Arithmetic, ZeroFloor = 0.1m, Children = [Schemes.Leaf("b", 1)],
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 1 }],
        };

        Assert.Equal(
            [
                "/children/0/children assessment.leaf-with-children kept", "/children/0/aggregate assessment.leaf-with-aggregate kept", "/children/0/zeroFloor assessment.zero-floor-unused kept 0.1",
                "/children/0/assessor assessment.assessor-missing kept", "/children/0/indicator assessment.leaf-member kept indicator", "/children/0/direction assessment.leaf-member kept direction",
            ],
            Told(Schemes.Of(leaf) with { Assessors = [new() { Code = "s", Stream = AssessorStream.Public }] }));
        Assert.Equal(["/assessors/0/code assessment.code-missing"], Told(Schemes.Of(Schemes.Leaf("a", 1) with { Assessor = "s" }) with { Assessors = [new() { Code = " ", Stream = AssessorStream.Public }, new() { Code = "s", Stream = AssessorStream.Public }] }));
        Assert.Equal(["/children assessment.no-children test"], Told(Schemes.Of()));
        Assert.Equal(
            ["/children/0/weight assessment.weight-range a 79228162514264337593543950335", "/children/1/weight assessment.weight-range b 79228162514264337593543950335", "/children assessment.weights-sum test 2000000"],
            Told(Schemes.Of(Schemes.Leaf("a", decimal.MaxValue), Schemes.Leaf("b", decimal.MaxValue))));

        static IEnumerable<string> Told(AssessmentSchemeDefinition definition) => Schemes.Faults(definition).Select(static finding =>
            FormattableString.Invariant($"{finding.Place.Path} {finding.Code} {string.Join(' ', finding.Message.Values.Select(static value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)))}").TrimEnd());
    }

    [Fact]
    public void Assessors_OfABranch_AreThoseOfItsLeaves()
    {
        var scheme = Schemes.Compile(Schemes.Of(
            new AssessmentNodeDefinition { Code = "n", Weight = 0.5m, Assessor = "s", Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m) with { Assessor = "p" }] },
            new AssessmentNodeDefinition { Code = "kept", Weight = 0.5m, Assessor = "p", Deductions = [new() { Code = "minus", Indicator = "c", Points = 1 }] }) with
        {
            Assessors = [new() { Code = "s", Stream = AssessorStream.Superior }, new() { Code = "p", Stream = AssessorStream.Public }],
        });

        Assert.Equal(
            [(null, null), ("s", null), ("s", AssessorStream.Superior), ("p", AssessorStream.Public), ("p", AssessorStream.Public)],
            scheme.Root.SelfAndDescendants().Select(static node => (node.Assessor, node.Stream)));
        Assert.Equal([1m, 0.5m, 0.25m, 0.25m, 0.5m], scheme.Root.SelfAndDescendants().Select(static node => node.ShareOfScheme));
        Assert.True(scheme.IsEffectiveOn(new LocalDate(1, 1, 1)));
        Assert.Null(scheme.GradeOf(50));
        Assert.Null(scheme.Find("unheard-of"));
        Assert.Equal("b", scheme.Find("b")!.Code);
    }
}
