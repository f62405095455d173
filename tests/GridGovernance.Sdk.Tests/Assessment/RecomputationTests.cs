using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class RecomputationTests
{
    private const CaseMarks Late = CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedLate;
    private const CaseMarks OnTime = CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime;

    private static readonly AssessmentScheme Scheme = AssessmentScheme.Compile(
        Schemes.Of(Schemes.Leaf("on-time-closure-rate", 0.6m), Schemes.Leaf("closure-rate", 0.4m)) with { Bands = [new() { Code = "A", From = 90 }, new() { Code = "B" }], MinimumCases = new MinimumCasesDefinition { Cases = 1 } }, out _)!;

    private static readonly Indicator[] Indicators = [IndicatorCatalogue.Standard.Find("on-time-closure-rate")!, IndicatorCatalogue.Standard.Find("closure-rate")!];

    [Fact]
    public void Run_AnAppealThatIsUpheld_ShowsWhatChangedForWhom()
    {
        CaseFact[] facts = [Fact("1", "x", Late), Fact("2", "x", OnTime), Fact("3", "y", OnTime), Fact("4", "y", Late), Fact("5", "y", OnTime), Fact("6", "z", OnTime)];
        var recomputation = Run(facts, [new CaseCorrection("1", Fact("1", "x", OnTime))]);

        Assert.Equal(["x", "y"], recomputation.Changes.Select(static change => change.Unit));
        var change = recomputation.Changes[0];
        Assert.Equal((70m, 100m, 3, 1, "B", "A"), (change.ScoreBefore, change.ScoreAfter, change.RankBefore, change.RankAfter, change.GradeBefore, change.GradeAfter));
        Assert.Equal([new ContributionChange("on-time-closure-rate", 30, 60, ["1"])], change.Contributions);
        Assert.Equal((2, 3, 0), (recomputation.Changes[1].RankBefore, recomputation.Changes[1].RankAfter, recomputation.Changes[1].Contributions.Count));
        Assert.Equal(100m, recomputation.After.Find("x")!.Score);
        Assert.Equal(70m, recomputation.Before.Find("x")!.Score);
    }

    [Fact]
    public void Run_CasesTakenOutAndAdded_Count()
    {
        CaseFact[] facts = [Fact("1", "x", Late), Fact("2", "y", OnTime)];
        var recomputation = Run(facts, [new CaseCorrection("1", null), new CaseCorrection("9", Fact("9", "z", OnTime))]);

        Assert.Equal(["x 40–null", "z null–100"], recomputation.Changes.Select(static change =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{change.Unit} {(object?)change.ScoreBefore ?? "null"}–{(object?)change.ScoreAfter ?? "null"}")));
        Assert.Equal(["1", "1"], recomputation.Changes[0].Contributions.SelectMany(static change => change.Cases));
        Assert.Throws<ArgumentException>(() => Run(facts, [new CaseCorrection("7", null)]));
        Assert.Throws<ArgumentException>(() => Run(facts, [new CaseCorrection("1", null), new CaseCorrection("1", null)]));
        Assert.Throws<ArgumentException>(() => Run(facts, [new CaseCorrection("1", Fact("2", "x", Late))]));
        Assert.Empty(Run(facts, [new CaseCorrection("1", facts[0])]).Changes);
    }

    [Fact]
    public void Run_AnAppealThatLiftsAVeto_NamesIt()
    {
        var scheme = AssessmentScheme.Compile(
            Schemes.Of(Schemes.Leaf("closure-rate", 1)) with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "rework-rate", Score = 59 }] }, out _)!;
        var recomputation = Recomputation.Run(
            scheme, ["x"], [Fact("1", "x", OnTime | CaseMarks.Reworked)], static fact => fact.Worker,
            [IndicatorCatalogue.Standard.Find("closure-rate")!, IndicatorCatalogue.Standard.Find("rework-rate")!], [new CaseCorrection("1", Fact("1", "x", OnTime))]);

        Assert.Equal([new ContributionChange("veto", -41, 0, ["1"])], recomputation.Changes[0].Contributions);
    }

    [Fact]
    public void Between_OtherSchemesOrUnits_Throws()
    {
        var cards = Scheme.Score(IndicatorTable.FromCases(["x"], [], static fact => fact.Worker, Indicators));

        Assert.Throws<ArgumentException>(() => Recomputation.Between(cards, Scheme.Score(IndicatorTable.FromCases(["y"], [], static fact => fact.Worker, Indicators)), []));
        Assert.Throws<ArgumentException>(() => Recomputation.Between(cards, Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1))).Score(Schemes.Table(["a"], ("x", [1]))), []));
    }

    [Property]
    public void Run_AnyCorrections_EqualAScoringFromScratch(byte[] cases, byte[] corrected)
    {
        CaseFact[] facts = [.. cases.Select(static (marks, i) => Fact($"{i}", "xyz"[marks % 3].ToString(), marks % 2 == 0 ? Late : OnTime))];
        CaseCorrection[] corrections = [.. corrected.Select(static (marks, i) => new CaseCorrection($"{i * 2}", Fact($"{i * 2}", "xyz"[marks % 3].ToString(), marks % 2 == 0 ? Late : OnTime)))];
        var recomputation = Run(facts, EquatableArray.Create<CaseCorrection>(corrections));
        var ids = corrections.ToDictionary(static correction => correction.CaseId, StringComparer.Ordinal);
        var scratch = Scheme.Score(IndicatorTable.FromCases(
            ["x", "y", "z"], facts.Where(fact => !ids.ContainsKey(fact.CaseId)).Concat(corrections.Select(static correction => correction.Corrected!)).Reverse(), static fact => fact.Worker, Indicators));

        Assert.All(Enumerable.Range(0, 3), unit => Assert.Equal(scratch.ScoreOf(unit), recomputation.After.ScoreOf(unit)));
        Assert.All(recomputation.Changes.Where(static change => change.ScoreBefore is not null && change.ScoreAfter is not null), static change =>
            Assert.Equal(change.ScoreAfter - change.ScoreBefore, change.Contributions.Sum(static part => part.After - part.Before)));
    }

    private static Recomputation Run(CaseFact[] facts, EquatableArray<CaseCorrection> corrections) =>
        Recomputation.Run(Scheme, ["x", "y", "z"], facts, static fact => fact.Worker, Indicators, corrections);

    private static CaseFact Fact(string id, string worker, CaseMarks marks) => new() { CaseId = id, Worker = worker, Marks = marks };

    // On time but reworked, or late but not: the parts change, and the score does not.
    [Fact]
    public void Run_PartsThatMakeUpForEachOther_AreAChangeAllTheSame()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("on-time-closure-rate", 0.5m), Schemes.Leaf("rework-rate", 0.5m, IndicatorDirection.Down)), out _)!;
        Indicator[] both = [Indicators[0], IndicatorCatalogue.Standard.Find("rework-rate")!];
        var change = Assert.Single(Recomputation.Run(scheme, ["x"], [Fact("1", "x", OnTime | CaseMarks.Reworked), Fact("2", "x", OnTime)], static fact => fact.Worker, both, [new CaseCorrection("1", Fact("1", "x", Late))]).Changes);

        Assert.Equal((75m, 75m), (change.ScoreBefore, change.ScoreAfter));
        Assert.Equal([new("on-time-closure-rate", 50, 25, ["1"]), new("rework-rate", 25, 50, ["1"])], change.Contributions);
    }

    [Fact]
    public void Run_AScoreThatIsLost_LeavesNoParts()
    {
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("closure-rate", 1)) with { Vetoes = [new VetoDefinition { Code = "veto", Indicator = "rework-rate", Score = 59 }] }, out _)!;
        Indicator[] both = [IndicatorCatalogue.Standard.Find("closure-rate")!, IndicatorCatalogue.Standard.Find("rework-rate")!];
        CaseFact[] facts = [Fact("1", "x", OnTime | CaseMarks.Reworked)];
        var (lost, found) = (Recomputation.Run(scheme, ["x"], facts, static fact => fact.Worker, both, [new CaseCorrection("1", null)]), Recomputation.Run(scheme, ["x"], [], static fact => fact.Worker, both, [new CaseCorrection("1", facts[0])]));

        Assert.Equal([new("closure-rate", 100, null, ["1"]), new("veto", -41, null, ["1"])], Assert.Single(lost.Changes).Contributions);
        Assert.Equal([new("closure-rate", null, 100, ["1"]), new("veto", null, -41, ["1"])], Assert.Single(found.Changes).Contributions);
    }
}
