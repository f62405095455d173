using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Tests.Tallies;

public sealed class StudentTTests
{
    // Published tables of three decimals (Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.10).
    [Theory]
    [InlineData(0.90, 1, 3.078)]
    [InlineData(0.95, 1, 6.314)]
    [InlineData(0.975, 1, 12.706)]
    [InlineData(0.99, 1, 31.821)]
    [InlineData(0.999, 1, 318.309)]
    [InlineData(0.975, 2, 4.303)]
    [InlineData(0.995, 2, 9.925)]
    [InlineData(0.975, 3, 3.182)]
    [InlineData(0.975, 4, 2.776)]
    [InlineData(0.95, 5, 2.015)]
    [InlineData(0.975, 9, 2.262)]
    [InlineData(0.975, 10, 2.228)]
    [InlineData(0.995, 10, 3.169)]
    [InlineData(0.999, 10, 4.144)]
    [InlineData(0.90, 20, 1.325)]
    [InlineData(0.975, 29, 2.045)]
    [InlineData(0.975, 30, 2.042)]
    [InlineData(0.975, 60, 2.000)]
    [InlineData(0.975, 100, 1.984)]
    [InlineData(0.995, 100, 2.626)]
    public void Quantile_OfThePublishedTable_GivesItsValues(double share, int degrees, double expected)
    {
        Assert.Equal(expected, StudentT.Quantile(share, degrees), 0.00051);
        Assert.Equal(-StudentT.Quantile(share, degrees), StudentT.Quantile(1 - share, degrees), 1e-9);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.975)]
    [InlineData(0.9999)]
    public void Quantile_OfTwoDegrees_IsItsClosedForm(double share)
    {
        var centred = (2 * share) - 1;

        Assert.Equal(centred * Math.Sqrt(2 / (1 - (centred * centred))), StudentT.Quantile(share, 2), 1e-9 * StudentT.Quantile(share, 2));
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-30)]
    [InlineData(1e-100)]
    public void Quantile_OfOneDegree_IsItsClosedFormFarOut(double tail) => Assert.Equal(-1 / Math.Tan(Math.PI * tail), StudentT.Quantile(tail, 1), 1e-9 / tail);

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(29)]
    [InlineData(999)]
    [InlineData(100_000)]
    public void TwoSidedTail_OfAQuantile_IsTheShareThatIsLeft(double degrees)
    {
        foreach (var tail in new[] { 1e-9, 1e-4, 0.005, 0.025, 0.1, 0.3, 0.4999 })
        {
            Assert.Equal(2 * tail, StudentT.TwoSidedTail(StudentT.Quantile(tail, degrees), degrees), tail * 1e-8);
        }

        Assert.Equal(0, StudentT.Quantile(0.5, degrees));
        Assert.Equal(1, StudentT.TwoSidedTail(0, degrees));
        Assert.Equal(0, StudentT.TwoSidedTail(double.PositiveInfinity, degrees));
    }

    [Fact]
    public void Quantile_OfManyDegrees_ComesToTheNormalOne() => Assert.Equal(NormalQuantile.Of(0.975), StudentT.Quantile(0.975, 1e7), 1e-6);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Quantile_OfNoShare_Throws(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(share, 3));

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void StudentT_WithoutDegreesOfFreedom_Throws(double degrees)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.9, degrees));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedTail(1, degrees));
    }

    [Fact]
    public void TwoSidedTail_OfNoNumber_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedTail(double.NaN, 3));
}
