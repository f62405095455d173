namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class PropertyReplayTests
{
    [Theory]
    [InlineData("20260101,1")]
    [InlineData("18446744073709551615,18446744073709551615,2147483647")]
    [InlineData("0,3,0")]
    public void Parse_ItsOwnText_RoundTrips(string text) => Assert.Equal(text, PropertyReplay.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1,2")]
    [InlineData("1,3,4,5")]
    [InlineData("-1,3")]
    [InlineData("1,3,x")]
    [InlineData("(1,3)")]
    public void Parse_AnythingElse_Throws(string text) => Assert.Throws<FormatException>(() => PropertyReplay.Parse(text));
}
