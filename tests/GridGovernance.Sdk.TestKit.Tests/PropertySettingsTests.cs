namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class PropertySettingsTests
{
    [Fact]
    public void Of_NothingSaid_GivesTheDefaults()
    {
        var settings = PropertySettings.Of(null, _ => null);

        Assert.Equal((1000, 60, null), (settings.Runs, settings.EndSize, settings.Replay));
        Assert.Empty(settings.Arbitrary);
    }

    [Theory]
    [InlineData(null, 0, 1000)]
    [InlineData("", 0, 1000)]
    [InlineData("30", 0, 30)]
    [InlineData(null, 200, 200)]
    [InlineData("20000", 200, 4000)]
    [InlineData("30", 200, 6)]
    [InlineData("30", 10, 1)]
    public void Of_RunsAndMaxTest_ScaleEachOther(string? environment, int maxTest, int expected) =>
        Assert.Equal(expected, PropertySettings.Of(new PropertyAttribute { MaxTest = maxTest }, Environment(runs: environment)).Runs);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    public void Of_UnreadableRuns_SaysSo(string runs) =>
        Assert.Contains($"\"{runs}\"", Assert.Throws<FormatException>(() => PropertySettings.Of(null, Environment(runs: runs))).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AReplayInTheEnvironment_WinsOverTheAttribute()
    {
        var attribute = new PropertyAttribute { Replay = "1,3" };

        Assert.Equal("1,3", PropertySettings.Of(attribute, Environment()).Replay!.ToString());
        Assert.Equal("7,9,11", PropertySettings.Of(attribute, Environment(replay: "7,9,11")).Replay!.ToString());
    }

    [Fact]
    public void Of_AMethod_ReadsItsAttribute() =>
        Assert.Equal(5, PropertySettings.Of(typeof(PropertyAttributeTests).GetMethod(nameof(PropertyAttributeTests.AProperty_WithASmallEndSize_DrawsSmallValues))!).EndSize);

    private static Func<string, string?> Environment(string? runs = null, string? replay = null) =>
        name => name switch { "GG_PBT_RUNS" => runs, "GG_PBT_REPLAY" => replay, _ => null };
}
