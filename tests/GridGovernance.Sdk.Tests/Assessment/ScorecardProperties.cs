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

    // Whatever the others have: a line, a place, a z-score of one's own value never falls as it gets better.
    [Property]
    public void Score_ABetterIndicatorAmongOthers_NeverLowersIt(int seed, ushort by)
    {
        var random = new Random(seed);
        var how = Relative(random, out var direction);
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = how }));
        decimal[] others = [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => random.Next(-20, 100) / new[] { 7m, 10m, 100m }[random.Next(3)])];
        var own = random.Next(-20, 100) / 10m;
        var better = direction == IndicatorDirection.Up ? own + (by / 1000m) : own - (by / 1000m);

        Assert.True(Score(better) >= Score(own), $"{how.Kind} {direction}: {own} gives {Score(own)}, {better} gives {Score(better)}");

        decimal Score(decimal value) => scheme.Score(Schemes.Table(["a"], [("own", [value]), .. others.Select(static (other, i) => ($"{i}", new decimal?[] { other }))])).ScoreOf(0)!.Value;
    }

    // Within one table the better value has no lower score, outliers clipped or not; a fixed line with outliers clipped is monotone in one's own value as well.
    [Property]
    public void Score_BetterValuesOfOneTable_AreNoWorse(int seed, ushort by)
    {
        var random = new Random(seed);
        var isFixed = random.Next(2) == 0;
        var direction = IndicatorDirection.Up;
        var how = isFixed ? new NormalisationDefinition { Kind = "min-max", Minimum = -1, Maximum = 9 } : Relative(random, out direction);
        var outliers = new OutlierDefinition { Kind = random.Next(3) == 0 ? OutlierKind.Keep : OutlierKind.Clip, Fence = random.Next(4) / 2m };
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1, direction) with { Normalise = how }) with { Outliers = outliers });
        decimal[] values = [.. Enumerable.Range(0, 2 + random.Next(9)).Select(_ => random.Next(-20, 100) / new[] { 7m, 10m, 100m }[random.Next(3)])];
        var cards = Of(values);
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(unit => direction == IndicatorDirection.Up ? values[unit] : -values[unit])];

        Assert.All(order.Zip(order.Skip(1)), pair => Assert.True(cards.ScoreOf(pair.First) <= cards.ScoreOf(pair.Second)));
        if (isFixed)
        {
            Assert.True(Of([values[0] + (by / 1000m), .. values[1..]]).ScoreOf(0) >= cards.ScoreOf(0));
        }

        Scorecards Of(decimal[] all) => scheme.Score(Schemes.Table(["a"], [.. all.Select(static (value, i) => ($"{i}", new decimal?[] { value }))]));
    }

    [Property(MaxTest = 200)]
    public void Score_AnySchemeInAnyOrder_IsTheSame(int seed)
    {
        var random = new AnySchemes(seed);
        var definition = random.WithCapsAndBands(random.Scheme());
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(random.Indicators)), out _)!;
        var table = random.Table(7);
        int[] order = [.. Enumerable.Range(0, 7).OrderBy(_ => random.Next(1000))];
        var (cards, others) = (scheme.Score(table), scheme.Score(IndicatorTable.Create(
            EquatableArray.From(order.Select(unit => table.Units[unit])),
            EquatableArray.From(table.Columns.OrderBy(_ => random.Next(1000)).Select(column => new IndicatorColumn(column.Code, EquatableArray.From(order.Select(unit => column.Values[unit]))))))));

        Assert.All(table.Units, unit =>
        {
            var (card, other) = (cards.Find(unit)!, others.Find(unit)!);
            Assert.Equal((card.Score, card.Grade?.Code), (other.Score, other.Grade?.Code));
            Assert.Equal(card.Contributions.Select(static leaf => leaf.Points), other.Contributions.Select(static leaf => leaf.Points));
            Assert.Equal(card.Streams.Select(static stream => (stream.Score, stream.Grade?.Code)), other.Streams.Select(static stream => (stream.Score, stream.Grade?.Code)));
        });
        if (scheme.HasTotal)
        {
            Assert.Equal(cards.Rank().Ranked, others.Rank().Ranked);
            Assert.Equal(cards.Rank().NotRankable, others.Rank().NotRankable);
        }

        Assert.All(scheme.Streams, stream => Assert.Equal(cards.Rank(stream).Ranked, others.Rank(stream).Ranked));
    }

    private static NormalisationDefinition Relative(Random random, out IndicatorDirection direction)
    {
        direction = (IndicatorDirection)random.Next(2);
        return random.Next(5) switch
        {
            0 => new() { Kind = "fraction-of-maximum" },
            1 => new() { Kind = "min-max" },
            2 => new() { Kind = "rank" },
            3 => new() { Kind = "percentile-rank" },
            _ => new() { Kind = "z-score", Spread = 1 + random.Next(3) },
        };
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
