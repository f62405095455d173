using System.Globalization;
using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars.Counting;

public sealed class FractionSumTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("1/2", 0)]
    [InlineData("1/2 1/2", 1)]
    [InlineData("1/2 1/3 1/6", 1)] // exactly one, of three denominators
    [InlineData("1/2 1/3 1/7", 0)]
    [InlineData("1/2 1/3 1/5", 1)]
    [InlineData("1/2 2/3 5/6", 2)]
    [InlineData("-1/3", -1)]
    [InlineData("1/3 -1/2", -1)]
    [InlineData("-1/2 -2/3 -1/6", -2)]
    [InlineData("5/2 1/2", 3)]
    public void Floor_OfFractions_IsExact(string fractions, long expected)
    {
        var sum = default(FractionSum);
        foreach (var fraction in fractions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = fraction.Split('/');
            sum.Add(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        Assert.Equal(expected, sum.Floor);
        sum.Add(7);
        sum.Add(-2);
        Assert.Equal(expected + 5, sum.Floor);
    }
}
