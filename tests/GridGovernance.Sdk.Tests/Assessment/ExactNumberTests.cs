using System.Globalization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class ExactNumberTests
{
    private static readonly ExactNumber Two = Of(2, 1);
    private static readonly ExactNumber Half = Of(1, 2);

    [Theory]
    [InlineData(1, 3, "0.3333333333333333333333333333")]
    [InlineData(2, 3, "0.6666666666666666666666666667")]
    [InlineData(-2, 3, "-0.6666666666666666666666666667")]
    [InlineData(22, 3, "7.3333333333333333333333333333")]
    [InlineData(26, 3, "8.666666666666666666666666667")]
    [InlineData(1, 4, "0.25")]
    [InlineData(0, 7, "0")]
    public void Nearest_OfAFraction_IsTheDecimalBesideIt(long above, long below, string expected) => Assert.Equal(expected, Text(Of(above, below).Nearest()));

    [Theory]
    [InlineData(1, "0")]
    [InlineData(3, "0.0000000000000000000000000002")]
    [InlineData(5, "0.0000000000000000000000000002")]
    [InlineData(-3, "-0.0000000000000000000000000002")]
    public void Nearest_HalfwayBetweenTwoDecimals_IsTheEvenOne(long halves, string expected) =>
        Assert.Equal(expected, Text((Of(halves, 2) * ExactNumber.Of(0.0000000000000000000000000001m)).Nearest()));

    [Theory]
    [InlineData(2, 3, 28, "0.6666666666666666666666666666")]
    [InlineData(2, 3, 2, "0.66")]
    [InlineData(26, 3, 28, "8.666666666666666666666666666")]
    [InlineData(7, 2, 5, "3.5")]
    [InlineData(7, 2, 0, "3")]
    public void ToDecimal_IsCutOffAndWrittenShort(long above, long below, int decimals, string expected) => Assert.Equal(expected, Text(Of(above, below).ToDecimal(decimals)));

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("18446744073709551616")]
    [InlineData("-4294967296.5")]
    [InlineData("0.0000000000000000000000000001")]
    public void Of_ADecimal_IsItsOwnValue(string text) => Assert.Equal(text, Text(ExactNumber.Of(decimal.Parse(text, CultureInfo.InvariantCulture)).Nearest()));

    [Theory]
    [InlineData(4, 9, 2, "0.6666666666666666666666666667")]
    [InlineData(8, 18, 2, "0.6666666666666666666666666667")]
    [InlineData(8, 27, 3, "0.6666666666666666666666666667")]
    [InlineData(0, 5, 2, "0")]
    [InlineData(1, 1, 64, "1")]
    [InlineData(2, 1, 2, null)]
    [InlineData(1, 2, 2, null)]
    [InlineData(9, 4, 3, null)]
    public void Root_OfWholePowersAlone_ComesOut(long above, long below, int degree, string? expected) =>
        Assert.Equal(expected, Of(above, below).Root(degree) is { } root ? Text(root.Nearest()) : null);

    // A number of more than 2,048 bits beside its common divisor is not looked at, one of more than 16,384 is long.
    [Fact]
    public void LongNumbers_HaveNoRootAndAreTold()
    {
        Assert.Equal(0, Two.Power(2048).Root(2)!.Value.CompareTo(Two.Power(1024)));
        Assert.Equal(0, Half.Power(2048).Root(2)!.Value.CompareTo(Half.Power(1024)));
        Assert.Null(Two.Power(2049).Root(3));
        Assert.Null(Half.Power(2049).Root(3));
        Assert.Equal([false, true], [Two.Power(16_383).IsLong, Two.Power(16_384).IsLong]);
        Assert.Equal([false, true], [Half.Power(16_383).IsLong, Half.Power(16_384).IsLong]);
    }

    [Fact]
    public void Arithmetic_OfFractions_IsExact()
    {
        Equal(Of(5, 6), Half + Of(1, 3));
        Equal(Of(1, 6), Half - Of(1, 3));
        Equal(Of(-1, 6), Of(1, 3) - Half);
        Equal(Of(1, 6), Half * Of(1, 3));
        Equal(Of(3, 2), Half / Of(1, 3));
        Equal(Of(-3, 2), Half / Of(-1, 3));
        Equal(Of(3, 2), Of(-1, 2) / Of(-1, 3));
        Equal(Of(8, 27), Of(2, 3).Power(3));
        Equal(Half, ExactNumber.Max(Half, Of(1, 3)));
        Equal(Half, ExactNumber.Max(Of(1, 3), Half));
        Equal(Of(1, 3), ExactNumber.Min(Half, Of(1, 3)));
        Equal(Of(1, 3), ExactNumber.Min(Of(1, 3), Half));
        Assert.Equal([-1, 0, 1], [Of(1, 3).CompareTo(Half), Of(2, 4).CompareTo(Half), Half.CompareTo(Of(1, 3))]);
        Assert.Equal([true, false, false], [Half.IsPositive, ExactNumber.Zero.IsPositive, Of(-1, 2).IsPositive]);

        // Beyond 256 bits a fraction is reduced, and stays what it is.
        var thirds = Of(2, 3);
        for (var i = 0; i < 400; i++)
        {
            thirds = thirds * Of(3, 7) / Of(3, 7);
        }

        Equal(Of(2, 3), thirds);
        Assert.Equal("0.6666666666666666666666666667", Text(thirds.Nearest()));

        static void Equal(ExactNumber expected, ExactNumber found) => Assert.Equal(0, expected.CompareTo(found));
    }

    // The fourth root of 1/16 · 16/81 is 1/3; what has too many digits or too high a root is left to decimals.
    [Theory]
    [InlineData(AggregateKind.Geometric, "0.5:1/4 0.25:16/81 0.25:1/1", "1/3")]
    [InlineData(AggregateKind.Geometric, "0.5:4/9 0.5:1/4", "1/3")]
    [InlineData(AggregateKind.Geometric, "0.3:1/7 0.7:1/7", "1/7")]
    [InlineData(AggregateKind.Geometric, "0.000000001:1/16 0.000000003:1/1", "1/2")]
    [InlineData(AggregateKind.Geometric, "0.0000000001:1/16 0.0000000003:1/1", null)]
    [InlineData(AggregateKind.Geometric, "0.02:1/4 0.02:1/1", "1/2")]
    [InlineData(AggregateKind.Geometric, "0.6:1/2 0.4:1/3", null)]
    [InlineData(AggregateKind.Harmonic, "0.5:1/3 0.5:1/1", "1/2")]
    [InlineData(AggregateKind.Harmonic, "0.5:2/7 0.25:2/5 0.25:2/5", "1/3")]
    [InlineData(AggregateKind.Arithmetic, "0.5:1/3 0.25:1/1", "5/9")]
    public void Mean_OfFractions_IsAFractionWhereItIsOne(AggregateKind kind, string children, string? expected)
    {
        var mean = ExactMean.Of(kind, [.. children.Split(' ').Select(static child => child.Split(':')).Select(static child => (decimal.Parse(child[0], CultureInfo.InvariantCulture), Fraction(child[1])))]);

        Assert.Equal(expected is null, mean is null);
        Assert.Equal(0, mean?.CompareTo(Fraction(expected!)) ?? 0);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Mean_OfTooHighARoot_IsLeftToDecimals(int weight, bool isExact)
    {
        var mean = ExactMean.Of(AggregateKind.Geometric, [(0.01m, Half.Power(weight + 1)), (weight / 100m, ExactNumber.One)]);

        Assert.Equal(isExact, mean?.CompareTo(Half) == 0);
    }

    private static ExactNumber Of(long above, long below) => ExactNumber.Of(IndicatorValue.Of(new Rate(above, below)));

    private static ExactNumber Fraction(string text) => text.Split('/') is [var above, var below] ? Of(long.Parse(above, CultureInfo.InvariantCulture), long.Parse(below, CultureInfo.InvariantCulture)) : default;

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
