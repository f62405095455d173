using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class LineKernelTests
{
    [Property(MaxTest = 20_000)]
    public void Apply_AnyFractionOnAnyLine_IsTheShareInDecimals(int numerator, int denominator, short zero, short full, byte decimals)
    {
        var (from, to) = (new decimal(Math.Abs((int)zero), 0, 0, zero < 0, (byte)(decimals % 7)), new decimal(Math.Abs((int)full), 0, 0, full < 0, (byte)(decimals / 7 % 7)));
        if (from == to || LineKernel.Of(from, to) is not { } kernel)
        {
            return;
        }

        // FsCheck's integers are small: stretched, they also reach the limit.
        foreach (var (above, below) in new[] { (numerator, Math.Abs((long)denominator) + 1), ((long)numerator * 99_991, (Math.Abs((long)denominator) * 88_883) + 1), (denominator, 1L << (numerator & 15)), (denominator, 1_000L) })
        {
            if (Math.Abs(above) <= kernel.Limit && below <= kernel.Limit)
            {
                Assert.True(kernel.Takes((int)above, (int)below));
                Assert.Equal(new LinearNormalisation(from, to).Apply(new Rate(above, below).Value!.Value), kernel.Apply((int)above, (int)below) / (decimal)LineKernel.Full);
            }
        }
    }

    [Fact]
    public void Apply_Ties_GoToTheEvenDigit()
    {
        // 1/65536 = 0.0000152587890625; a line of 1000 lifts the tie to the sixteenth decimal.
        var kernel = LineKernel.Of(0, 1000)!;
        var line = new LinearNormalisation(0, 1000);
        for (var numerator = 1; numerator < 4000; numerator++)
        {
            Assert.Equal(line.Apply(numerator / 8192m), kernel.Apply(numerator, 8192) / (decimal)LineKernel.Full);
        }
    }

    [Property(MaxTest = 5_000)]
    public void Add_ManyValues_IsTheSameAsOneAfterTheOther((short Above, short Below)[] values, short zero, short full, byte decimals, ushort points)
    {
        if (LineKernel.Of(zero / 100m, full / 100m) is not { } kernel || zero == full)
        {
            return;
        }

        int[] numerators = [.. values.Select(value => value.Above * ((decimals & 1) + 1)), 1, 0, int.MaxValue, int.MinValue, 5];
        int[] denominators = [.. values.Select(static value => Math.Max((int)value.Below, -1)), 2, 3, 4, 5, int.MaxValue];
        var (fast, slow) = (new ulong[numerators.Length], new ulong[numerators.Length]);

        Assert.Equal(kernel.AddOne(numerators, denominators, points, slow), kernel.Add(numerators, denominators, points, fast));
        Assert.Equal(slow, fast);
    }

    [Fact]
    public void Of_EndsOfTooManyDigits_IsLeftToDecimals()
    {
        Assert.Null(LineKernel.Of(0, 0.1234567m));
        Assert.Null(LineKernel.Of(0, 1001));
        Assert.Null(LineKernel.Of(-1001, 0));
        Assert.NotNull(LineKernel.Of(0.10000000m, 0.123456m));
        Assert.False(LineKernel.Of(0, 1)!.Takes(1, 0));
        Assert.False(LineKernel.Of(0, 1)!.Takes(int.MaxValue, 1));
    }

    [Property]
    public void Score_ValuesOfEveryForm_IsTheSumInDecimals(int seed)
    {
        // Rates, short and long decimals, and counts beyond the kernel, in one column; a wide table crosses the blocks.
        var random = new Random(seed);
        var scheme = Schemes.Compile(Schemes.Of(
            Schemes.Leaf("a", 0.55m),
            Schemes.Leaf("b", 0.45m) with { Normalise = new() { Kind = "target", Target = 0.95m, Baseline = 0.5m } }));
        IndicatorValue Value() => random.Next(12) switch
        {
            0 => IndicatorValue.Of(random.Next(100) / 99m),
            1 => IndicatorValue.Of(random.Next(1000) / 1000m),
            2 => IndicatorValue.Of(new Rate(random.NextInt64(1L << 40), 1L << 40)),
            3 => IndicatorValue.Of((decimal)random.NextInt64(-5, 5)),
            4 when random.Next(20) == 0 => IndicatorValue.Missing,
            _ => IndicatorValue.Of(new Rate(random.Next(90), 89)),
        };
        var units = random.Next(20) == 0 ? 1100 : 40;
        var (a, b) = (Enumerable.Range(0, units).Select(_ => Value()).ToArray(), Enumerable.Range(0, units).Select(_ => Value()).ToArray());
        var cards = scheme.Score(IndicatorTable.Create(EquatableArray.From(Enumerable.Range(0, units).Select(static unit => $"{unit}")), [new("a", EquatableArray.Create<IndicatorValue>(a)), new("b", EquatableArray.Create<IndicatorValue>(b))]));
        for (var unit = 0; unit < units; unit++)
        {
            decimal? expected = a[unit].Number is { } one && b[unit].Number is { } two
                ? (55 * Math.Round(Math.Clamp(one, 0, 1), 15)) + (45 * Math.Round(Math.Clamp((two - 0.5m) / 0.45m, 0, 1), 15))
                : null;
            Assert.Equal(expected, cards.ScoreOf(unit));
            Assert.Equal(expected, cards[unit].Root.Points);
        }
    }

    // Counts and decimals beyond 32 bits, of either sign, stand in one column with short ones; the last block is not full.
    [Fact]
    public void Score_ValuesBeyondTheKernel_AreWorkedOutInDecimals()
    {
        IndicatorValue[] values =
        [
            IndicatorValue.Of(new Rate(1L << 40, 1L << 41)), IndicatorValue.Of(new Rate(3, 1L << 33)), IndicatorValue.Of(new Rate(1L << 40, 3)), IndicatorValue.Of(new Rate(-(1L << 40), 3)),
            IndicatorValue.Of(5_000_000_000m), IndicatorValue.Of(-5_000_000_000m), IndicatorValue.Of(0.3333333333m), IndicatorValue.Of(0.333333333m), IndicatorValue.Of(0.25m),
            IndicatorValue.Of(new Rate(int.MaxValue, int.MaxValue)), IndicatorValue.Of(new Rate(int.MinValue, 7)), IndicatorValue.Of((decimal)int.MaxValue), IndicatorValue.Of(new Rate(1, 4)),
        ];
        var units = (1024 * 2) + 76;
        var column = EquatableArray.From(Enumerable.Range(0, units).Select(unit => unit % 97 == 5 ? IndicatorValue.Missing : values[unit % values.Length]));
        var cards = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1))).Score(IndicatorTable.Create(EquatableArray.From(Enumerable.Range(0, units).Select(static unit => $"{unit}")), [new("a", column)]));

        Assert.All(Enumerable.Range(0, units), unit => Assert.Equal(column[unit].Number is { } number ? 100 * Math.Round(Math.Clamp(number, 0, 1), 15) : null, cards.ScoreOf(unit)));
        Assert.Equal([0.5m, 0, 1, 0, 1, 0], Enumerable.Range(0, 6).Select(unit => unit == 5 ? 0 : cards.ScoreOf(unit)!.Value / 100).Select(static share => Math.Round(share, 6)));
    }

    [Fact]
    public void Score_ManyRelativeOrDeductedUnits_AreScoredOneByOne()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 1)) with { Deductions = [new() { Code = "minus", Indicator = "b", Points = 1 }] };
        var rows = Enumerable.Range(0, 1100).Select(static unit => ($"{unit}", new decimal?[] { unit / 1100m, unit % 3 })).ToArray();
        var cards = Schemes.Compile(definition).Score(Schemes.Table(["a", "b"], rows));

        Assert.All(Enumerable.Range(0, 1100), unit => Assert.Equal(Math.Max(0, (100 * Math.Round(unit / 1100m, 15)) - (unit % 3)), cards.ScoreOf(unit)));
    }

    // One more than the largest score must fit 64 bits of its fifteen decimals; beyond that, and where points have decimals of their own, other numbers are used.
    [Theory]
    [InlineData(18_446, 1)]
    [InlineData(18_447, 1)]
    [InlineData(1_000_000, 1)]
    [InlineData(100, 0.123)]
    [InlineData(18, 0.125)]
    [InlineData(19, 0.125)]
    [InlineData(100, 0.12345)]
    public void Score_OfAnyScale_IsExact(double scale, double weight)
    {
        var (points, share) = ((decimal)scale, (decimal)weight);
        AssessmentNodeDefinition[] leaves = share == 1 ? [Schemes.Leaf("a", 1)] : [Schemes.Leaf("a", share), Schemes.Leaf("b", 1 - share)];
        var scheme = Schemes.Compile(Schemes.Of(leaves) with { Scale = points });
        var cards = scheme.Score(Schemes.Table([.. scheme.Indicators], ("all", [1, 1]), ("none", [0, 0]), ("third", [1 / 3m, 1 / 3m])));

        Assert.Equal([points, 0, 0.333333333333333m * points], Enumerable.Range(0, 3).Select(unit => cards.ScoreOf(unit)!.Value));
        Assert.Equal([1, 3, 2], Enumerable.Range(0, 3).Select(cards.RankWithin([0, 0, 0], 1).RankOf));
    }
}
