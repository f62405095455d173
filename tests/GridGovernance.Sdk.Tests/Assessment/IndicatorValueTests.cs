using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class IndicatorValueTests
{
    [Fact]
    public void Of_EveryKind_SaysWhatItIs()
    {
        Is(IndicatorValue.Missing, IndicatorValueState.Missing, null, null, null, null, "Missing");
        Is(IndicatorValue.Undefined, IndicatorValueState.Undefined, null, null, null, null, "Undefined");
        Is(IndicatorValue.Of(0.5m), IndicatorValueState.Present, 0.5m, null, null, null, "0.5");
        Is(IndicatorValue.Of(0.5m, 7), IndicatorValueState.Present, 0.5m, null, 7, 7, "0.5");
        Is(IndicatorValue.Of(0.5m, null), IndicatorValueState.Present, 0.5m, null, null, null, "0.5");
        Is(IndicatorValue.Of(0.5m, 3, 9), IndicatorValueState.Present, 0.5m, null, 3, 9, "0.5");
        Is(IndicatorValue.Of(0.5m, 3, null), IndicatorValueState.Present, 0.5m, null, 3, 0, "0.5");
        Is(IndicatorValue.Of(new Rate(1, 4)), IndicatorValueState.Present, 0.25m, new Rate(1, 4), 4, 4, "1/4");
        Is(IndicatorValue.Of(default(Rate)), IndicatorValueState.Undefined, null, default(Rate), 0, 0, "0/0");
        Assert.Equal(IndicatorValue.Missing, default);
        Assert.Equal(IndicatorValue.Of(0.50m), IndicatorValue.Of(0.5m));
        Assert.NotEqual(IndicatorValue.Of(0.25m), IndicatorValue.Of(new Rate(1, 4)));

        static void Is(IndicatorValue value, IndicatorValueState state, decimal? number, Rate? rate, long? cases, long? most, string text) =>
            Assert.Equal((state, number, rate, cases, most, text), (value.State, value.Number, value.Rate, value.Cases, value.MostCases, value.ToString()));
    }

    // A fraction of two numbers of 32 bits; −1 below the line for what is none, 0 for nothing.
    [Fact]
    public void Compact_OfAColumn_AreSmallFractions()
    {
        Assert.Equal((0, CompactColumn.Absent), Compact(IndicatorValue.Missing));
        Assert.Equal((0, CompactColumn.Absent), Compact(IndicatorValue.Undefined));
        Assert.Equal((0, CompactColumn.Absent), Compact(IndicatorValue.Of(default(Rate))));
        Assert.Equal((3, 7), Compact(IndicatorValue.Of(new Rate(3, 7))));
        Assert.Equal((int.MaxValue, int.MaxValue), Compact(IndicatorValue.Of(new Rate(int.MaxValue, int.MaxValue))));
        Assert.Equal((int.MinValue, 1), Compact(IndicatorValue.Of(new Rate(int.MinValue, 1))));
        Assert.Equal((-5, 10), Compact(IndicatorValue.Of(-0.5m)));
        Assert.Equal((7, 1), Compact(IndicatorValue.Of(7m)));
        Assert.Equal((123_456_789, 1_000_000_000), Compact(IndicatorValue.Of(0.123456789m)));
        Assert.Equal((int.MaxValue, 1), Compact(IndicatorValue.Of((decimal)int.MaxValue)));
        Assert.Equal((-int.MaxValue, 1), Compact(IndicatorValue.Of(-(decimal)int.MaxValue)));
        Assert.Equal((int.MaxValue, 1_000_000_000), Compact(IndicatorValue.Of(2.147483647m)));
        IndicatorValue[] large =
        [
            IndicatorValue.Of(new Rate(int.MaxValue + 1L, 1)), IndicatorValue.Of(new Rate(int.MinValue - 1L, 1)), IndicatorValue.Of(new Rate(1, int.MaxValue + 1L)), IndicatorValue.Of(0.1234567891m),
            IndicatorValue.Of(int.MaxValue + 1m), IndicatorValue.Of(-int.MaxValue - 1m), IndicatorValue.Of(2.147483648m), IndicatorValue.Of(1e27m), IndicatorValue.Of(-1e27m),
        ];
        Assert.All(large, static value => Assert.Equal((0, CompactColumn.Large), Compact(value)));
        Assert.All([1e27m + 1, -1e27m - 1], static value => Assert.Equal("values", Assert.Throws<ArgumentException>(() => Compact(IndicatorValue.Of(value))).ParamName));

        static (int, int) Compact(IndicatorValue value) => CompactColumn.Of([value]) is var column ? (column.Numerators[0], column.Denominators[0]) : default;
    }
}
