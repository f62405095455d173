using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class GamingAnalysisTests
{
    private const CaseMarks Due = CaseMarks.Reported | CaseMarks.ClosureDue;
    private const CaseMarks OnTime = Due | CaseMarks.Closed | CaseMarks.ClosedOnTime;

    private static readonly AssessmentScheme Scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("on-time-closure-rate", 1)) with { MinimumCases = new MinimumCasesDefinition { Cases = 1 } }, out _)!;
    private static readonly Indicator[] Indicators = [IndicatorCatalogue.Standard.Find("on-time-closure-rate")!];

    [Fact]
    public void Run_ARateOfCases_RewardsEveryMove()
    {
        // x: one of three in time. Split in two more: 3/5; the late one entered late and the open one not yet: 2/2; two trifles: 3/5; both withheld: 1/1.
        CaseFact[] facts = [Fact("1", "x", OnTime), Fact("2", "x", Due | CaseMarks.Closed | CaseMarks.ClosedLate), Fact("3", "x", Due), Fact("4", "y", OnTime), Fact("5", "y", Due)];
        var gains = Run(facts, "x", 2);

        Assert.Equal([GamingMove.LateEntry, GamingMove.Withhold, GamingMove.Split, GamingMove.SelfReport], gains.Select(static gain => gain.Move));
        Assert.Equal([100m, 100m, 60m, 60m], gains.Select(static gain => gain.ScoreAfter!.Value));
        Assert.All(gains, static gain => Assert.Equal((2, 2, 1), (gain.Cases, gain.RankBefore, gain.RankAfter)));
        Assert.Equal(Math.Round(100 - (100m / 3), 12), Math.Round(gains[0].Points!.Value, 12));
        Assert.Equal([1, 1], Run(facts, "x", 1).Where(static gain => gain.Move is GamingMove.Withhold or GamingMove.LateEntry).Select(static gain => gain.Cases));
    }

    [Fact]
    public void Run_AnActorWithoutCases_CanOnlyReportItself()
    {
        var gains = Run([Fact("4", "y", OnTime)], "x", 3);

        Assert.Equal([0, 0, 3, 0], gains.OrderBy(static gain => gain.Move).Select(static gain => gain.Cases));
        Assert.Null(gains[0].ScoreBefore);
        Assert.Equal((100m, null), (gains.Single(static gain => gain.Move == GamingMove.SelfReport).ScoreAfter, gains[0].Points));
        Assert.Throws<ArgumentException>(() => Run([], "z", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run([], "x", 0));
    }

    [Fact]
    public void Run_ASchemeThatIsJudgedByOthers_RewardsNoMove()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("satisfaction-rate", 1)), out _)!;
        CaseFact[] facts = [Fact("1", "x", OnTime | CaseMarks.Surveyed | CaseMarks.Satisfied), Fact("2", "x", Due | CaseMarks.Closed | CaseMarks.ClosedLate)];
        var gains = GamingAnalysis.Run(scheme, ["x"], facts, static fact => fact.Worker, [IndicatorCatalogue.Standard.Find("satisfaction-rate")!], "x", 5);

        Assert.All(gains, static gain => Assert.Equal(0m, gain.Points));
    }

    private static EquatableArray<GamingGain> Run(CaseFact[] facts, string actor, int cases) =>
        GamingAnalysis.Run(Scheme, ["x", "y"], facts, static fact => fact.Worker, Indicators, actor, cases);

    private static CaseFact Fact(string id, string worker, CaseMarks marks) => new() { CaseId = id, Worker = worker, Marks = marks };

    // Of two that are late one is entered late: it counts as done on time, and is still due.
    [Fact]
    public void Run_LateEntry_KeepsWhatTheCaseOwes()
    {
        CaseFact[] facts = [Fact("1", "x", Due | CaseMarks.Closed | CaseMarks.ClosedLate), Fact("2", "x", Due | CaseMarks.Closed | CaseMarks.ClosedLate), Fact("3", "x", OnTime)];
        var gain = Run(facts, "x", 1).Single(static gain => gain.Move == GamingMove.LateEntry);

        Assert.Equal((1, 33.33m, 66.67m), (gain.Cases, Math.Round(gain.ScoreBefore!.Value, 2), Math.Round(gain.ScoreAfter!.Value, 2)));
    }

    // What spoils a case counts as much as its delay: it is not split, and it is withheld.
    [Theory]
    [InlineData(CaseMarks.Reworked)]
    [InlineData(CaseMarks.Escalated)]
    [InlineData(CaseMarks.Extended)]
    [InlineData(CaseMarks.DisposalOverdue)]
    public void Run_ACaseThatIsSpoiled_IsNotSplitButWithheld(CaseMarks spoiled)
    {
        var gains = Run([Fact("1", "x", OnTime | spoiled)], "x", 2);

        Assert.Equal((0, 1, 1), (Of(GamingMove.Split), Of(GamingMove.LateEntry), Of(GamingMove.Withhold)));

        int Of(GamingMove move) => gains.Single(gain => gain.Move == move).Cases;
    }

    [Fact]
    public void Run_TwoStreamsApart_AreRefused()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m) with { Assessor = "s" }, Schemes.Leaf("b", 0.5m) with { Assessor = "p" }) with
        {
            Assessors = [new() { Code = "s", Stream = AssessorStream.Superior }, new() { Code = "p", Stream = AssessorStream.Public }],
        });

        Assert.Equal("actor", Assert.Throws<ArgumentException>(() => GamingAnalysis.Run(scheme, ["x"], [], static fact => fact.Worker, [], "x", 1)).ParamName);
    }

    // Moves that gain the same come in their order; a move without a score on either side comes last.
    [Fact]
    public void Run_EqualGains_ComeInTheOrderOfTheMoves()
    {
        Assert.Equal([GamingMove.Split, GamingMove.LateEntry, GamingMove.SelfReport, GamingMove.Withhold], Run([Fact("1", "x", OnTime), Fact("2", "y", OnTime)], "x", 1).Select(static gain => gain.Move));
        Assert.Equal([GamingMove.Split, GamingMove.LateEntry, GamingMove.SelfReport, GamingMove.Withhold], Run([Fact("4", "y", OnTime)], "x", 1).Select(static gain => gain.Move));

        // What is late and alone can be withheld, and then there is nothing to score.
        var gains = Run([Fact("1", "x", Due)], "x", 1);
        Assert.Equal([(GamingMove.SelfReport, 50m, 1), (GamingMove.Split, 0m, 0), (GamingMove.LateEntry, null, 1), (GamingMove.Withhold, null, 1)], gains.Select(static gain => (gain.Move, gain.Points, gain.Cases)));
    }
}
