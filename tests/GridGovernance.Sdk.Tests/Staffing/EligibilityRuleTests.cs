using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Tests.Staffing;

public sealed class EligibilityRuleTests
{
    [Theory]
    [InlineData("party-member", "party-member")]
    [InlineData("@grid-worker+party-member", "party-member+@grid-worker")]
    [InlineData("cadre+party-member+@a+@b", "cadre+party-member+@a+@b")]
    public void ToString_OfARule_IsWhatParseReads(string text, string expected)
    {
        var rule = EligibilityRule.Parse(text);

        Assert.Equal(expected, rule.ToString());
        Assert.Equal(rule, EligibilityRule.Parse(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("a+")]
    [InlineData("@")]
    [InlineData("Party member")]
    [InlineData(null)]
    public void TryParse_NotARule_Fails(string? text)
    {
        Assert.False(EligibilityRule.TryParse(text, out var rule));
        Assert.Null(rule);
    }

    [Fact]
    public void Parse_NotARule_SaysWhatWasExpected() =>
        Assert.Contains("@posts", Assert.Throws<FormatException>(static () => EligibilityRule.Parse("a b")).Message, StringComparison.Ordinal);

    [Fact]
    public void Compile_APostThatNobodyMayHold_IsReported()
    {
        EquatableArray<Post> posts =
        [
            new("a", "A", "甲", "county", "a", MostHolders: 0),
            new("b", "B", "乙", "county", "b", Eligible: [EligibilityRule.Parse("cadre"), EligibilityRule.Parse("@nobody")]),
        ];

        Assert.Null(Establishment.Compile(posts, [], SmallCounty.Scheme, out var report));

        Assert.Equal(
            ["staffing.no-holders /posts/0/mostHolders", "staffing.unknown-needed-post /posts/1/eligible/1"],
            report.Select(static finding => $"{finding.Code} {finding.Place.Path}"));
    }
}
