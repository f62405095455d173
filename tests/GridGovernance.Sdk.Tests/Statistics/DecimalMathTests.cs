using System.Globalization;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class DecimalMathTests
{
    // Constants from the tables of Abramowitz and Stegun (1964), chapters 1 and 4.
    [Theory]
    [InlineData("2", "0.6931471805599453094172321215")]
    [InlineData("10", "2.3025850929940456840179914547")]
    [InlineData("0.1", "-2.3025850929940456840179914547")]
    [InlineData("1", "0")]
    [InlineData("1.4", "0.3364722366212129305045934102")]
    [InlineData("0.7", "-0.3566749439387323789126387112")]
    public void Ln_KnownLogarithms_AreRightTo25Places(string value, string expected) => Within(expected, DecimalMath.Ln(Number(value)));

    [Theory]
    [InlineData("1", "2.7182818284590452353602874714")]
    [InlineData("-1", "0.3678794411714423215955237702")]
    [InlineData("0.5", "1.6487212707001281468486507878")]
    [InlineData("-0.5", "0.6065306597126334236037995349")]
    [InlineData("0", "1")]
    [InlineData("-66.1", "0")]
    [InlineData("-1000000", "0")]
    [InlineData("-79000000000000000000000000000", "0")]
    public void Exp_KnownPowers_AreRightTo25Places(string value, string expected) => Within(expected, DecimalMath.Exp(Number(value)));

    [Theory]
    [InlineData("2", "1.4142135623730950488016887242")]
    [InlineData("0.25", "0.5")]
    [InlineData("0", "0")]
    [InlineData("1", "1")]
    [InlineData("144", "12")]
    public void Sqrt_KnownRoots_AreRightTo25Places(string value, string expected) => Within(expected, DecimalMath.Sqrt(Number(value)));

    private static void Within(string expected, decimal actual) => Assert.InRange(actual - Number(expected), -1e-25m, 1e-25m);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
