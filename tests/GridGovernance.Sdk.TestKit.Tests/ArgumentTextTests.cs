namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class ArgumentTextTests
{
    [Theory]
    [InlineData(null, "null")]
    [InlineData("a\"b\n网", "\"a\\\"b\\u000a网\"")]
    [InlineData('x', "\"x\"")]
    [InlineData(true, "true")]
    [InlineData(0.1, "0.1")]
    [InlineData(new[] { 1, 2 }, "[1, 2]")]
    public void Of_AValue_CanBeTypedAgain(object? value, string expected) => Assert.Equal(expected, ArgumentText.Of(value));

    [Fact]
    public void Of_Structures_GoesInside()
    {
        Assert.Equal("(1, \"a\", [\"b\"])", ArgumentText.Of((1, "a", new List<string> { "b" })));
        Assert.Equal("Pair { Left = 1, Right = 2 }", ArgumentText.Of(new Pair(1, 2)));
        Assert.EndsWith(", …]", ArgumentText.Of(Enumerable.Range(0, 500).ToArray()), StringComparison.Ordinal);
    }

    private sealed record Pair(int Left, int Right);
}
