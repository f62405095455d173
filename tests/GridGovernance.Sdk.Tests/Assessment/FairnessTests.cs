using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class FairnessTests
{
    [Fact]
    public void Estimate_UnitsThatDifferByChance_AreDrawnTogether()
    {
        var same = RateShrinkage.Estimate([new(9, 10), new(90, 100), new(900, 1000), default])!;

        Assert.Equal((new Rate(999, 1110), RateShrinkage.MaximumPriorCases), (same.Overall, same.PriorCases));
        Assert.Equal(0.9m, Math.Round(same.Apply(new Rate(0, 1))!.Value, 5));
        Assert.Null(same.Apply(default));
        Assert.Null(RateShrinkage.Estimate([default]));
        Assert.Throws<ArgumentException>(() => RateShrinkage.Estimate([new(2, 1)]));
        Assert.Equal(RateShrinkage.MaximumPriorCases, RateShrinkage.Estimate([new(1, 1), new(0, 1)])!.PriorCases);
    }

    [Fact]
    public void Estimate_UnitsThatDiffer_KeepTheirRates()
    {
        // MSB = 2·100·0.4² = 32, MSW = (100·0.09·2)/198 = 1/11, n0 = 100: ρ = (32 − 1/11)/(32 + 9) = 0.7783, a prior of 0.2849 cases.
        var apart = RateShrinkage.Estimate([new(90, 100), new(10, 100)])!;

        Assert.Equal(0.2849m, Math.Round(apart.PriorCases, 4));
        Assert.Equal(0.8989m, Math.Round(apart.Apply(new Rate(90, 100))!.Value, 4));
    }

    [Fact]
    public void Treat_Policies_ChangeRatesAndLeaveNumbers()
    {
        var table = IndicatorTable.Create(
            ["one", "many", "none"],
            [
                new("on-time-closure-rate", [IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(new Rate(90, 100)), IndicatorValue.Of(default(Rate))], static unit => new CaseTrace([$"case-{unit}"], [])),
                new("rework-rate", [IndicatorValue.Of(new Rate(0, 1)), IndicatorValue.Of(new Rate(5, 100)), IndicatorValue.Undefined]),
                new("number", [IndicatorValue.Of(3), IndicatorValue.Missing, IndicatorValue.Of(new Rate(8400, 7709))]),
            ]);

        Assert.Equal(["0.2065", "0.8256", "0/0"], Values(new() { Kind = SmallCountKind.Cautious }, 0));
        Assert.Equal(["0.7935", "0.1118", "Undefined"], Values(new() { Kind = SmallCountKind.Cautious }, 1));
        Assert.Equal(["3", "Missing", "8400/7709"], Values(new() { Kind = SmallCountKind.Cautious }, 2));
        Assert.Equal(["0.901", "0.901", "0/0"], Values(new() { Kind = SmallCountKind.Shrink }, 0));
        Assert.Equal(["Missing", "90/100", "0/0"], Values(new() { MinimumCases = 2 }, 0));
        Assert.Equal(["1/1", "90/100", "0/0"], Values(new(), 0));
        Assert.Equal("case-1", SmallCounts.Treat(table, new() { Kind = SmallCountKind.Shrink }, IndicatorCatalogue.Standard).Columns[0].Trace(1).Counted[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Values(new() { MinimumCases = -1 }, 0));

        string[] Values(SmallCountPolicy policy, int column) => [.. SmallCounts.Treat(table, policy, IndicatorCatalogue.Standard).Columns[column].Values
            .Select(static value => value.Rate is null && value.Number is { } number ? number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : value.ToString())];
    }

    [Theory]
    [InlineData(SmallCountKind.Cautious)]
    [InlineData(SmallCountKind.Shrink)]
    [InlineData(SmallCountKind.Keep)]
    public void Rank_AGridWithOneCase_NeverTopsTheList(SmallCountKind kind)
    {
        var usual = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("on-time-closure-rate", 1)), out _)!;
        var scheme = AssessmentScheme.Compile(usual.Definition with { MinimumCases = new MinimumCasesDefinition { Cases = 1 } }, out _)!;
        var topped = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            // Forty grids of one skill, of which ten have a single case that was closed on time.
            var random = new Random(seed);
            Rate[] rates = [.. Enumerable.Range(0, 40).Select(grid => grid % 4 == 0 ? new Rate(1, 1) : Draw(random, 20 + random.Next(100), 0.85))];
            var table = IndicatorTable.Create(
                EquatableArray.From(Enumerable.Range(0, 40).Select(static grid => $"{(grid % 4 == 0 ? "a" : "b")}{grid}")),
                [new IndicatorColumn("on-time-closure-rate", EquatableArray.From(rates.Select(IndicatorValue.Of)))]);
            topped += scheme.Score(table).Rank().Ranked[0].Unit[0] == 'a' ? 1 : 0;
            Assert.Equal(('b', 10), (usual.Score(table).Rank().Ranked[0].Unit[0], usual.Score(table).Rank().NotRankable.Count));
            var treated = scheme.Score(SmallCounts.Treat(table, new SmallCountPolicy { Kind = kind }, IndicatorCatalogue.Standard));
            var ranking = kind == SmallCountKind.Keep ? treated.Rank("on-time-closure-rate", 2) : treated.Rank();

            Assert.Equal('b', ranking.Ranked[0].Unit[0]);
            Assert.Equal(kind == SmallCountKind.Keep ? 10 : 0, ranking.NotRankable.Count);
        }

        // Where a scheme ranks whoever has a case, luck tops nearly every list.
        Assert.True(topped > 150);
    }

    [Fact]
    public void Treat_AFewUnlikeUnits_DoesNotPutOneCaseOnTop()
    {
        var shrinkage = RateShrinkage.Estimate([new(85, 100), new(10, 100), new(1, 1)])!;
        Assert.True(shrinkage.Apply(new Rate(85, 100)) >= shrinkage.Apply(new Rate(1, 1)));
        var low = RateShrinkage.Estimate([new(15, 100), new(90, 100), new(0, 1)])!;
        Assert.True(low.Apply(new Rate(15, 100)) <= low.Apply(new Rate(0, 1)));
    }

    [Fact]
    public void Rank_AMinimumInTheScheme_LeavesFewCasesUnranked()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with { MinimumCases = new MinimumCasesDefinition { Cases = 20 } };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a"], ("one", [new(1, 1)]), ("big", [new(399, 400)])));

        Assert.Equal(["one"], cards.Rank().NotRankable);
        Assert.Equal(["big"], cards.Rank().Ranked.Select(static entry => entry.Unit));
        Assert.Equal((null, 1), (cards.RankWithin([0, 0], 1).RankOf(0), cards.RankWithin([0, 0], 1).RankOf(1)));
        Assert.Equal((1L, 400L), (cards.CasesOf(0), cards.CasesOf(1)));
        var few = Schemes.Compile(definition).Score(Schemes.Rates(["a"], ("few", [new(5, 5)]), ("big", [new(399, 400)])));
        Assert.Equal((null, 1), (few.RankWithin([0, 0], 1).RankOf(0), few.RankWithin([0, 0], 1).RankOf(1)));
        Assert.Equal("assessment.minimum-cases-range", Assert.Single(Schemes.Faults(definition with { MinimumCases = new MinimumCasesDefinition { Cases = 0 } })).Code);
        Assert.Equal("assessment.minimum-cases-indicator", Assert.Single(Schemes.Faults(definition with { MinimumCases = new MinimumCasesDefinition { Cases = 1, Indicator = "b" } })).Code);
    }

    [Fact]
    public void Rank_WithoutTheColumn_Throws()
    {
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1))).Score(Schemes.Table(["a"], ("x", [1])));

        Assert.Throws<ArgumentException>(() => cards.Rank("b", 1));
        Assert.Equal(["x"], cards.Rank("a", 1).NotRankable);
        Assert.Empty(cards.Rank("a", 1).Ranked);
    }

    [Fact]
    public void Adjust_ByHand_ComesOut()
    {
        // Easy: 100/110, hard: 55/100; overall 155/210. x had 90 of 100 easy ones, y 10/10 easy and 55/100 hard.
        var rates = DifficultyAdjustment.Adjust(["y", "x", "z"], [("x", "easy", new(90, 100)), ("y", "easy", new(10, 10)), ("y", "hard", new(55, 100)), ("z", "hard", default)]);

        Assert.Equal(["y", "x", "z"], rates.Select(static rate => rate.Unit));
        Assert.Equal((new Rate(65, 110), Math.Round(((10 * 100m / 110) + 55) / 110, 15)), (rates[0].Observed, rates[0].Expected!.Value));
        Assert.Equal(Math.Round((155m / 210) + 0.9m - (100m / 110), 15), rates[1].Adjusted);
        Assert.Null(rates[2].Adjusted);
        Assert.Equal(IndicatorValueState.Undefined, DifficultyAdjustment.ToColumn("a", rates).Values[2].State);
    }

    [Fact]
    public void Adjust_CaseFacts_CountsByStratum()
    {
        CaseFact[] facts =
        [
            Fact("1", "x", "town", CaseMarks.ClosureDue | CaseMarks.ClosedOnTime), Fact("2", "x", "village", CaseMarks.ClosureDue),
            Fact("3", "y", "village", CaseMarks.ClosureDue | CaseMarks.ClosedOnTime), Fact("4", "elsewhere", "village", CaseMarks.ClosureDue), Fact("5", "y", "town", CaseMarks.Reported),
        ];
        var rates = DifficultyAdjustment.Adjust(IndicatorCatalogue.Standard.Find("on-time-closure-rate")!, ["x", "y"], facts, static fact => fact.Worker, static fact => fact.Unit!);

        Assert.Equal([new(1, 2), new(1, 1)], rates.Select(static rate => rate.Observed));
        Assert.Equal([0.75m, 0.5m], rates.Select(static rate => rate.Expected!.Value));
        Assert.Throws<ArgumentException>(() => DifficultyAdjustment.Adjust(Indicator.Declared("a"), [], facts, static fact => fact.Worker, static fact => fact.Unit!));
        Assert.Throws<ArgumentException>(() => DifficultyAdjustment.Adjust(IndicatorCatalogue.Standard.Find("on-time-closure-rate")!, ["x", "x"], facts, static fact => fact.Worker, static fact => fact.Unit!));

        static CaseFact Fact(string id, string worker, string unit, CaseMarks marks) => new() { CaseId = id, Worker = worker, Unit = unit, Marks = marks };
    }

    [Fact]
    public void Adjust_ACountyOfEqualSkill_IsFreeOfTheBiasOfDifficulty()
    {
        // Every worker closes an easy case in time with 0.92 and a hard one with 0.68; villages have mostly hard ones, towns mostly easy ones.
        var scheme = AssessmentScheme.Compile(Schemes.Of(Schemes.Leaf("on-time-closure-rate", 1) with { Normalise = new() { Kind = "target", Target = 1, Baseline = 0.4m } }), out _)!;
        decimal raw = 0, bias = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            string[] units = [.. Enumerable.Range(0, 60).Select(static worker => $"{(worker < 30 ? "town" : "village")}-{worker}")];
            var cells = units.SelectMany(unit => new[] { ("easy", 0.92, unit[0] == 't' ? 60 : 15), ("hard", 0.68, unit[0] == 't' ? 15 : 60) }
                .Select(kind => (Unit: unit, Stratum: kind.Item1, Rate: Draw(random, kind.Item3 + random.Next(10), kind.Item2)))).ToArray();
            var adjusted = DifficultyAdjustment.Adjust(EquatableArray.Create<string>(units), EquatableArray.Create<(string, string, Rate)>(cells));
            raw += Gap(new IndicatorColumn("on-time-closure-rate", EquatableArray.From(adjusted.Select(static rate => IndicatorValue.Of(rate.Observed)))));
            bias += Gap(DifficultyAdjustment.ToColumn("on-time-closure-rate", adjusted));

            decimal Gap(IndicatorColumn column)
            {
                var cards = scheme.Score(IndicatorTable.Create(EquatableArray.Create<string>(units), [column]));
                return Enumerable.Range(0, 30).Average(unit => cards.ScoreOf(unit)!.Value) - Enumerable.Range(30, 30).Average(unit => cards.ScoreOf(unit)!.Value);
            }
        }

        Assert.InRange(Math.Abs(bias / 200), 0, 1);
        Assert.True(raw / 200 > 15, $"Without adjustment the gap must show, but is {raw / 200}.");
    }

    [Property]
    public void Adjust_AnyCells_LeavesTheOverallRate(byte[] cells)
    {
        var rates = cells.Select(static (cell, i) => (Unit: $"{i % 3}", Stratum: $"{cell % 4}", Rate: new Rate(cell % 7, (cell % 7) + (cell % 5)))).ToArray();
        var adjusted = DifficultyAdjustment.Adjust(["0", "1", "2"], EquatableArray.Create<(string, string, Rate)>(rates));
        var overall = rates.Aggregate(default(Rate), static (sum, cell) => sum + cell.Rate);
        if (overall.IsDefined)
        {
            Assert.Equal(
                overall.Value!.Value,
                adjusted.Where(static rate => rate.Adjusted is not null).Sum(rate => rate.Adjusted!.Value * rate.Observed.Denominator) / overall.Denominator,
                10);
        }
    }

    private static Rate Draw(Random random, int cases, double skill) => new(Enumerable.Range(0, cases).Count(_ => random.NextDouble() < skill), cases);

    // 2 of 3 is exactly what one good case more than half of the others gives: nothing stands out, and nothing is divided by 0.
    [Fact]
    public void Estimate_AUnitThatStandsOutByOneCase_IsNotDividedByNothing()
    {
        var shrinkage = RateShrinkage.Estimate([new(2, 3), new(1, 1), new(0, 2)])!;

        Assert.Equal((new Rate(3, 6), RateShrinkage.MaximumPriorCases), (shrinkage.Overall, shrinkage.PriorCases));
        Assert.Equal(0.5m, shrinkage.Apply(new Rate(1, 1)));
    }

    [Fact]
    public void CasesOf_SeveralRates_AreThoseOfTheFewest()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.4m), Schemes.Leaf("b", 0.3m), Schemes.Leaf("c", 0.3m)) with { MinimumCases = new MinimumCasesDefinition { Cases = 3 } };
        var table = Schemes.Rates(["a", "b", "c"], ("x", [new(1, 5), new(1, 3), new(1, 9)]), ("y", [new(1, 2), default, new(1, 9)]), ("z", [default, default, default]));
        var cards = Schemes.Compile(definition).Score(table);

        Assert.Equal([3L, 2L, 0L], Enumerable.Range(0, 3).Select(unit => cards.CasesOf(unit)!.Value));
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(cards.IsRankable));
        Assert.Equal(5L, Schemes.Compile(definition with { MinimumCases = new MinimumCasesDefinition { Cases = 1, Indicator = "a" } }).Score(table).CasesOf(0));
        Assert.Null(Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [1, 1, 1]))).CasesOf(0));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(Schemes.Compile(definition with { MinimumCases = null }).Score(table).IsRankable));
    }

    [Fact]
    public void Treat_AsManyCasesAsTheMinimum_AreEnough()
    {
        var table = Schemes.Rates(["a"], ("x", [new(1, 2)]), ("y", [new(1, 1)]));

        Assert.Equal([new Rate(1, 2), null], SmallCounts.Treat(table, new() { MinimumCases = 2 }, IndicatorCatalogue.Standard).Columns[0].Values.Select(static value => value.Rate));
        Assert.Equal([new Rate(1, 2), new Rate(1, 1)], SmallCounts.Treat(table, new(), IndicatorCatalogue.Standard).Columns[0].Values.Select(static value => value.Rate));
    }

    [Fact]
    public void Rank_AdjustedShrunkAndNestedRates_KeepTheirCases()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with { MinimumCases = new MinimumCasesDefinition { Cases = 5 } };
        var table = Schemes.Rates(["a"], ("one", [new(1, 1)]), ("big", [new(399, 400)]));
        var plain = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)));
        IndicatorColumn[] columns =
        [
            DifficultyAdjustment.ToColumn("a", DifficultyAdjustment.Adjust(["one", "big"], [("one", "easy", new(1, 1)), ("big", "hard", new(399, 400))])),
            SmallCounts.Treat(table, new() { Kind = SmallCountKind.Shrink }, IndicatorCatalogue.Standard).Columns[0],
            SmallCounts.Treat(table, new() { Kind = SmallCountKind.Cautious }, IndicatorCatalogue.Standard).Columns[0],
            plain.Score(table).ToColumn("a"),
            plain.Score(IndicatorTable.Create(table.Units, [plain.Score(table).ToColumn("a")])).ToColumn("a"),
        ];

        Assert.All(columns, column =>
        {
            Assert.Equal([1L, 400L], column.Values.Select(static value => value.Cases!.Value));
            foreach (var scheme in (AssessmentSchemeDefinition[])[definition, definition with { MinimumCases = null }])
            {
                var cards = Schemes.Compile(scheme).Score(IndicatorTable.Create(table.Units, [column]));
                Assert.Equal((false, true), (cards.IsRankable(0), cards.IsRankable(1)));
                Assert.Equal(["big"], cards.Rank().Ranked.Select(static entry => entry.Unit));
                Assert.Equal((null, 1), (cards.RankWithin([0, 0], 1).RankOf(0), cards.RankWithin([0, 0], 1).RankOf(1)));
            }
        });
        Assert.Equal(IndicatorValueState.Missing, SmallCounts.Treat(IndicatorTable.Create(table.Units, [columns[3]]), new() { MinimumCases = 5 }, IndicatorCatalogue.Standard).Columns[0].Values[0].State);
    }

    [Fact]
    public void IsRankable_ByDefault_AsksForMoreThanASingleCase()
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)) with { Undefined = new() { Kind = AbsenceKind.Redistribute } });
        var cards = scheme.Score(IndicatorTable.Create(
            ["one", "none", "two", "mixed", "plain"],
            [
                new("a", [IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(new Rate(1, 2)), IndicatorValue.Of(new Rate(1, 1)), IndicatorValue.Of(1m)]),
                new("b", [IndicatorValue.Of(new Rate(0, 1)), IndicatorValue.Of(default(Rate)), IndicatorValue.Of(new Rate(0, 1)), IndicatorValue.Of(0.5m), IndicatorValue.Of(1m)]),
            ]));

        Assert.Equal([false, false, true, true, true], Enumerable.Range(0, 5).Select(cards.IsRankable));
        Assert.Equal(["none", "one"], cards.Rank().NotRankable);
        Assert.Equal([null, null, 3, 2, 1], Enumerable.Range(0, 5).Select(cards.RankWithin([0, 0, 0, 0, 0], 1).RankOf));
        var asked = Schemes.Compile(scheme.Definition with { MinimumCases = new() { Cases = 1 } }).Score(cards.Table);
        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(asked.IsRankable));
        Assert.True(Schemes.Compile(scheme.Definition with { MinimumCases = new() { Cases = 1, RankUncounted = true } }).Score(cards.Table).IsRankable(4));
    }

    [Fact]
    public void Robustness_UnitsThatAreNotRanked_TakeNoPart()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)) with { MinimumCases = new() { Cases = 20 } };
        var cards = Schemes.Compile(definition).Score(Schemes.Rates(["a", "b"], ("one", [new(1, 1), new(1, 1)]), ("big", [new(399, 400), new(390, 400)]), ("mid", [new(300, 400), new(320, 400)])));
        var (robustness, sensitivity) = (RankingRobustness.Create(cards), RankingSensitivity.Run(cards, 0.2m, 16, 1));

        Assert.Equal([new("big", 1, 1, 1), new("mid", 2, 2, 2)], robustness.RankIntervals(0.2m));
        Assert.Null(robustness.SmallestLeaderChange());
        Assert.Equal([new("big", 1, 1, 1), new("mid", 2, 2, 2)], sensitivity.Intervals);
        Assert.Equal(("big", 1.0), (sensitivity.Leader, sensitivity.LeaderShare));
    }

    // By a program in fractions: the prior's cases, and what one good case becomes by them.
    [Theory]
    [InlineData("85/100 10/100 1/1", "0.408536585366", "0.848484848485")]
    [InlineData("15/100 90/100 0/1", "0.408536585366", "0.861471861472")]
    [InlineData("8/10 3/10 6/9 1/1", "5.361643835616", "0.662876830319")]
    [InlineData("9/10 2/10 30/40 1/1 0/1", "1000000", "0.677419354839")]
    [InlineData("70/100 40/80 5/50", "2.554533595337", "0.640665430946")]
    [InlineData("7/8 1/9 2/2 3/7", "1.140943490255", "0.733541895092")]
    [InlineData("10/10 1/1 2/10 5/10", "1.080239520958", "0.782234850595")]
    [InlineData("0/10 0/1 8/10 5/10", "1.080239520958", "0.698479023901")]
    public void Estimate_OfManyKindsOfUnits_ComesOut(string rates, string prior, string one)
    {
        var shrinkage = RateShrinkage.Estimate(rates.Split(' ').Select(static rate => rate.Split('/')).Select(static rate => new Rate(long.Parse(rate[0], null), long.Parse(rate[1], null))))!;

        Assert.Equal((decimal.Parse(prior, null), decimal.Parse(one, null)), (Math.Round(shrinkage.PriorCases, 12), Math.Round(shrinkage.Apply(new Rate(1, 1))!.Value, 12)));
    }

    [Fact]
    public void Estimate_OfOneUnitOrOneCaseEach_DrawsThemTogether()
    {
        Assert.Equal(RateShrinkage.MaximumPriorCases, RateShrinkage.Estimate([new(3, 10)])!.PriorCases);
        Assert.Equal(RateShrinkage.MaximumPriorCases, RateShrinkage.Estimate([new(1, 1), new(1, 1), new(0, 1)])!.PriorCases);
        Assert.Equal((0m, 0m), RateShrinkage.Estimate([new(0, 2), new(10, 10)]) is { } apart ? (apart.PriorCases, apart.Apply(new Rate(0, 2))) : default);
        Assert.Equal("rates", Assert.Throws<ArgumentException>(() => RateShrinkage.Estimate([new(-1, 1)])).ParamName);
    }
}
