using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>A stream's ranking is as robust as that of a scheme with the stream's components alone.</summary>
public sealed class StreamRobustnessTests
{
    private static readonly IndicatorTable Table = Schemes.Table(
        ["a", "b", "c"], ("x", [0.9m, 0.2m, 0.1m]), ("y", [0.5m, 0.58m, 0.9m]), ("z", [0.3m, 0.9m, 0.4m]), ("none", [null, 0.9m, 0.4m]));

    [Theory]
    [InlineData(StreamMode.Parallel)]
    [InlineData(StreamMode.Combined)]
    public void Create_AStream_IsThatOfItsComponentsAlone(StreamMode mode)
    {
        var cards = Schemes.Compile(Definition(AggregateKind.Arithmetic) with { Streams = mode }).Score(Table);
        var alone = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m))).Score(Table);
        var (stream, whole) = (RankingRobustness.Create(cards, AssessorStream.Superior), RankingRobustness.Create(alone));

        Assert.Equal(whole.RankIntervals(0.2m), stream.RankIntervals(0.2m));
        Assert.Equal(whole.SmallestLeaderChange(), stream.SmallestLeaderChange());
        Assert.Equal(["x", "y", "z"], stream.Units);
        var (drawn, all) = (RankingSensitivity.Run(cards, 0.2m, 32, 1, AssessorStream.Superior), RankingSensitivity.Run(alone, 0.2m, 32, 1));
        Assert.Equal((all.Intervals, all.Leader, all.LeaderShare), (drawn.Intervals, drawn.Leader, drawn.LeaderShare));
        Assert.Equal(["a", "b"], drawn.Weights.Select(static weight => weight.Component).Where(static code => code.Length == 1));
        Assert.Equal("y", RankingRobustness.Create(cards, AssessorStream.Public).RankIntervals(0.2m).Single(static interval => interval.Rank == 1).Unit);
    }

    [Fact]
    public void Create_WhatCannotBeLookedAt_Throws()
    {
        var parallel = Schemes.Compile(Definition(AggregateKind.Arithmetic)).Score(Table);

        Assert.Throws<ArgumentException>(() => RankingRobustness.Create(parallel));
        Assert.Throws<ArgumentException>(() => RankingSensitivity.Run(parallel, 0.2m, 32, 1));
        Assert.Throws<ArgumentException>(() => RankingRobustness.Create(Schemes.Compile(Definition(AggregateKind.Geometric)).Score(Table), AssessorStream.Superior));
        Assert.Throws<ArgumentException>(() => RankingRobustness.Create(Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1))).Score(Table), AssessorStream.Superior));
    }

    [Fact]
    public void RankWithin_AStream_IsItsRanking()
    {
        var cards = Schemes.Compile(Definition(AggregateKind.Arithmetic)).Score(Table);
        var within = cards.RankWithin(AssessorStream.Superior, [0, 0, 1, 1], 2);

        Assert.Equal([1, 2, 1, null], Enumerable.Range(0, 4).Select(within.RankOf));
        Assert.Equal(2, cards.RankWithin(AssessorStream.Public, [0, 0, 1, 1], 2).RankOf(0));
    }

    private static AssessmentSchemeDefinition Definition(AggregateKind kind) => Schemes.Of(
        new AssessmentNodeDefinition
        {
            Code = "mixed",
            Weight = 1,
            Aggregate = kind,
            Children = [Schemes.Leaf("a", 0.48m) with { Assessor = "above" }, Schemes.Leaf("b", 0.32m) with { Assessor = "above" }, Schemes.Leaf("c", 0.2m) with { Assessor = "residents" }],
        }) with
    {
        Assessors = [new() { Code = "above", Stream = AssessorStream.Superior }, new() { Code = "residents", Stream = AssessorStream.Public }],
    };

    // Of two components below different nodes each stream has its own: their weights are those of the nodes, the other stream's taken out.
    [Fact]
    public void Create_AStreamBelowTwoNodes_HasTheWeightsThatAreLeft()
    {
        var definition = Definition(AggregateKind.Arithmetic) with
        {
            Children =
            [
                new AssessmentNodeDefinition { Code = "n", Weight = 0.45m, Children = [Schemes.Leaf("a", 0.3m) with { Assessor = "above" }, Schemes.Leaf("c", 0.7m) with { Assessor = "residents" }] },
                Schemes.Leaf("b", 0.3m) with { Assessor = "above" },
                new AssessmentNodeDefinition { Code = "m", Weight = 0.25m, Children = [Schemes.Leaf("d", 1) with { Assessor = "residents", Indicator = "a" }] },
            ],
        };
        var cards = Schemes.Compile(definition).Score(Table);
        var alone = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m))).Score(Table);
        var (stream, whole) = (RankingRobustness.Create(cards, AssessorStream.Superior), RankingRobustness.Create(alone));

        Assert.Equal(whole.RankIntervals(0.3m), stream.RankIntervals(0.3m));
        Assert.Equal(Math.Round(whole.SmallestLeaderChange()!.MovedWeight, 20), Math.Round(stream.SmallestLeaderChange()!.MovedWeight, 20));
        Assert.Equal(["x", "y", "z"], stream.Units);
    }
}
