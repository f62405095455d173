using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class ScorecardProperties
{
    [Property]
    public void Score_EveryValuePresent_IsExactlyTheNaiveEvaluators(int seed)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.NoScore);
        var table = random.Table(3, absent: 0);
        var cards = Compile(definition, random).Score(table);

        for (var unit = 0; unit < cards.Count; unit++)
        {
            Assert.Equal(NaiveEvaluator.Score(definition, Row(table, unit)), cards[unit].Score);
        }
    }

    [Property]
    public void Score_WithAbsentValues_AgreesWithTheNaiveEvaluator(int seed, bool fixedValue)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(fixedValue ? AbsenceKind.Fixed : AbsenceKind.Redistribute);
        var table = random.Table(3, absent: 0.4);
        var cards = Compile(definition, random).Score(table);

        for (var unit = 0; unit < cards.Count; unit++)
        {
            var naive = NaiveEvaluator.Score(definition, Row(table, unit));
            Assert.Equal(naive is null, cards[unit].Score is null);
            Assert.True(naive is null || Math.Abs(naive.Value - cards[unit].Score!.Value) < 1e-12m * (definition.Scale ?? 100));
        }
    }

    [Property]
    public void Score_OfAnyMeans_AgreesWithTheNaiveEvaluator(int seed, bool absent)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.Redistribute, means: true);
        var table = random.Table(3, absent ? 0.3 : 0);
        var cards = Compile(definition, random).Score(table);

        for (var unit = 0; unit < cards.Count; unit++)
        {
            var naive = NaiveEvaluator.ScoreOfMeans(definition, Row(table, unit));
            Assert.Equal(naive is null, cards[unit].Score is null);
            Assert.True(naive is null || Math.Abs(naive.Value - (double)cards[unit].Score!.Value) < 1e-12 * (double)(definition.Scale ?? 100));
        }
    }

    [Property]
    public void Points_OfEveryNode_AreExactlyTheSumOfItsChildrens(int seed, bool absent, bool means)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.Redistribute, means);
        foreach (var card in Compile(definition, random).Score(random.Table(4, absent ? 0.3 : 0)))
        {
            Assert.Equal(card.Score, card.Root.Points);
            foreach (var node in card.Root.SelfAndDescendants().Where(static node => !node.Node.IsLeaf))
            {
                Assert.Equal(node.Points, card.Score is null ? null : node.Children.Sum(static child => child.Points));
            }

            Assert.Equal(card.Score ?? 0, card.Contributions.Sum(static leaf => leaf.Points));
        }
    }

    [Property]
    public void Score_ABetterIndicator_NeverLowersIt(int seed, ushort by, bool means)
    {
        var random = new RandomSchemes(seed);
        var definition = random.Scheme(AbsenceKind.Redistribute, means);
        var scheme = Compile(definition, random);
        var table = random.Table(1, absent: 0.2);
        var before = scheme.Score(table)[0].Score;
        foreach (var leaf in scheme.Leaves.Where(static leaf => leaf.Direction is not null))
        {
            var column = table.Find(leaf.Code)!;
            if (column.Values[0].Number is { } number)
            {
                var better = new IndicatorColumn(leaf.Code, [IndicatorValue.Of(leaf.Direction == IndicatorDirection.Up ? number + (by / 100m) : number - (by / 100m))]);
                var after = scheme.Score(IndicatorTable.Create(table.Units, EquatableArray.From(table.Columns.Select(other => ReferenceEquals(other, column) ? better : other))))[0].Score;
                Assert.True(after >= before, $"{leaf.Code}: {before} → {after}");
            }
        }
    }

    [Property]
    public void Score_UnitsAndColumnsInAnyOrder_IsTheSame(int seed)
    {
        var random = new RandomSchemes(seed);
        var scheme = Compile(random.Scheme(AbsenceKind.Redistribute), random);
        var table = random.Table(5, absent: 0.2);
        int[] order = [.. Enumerable.Range(0, 5).OrderBy(_ => random.Next(1000))];
        var shuffled = IndicatorTable.Create(
            EquatableArray.From(order.Select(unit => table.Units[unit])),
            EquatableArray.From(table.Columns.OrderBy(_ => random.Next(1000)).Select(column => new IndicatorColumn(column.Code, EquatableArray.From(order.Select(unit => column.Values[unit]))))));

        var cards = scheme.Score(table);
        var others = scheme.Score(shuffled);

        Assert.All(table.Units, unit => Assert.Equal(cards.Find(unit)!.Score, others.Find(unit)!.Score));
        Assert.Equal(cards.Rank().Ranked, others.Rank().Ranked);
        Assert.Equal(cards.Rank().Unranked, others.Rank().Unranked);
    }

    [Property(MaxTest = 50)]
    public void Score_OneSchemeOnManyThreads_IsTheSame(int seed)
    {
        var random = new RandomSchemes(seed);
        var scheme = Compile(random.Scheme(AbsenceKind.Redistribute), random);
        var table = random.Table(7, absent: 0.2);
        var alone = Tell(scheme.Score(table));

        var together = new string[8];
        Parallel.For(0, together.Length, i => together[i] = Tell(scheme.Score(table)));

        Assert.All(together, told => Assert.Equal(alone, told));

        static string Tell(Scorecards cards) =>
            string.Join('\n', cards.Select(static card => FormattableString.Invariant($"{card.Unit} {card.Score} {card.Grade?.Code} {string.Join(' ', card.Contributions.Select(static leaf => leaf.Points))}")));
    }

    [Property]
    public void Score_MoreWeightOnALeaf_MovesItTowardsThatLeaf(int seed)
    {
        var random = new RandomSchemes(seed);
        decimal high = 0.5m + (random.Next(50) / 100m), low = random.Next(50) / 100m, shift = (1 + random.Next(40)) / 100m;
        var table = Schemes.Table(["a", "b"], ("strong-in-a", [high, low]), ("strong-in-b", [low, high]));
        var before = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m))).Score(table);
        var after = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.5m + shift), Schemes.Leaf("b", 0.5m - shift))).Score(table);

        Assert.Equal(100 * shift * (high - low), after.ScoreOf(0) - before.ScoreOf(0));
        Assert.Equal(-100 * shift * (high - low), after.ScoreOf(1) - before.ScoreOf(1));
        Assert.True(before.Rank().Ranked.All(static entry => entry.IsTied));
        Assert.Equal("strong-in-a", after.Rank().Ranked[0].Unit);
    }

    private static AssessmentScheme Compile(AssessmentSchemeDefinition definition, RandomSchemes random)
    {
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out var report);
        Assert.Empty(report);
        return scheme!;
    }

    private static Dictionary<string, decimal?> Row(IndicatorTable table, int unit) =>
        table.Columns.ToDictionary(static column => column.Code, column => column.Values[unit].Number, StringComparer.Ordinal);
}
