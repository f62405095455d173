using System.Globalization;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class RateTests
{
    [Theory]
    [InlineData("83700/84000", 1, "99.6")]
    [InlineData("911/972", 2, "93.72")]
    [InlineData("737/972", 2, "75.82")]
    [InlineData("12023/27493", 2, "43.73")]
    [InlineData("15470/27493", 2, "56.27")]
    [InlineData("357/841", 1, "42.4")]
    [InlineData("198/224", 2, "88.39")]
    [InlineData("9711/12023", 2, "80.77")]
    [InlineData("14/108", 2, "12.96")]
    [InlineData("2/35", 1, "5.7")]
    [InlineData("27/200", 1, "13.5")]
    [InlineData("8/200", 1, "4.0")]
    public void RoundPercent_ArticleFigures_ComeOut(string rate, int decimals, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Rate.Parse(rate, null).RoundPercent(decimals));

    [Theory]
    [InlineData("1882/4308", "43.69")]
    [InlineData("2112/4171", "50.64")]
    [InlineData("2583/5691", "45.39")]
    [InlineData("2644/6574", "40.22")]
    [InlineData("2802/6749", "41.52")]
    public void RoundPercent_YearlySharesOfMediation_ComeOut(string rate, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Rate.Parse(rate, null).RoundPercent(2));

    [Fact]
    public void Value_OverNothing_IsUndefinedAndNotZero()
    {
        Assert.Null(new Rate(0, 0).Value);
        Assert.Null(new Rate(5, 0).RoundPercent(1));
        Assert.False(default(Rate).IsDefined);
        Assert.Equal(0m, new Rate(0, 7).Value);
    }

    [Theory]
    [InlineData(MidpointRounding.AwayFromZero, 5, "0.03", "-0.03")]
    [InlineData(MidpointRounding.ToEven, 5, "0.02", "-0.02")]
    [InlineData(MidpointRounding.ToEven, 7, "0.04", "-0.04")]
    [InlineData(MidpointRounding.ToZero, 5, "0.02", "-0.02")]
    [InlineData(MidpointRounding.ToNegativeInfinity, 5, "0.02", "-0.03")]
    [InlineData(MidpointRounding.ToPositiveInfinity, 5, "0.03", "-0.02")]
    public void Round_AMidpoint_GoesTheWayOfTheMode(MidpointRounding mode, long numerator, string positive, string negative)
    {
        Assert.Equal(decimal.Parse(positive, CultureInfo.InvariantCulture), new Rate(numerator, 200).Round(2, mode));
        Assert.Equal(decimal.Parse(negative, CultureInfo.InvariantCulture), new Rate(-numerator, 200).Round(2, mode));
    }

    [Fact]
    public void Round_ATraceAboveAUnit_IsSeen()
    {
        var rate = new Rate((1L << 62) + 1, 1L << 62);

        Assert.Equal(1.000000001m, rate.Round(9, MidpointRounding.ToPositiveInfinity));
        Assert.Equal(1m, rate.Round(9));
    }

    [Fact]
    public void Round_OutsideItsDecimals_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).Round(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).Round(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).RoundPercent(8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).RoundPercent(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).Round(2, (MidpointRounding)99));
        Assert.Equal(9223372036854775807m, new Rate(long.MaxValue, 1).Round(9));
    }

    [Fact]
    public void Create_NegativeDenominator_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, -1));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("/2")]
    [InlineData("1/")]
    [InlineData("1/-2")]
    [InlineData("1 /2")]
    [InlineData("1/2/3")]
    public void Parse_NotARate_Throws(string text) => Assert.Throws<FormatException>(() => Rate.Parse(text, null));

    [Fact]
    public void CompareValues_Undefined_IsNull()
    {
        Assert.Null(Rate.CompareValues(new Rate(0, 0), new Rate(1, 2)));
        Assert.Null(Rate.CompareValues(new Rate(1, 2), new Rate(0, 0)));
        Assert.Equal(0, Rate.CompareValues(new Rate(1, 2), new Rate(2, 4)));
        Assert.True(Rate.CompareValues(new Rate(long.MaxValue - 1, long.MaxValue), new Rate(long.MaxValue - 2, long.MaxValue - 1)) > 0);
    }

    [Property]
    public void Round_AnyRate_IsWithinHalfAUnitOfTheExactValue(long numerator, uint denominator, byte places)
    {
        var rate = new Rate(numerator, denominator + 1L);
        var decimals = places % (Rate.MaximumDecimals + 1);
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        // |rounded − n/d| ≤ unit/2, multiplied out so that nothing is divided.
        var rounded = rate.Round(decimals)!.Value;
        var error = Math.Abs((rounded * rate.Denominator) - rate.Numerator);
        Assert.True(error * 2 <= unit * rate.Denominator);
        Assert.Equal(rate, Rate.Parse(rate.ToString(), null));
    }

    [Property]
    public void Plus_Rates_PoolsTheCounts(int a, ushort b, int c, ushort d) => Assert.Equal(new Rate((long)a + c, (long)b + d), new Rate(a, b) + new Rate(c, d));

    [Theory]
    [InlineData(MidpointRounding.AwayFromZero, "0.01", "0.02")]
    [InlineData(MidpointRounding.ToEven, "0.01", "0.02")]
    [InlineData(MidpointRounding.ToZero, "0.01", "0.01")]
    [InlineData(MidpointRounding.ToNegativeInfinity, "0.01", "0.01")]
    [InlineData(MidpointRounding.ToPositiveInfinity, "0.02", "0.02")]
    public void Round_BesideAMidpoint_GoesToTheNearerOrTheWayOfTheMode(MidpointRounding mode, string below, string above)
    {
        Assert.Equal(decimal.Parse(below, CultureInfo.InvariantCulture), new Rate(4, 300).Round(2, mode));
        Assert.Equal(decimal.Parse(above, CultureInfo.InvariantCulture), new Rate(5, 300).Round(2, mode));
        Assert.Equal(0.01m, new Rate(3, 300).Round(2, mode));
        Assert.Equal(0m, new Rate(0, 300).Round(2, mode));
        Assert.Equal(-0.01m, new Rate(-3, 300).Round(2, mode));
    }

    [Fact]
    public void Round_OutOfRange_SaysWhatWasFound()
    {
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).RoundPercent(-1)).ActualValue);
        Assert.Equal(8, Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).RoundPercent(8)).ActualValue);
        Assert.Equal(10, Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).Round(10)).ActualValue);
        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 1).Round(2, (MidpointRounding)99)).ParamName);
        Assert.Equal(33.3333333m, new Rate(1, 3).RoundPercent(7));
        Assert.Equal(0.333333333m, new Rate(1, 3).Round(9));
        Assert.Equal(0m, new Rate(1, 3).Round(0));
    }

    [Fact]
    public void Parse_NullOrAtItsEnds_IsAsTheTextSays()
    {
        Assert.Equal("s", Assert.Throws<ArgumentNullException>(() => Rate.Parse(null!, null)).ParamName);
        Assert.False(Rate.TryParse(null, null, out var none));
        Assert.Equal(default, none);
        Assert.Equal(new Rate(-3, 0), Rate.Parse("-3/0", null));
        Assert.Equal(new Rate(long.MinValue, long.MaxValue), Rate.Parse(new Rate(long.MinValue, long.MaxValue).ToString(), null));
        Assert.False(Rate.TryParse("9223372036854775808/1", null, out _));
    }

    [Fact]
    public void Plus_Beyond64Bits_Throws()
    {
        Assert.Throws<OverflowException>(() => new Rate(long.MaxValue, 1) + new Rate(1, 1));
        Assert.Throws<OverflowException>(() => new Rate(1, long.MaxValue) + new Rate(1, 1));
    }
}
