using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class ScorecardTests
{
    private static readonly AbsenceDefinition Redistribute = new() { Kind = AbsenceKind.Redistribute };

    [Fact]
    public void Score_TianmenDecember2016_ComesFromTheCounts()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("closure-rate", 0.4m), Schemes.Leaf("on-time-closure-rate", 0.6m)), out _)!;
        var card = scheme.Score(Schemes.Rates(["closure-rate", "on-time-closure-rate"], ("天门", [new Rate(911, 972), new Rate(737, 972)])))[0];

        Assert.Equal((40m * 0.937242798353909m) + (60m * 0.758230452674897m), card.Score);
        Assert.Equal(card.Score, card.Contributions.Sum(static leaf => leaf.Points));
        Assert.Equal([new Rate(911, 972), new Rate(737, 972)], card.Contributions.Select(static leaf => leaf.Indicator!.Value.Rate!.Value));
    }

    [Fact]
    public void Score_JinniuWorkedFormula_ComesOut()
    {
        var scheme = AssessmentScheme.Compile(
            Schemes.Of(
                Schemes.Leaf("disposal-rate", 0.3m),
                Schemes.Leaf("on-time-disposal-rate", 0.2m),
                Schemes.Leaf("rework-rate", 0.2m, IndicatorDirection.Down),
                Schemes.Leaf("overdue-rate", 0.2m, IndicatorDirection.Down),
                Schemes.Leaf("extension-rate", 0.1m, IndicatorDirection.Down)),
            out _)!;
        var table = Schemes.Rates([.. scheme.Indicators], ("unit", [new(95, 100), new(90, 100), new(3, 100), new(5, 100), new(10, 100)]));

        Assert.Equal((0.95m * 30) + (0.9m * 20) + (0.97m * 20) + (0.95m * 20) + (0.9m * 10), scheme.Score(table)[0].Score);
    }

    [Fact]
    public void Score_AbsentByDefault_GivesNoScoreAndSaysWhy()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)));
        var card = scheme.Score(Schemes.Table(["a", "b"], ("u", [1, null])))[0];

        Assert.Null(card.Score);
        Assert.Null(card.Root.Points);
        Assert.Equal("b", Assert.Single(card.Absences).Node.Code);
        Assert.Equal(1m, card.Contributions.First().Value);
    }

    [Fact]
    public void Score_Redistributed_GivesTheWeightToThePresentSiblings()
    {
        var tree = new AssessmentNodeDefinition { Code = "top", Weight = 0.5m, Children = [Schemes.Leaf("a", 0.4m), Schemes.Leaf("b", 0.3m), Schemes.Leaf("c", 0.3m)] };
        var scheme = Schemes.Compile(Schemes.Of(tree, Schemes.Leaf("d", 0.5m)) with { Missing = Redistribute });
        var cards = scheme.Score(Schemes.Table(["a", "b", "c", "d"], ("some", [1, 0, null, 1]), ("branch", [null, null, null, 0.7m]), ("none", [null, null, null, null])));

        Assert.Equal(0.571428571428571m, cards[0].Root.Children[0].Value);
        Assert.Equal(28.571428571428571m + 50, cards[0].Score);
        Assert.Equal(cards[0].Score, cards[0].Contributions.Sum(static leaf => leaf.Points));
        Assert.Equal(70m, cards[1].Score);
        Assert.Null(cards[1].Root.Children[0].Value);
        Assert.Equal(0m, cards[1].Root.Children[0].Points);
        Assert.Null(cards[2].Score);
    }

    [Fact]
    public void Score_AFixedValue_CountsInsteadAndANodeOverridesIt()
    {
        var scheme = Schemes.Compile(Schemes.Of(
            Schemes.Leaf("a", 0.5m) with { Undefined = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 1 } },
            Schemes.Leaf("b", 0.5m)) with
        { Undefined = new AbsenceDefinition { Kind = AbsenceKind.Fixed, Score = 0.6m } });
        var card = scheme.Score(Schemes.Rates(["a", "b"], ("u", [new Rate(0, 0), new Rate(0, 0)])))[0];

        Assert.Equal(80m, card.Score);
        Assert.All(card.Contributions, static leaf => Assert.True(leaf.IsSubstituted));
    }

    [Fact]
    public void Score_MissingAndUndefined_HaveTheirOwnPolicies()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Undefined = Redistribute });

        Assert.Equal(40m, scheme.Score(Schemes.Rates(["a", "b"], ("u", [new Rate(2, 5), new Rate(0, 0)])))[0].Score);
        Assert.Null(scheme.Score(Schemes.Table(["a", "b"], ("u", [0.4m, null])))[0].Score);
    }

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.71, false)]
    public void Score_BelowTheThreshold_GivesNoScore(double threshold, bool scored)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.7m), Schemes.Leaf("b", 0.3m)) with { Missing = Redistribute, MinimumPresent = (decimal)threshold });

        Assert.Equal(scored ? 50m : null, scheme.Score(Schemes.Table(["a", "b"], ("u", [0.5m, null])))[0].Score);
    }

    [Fact]
    public void Score_AssessorsOfBothStreams_AreReportedApart()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.5m) with { Assessor = "superior" },
            Schemes.Leaf("b", 0.25m) with { Assessor = "superior" },
            Schemes.Leaf("c", 0.25m) with { Assessor = "residents" }) with
        {
            Assessors = [new AssessorDefinition { Code = "superior", Stream = AssessorStream.Superior }, new AssessorDefinition { Code = "residents", Stream = AssessorStream.Public }],
            Bands = [new GradeBandDefinition { Code = "good", From = 60 }, new GradeBandDefinition { Code = "bad" }],
        };
        var table = Schemes.Table(["a", "b", "c"], ("u", [0.9m, 0.6m, 0.2m]), ("v", [0.5m, 0.5m, null]));

        var apart = Schemes.Compile(definition).Score(table);
        var combined = Schemes.Compile(definition with { Streams = StreamMode.Combined }).Score(table);

        Assert.Null(apart[0].Score);
        Assert.Equal([80m, 20m], apart[0].Streams.Select(static stream => stream.Score!.Value));
        Assert.Equal(["good", "bad"], apart[0].Streams.Select(static stream => stream.Grade!.Code));
        Assert.Equal([50m, null], apart[1].Streams.Select(static stream => stream.Score));
        Assert.Equal([80m, 20m, 50m, null], from unit in new[] { 0, 1 } from stream in apart.Scheme.Streams select apart.ScoreOf(unit, stream));
        Assert.Equal((null, null), (apart.ScoreOf(0), apart[0].Grade));
        Assert.Throws<InvalidOperationException>(() => apart.Rank());
        Assert.Throws<InvalidOperationException>(() => apart.Rank("a", 1));
        Assert.Equal(["u", "v"], apart.Rank(AssessorStream.Superior).Ranked.Select(static entry => entry.Unit));
        Assert.Equal(["v"], apart.Rank(AssessorStream.Public).Unranked);
        Assert.Equal(65m, combined[0].Score);
        Assert.Equal(apart[0].Streams.Select(static stream => stream.Score), combined[0].Streams.Select(static stream => stream.Score));
    }

    [Fact]
    public void Trace_ALeaf_NamesItsCases()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("closure-rate", 1)), out _)!;
        CaseFact[] facts =
        [
            new() { CaseId = "1", Worker = "w", Marks = CaseMarks.ClosureDue | CaseMarks.Closed },
            new() { CaseId = "2", Worker = "w", Marks = CaseMarks.ClosureDue },
            new() { CaseId = "3", Worker = "w", Marks = CaseMarks.Closed },
            new() { CaseId = "4", Worker = "x", Marks = CaseMarks.ClosureDue | CaseMarks.Closed },
            new() { CaseId = "5", Marks = CaseMarks.ClosureDue },
        ];
        var cards = scheme.Score(IndicatorTable.FromCases(["w", "x", "idle"], facts, static fact => fact.Worker, IndicatorCatalogue.Standard.Indicators));

        Assert.Equal(50m, cards.Find("w")!.Score);
        Assert.Equal(new CaseTrace(["1", "2"], ["1"]), cards.Find("w")!.Contributions.Single().Trace());
        Assert.Equal(100m, cards.Find("x")!.Score);
        Assert.Null(cards.Find("idle")!.Score);
        Assert.Equal(IndicatorValueState.Undefined, cards.Find("idle")!.Contributions.Single().Indicator!.Value.State);
        Assert.Null(cards.Find("nobody"));
        Assert.Equal(CaseTrace.None, cards[0].Root.Trace());
    }

    // Shapley's shares of √(0.25 · 1), and the residue of rounding goes to the largest of them.
    [Fact]
    public void Score_AGeometricMean_IsSplitIntoItsChildrensShares()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Aggregate = AggregateKind.Geometric });

        Assert.Equal([-12.5m, 62.5m], scheme.Score(Schemes.Table(["a", "b"], ("x", [0.25m, 1])))[0].Contributions.Select(static leaf => leaf.Points!.Value));
    }

    [Fact]
    public void Score_AMeanThatDoesNotDivide_LeavesTheResidueToTheLargest()
    {
        var (residues, weights) = (0, new[] { 0.2m, 0.5m, 0.3m });
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.2m), Schemes.Leaf("b", 0.5m), Schemes.Leaf("c", 0.3m)) with { Aggregate = AggregateKind.Harmonic });
        for (var i = 0; i < 20; i++)
        {
            decimal[] values = [(31 + (17 * i % 67)) / 100m, (13 + (29 * i % 83)) / 100m, (11 + (41 * i % 89)) / 100m];
            var card = scheme.Score(Schemes.Table(["a", "b", "c"], ("x", [.. values.Select(static value => (decimal?)value)])))[0];
            var worths = WeightedMean.Shapley(AggregateKind.Harmonic, null, [.. weights.Zip(values)]);
            decimal[] rounded = [.. worths.Select(worth => Math.Round(worth / card.Root.Value!.Value * card.Root.Points!.Value, 15))];
            var largest = Array.IndexOf(rounded, rounded.MaxBy(static share => Math.Abs(share)));
            residues += rounded.Sum() == card.Root.Points ? 0 : 1;

            Assert.All(Enumerable.Range(0, 3).Where(child => child != largest), child => Assert.Equal(rounded[child], card.Root.Children[child].Points));
            Assert.Equal(card.Root.Points, card.Contributions.Sum(static leaf => leaf.Points));
        }

        Assert.True(residues > 0);
    }

    [Fact]
    public void Print_OfAScore_RoundsPartsSoThatTheySum()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.4m), Schemes.Leaf("b", 0.6m)) with
        {
            Deductions = [new() { Code = "minus", Indicator = "c", Points = 0.333m }],
            Bonuses = [new() { Code = "plus", Indicator = "c", Points = 0.125m }],
        });
        var cards = scheme.Score(Schemes.Table(["a", "b", "c"], ("x", [1 / 3m, 1 / 3m, 1]), ("none", [1, null, 1])));

        Assert.Equal("33.13: 13.33 20.00 | -0.33 0.13", Tell(cards[0].Print()));
        Assert.Equal("33.1253333333: 13.3333333333 20.0000000000 | -0.3330000000 0.1250000000", Tell(cards[0].Print(10)));
        Assert.Equal("33: 13 20 | 0 0", Tell(cards[0].Print(0)));
        Assert.Null(cards[1].Print());

        static string Tell(PrintedScorecard? printed) => FormattableString.Invariant($"{printed!.Score}: {Join(printed.Contributions)} | {Join(printed.Adjustments)}");

        static string Join(EquatableArray<decimal> parts) => string.Join(' ', parts.Select(static part => part.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // A stream's column is traced to the cases of its own leaves, the first of the scheme among them; deductions bring no column.
    [Fact]
    public void ToColumn_OfAStream_HasItsScoresCasesAndTraces()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.5m) with { Assessor = "above" },
            Schemes.Leaf("b", 0.2m) with { Assessor = "residents" },
            new AssessmentNodeDefinition { Code = "kept", Weight = 0.3m, Assessor = "above", Deductions = [new() { Code = "minus", Indicator = "c", Points = 3 }] }) with
        {
            Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
        };
        string[] codes = ["a", "b", "c"];
        var table = IndicatorTable.Create(["x", "y"], EquatableArray.From(codes.Select(static (code, i) => new IndicatorColumn(
            code, [IndicatorValue.Of(new Rate(1, 2 + i)), i == 0 ? IndicatorValue.Missing : IndicatorValue.Of(new Rate(0, 1))], unit => new CaseTrace([$"{code}{unit}"], [])))));
        var cards = Schemes.Compile(definition).Score(table);
        var (above, residents) = (cards.ToColumn("s", AssessorStream.Superior), cards.ToColumn("p", AssessorStream.Public));

        Assert.Equal(("s", 2L, 2L), (above.Code, above.Values[0].Cases, above.Values[0].MostCases));
        Assert.Equal(cards.ScoreOf(0, AssessorStream.Superior), above.Values[0].Number);
        Assert.Equal(IndicatorValue.Missing, above.Values[1]);
        Assert.Equal(["a0"], above.Trace(0).Counted);
        Assert.Equal((33.333333333333333m, 3L), (Math.Round(residents.Values[0].Number!.Value, 15), residents.Values[0].Cases));
        Assert.Equal(["b1"], residents.Trace(1).Counted);
        Assert.Equal([true, false], [cards.IsRankable(0, AssessorStream.Superior), cards.IsRankable(1, AssessorStream.Public)]);
    }

    [Fact]
    public void Trace_OfDeductionsAndAdjustments_NamesTheirCases()
    {
        var definition = Schemes.Of(
            Schemes.Leaf("a", 0.5m),
            new AssessmentNodeDefinition { Code = "kept", Weight = 0.5m, Deductions = [new() { Code = "one", Indicator = "b", Points = 1 }, new() { Code = "two", Indicator = "c", Points = 1 }] }) with
        {
            Bonuses = [new() { Code = "plus", Indicator = "d", Points = 1 }],
        };
        string[] codes = ["a", "b", "c", "d"];
        var card = Schemes.Compile(definition).Score(IndicatorTable.Create(["x"], EquatableArray.From(codes.Select(static code => new IndicatorColumn(code, [IndicatorValue.Of(1)], _ => new CaseTrace([code], [])))))).Find("x")!;

        Assert.Equal(new CaseTrace(["b", "c"], []), card.Root.Children[1].Trace());
        Assert.Equal(["b", "c"], card.Root.Children[1].Deductions.SelectMany(static deduction => deduction.Trace().Counted));
        Assert.Equal(["d"], card.Adjustments[0].Trace().Counted);
        Assert.Equal((1m, 1m, IndicatorValue.Of(1)), (card.Adjustments[0].Asked, card.Adjustments[0].Points, card.Adjustments[0].Indicator));
        Assert.Equal(["test", "a", "kept"], card.Root.SelfAndDescendants().Select(static node => node.Node.ToString()));
    }
}
