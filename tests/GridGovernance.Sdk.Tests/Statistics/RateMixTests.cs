using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class RateMixTests
{
    [Theory]
    [InlineData("50", "40 60", "0.45..0.55 0.45..0.55")]
    [InlineData("50", "40 60 70", "0.45..0.7 0..0.55 0..0.3667")]
    [InlineData("50", "40 40 60", "0..0.55 0..0.55 0.45..0.55")]
    [InlineData("50", "60 60 40", "0..0.55 0..0.55 0.45..0.55")]
    [InlineData("50", "50 50", "0..1 0..1")]
    [InlineData("50", "50 60", "0.9..1 0..0.1")]
    [InlineData("50", "40 50", "0..0.1 0.9..1")]
    [InlineData("50", "50", "1..1")]
    [InlineData("40", "40 60", "0.95..1 0..0.05")]
    [InlineData("100", "100 90", "0.9474..1 0..0.0526")]
    [InlineData("104", "100 110", "0.5..0.6667 0.3333..0.5")]
    public void Solve_RatesThatCanHoldTogether_BoundsEveryPart(string overall, string parts, string expected)
    {
        var mix = Solve(overall, parts.Split(' '))!.Value;

        Assert.Equal(
            expected,
            string.Join(' ', mix.Select(static part => FormattableString.Invariant($"{Math.Round(part.Lowest, 4):0.####}..{Math.Round(part.Highest, 4):0.####}"))));
        Assert.Equal(Enumerable.Range(0, mix.Count).Select(static i => $"{i}"), mix.Select(static part => part.Label));
    }

    // What rounds to a percentage ends below the next half: 10 is below 10.5, where 11 begins. And nobody closes more than there is.
    [Theory]
    [InlineData("10", "11")]
    [InlineData("10", "11 12")]
    [InlineData("11", "10")]
    [InlineData("11", "10 9")]
    [InlineData("100.3", "100")]
    [InlineData("100.3", "100 99")]
    [InlineData("50", "60 70 80")]
    [InlineData("50", "10 20 30")]
    public void Solve_AnOverallRateBesideItsParts_HasNoMix(string overall, string parts) => Assert.Null(Solve(overall, parts.Split(' ')));

    [Theory]
    [InlineData("10.6", "11")]
    [InlineData("11.4", "11")]
    [InlineData("99.6", "100")]
    public void Solve_AnOverallRateOfMoreDecimals_MayLieInsideItsPart(string overall, string part) => Assert.NotNull(Solve(overall, part));

    [Fact]
    public void Solve_NoParts_Throws() => Assert.Equal("parts", Assert.Throws<ArgumentException>(() => Solve("10")).ParamName);

    private static EquatableArray<MixShare>? Solve(string overall, params string[] parts) =>
        RateMix.Solve(PrintedShare.Parse(overall, null), EquatableArray.From(parts.Select(static (part, i) => ($"{i}", PrintedShare.Parse(part, null)))));
}
