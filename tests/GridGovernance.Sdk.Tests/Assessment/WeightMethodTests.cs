using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class WeightMethodTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(3, "0.3334 0.3333 0.3333")]
    [InlineData(4, "0.25 0.25 0.25 0.25")]
    public void Equal_AnyCount_SumsToOne(int count, string expected)
    {
        Assert.Equal(expected, string.Join(' ', EqualWeights.Of(count)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualWeights.Of(0));
        Assert.Equal(1m, EqualWeights.Of(997).Sum());
    }

    [Fact]
    public void Hierarchy_JudgementsThatAgree_GiveTheirRatios()
    {
        // a : b : c = 4 : 2 : 1.
        var weights = Compile(["a", "b", "c"], [new("a", "b", 2), new("b", "c", 2), new("a", "c", 4)]);

        Assert.Equal([0.571428571428571m, 0.285714285714286m, 0.142857142857143m], weights.Eigenvector);
        Assert.Equal([0.5714m, 0.2857m, 0.1429m], weights.Weights);
        Assert.Equal((3m, 0m, 0m), (weights.Eigenvalue, weights.ConsistencyIndex, weights.ConsistencyRatio));
    }

    [Fact]
    public void Hierarchy_AnExampleWithAContradiction_HasItsKnownRatio()
    {
        // 1 3 5 / 1 3: λ = 3.0385, weights 0.637, 0.258, 0.105, a ratio of 0.0332 with 0.58.
        var weights = Compile(["a", "b", "c"], [new("a", "b", 3), new("a", "c", 5), new("b", "c", 3)]);

        Assert.Equal([0.6370m, 0.2583m, 0.1047m], weights.Weights);
        Assert.Equal(3.0385m, Math.Round(weights.Eigenvalue, 4));
        Assert.Equal(0.0332m, Math.Round(weights.ConsistencyRatio, 4));
    }

    [Fact]
    public void Hierarchy_ACircle_IsWarnedOf()
    {
        var weights = HierarchyWeights.Compile(["a", "b", "c"], [new("a", "b", 5), new("b", "c", 5), new("c", "a", 5)], out var report);

        Assert.Equal(("assessment.judgements-inconsistent", FindingSeverity.Warning), (report[0].Code, report[0].Severity));
        Assert.True(weights!.ConsistencyRatio > 1);
        Assert.Equal([0.333333333333333m, 0.333333333333333m, 0.333333333333333m], weights.Eigenvector);
    }

    [Fact]
    public void Hierarchy_BadJudgements_AreAllReported()
    {
        Assert.Null(HierarchyWeights.Compile(["a", "b", "c"], [new("a", "b", 10), new("a", "x", 2), new("a", "a", 2), new("a", "c", 2), new("c", "a", 2), new("a", "b", 0.5m)], out var report));
        Assert.Equal(
            ["/0 assessment.judgement-range", "/1 assessment.judgement-unknown", "/2 assessment.judgement-unknown", "/4 assessment.judgement-twice", "/5 assessment.judgement-range"],
            report.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        HierarchyWeights.Compile(["a", "b", "c"], [new("a", "b", 1)], out report);
        Assert.Equal(["assessment.judgement-missing", "assessment.judgement-missing"], report.Select(static finding => finding.Code));
        HierarchyWeights.Compile(["a", "a"], [], out report);
        Assert.Equal("assessment.duplicate-code", report[0].Code);
        HierarchyWeights.Compile([], [], out report);
        Assert.Equal("assessment.judgement-count", report[0].Code);
        Assert.Equal([1m], Compile(["a"], []).Weights);
        Assert.Equal((0m, 0m), (Compile(["a"], []).ConsistencyIndex, Compile(["a", "b"], [new("a", "b", 3)]).ConsistencyRatio));
    }

    [Property]
    public void Hierarchy_AnyRatios_AreRecoveredInAnyDirection(byte one, byte two, byte three)
    {
        // Weights 1..3, so that every ratio lies within Saaty's scale.
        (string Code, decimal Weight)[] all = [("a", 1 + (one % 3)), ("b", 1 + (two % 3)), ("c", 1 + (three % 3)), ("d", 1)];
        var judgements = from first in all from second in all where string.CompareOrdinal(first.Code, second.Code) < 0 select first.Weight >= second.Weight
            ? new PairwiseJudgement(first.Code, second.Code, first.Weight / second.Weight) : new PairwiseJudgement(second.Code, first.Code, second.Weight / first.Weight);
        var weights = Compile(["a", "b", "c", "d"], EquatableArray.From(judgements));
        var sum = all.Sum(static item => item.Weight);

        Assert.All(all.Zip(weights.Eigenvector), pair => Assert.Equal((double)(pair.First.Weight / sum), (double)pair.Second, 12));
        Assert.Equal(1m, weights.Weights.Sum());
    }

    [Fact]
    public void Entropy_AKnownTable_GivesItsWeights()
    {
        // Shares 0.1, 0.9 have the entropy 0.4690 of ln 2; shares 0.5, 0.5 tell nothing apart; 0.25, 0.75: 0.8113.
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.3m), Schemes.Leaf("c", 0.2m)))
            .Score(Schemes.Table(["a", "b", "c"], ("u", [0.1m, 0.5m, 0.25m]), ("v", [0.9m, 0.5m, 0.75m]), ("w", [0.3m, null, 1m])));

        Assert.Equal([0.7378m, 0m, 0.2622m], EntropyWeights.Of(cards, "test"));
        Assert.Throws<ArgumentException>(() => EntropyWeights.Of(cards, "a"));
        Assert.Throws<ArgumentException>(() => EntropyWeights.Of(cards, "x"));
    }

    [Fact]
    public void Entropy_NothingToTellApart_GivesEqualWeights()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)));

        Assert.Equal([0.5m, 0.5m], EntropyWeights.Of(scheme.Score(Schemes.Table(["a", "b"], ("u", [0.1m, 0.5m]), ("v", [0.1m, 0.5m]))), "test"));
        Assert.Equal([0.5m, 0.5m], EntropyWeights.Of(scheme.Score(Schemes.Table(["a", "b"], ("u", [0.1m, 0.7m]))), "test"));
        Assert.Equal([1m, 0m], EntropyWeights.Of(scheme.Score(Schemes.Table(["a", "b"], ("u", [0.1m, 0m]), ("v", [0.2m, 0m]))), "test"));
    }

    [Fact]
    public void WithWeight_AComponentThatIsToCountMore_ScalesItsSiblings()
    {
        var scheme = Schemes.Of(
            new AssessmentNodeDefinition { Code = "grid", Weight = 0.2m, Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)] },
            Schemes.Leaf("c", 0.6m),
            Schemes.Leaf("d", 0.2m));

        Assert.Equal([0.4m, 0.45m, 0.15m], scheme.WithWeight("grid", 0.4m).Children.Select(static child => child.Weight!.Value));
        Assert.Equal([0.9m, 0.1m], scheme.WithWeight("a", 0.9m).Children[0].Children.Select(static child => child.Weight!.Value));
        Assert.Equal([0.3334m, 0.3333m, 0.3333m], scheme.WithWeights("test", EqualWeights.Of(3)).Children.Select(static child => child.Weight!.Value));
        Assert.Equal([0.7m, 0.3m], scheme.WithWeights("grid", [0.7m, 0.3m]).Children[0].Children.Select(static child => child.Weight!.Value));
        Assert.Empty(Schemes.Faults(scheme.WithWeight("grid", 0.37m)));
        Assert.Throws<ArgumentException>(() => scheme.WithWeight("x", 0.5m));
        Assert.Throws<ArgumentException>(() => scheme.WithWeights("x", [1]));
        Assert.Throws<ArgumentException>(() => scheme.WithWeights("grid", [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => scheme.WithWeight("a", 1));
    }

    private static HierarchyWeights Compile(EquatableArray<string> components, EquatableArray<PairwiseJudgement> judgements)
    {
        var weights = HierarchyWeights.Compile(components, judgements, out var report);
        Assert.Empty(report);
        return weights!;
    }

    [Fact]
    public void Hierarchy_FifteenComponents_AreTheMost()
    {
        var weights = Compile(Codes(15), Equal(15));

        Assert.Equal(1m, weights.Weights.Sum());
        Assert.Equal((15m, 0m), (Math.Round(weights.Eigenvalue, 10), Math.Round(weights.ConsistencyRatio, 10)));
        Assert.Null(HierarchyWeights.Compile(Codes(16), Equal(16), out var report));
        Assert.Equal(["assessment.judgement-count"], report.Select(static finding => finding.Code));
        Assert.Equal([15, 16], report[0].Message.Values);

        static EquatableArray<string> Codes(int count) => EquatableArray.From(Enumerable.Range(0, count).Select(static i => $"{i:00}"));

        static EquatableArray<PairwiseJudgement> Equal(int count) =>
            EquatableArray.From(Codes(count).SelectMany((more, i) => Codes(count).Skip(i + 1).Select(less => new PairwiseJudgement(more, less, 1))));
    }

    [Fact]
    public void Hierarchy_TheEndsOfSaatysScale_AreAllowed()
    {
        Assert.Equal([0.9m, 0.1m], Compile(["a", "b"], [new("a", "b", 9)]).Weights);
        Assert.Equal([0.5m, 0.5m], Compile(["a", "b"], [new("b", "a", 1)]).Weights);
        Assert.Null(HierarchyWeights.Compile(["a", "b"], [new("a", "b", 9.1m)], out _));
        Assert.Null(HierarchyWeights.Compile(["a", "b"], [new("a", "b", 0.9m)], out _));
    }

    [Fact]
    public void Hierarchy_Findings_NameTheComponents()
    {
        HierarchyWeights.Compile(["a", "b", "c"], [new("a", "b", 1)], out var report);
        Assert.Equal(["a", "c", "b", "c"], report.SelectMany(static finding => finding.Message.Values));
        HierarchyWeights.Compile(["a", "b", "a"], [], out report);
        Assert.Equal(("assessment.duplicate-code", "a"), (report[0].Code, report[0].Place.Subject));
        Assert.Equal([15, 0], Assert.Single(Faults([], [])).Message.Values);

        HierarchyWeights.Compile(["a", "b", "c"], [new("a", "b", 5), new("b", "c", 5), new("c", "a", 5)], out report);
        Assert.Equal(report[0].Measure, report[0].Message.Values[1]);

        static FindingReport Faults(EquatableArray<string> components, EquatableArray<PairwiseJudgement> judgements)
        {
            Assert.Null(HierarchyWeights.Compile(components, judgements, out var report));
            return report;
        }
    }
}
