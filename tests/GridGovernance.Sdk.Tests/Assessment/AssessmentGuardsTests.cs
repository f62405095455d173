using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>What is null where nothing may be is named at the door, and not met inside.</summary>
public sealed class AssessmentGuardsTests
{
    private static readonly AssessmentScheme Scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)));
    private static readonly IndicatorTable Table = Schemes.Table(["a"], ("x", [1]));
    private static readonly Scorecards Cards = Scheme.Score(Table);
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Standard;
    private static readonly Indicator Rate = Catalogue.Find("closure-rate")!;
    private static readonly AssessmentSchemeDefinition Two = Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m));
    private static readonly LocalizedText Title = new("t", "t");
    private static readonly CaseSelector Cases = CaseSelector.Standard[0];
    private static readonly Func<CaseFact, string?> Subject = static fact => fact.Worker;

    public static TheoryData<string, Action> Calls => new()
    {
        { "scheme", () => Recomputation.Run(null!, ["x"], [], Subject, [], []) },
        { "facts", () => Recomputation.Run(Scheme, ["x"], null!, Subject, [], []) },
        { "indicators", () => Recomputation.Run(Scheme, ["x"], [], Subject, null!, []) },
        { "before", () => Recomputation.Between(null!, Cards, []) },
        { "after", () => Recomputation.Between(Cards, null!, []) },
        { "cases", () => Recomputation.Between(Cards, Cards, null!) },
        { "cards", () => RankingSensitivity.Run(null!, 0.2m, 10, 1) },
        { "function", () => VarianceDecomposition.Estimate(null!, 1, 2, 1) },
        { "scorecards", () => RankingRobustness.Create(null!) },
        { "indicator", () => DifficultyAdjustment.Adjust(null!, [], [], Subject, static _ => "") },
        { "facts", () => DifficultyAdjustment.Adjust(Rate, [], null!, Subject, static _ => "") },
        { "subject", () => DifficultyAdjustment.Adjust(Rate, [], [], null!, static _ => "") },
        { "stratum", () => DifficultyAdjustment.Adjust(Rate, [], [], Subject, null!) },
        { "rates", () => RateShrinkage.Estimate(null!) },
        { "table", () => SmallCounts.Treat(null!, new SmallCountPolicy(), Catalogue) },
        { "policy", () => SmallCounts.Treat(Table, null!, Catalogue) },
        { "catalogue", () => SmallCounts.Treat(Table, new SmallCountPolicy(), null!) },
        { "code", () => Cards.ToColumn(null!) },
        { "unit", () => Cards.Find(null!) },
        { "basis", () => Cards.Rank(null!, 1) },
        { "cards", () => EntropyWeights.Of(null!, "test") },
        { "parent", () => EntropyWeights.Of(Cards, null!) },
        { "scheme", () => SchemeWeights.WithWeights(null!, "test", [1]) },
        { "parent", () => Scheme.Definition.WithWeights(null!, [1]) },
        { "scheme", () => SchemeWeights.WithWeight(null!, "a", 0.5m) },
        { "component", () => Scheme.Definition.WithWeight(null!, 0.5m) },
        { "definition", () => AssessmentScheme.Compile(null!, out _) },
        { "definition", () => AssessmentScheme.Compile(null!, Catalogue, out _) },
        { "catalogue", () => AssessmentScheme.Compile(Scheme.Definition, null!, out _) },
        { "table", () => Scheme.Score(null!) },
        { "code", () => Scheme.Find(null!) },
        { "isRankable", () => Ranking.Create([], TieRule.Dense, null!) },
        { "scores", () => Ranking.Create(null!, TieRule.Dense) },
        { "unit", () => Cards.Rank().Find(null!) },
        { "code", () => _ = new IndicatorColumn(" ", []) },
        { "traces", () => CaseTrace.Union(null!) },
        { "facts", () => IndicatorTable.FromCases([], null!, Subject, []) },
        { "subject", () => IndicatorTable.FromCases([], [], null!, []) },
        { "indicators", () => IndicatorTable.FromCases([], [], Subject, null!) },
        { "column", () => Table.WithColumn(null!) },
        { "code", () => Table.Find(null!) },
        { "unit", () => Table.PositionOf(null!) },
        { "code", () => Indicator.OfRate(" ", Title, IndicatorDirection.Up, Cases, Cases) },
        { "title", () => Indicator.OfRate("x", null!, IndicatorDirection.Up, Cases, Cases) },
        { "numerator", () => Indicator.OfRate("x", Title, IndicatorDirection.Up, null!, Cases) },
        { "denominator", () => Indicator.OfRate("x", Title, IndicatorDirection.Up, Cases, null!) },
        { "code", () => Indicator.OfFunction("", Title, null, static (_, _) => IndicatorValue.Missing) },
        { "title", () => Indicator.OfFunction("x", null!, null, static (_, _) => IndicatorValue.Missing) },
        { "function", () => Indicator.OfFunction("x", Title, null, null!) },
        { "code", () => Indicator.Declared(" ") },
        { "unit", () => Rate.Evaluate(null!, []) },
        { "facts", () => Rate.Evaluate("x", null!) },
        { "facts", () => Rate.Trace(null!) },
        { "code", () => Catalogue.Find(null!) },
        { "actor", () => GamingAnalysis.Run(Scheme, ["x"], [], Subject, [], null!, 1) },
        { "scheme", () => GamingAnalysis.Run(null!, ["x"], [], Subject, [], "x", 1) },
        { "facts", () => GamingAnalysis.Run(Scheme, ["x"], null!, Subject, [], "x", 1) },
        { "subject", () => GamingAnalysis.Run(Scheme, ["x"], [], null!, [], "x", 1) },
        { "indicators", () => GamingAnalysis.Run(Scheme, ["x"], [], Subject, null!, "x", 1) },
        { "staff", () => StaffIndicators.Columns([], null!) },
        { "columns", () => IndicatorTable.Create(["x"], [new("a", [default]), new("a", [default])]) },
        { "units", () => IndicatorTable.Create(["x", "x"], []) },
        { "units", () => IndicatorTable.FromCases(["x", "x"], [], Subject, []) },
        { "columns", () => IndicatorTable.Create(["x"], [new("a", [])]) },
        { "table", () => Scheme.Score(Schemes.Table(["b"], ("x", [1]))) },
        { "scores", () => Ranking.Create([KeyValuePair.Create("x", (decimal?)1), KeyValuePair.Create("x", (decimal?)1)], TieRule.Dense) },
        { "index", () => _ = Cards[-1] },
        { "index", () => _ = Cards[1] },
        { "index", () => Cards.ScoreOf(-1) },
        { "index", () => Cards.ScoreOf(1) },
        { "index", () => Cards.ScoreOf(1, AssessorStream.Public) },
        { "index", () => Cards.CasesOf(1) },
        { "index", () => Cards.CasesOf(-1) },
        { "index", () => Cards.IsRankable(1) },
        { "unit", () => GroupedRanking.Create([1], [0], 1).RankOf(-1) },
        { "group", () => GroupedRanking.Create([1], [0], 1).Members(-1) },
        { "groupCount", () => GroupedRanking.Create([], [], -1) },
        { "ties", () => GroupedRanking.Create([1], [0], 1, (TieRule)3) },
        { "ties", () => GroupedRanking.Create([1], [0], 1, (TieRule)(-1)) },
        { "groups", () => GroupedRanking.Create([1], [1], 1) },
        { "groups", () => GroupedRanking.Create([1], [], 1) },
        { "decimals", () => Cards[0].Print(-1) },
        { "decimals", () => Cards[0].Print(11) },
        { "relativeChange", () => RankingRobustness.Create(Cards).RankIntervals(-0.1m) },
        { "relativeChange", () => RankingRobustness.Create(Cards).RankIntervals(1.1m) },
        { "relativeChange", () => RankingSensitivity.Run(Cards, 0, 10, 1) },
        { "relativeChange", () => RankingSensitivity.Run(Cards, 1.1m, 10, 1) },
        { "samples", () => RankingSensitivity.Run(Cards, 0.2m, 1, 1) },
        { "inputCount", () => VarianceDecomposition.Estimate(static _ => 0, 0, 2, 1) },
        { "samples", () => VarianceDecomposition.Estimate(static _ => 0, 1, 1, 1) },
        { "cases", () => GamingAnalysis.Run(Scheme, ["x"], [], Subject, [], "x", 0) },
        { "actor", () => GamingAnalysis.Run(Scheme, ["x"], [], Subject, [], "y", 1) },
        { "indicators", () => IndicatorCatalogue.Create([Rate, Rate]) },
        { "unit", () => Table.Columns[0].Trace(-1) },
        { "unit", () => Table.Columns[0].Trace(1) },
        { "units", () => IndicatorTable.Create(["x", null!], Table.Columns) },
        { "columns", () => IndicatorTable.Create(["x"], [null!]) },
        { "count", () => EqualWeights.Of(0) },
        { "count", () => EqualWeights.Of(1001) },
        { "weight", () => Two.WithWeight("a", 0) },
        { "weight", () => Two.WithWeight("a", 1) },
        { "component", () => Two.WithWeight("x", 0.5m) },
        { "component", () => Scheme.Definition.WithWeight("a", 0.5m) },
        { "component", () => Schemes.Of(Schemes.Leaf("a", 1), Schemes.Leaf("b", null)).WithWeight("a", 0.5m) },
        { "parent", () => Two.WithWeights("x", [1]) },
        { "weights", () => Two.WithWeights("test", [1]) },
        { "parent", () => EntropyWeights.Of(Cards, "a") },
        { "parent", () => EntropyWeights.Of(Cards, "x") },
        { "basis", () => Cards.Rank("x", 1) },
        { "stream", () => RankingRobustness.Create(Cards, AssessorStream.Superior) },
        { "stream", () => RankingSensitivity.Run(Cards, 0.2m, 10, 1, AssessorStream.Public) },
        { "scorecards", () => RankingRobustness.Create(null!, AssessorStream.Public) },
        { "cards", () => RankingSensitivity.Run(null!, 0.2m, 10, 1, AssessorStream.Public) },
        { "indicator", () => DifficultyAdjustment.Adjust(Indicator.Declared("a"), [], [], Subject, static _ => "") },
        { "units", () => DifficultyAdjustment.Adjust(Rate, ["x", "x"], [], Subject, static _ => "") },
        { "rates", () => RateShrinkage.Estimate([new(2, 1)]) },
        { "policy", () => SmallCounts.Treat(Table, new SmallCountPolicy { MinimumCases = -1 }, Catalogue) },
        { "corrections", () => Recomputation.Run(Scheme, ["x"], [], Subject, [Indicator.Declared("a")], [new("1", null)]) },
        { "corrections", () => Recomputation.Run(Scheme, ["x"], [], Subject, [Indicator.Declared("a")], [new("1", new() { CaseId = "2", Marks = CaseMarks.None })]) },
        { "after", () => Recomputation.Between(Cards, Scheme.Score(Schemes.Table(["a"], ("y", [1]))), []) },
        { "ties", () => Ranking.Create([KeyValuePair.Create("x", (decimal?)1)], (TieRule)3) },
        { "kind", () => CaseAxes.Period((PeriodKind)9) },
        { "facts", () => FieldworkIndicators.Columns([], null!) },
        { "plan", () => FieldworkFact.TurnsTaken(null!, default, default, []) },
        { "emergencies", () => FieldworkFact.EmergenciesTold(null!, default) },
        { "services", () => FieldworkFact.ServicesAnswered(null!, default) },
        { "colours", () => FieldworkFact.ObjectionsAnswered(null!) },
        { "compliance", () => FieldworkFact.DutiesKept(null!) },
        { "rules", () => CaseFactReader.Compile(null!, null!, out _) },
        { "model", () => CaseFactReader.Compile(CaseFactRules.Standard, null!, out _) },
        { "index", () => Cards.ScoreOf(-1, AssessorStream.Public) },
        { "index", () => Cards.IsRankable(1, AssessorStream.Public) },
        { "index", () => Cards.IsRankable(-1) },
        { "unit", () => GroupedRanking.Create([1], [0], 1).RankOf(1) },
        { "group", () => GroupedRanking.Create([1], [0], 1).Members(1) },
    };

    public static TheoryData<string, AssessmentSchemeDefinition> Nulls => new()
    {
        { "assessors", Scheme.Definition with { Assessors = [null!] } },
        { "bands", Scheme.Definition with { Bands = [null!] } },
        { "deductions", Scheme.Definition with { Deductions = [null!] } },
        { "bonuses", Scheme.Definition with { Bonuses = [null!] } },
        { "bonusCaps", Scheme.Definition with { BonusCaps = [null!] } },
        { "vetoes", Scheme.Definition with { Vetoes = [null!] } },
        { "children", Scheme.Definition with { Children = [null!] } },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void ANullInAListOfAScheme_IsAFinding(string list, AssessmentSchemeDefinition definition)
    {
        var finding = Assert.Single(Schemes.Faults(definition));
        Assert.Equal(("assessment.nothing-listed", "/" + list), (finding.Code, finding.Place.Path));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void ABadArgument_IsNamedAtTheDoor(string name, Action call) => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
