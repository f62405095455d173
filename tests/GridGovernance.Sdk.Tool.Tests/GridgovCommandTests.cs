namespace GridGovernance.Sdk.Tool.Tests;

public sealed class GridgovCommandTests
{
    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("schema county --no-such-option")]
    [InlineData("schema county extra")]
    [InlineData("schema --lang fr")]
    [InlineData("model check")]
    [InlineData("model check no-such-folder")]
    [InlineData("schema no-such-file")]
    public void Run_UnusableOptions_ExitsWith2AndOneLine(string args)
    {
        var run = ToolRun.Of(args.Split(' '));

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("gridgov: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_ListsTheVerbs()
    {
        var run = ToolRun.Of("--help");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("model", run.Output, StringComparison.Ordinal);
        Assert.Contains("schema", run.Output, StringComparison.Ordinal);
    }
}
